from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class FileUnreadable(Refusal):
    """The one refusal with exit code 2 on the command line. `why` is one of WHY_UNREADABLE."""

    code: ClassVar[str] = "unreadable"
    sentence = _("The file “%(file)s” cannot be read: %(why)s.")
    remedy = _("Save it as Word (.docx) or PDF, or paste its text.")


# By saraban's code for it; whatever is not here is a file of another kind.
WHY_UNREADABLE = {
    "missing": _("there is no such file, or it may not be opened"),
    "empty": _("there is no text in it"),
    "undecodable": _("its characters are in no known encoding"),
    "damaged": _("it is damaged or incomplete"),
    "encrypted": _("it is protected by a password"),
    "macros": _("it contains macros"),
    "too-large": _("it is too large for a letter"),
    "too-long": _("it has too many pages: at most 200, of which 10 scanned"),
    "too-slow": _("it could not be read in the time allowed"),
    "image": _("it is a picture that is neither JPG nor PNG"),
    "scan": _("it is a scan or a photo, and this site has no program that reads text off pictures"),
    "illegible": _("it is a scan or a photo in which no text can be made out"),
    "word": _("it is a document of an old version of Word, which this site has no program to open"),
}
OTHER_KIND = _("it is neither Word nor PDF, a picture or plain text")


class NotALetter(Refusal):
    code: ClassVar[str] = "not-a-letter"
    sentence = _("“%(file)s” is not an official letter.")
    remedy = _("Read in the text of the letter itself, from its header to its signature.")


class NoDraftAnyMore(Refusal):
    code: ClassVar[str] = "no-draft-any-more"
    sentence = _("That letter was launched or put aside meanwhile.")
    remedy = _("Look at the list again; a letter that was put aside can be read in again.")


class NothingAsked(Refusal):
    code: ClassVar[str] = "nothing-asked"
    sentence = _("The letter “%(subject)s” asks nothing that units could answer.")
    remedy = _("Check that the whole text is there, with the numbered points that say what to send by when.")


class SecretLetter(Refusal):
    code: ClassVar[str] = "secret-letter"
    sentence = _("The letter is marked %(secrecy)s.")
    remedy = _("Secret letters do not go round here: follow the rules on keeping official secrets.")


class AgencyMissing(Refusal):
    code: ClassVar[str] = "agency-missing"
    sentence = _("The letter does not say which agency it comes from.")
    remedy = _("Launch it as the user who owns the matter (--as).")


class NoRecipients(Refusal):
    code: ClassVar[str] = "no-recipients"
    sentence = _("The letter “%(subject)s” names no unit that should answer; its annex may be empty.")
    remedy = _(
        "Add the list of units, each on a line with its number of people: beside the letter, or in its text."
    )


class UnitUndecided(Refusal):
    code: ClassVar[str] = "unit-undecided"
    sentence = _("The directory has no unit called “%(name)s”, but it has “%(near)s”.")
    remedy = _(
        "Say on the page of the letter which unit is meant, or that it is a new one; or write its name as the directory has it."
    )


class UnitNamedTwice(Refusal):
    code: ClassVar[str] = "unit-named-twice"
    sentence = _("“%(name)s” and “%(other)s” are the same unit.")
    remedy = _("Leave one of them out of the list.")


class ImpossibleDate(Refusal):
    code: ClassVar[str] = "impossible-date"
    sentence = _("The letter gives a date that does not exist: %(phrase)s.")
    remedy = _("Ask who signed it for the right date, and put it right beside the letter, or in its text.")


class LaunchedBefore(Refusal):
    code: ClassVar[str] = "launched-before"
    sentence = _("Letter %(number)s, “%(subject)s”, has already been launched.")
    remedy = _("Follow it in its tracking table; a changed letter needs a number and date of its own.")


class MayNotLaunch(Refusal):
    code: ClassVar[str] = "may-not-launch"
    sentence = _("“%(user)s” holds no office that may launch a circular.")
    remedy = _("Name a user whose post has the role of owner, or ask an administrator for that role.")


class AnswerClosed(Refusal):
    code: ClassVar[str] = "answer-closed"
    sentence = _("The answer of %(unit)s has been sent, or the unit is exempt: it cannot be changed here.")
    remedy = _(
        "Take it back, as long as the owner has not opened it, or call the owner and have it sent back."
    )


class AskClosed(Refusal):
    code: ClassVar[str] = "ask-closed"
    sentence = _("Answers to “%(ask)s” are no longer taken.")
    remedy = _("Call the owner of the matter, who can open it again.")


class NotInThatState(Refusal):
    code: ClassVar[str] = "state-moved-on"
    sentence = _("This cannot be done now: the answer of %(unit)s is “%(state)s”.")
    remedy = _("Look at the page again; somebody may have acted in the meantime.")


class BelowMinimum(Refusal):
    code: ClassVar[str] = "below-minimum"
    sentence = _("%(unit)s has sent %(taken)s of the %(min)s that are asked for.")
    remedy = _(
        "Send it back with a remark, or wait for what the unit adds; it may also be exempted from the rest."
    )


class NotLater(Refusal):
    code: ClassVar[str] = "not-later"
    sentence = _("%(date)s is not later than the date that stands.")
    remedy = _("Give a later date; a deadline is only ever moved on.")


class NothingToExtend(Refusal):
    code: ClassVar[str] = "nothing-to-extend"
    sentence = _("%(unit)s owes nothing more that has a date.")
    remedy = _("Look at the page again.")


class RequestWaiting(Refusal):
    code: ClassVar[str] = "request-waiting"
    sentence = _("%(unit)s has already asked for more time, until %(date)s.")
    remedy = _("Wait for the owner, or call about another date.")


class RequestDecided(Refusal):
    code: ClassVar[str] = "request-decided"
    sentence = _("The request of %(unit)s for more time has already been decided.")
    remedy = _("Look at the page again.")


class ClosedBefore(Refusal):
    code: ClassVar[str] = "closed-before"
    sentence = _("“%(ask)s” is already closed, or already open again.")
    remedy = _("Look at the page again; somebody may have acted in the meantime.")


class ProposalUnclear(Refusal):
    code: ClassVar[str] = "proposal-unclear"
    sentence = _("What was typed is not clear: %(typed)s.")
    remedy = _("Correct it, or empty the field.")


class ProposalChanged(Refusal):
    code: ClassVar[str] = "proposal-changed"
    sentence = _("The proposal was changed in another window after you opened this page.")
    remedy = _("Look at what stands below, then press the button again.")


class NobodyToRemind(Refusal):
    code: ClassVar[str] = "nobody-to-remind"
    sentence = _("There is no unit of this kind that has yet to send anything.")
    remedy = _("Choose others, or go back to the tracking table.")


class UnitsChanged(Refusal):
    code: ClassVar[str] = "units-changed"
    sentence = _(
        "It would go to %(now)s units now, not to %(seen)s: meanwhile some have sent or their state has changed."
    )
    remedy = _("Look at the new numbers below and send it again.")


class RemindedRecently(Refusal):
    code: ClassVar[str] = "reminded-recently"
    sentence = _("%(count)s units were reminded of this letter less than four hours ago, at %(time)s.")
    remedy = _("Tick the box if they should be reminded once more, or wait.")
