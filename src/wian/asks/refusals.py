from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class FileUnreadable(Refusal):
    """The one refusal with exit code 2 on the command line. `why` is one of WHY_UNREADABLE."""

    code: ClassVar[str] = "unreadable"
    sentence = _("The file “%(file)s” cannot be read: %(why)s.")
    remedy = _("Give the letter as plain text (.txt), in UTF-8 or Windows Thai.")


# By saraban's code for it; whatever is not here is a file of another kind.
WHY_UNREADABLE = {
    "missing": _("there is no such file, or it may not be opened"),
    "empty": _("it is empty"),
    "undecodable": _("its characters are in no known encoding"),
}
OTHER_KIND = _("it is not plain text")


class NotALetter(Refusal):
    code: ClassVar[str] = "not-a-letter"
    sentence = _("“%(file)s” is not an official letter.")
    remedy = _("Read in the text of the letter itself, from its header to its signature.")


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
        "Add the list of units to the text, each on a line with its number of people, and read it in again."
    )


class ImpossibleDate(Refusal):
    code: ClassVar[str] = "impossible-date"
    sentence = _("The letter gives a date that does not exist: %(phrase)s.")
    remedy = _("Ask who signed it for the right date, correct the text and read it in again.")


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
    sentence = _("The answer of %(unit)s has been submitted and can no longer be changed here.")
    remedy = _("It stays as it was sent; tell each other by telephone what must be corrected.")


class NotInThatState(Refusal):
    code: ClassVar[str] = "state-moved-on"
    sentence = _("This cannot be done now: the answer of %(unit)s is “%(state)s”.")
    remedy = _("Look at the page again; somebody may have acted in the meantime.")


class BelowMinimum(Refusal):
    code: ClassVar[str] = "below-minimum"
    sentence = _("%(unit)s has sent %(taken)s of the %(min)s that are asked for.")
    remedy = _("It stays submitted. Call the unit to learn why something is missing.")
