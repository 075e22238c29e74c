from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class LetterOnFile(Refusal):
    code: ClassVar[str] = "letter-on-file"
    sentence = _("Letter %(number)s of this date is already on file.")
    remedy = _("Check number and date of the letter in your hand.")
