from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class QuotaFull(Refusal):
    code: ClassVar[str] = "quota-full"
    sentence = _("%(unit)s has already named all %(max)s people: %(names)s.")
    remedy = _(
        "What you typed stands below; copy it before you leave this page. "
        "Withdraw one of them first, or call %(contact)s about another place."
    )


class AlreadyNamed(Refusal):
    code: ClassVar[str] = "already-named"
    sentence = _("%(name)s has already been named by %(unit)s.")
    remedy = _("Name somebody else, or withdraw the entry first if it must be corrected.")


class NamesPresent(Refusal):
    code: ClassVar[str] = "names-present"
    sentence = _("%(unit)s has already named people: %(names)s.")
    remedy = _("Withdraw the names first if there is nothing to send.")


class AlreadyWithdrawn(Refusal):
    code: ClassVar[str] = "already-withdrawn"
    sentence = _("The name %(name)s has already been withdrawn.")
    remedy = _("Look at the page again.")


class NothingToSign(Refusal):
    code: ClassVar[str] = "nothing-to-sign"
    sentence = _("%(unit)s has not yet answered: %(asks)s.")
    remedy = _("Name people, or state that there is nothing to send, before signing.")


class NothingCollected(Refusal):
    code: ClassVar[str] = "nothing-collected"
    sentence = _("Nothing that this letter asks can be answered here yet.")
    remedy = _("Answer it the way the letter says.")


class AnswerChanged(Refusal):
    code: ClassVar[str] = "answer-changed"
    sentence = _("The answer of %(unit)s was changed after you opened this page.")
    remedy = _("Read it again as it stands below, then sign.")


class DateTooEarly(Refusal):
    code: ClassVar[str] = "date-too-early"
    sentence = _("That date is before the letter itself.")
    remedy = _("Give the day and time at which it happened.")


class NotTheHead(Refusal):
    code: ClassVar[str] = "not-the-head"
    sentence = _("%(title)s cannot sign for %(unit)s.")
    remedy = _(
        "Put the answer before the head of the unit or whoever acts for the head, or record a signature on paper."
    )


class DateAhead(Refusal):
    code: ClassVar[str] = "date-ahead"
    sentence = _("That date or time has not come yet.")
    remedy = _("Give the day and time at which it happened.")


class NothingToConfirm(Refusal):
    code: ClassVar[str] = "nothing-to-confirm"
    sentence = _("Nothing recorded on behalf of %(unit)s is waiting to be confirmed.")
    remedy = _("Look at the page again; somebody may have confirmed it.")
