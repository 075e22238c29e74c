from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class LinkEnded(Refusal):
    code: ClassVar[str] = "link-ended"
    sentence = _("This link no longer works: it has expired, or it was ended before.")
    remedy = _("Nothing needs to be done. Make a new link if one is wanted.")
