from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class UnitExists(Refusal):
    code: ClassVar[str] = "unit-exists"
    sentence = _("The directory already has a unit called “%(name)s”.")
    remedy = _("Use that unit, or give the new one a name that tells them apart.")


class UnitAmbiguous(Refusal):
    code: ClassVar[str] = "unit-ambiguous"
    sentence = _("The directory has more than one unit called “%(name)s”.")
    remedy = _("Say which of them is meant, or give one of them a name that tells them apart.")


class UnitNameTooLong(Refusal):
    code: ClassVar[str] = "unit-name-too-long"
    sentence = _("“%(name)s…” is too long for the name of a unit.")
    remedy = _("Check where the name ends: each unit stands on a line of its own.")


class UnitNameMissing(Refusal):
    code: ClassVar[str] = "unit-name-missing"
    sentence = _("A unit has no name.")
    remedy = _("Write the name of the unit as it stands in the letter.")
