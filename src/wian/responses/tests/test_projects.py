import csv
import re
from io import BytesIO, StringIO

from django.urls import reverse
from openpyxl import load_workbook

from wian.initiatives.models import Issue
from wian.responses.models import SATANG, Proposal
from wian.responses.queries import submitted_projects
from wian.responses.queries.coverage import coverage_of
from wian.responses.tests.unit import browser

WIDTH = 20  # eleven columns, and the nine of the full form


def page_of(story, who="owner"):
    return browser(who).get(reverse("responses:projects", args=[story.circular.pk]))


def sheet_of(story):
    answered = browser("owner").get(reverse("responses:projects_sheet", args=[story.circular.pk]))
    return list(load_workbook(BytesIO(answered.getvalue())).active.values)


def test_projects_are_those_of_submitted_answers_under_their_issues(story):
    strands = coverage_of(story.circular)
    assert [strand.pillar.title for strand in strands] == ["การยกระดับบริการ", "การพัฒนาคนทำงาน"]
    found = [
        (group.issue, project) for strand in strands for group in strand.groups for project in group.projects
    ]
    assert {project for _, project in found} == set(submitted_projects(story.circular))
    assert all(project.issue == issue for issue, project in found)
    page = page_of(story).content.decode()
    assert "โครงการรับชำระค่าธรรมเนียมด้วยคิวอาร์โค้ดทุกจุดบริการ" not in page, "still in preparation"


def test_issues_without_a_project_are_named(story):
    covered = set(submitted_projects(story.circular).values_list("issue", flat=True))
    missing = Issue.objects.filter(pillar__initiative=story.circular.initiative).exclude(pk__in=covered)
    said = re.findall(r"ยังไม่มีโครงการ: ([^<]+)<", page_of(story).content.decode())
    assert missing
    assert sorted(title for line in said for title in line.strip().split(", ")) == sorted(
        issue.title for issue in missing
    )


def test_a_letter_without_a_framework_lists_them_all(story):
    Proposal.objects.update(issue=None)
    Issue.objects.all().delete()
    [strand] = coverage_of(story.circular)
    assert (strand.pillar, strand.count) == (None, submitted_projects(story.circular).count())
    assert "ยังไม่ระบุประเด็น" not in page_of(story).content.decode()


def test_the_spreadsheet_says_the_same_in_the_same_order(story):
    project = submitted_projects(story.circular).exclude(satang=None)[0]
    Proposal.objects.filter(pk=project.pk).update(rationale="มีผู้ร้องเรียนมาก", satang=123_456_50)
    rows = sheet_of(story)
    assert [len(row) for row in rows[3:]] == [WIDTH] * (submitted_projects(story.circular).count() + 1)
    order = [
        project.title
        for strand in coverage_of(story.circular)
        for group in strand.groups
        for project in group.projects
    ]
    assert [(row[0], row[1]) for row in rows[4:]] == list(enumerate(order, start=1))
    [row] = [row for row in rows if row[1] == project.title]
    assert (row[7], row[11]) == (12_345_650 / SATANG, "มีผู้ร้องเรียนมาก")
    assert "บันทึกแทน" in row[10]


def test_the_one_for_other_programs_has_the_same_rows(story):
    url = reverse("responses:projects_csv", args=[story.circular.pk])
    text = browser("owner").get(url).getvalue().decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert [row[:6] for row in rows] == [
        ["" if value is None else str(value) for value in row[:6]] for row in sheet_of(story)[3:]
    ]
    assert len(rows) == submitted_projects(story.circular).count() + 1


def test_what_stands_under_no_issue_comes_last(story):
    last = submitted_projects(story.circular)[0]
    Proposal.objects.filter(pk=last.pk).update(issue=None)
    assert sheet_of(story)[-1][1] == last.title


def test_an_outsider_gets_404(story):
    for name in ("projects", "projects_sheet", "projects_csv"):
        url = reverse(f"responses:{name}", args=[story.circular.pk])
        assert browser("outsider").get(url).status_code == 404, name


def test_the_page_asks_no_more_with_more_projects(story, asks_no_more_with_more_rows):
    model = submitted_projects(story.circular)[0]

    def add(count: int) -> None:
        for _ in range(count):
            model.pk = None
            model.save()

    asks_no_more_with_more_rows(
        browser("owner"), reverse("responses:projects", args=[story.circular.pk]), add
    )
