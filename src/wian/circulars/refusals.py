from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class NotDispatched(Refusal):
    code: ClassVar[str] = "circular-not-dispatched"
    sentence = _("This circular has not been sent yet.")
    remedy = _("Wait until its owner sends it.")


class AlreadyDispatched(Refusal):
    code: ClassVar[str] = "circular-already-dispatched"
    sentence = _("This circular has already been sent.")
    remedy = _("Follow it in the tracking table.")


class AlreadyReceived(Refusal):
    code: ClassVar[str] = "already-received"
    sentence = _("%(unit)s has already received this letter.")
    remedy = _("Go on to the answer.")
