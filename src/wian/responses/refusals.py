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


class SomethingIn(Refusal):
    code: ClassVar[str] = "something-in"
    sentence = _("%(unit)s has already put something in: %(what)s.")
    remedy = _("Withdraw it first if there is nothing to send.")


class AlreadyWithdrawn(Refusal):
    code: ClassVar[str] = "already-withdrawn"
    sentence = _("“%(name)s” has already been withdrawn.")
    remedy = _("Look at the page again.")


class NothingToSign(Refusal):
    code: ClassVar[str] = "nothing-to-sign"
    sentence = _("%(unit)s has nothing new to send; still unanswered: %(asks)s.")
    remedy = _("Put something in, attach a file, or state that there is nothing to send.")


class AnswerChanged(Refusal):
    code: ClassVar[str] = "answer-changed"
    sentence = _("The answer of %(unit)s was changed after you opened this page.")
    remedy = _("Read it again as it stands below, then go on.")


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


class AlreadySent(Refusal):
    code: ClassVar[str] = "already-sent"
    sentence = _("“%(what)s” has been sent and stands with the owner.")
    remedy = _("Call the owner of the matter, and have the answer sent back.")


class EndsBeforeStart(Refusal):
    code: ClassVar[str] = "ends-before-start"
    sentence = _("The project would end before it begins.")
    remedy = _("Correct one of the two dates.")


class LongerThanAYear(Refusal):
    code: ClassVar[str] = "longer-than-a-year"
    sentence = _("A short-term project ends within 12 months; this one would end after %(date)s.")
    remedy = _("Choose an earlier end, or another horizon.")


class FilesFull(Refusal):
    code: ClassVar[str] = "files-full"
    sentence = _("No more than %(max)s files fit here; nothing of what you chose has been attached.")
    remedy = _("Choose fewer, remove one first, or put several papers into one file.")


class AttachedBefore(Refusal):
    code: ClassVar[str] = "attached-before"
    sentence = _(
        "The file “%(name)s” is already attached; nothing of what you chose has been attached again."
    )
    remedy = _("Choose only the others.")


class OpenedByOwner(Refusal):
    code: ClassVar[str] = "opened-by-owner"
    sentence = _(
        "The answer of %(unit)s can no longer be taken back: the owner has opened it, or nothing was sent."
    )
    remedy = _("Call %(contact)s and have it sent back.")


class NotASlip(Refusal):
    code: ClassVar[str] = "not-a-slip"
    sentence = _("“%(after)s” is not another spelling of “%(before)s”.")
    remedy = _("Send the answer back to the unit with a remark: what it says is for the unit to change.")


class NothingCorrected(Refusal):
    code: ClassVar[str] = "nothing-corrected"
    sentence = _("Nothing was changed.")
    remedy = _("Correct what is misspelt, or leave the page.")


class NothingToFillIn(Refusal):
    code: ClassVar[str] = "nothing-to-fill-in"
    sentence = _("%(unit)s has sent no file that names or projects could be taken from.")
    remedy = _("Send the answer back, or record what the unit says on its behalf.")


class TextTooLong(Refusal):
    code: ClassVar[str] = "text-too-long"
    sentence = _("A text of more than %(max)s letters cannot be kept here.")
    remedy = _("Attach it as a file, and write here what it says in short.")


class NotSubmitted(Refusal):
    code: ClassVar[str] = "not-submitted"
    sentence = _("%(unit)s has not submitted anything yet.")
    remedy = _("Sign and submit the answer first; the memo is printed from it.")


class MemoUnprintable(Refusal):
    """`why` is saraban's sentence, in Thai: where the letter stands that paper cannot show."""

    code: ClassVar[str] = "memo-unprintable"
    sentence = _("This cannot be put on paper. %(why)s")
    remedy = _("Correct it in the answer, or print the page of the memo from the browser.")
