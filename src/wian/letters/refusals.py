from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class LetterOnFile(Refusal):
    code: ClassVar[str] = "letter-on-file"
    sentence = _("Letter %(number)s of this date is already on file.")
    remedy = _("Check number and date of the letter in your hand.")


class CodeMissing(Refusal):
    code: ClassVar[str] = "code-missing"
    sentence = _("“%(unit)s” has no letter code, so its letters can get no number.")
    remedy = _("Ask the administrator to enter the code that stands on its letters.")


class MayNotNumber(Refusal):
    code: ClassVar[str] = "may-not-number"
    sentence = _("“%(user)s” does not give the letters of this unit their numbers.")
    remedy = _("Ask the clerk or the head of the unit.")


class NumberNotReserved(Refusal):
    code: ClassVar[str] = "number-not-reserved"
    sentence = _("Number %(number)s is not reserved any more.")
    remedy = _("See in the register what became of it, and take another number.")


class EmblemMissing(Refusal):
    code: ClassVar[str] = "emblem-missing"
    sentence = _("There is no emblem yet for the papers of %(unit)s.")
    remedy = _("Ask the administrator to upload it; then sign or number this letter again.")


class NotTheSigner(Refusal):
    code: ClassVar[str] = "not-the-signer"
    sentence = _("%(title)s is not the office that signs this letter.")
    remedy = _("Have it signed by that office, or send the draft back and choose another one.")


class SignedByAnother(Refusal):
    """`name` stands in the signature block, `signer` is about to sign."""

    code: ClassVar[str] = "signed-by-another"
    sentence = _("The signature block names %(name)s, and you are %(signer)s.")
    remedy = _("Send the draft back so that the block names who signs and how, acting included.")


class PaperChanged(Refusal):
    code: ClassVar[str] = "paper-changed"
    sentence = _("The letter was changed or moved on after you opened this page.")
    remedy = _("Read it as it stands now, then go on.")


class CertificateMissing(Refusal):
    code: ClassVar[str] = "certificate-missing"
    sentence = _("There is no certificate for the papers of %(unit)s.")
    remedy = _("Leave the pass phrase empty, or ask the administrator to upload the certificate.")


class CertificateRefused(Refusal):
    """`why` is a sentence of the library's: wrong pass phrase, no certificate, not valid on that day."""

    code: ClassVar[str] = "certificate-refused"
    sentence = _("The certificate cannot be used: %(why)s")
    remedy = _("Type the pass phrase again, or choose another certificate.")


class DayAhead(Refusal):
    code: ClassVar[str] = "day-ahead"
    sentence = _("That day has not come yet.")
    remedy = _("Give today, or an earlier day.")


class BeforeSignature(Refusal):
    code: ClassVar[str] = "before-signature"
    sentence = _("The letter was signed on %(day)s, after that day.")
    remedy = _("Give a day from then on, or use a number that was reserved for an earlier day.")


class NumberElsewhere(Refusal):
    code: ClassVar[str] = "number-elsewhere"
    sentence = _("A letter with number %(number)s and this date is already on file.")
    remedy = _("Reserve that number in the register and cancel it with the reason; then try again.")


class ScanThere(Refusal):
    code: ClassVar[str] = "scan-there"
    sentence = _("The scan of this letter is already on file, or it was not signed on paper.")
    remedy = _("Look at the page again.")


class NotAScan(Refusal):
    code: ClassVar[str] = "not-a-scan"
    sentence = _("The file “%(file)s” is no scan.")
    remedy = _("Choose a PDF, JPG or PNG of the signed paper.")


class NoLongerHolds(Refusal):
    code: ClassVar[str] = "no-longer-holds"
    sentence = _("That letter has already been replaced or cancelled.")
    remedy = _("Look at the page again; choose a letter that holds.")


class CannotBePrinted(Refusal):
    """`why` is the library's sentence about a letter that paper cannot show."""

    code: ClassVar[str] = "cannot-be-printed"
    sentence = _("The letter cannot be printed: %(why)s")
    remedy = _("Send the draft back, and have that changed.")


class EmblemUndrawn(Refusal):
    code: ClassVar[str] = "emblem-undrawn"
    sentence = _("The file “%(file)s” could not be drawn on a sheet of paper.")
    remedy = _("Save it again as plain SVG or PNG, and choose that.")


class PictureUndrawn(Refusal):
    code: ClassVar[str] = "picture-undrawn"
    sentence = _("The picture of the signature could not be drawn on the paper.")
    remedy = _("Save it again as PNG, and choose that; or sign without it.")


class SecretPaper(Refusal):
    code: ClassVar[str] = "secret-paper"
    sentence = _("A letter with a level of secrecy is not written here.")
    remedy = _("Handle it by the regulation on official secrets; give this draft up.")


class MayNotWrite(Refusal):
    code: ClassVar[str] = "may-not-write"
    sentence = _("“%(user)s” does not write the letters of %(unit)s.")
    remedy = _("Ask somebody of that unit.")


class MayNotCheck(Refusal):
    code: ClassVar[str] = "may-not-check"
    sentence = _(
        "“%(user)s” may not check this draft: another of its unit than saved it last or put it forward does."
    )
    remedy = _("Ask a colleague or the head of the unit to check it, or to put it forward.")


class DraftChanged(Refusal):
    code: ClassVar[str] = "draft-changed"
    sentence = _(
        "Somebody saved this draft while you were writing. What you typed is still here, and not saved."
    )
    remedy = _("Compare the two below, then save yours over it, or leave the page to keep theirs.")


class DraftNotOpen(Refusal):
    code: ClassVar[str] = "draft-not-open"
    sentence = _("“%(subject)s” is not being written any more, so it cannot be changed.")
    remedy = _("Have it sent back first; what is issued stays as it is.")


class DraftMoved(Refusal):
    code: ClassVar[str] = "draft-moved"
    sentence = _("“%(subject)s” was changed or moved on meanwhile. It is now: %(state)s.")
    remedy = _("Open it again to see what can be done now.")


class MayNotReturn(Refusal):
    code: ClassVar[str] = "may-not-return"
    sentence = _("“%(user)s” may not send this draft back.")
    remedy = _("Its unit does, and who is to sign it once it was passed.")


class RegisteredBefore(Refusal):
    code: ClassVar[str] = "registered-before"
    sentence = _("Letter %(number)s of this date is already in your unit's register.")
    remedy = _("Find it in the register; check number and date of the letter in your hand.")


class NumberGivenBefore(Refusal):
    code: ClassVar[str] = "number-given-before"
    sentence = _("This letter already has its register number, %(number)s.")
    remedy = _("Nothing more is to be done.")


class BeforeDraft(Refusal):
    code: ClassVar[str] = "before-draft"
    sentence = _("The paper was begun on %(day)s, so it cannot have been signed before that day.")
    remedy = _("Give the day on which it was signed.")


class ReservedForThePast(Refusal):
    code: ClassVar[str] = "reserved-for-the-past"
    sentence = _("A number is reserved for today or a later day, not for one that is over.")
    remedy = _(
        "Give today or a later day. A letter that was signed earlier is numbered with its own date; the register shows it."
    )
