import csv
import re
from io import BytesIO, StringIO
from uuid import uuid4

from conftest import TOLD
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from wian.asks.queries import progress_of
from wian.responses.commands.sign_off import sign_off
from wian.responses.queries import submitted_names
from wian.responses.tests.unit import browser, form


def test_names_are_those_of_submitted_answers(story, unit):
    names = [str(name) for name in submitted_names(story.circular)]
    assert len(names) == progress_of(story.circular).names == 11
    assert "นายภูริเดช คำแสน" not in names, "still in preparation"
    assert names[:2] == ["นายปฏิพล วัฒนกุล", "นางสาวศศิธร เจริญผล"]


def test_the_spreadsheet_says_the_same(story):
    sheet = browser("owner").get(reverse("responses:names_sheet", args=[story.circular.pk]))
    rows = list(load_workbook(BytesIO(sheet.getvalue())).active.values)
    assert [row[1] for row in rows[4:]] == [str(name) for name in submitted_names(story.circular)]
    assert rows[3] == ("ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด", "โทร.", "หมายเหตุ")
    unconfirmed = [row[3] for row in rows[4:] if row[5]]
    assert unconfirmed == ["กองสื่อสารองค์กร"] * 2, "recorded for the unit, not yet confirmed"
    assert rows[1][0] == story.circular.letter.subject, "three lines of title stand above the header"


def csv_of(story) -> list[list[str]]:
    sheet = browser("owner").get(reverse("responses:names_csv", args=[story.circular.pk]))
    return list(csv.reader(StringIO(sheet.getvalue().decode("utf-8-sig"))))


def test_so_does_the_one_for_other_programs(story):
    url = reverse("responses:names_sheet", args=[story.circular.pk])
    sheet = load_workbook(BytesIO(browser("owner").get(url).getvalue())).active
    rows = [["" if value is None else str(value) for value in row] for row in sheet.values][3:]
    assert csv_of(story) == rows
    assert len(rows) == 1 + 11


def test_both_ask_no_more_with_more_names(story, unit):
    model = submitted_names(story.circular)[0]
    url = "responses:names_sheet", "responses:names_csv"
    owner = browser("owner")

    def questions() -> list[int]:
        counts = []
        for name in url:
            with CaptureQueriesContext(connection) as asked:
                owner.get(reverse(name, args=[story.circular.pk])).getvalue()
            counts.append(len(asked))
        return counts

    questions()
    few = questions()
    for _ in range(30):
        model.pk, model.person_key = None, str(uuid4())
        model.save()
    assert len(csv_of(story)) == 1 + 11 + 30
    assert questions() == few


def test_what_looks_like_a_formula_stays_text(story, unit):
    unit.add("=HYPERLINK(1)", "สูตร", title="")
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    sheet = browser("owner").get(reverse("responses:names_sheet", args=[story.circular.pk]))
    cells = [cell for row in load_workbook(BytesIO(sheet.getvalue())).active.rows for cell in row]
    [cell] = [cell for cell in cells if str(cell.value).startswith("=")]
    assert cell.data_type == "s"
    assert any(row[1].startswith("'=") for row in csv_of(story))


def test_a_character_no_spreadsheet_knows_is_left_out(story, unit):
    typed = {"given_name": "จิรา\u000bพร", "family_name": "คำดี", "post": "นิติกร", "phone": "0812345678"}
    added = browser("preparer").post(reverse("responses:nominate", args=[unit.places.pk]), form(**typed))
    assert added.status_code == 302
    sign_off(unit.recipient, by=unit.head, at=TOLD)
    sheet = browser("owner").get(reverse("responses:names_sheet", args=[story.circular.pk]))
    assert sheet.status_code == 200
    assert "จิราพร คำดี" in [row[1] for row in load_workbook(BytesIO(sheet.getvalue())).active.values]


def test_the_page_has_the_columns_marks_what_was_told_and_leads_to_where_it_comes_from(story):
    page = browser("owner").get(reverse("responses:names", args=[story.circular.pk])).content.decode()
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', page) == [
        "ลำดับ",
        "ชื่อ - สกุล",
        "ตำแหน่ง",
        "สังกัด",
        "โทร.",
    ]
    assert page.count("บันทึกแทน") == 2
    for person in submitted_names(story.circular):
        assert reverse("responses:lineage", args=[person.pk]) in page


def test_the_page_asks_no_more_with_more_names(story, asks_no_more_with_more_rows):
    model = submitted_names(story.circular)[0]

    def add(count: int) -> None:
        for _ in range(count):
            model.pk, model.person_key = None, str(uuid4())
            model.save()

    asks_no_more_with_more_rows(browser("owner"), reverse("responses:names", args=[story.circular.pk]), add)
