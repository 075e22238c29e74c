"""The matrix as a spreadsheet, read back."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from wian.accounts.tests.support import enter
from wian.asks.queries import matrix, progress_of
from wian.asks.tests.support import address_more
from wian.circulars.models import Recipient
from wian.desks.story import DOORS, OTHERS
from wian.directory.models import Unit
from wian.kit import clock

TITLE = 3  # lines above the header
READERS = {"owner", "executive", "signatory", "secretary", "auditor"}


@pytest.fixture
def url(story) -> str:
    return reverse("asks:matrix_sheet", args=[story.circular.pk])


def sheet_of(answered):
    return load_workbook(BytesIO(answered.getvalue())).active


def test_who_follows_the_campaign_may_take_it_away(url):
    answered = {part: enter(part).get(url).status_code for part in (*DOORS, *OTHERS)}
    assert answered == {part: 200 if part in READERS else 404 for part in (*DOORS, *OTHERS)}


def test_it_is_a_download(story, url):
    answered = enter("owner").get(url)
    assert (
        answered.headers["Content-Type"]
        == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    name = f"matrix-{story.circular.pk}.xlsx"
    assert answered.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_it_holds_what_the_matrix_shows(story, url):
    everything = list(sheet_of(enter("owner").get(url)).iter_rows(values_only=True))
    header, *rows = everything[TITLE:]
    found = matrix(story.circular, at=clock.now(), size=None)
    assert len(header) == 2 + 4 * 2 + 2
    assert all(header)
    assert [header[2], header[6]] == [ask.get_kind_display() for ask in found.asks]
    assert [told(row) for row in rows] == [
        (
            row.recipient.order,
            row.recipient.unit.name,
            *((str(cell.label), cell.obligation.sent or 0, cell.obligation.max or 1) for cell in row.cells),
            str(row.call),
            row.call.phone if row.call else None,
        )
        for row in found.rows
    ]
    assert [row[1] for row in rows] == list(story.cast.units)
    assert sum(row[7] for row in rows) == progress_of(story.circular).names > 0, "only what was sent"


def told(row: tuple) -> tuple:
    """A line of the sheet with the three columns of each ask together, its remarks left out."""
    return (*row[:2], row[2:5], row[6:9], *row[10:])


def test_above_it_stands_which_letter_it_is_about(story, url):
    lines = [row[0] for row in sheet_of(enter("owner").get(url)).iter_rows(max_row=TITLE, values_only=True)]
    assert story.circular.letter.number in lines[0]
    assert lines[1] == story.circular.letter.subject


def test_the_facts_beside_a_state_are_remarks(story, url):
    rows = list(sheet_of(enter("owner").get(url)).iter_rows(min_row=TITLE + 2, values_only=True))
    remarks = {row[1]: row[5::4][:2] for row in rows if any(row[5::4][:2])}
    with translation.override("th"):
        cells = {row.recipient.unit.name: row.cells for row in matrix(story.circular, at=clock.now()).rows}
        facts = {
            unit: [[str(label) for _, label in cell.facts] for cell in row] for unit, row in cells.items()
        }
    assert set(remarks) == {unit for unit, row in facts.items() if any(row)} | {"กองความร่วมมือระหว่างประเทศ"}
    assert remarks["กองสื่อสารองค์กร"] == tuple(", ".join(each) for each in facts["กองสื่อสารองค์กร"])
    assert remarks["กองความร่วมมือระหว่างประเทศ"] == (None, "แจ้งว่าไม่มี")


def test_what_is_filtered_is_what_is_taken_away(story, url):
    rows = list(sheet_of(enter("owner").get(url, {"show": "accepted"})).iter_rows(values_only=True))[
        TITLE + 1 :
    ]
    found = matrix(story.circular, at=clock.now(), show="accepted", size=None)
    assert [row[1] for row in rows] == [row.recipient.unit.name for row in found.rows] != []


def test_all_units_are_on_it_however_many(story, url):
    address_more(story.circular, 120)
    assert sheet_of(enter("owner").get(url)).max_row == TITLE + 1 + 137


@pytest.mark.parametrize("name", ["=1+1", "+66 2", "-1", "@cmd", '=HYPERLINK("https://example.com")'])
def test_a_name_is_never_a_formula(story, url, name):
    first = Recipient.objects.get(circular=story.circular, order=1)
    Unit.objects.filter(pk=first.unit_id).update(name=name)
    cell = sheet_of(enter("owner").get(url)).cell(row=TITLE + 2, column=2)
    assert (cell.value, cell.data_type) == (name, "s")
