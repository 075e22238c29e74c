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


class SentBefore(Refusal):
    code: ClassVar[str] = "letter-sent-before"
    sentence = _("Letter %(number)s has already been sent round.")
    remedy = _("See how the units took it; a changed letter needs a number and date of its own.")


class LetterReplaced(Refusal):
    code: ClassVar[str] = "letter-replaced"
    sentence = _("Letter %(number)s is no longer in force: it was replaced or cancelled.")
    remedy = _("Send the letter that replaces it.")


class NobodyToSendTo(Refusal):
    code: ClassVar[str] = "nobody-to-send-to"
    sentence = _("There is no unit to send it to.")
    remedy = _("Type at least one unit, or choose all units.")


class ListChanged(Refusal):
    code: ClassVar[str] = "send-list-changed"
    sentence = _("The list of units is not the one that you saw before: it would go to %(now)s units.")
    remedy = _("Look at the list below and send it again.")


class NotReceived(Refusal):
    code: ClassVar[str] = "not-received"
    sentence = _("%(unit)s has not received this letter yet.")
    remedy = _("Receive it first, then say what becomes of it.")


class OutcomeStands(Refusal):
    code: ClassVar[str] = "outcome-stands"
    sentence = _("%(unit)s has already said of this letter: %(outcome)s.")
    remedy = _("A letter that was accepted stays accepted; call who sent it if it has to go elsewhere.")


class NotOfTheExchange(Refusal):
    """`why` is one sentence of saraban's, in Thai."""

    code: ClassVar[str] = "not-of-the-exchange"
    sentence = _("The file “%(file)s” is no letter of the TH e-GIF exchange. %(why)s")
    remedy = _("Ask for the file again from the system that wrote it, or register the letter by hand.")


class SecretExchange(Refusal):
    code: ClassVar[str] = "secret-exchange"
    sentence = _("The letter is marked %(secrecy)s.")
    remedy = _("Secret letters do not go round here: follow the rules on keeping official secrets.")
