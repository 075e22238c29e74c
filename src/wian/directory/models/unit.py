import re

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from saraban.words import fold


class UnitType(models.TextChoices):
    MINISTRY = "ministry", pgettext_lazy("unit type", "ministry")
    DEPARTMENT = "department", pgettext_lazy("unit type", "department")
    INSTITUTE = "institute", pgettext_lazy("unit type", "institute")
    BUREAU = "bureau", pgettext_lazy("unit type", "bureau")
    OFFICE = "office", pgettext_lazy("unit type", "office")
    DIVISION = "division", pgettext_lazy("unit type", "division")
    CENTRE = "centre", pgettext_lazy("unit type", "centre")
    GROUP = "group", pgettext_lazy("unit type", "group")
    SECTION = "section", pgettext_lazy("unit type", "section")
    PROVINCE = "province", pgettext_lazy("unit type", "province")
    OTHER = "other", pgettext_lazy("unit type", "other unit")

    @classmethod
    def of(cls, name: str) -> "UnitType":
        """The type that a unit's name begins with; OTHER when it says none."""
        return next((cls(type_) for start, type_ in BEGINNINGS.items() if name.startswith(start)), cls.OTHER)

    @property
    def rank(self) -> int:
        """How high such a unit stands in an agency's name: 0 is the highest."""
        return RANKS.get(self, len(RANKS))


# How a unit's name begins says what it is. A longer beginning stands before the shorter one it contains.
BEGINNINGS = {
    "กระทรวง": UnitType.MINISTRY,
    "กรม": UnitType.DEPARTMENT,
    "สถาบัน": UnitType.INSTITUTE,
    "สำนักงาน": UnitType.OFFICE,
    "สำนัก": UnitType.BUREAU,
    "กอง": UnitType.DIVISION,
    "ศูนย์": UnitType.CENTRE,
    "กลุ่ม": UnitType.GROUP,
    "ส่วน": UnitType.SECTION,
    "ฝ่าย": UnitType.SECTION,
    "จังหวัด": UnitType.PROVINCE,
}
# What stands above what; all the rest is below.
RANKS = {
    UnitType.MINISTRY: 0,
    UnitType.DEPARTMENT: 1,
    UnitType.PROVINCE: 1,
    UnitType.OFFICE: 2,
    UnitType.INSTITUTE: 2,
    UnitType.BUREAU: 3,
    UnitType.DIVISION: 3,
    UnitType.CENTRE: 3,
    UnitType.GROUP: 4,
}


class Unit(models.Model):
    """A unit of government. `path` is its place in the tree ("/1/4/", itself last)."""

    name = models.CharField(max_length=300)
    key = models.TextField(db_index=True, help_text="the name folded for comparing")
    type = models.CharField(max_length=20, choices=UnitType.choices, default=UnitType.OTHER)
    code = models.CharField(max_length=40, blank=True, help_text="letter code as on paper, such as กษ ๐๓๐๑")
    abbreviation = models.TextField(blank=True, help_text="as on paper; several with commas: กบค., กองบุคคล")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=200, db_index=True, default="")
    phone = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "key"], name="unit_once_under_its_parent"),
            models.UniqueConstraint(fields=["key"], condition=Q(parent=None), name="unit_once_at_the_top"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ancestors(self) -> list[int]:
        """The ids on the way down from the top, the unit's own last."""
        return [int(step) for step in self.path.strip("/").split("/")]

    @property
    def abbreviations(self) -> list[str]:
        """Folded for comparing."""
        return [key for one in re.split(r"[,\n]", self.abbreviation) if (key := fold(one))]
