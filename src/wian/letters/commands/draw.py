"""The next number of a series: never twice, none left out, however many people draw at once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from wian.directory.models import Unit
from wian.letters.models import Series
from wian.letters.refusals import CodeMissing


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number that was just drawn for a unit, of its series."""

    unit: Unit
    series: Series
    number: int


def draw(unit: Unit, kind: str, *, on: date) -> Drawn:
    """Draw the next number of the unit's series of that kind (`Series.Kind`) in the calendar year of `on`. Raises CodeMissing.

    Part of the caller's act: the row stays locked until that is done, and an act that is refused leaves no gap.
    """
    if not unit.code:
        raise CodeMissing(unit=unit)
    series, _ = Series.objects.get_or_create(code=unit.code, year=on.year, kind=kind)
    Series.objects.filter(pk=series.pk).update(last=F("last") + 1)
    series.refresh_from_db(fields=["last"])  # nobody else can have moved it since
    return Drawn(unit, series, series.last)
