"""What a paper says is what its reader reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from saraban import read
from saraban.paper import (
    ACTING,
    KINDS,
    Paper,
    Signatory,
    body_of,
    example,
    lines_of,
    printed,
    signature_of,
    text_of,
)
from saraban.paper.__main__ import page

READ_AS = {"minutes": "report", "certificate": "other", "cover_memo": "memo"}
DOCS = Path(__file__).parents[4] / "docs" / "paper.md"


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_is_read(kind: str) -> None:
    paper = printed(example(kind))
    seen = read(text_of(paper))
    assert seen.kind == READ_AS.get(kind, kind)
    assert (seen.number or "", seen.urgency or "") == (paper.number, paper.urgency)
    assert (seen.subject or "", seen.addressee or "") == (paper.subject, paper.addressee)
    assert (seen.references, seen.enclosures) == (paper.references, paper.enclosures)
    signs = paper.meeting.taker if paper.meeting else paper.signatory
    assert (seen.signatory or "", seen.position or "") == (signs.name, " ".join(signature_of(signs)[1:]))
    if paper.meeting is None:
        assert seen.date == paper.date
        assert paper.agency.startswith(seen.agency or "?")


@pytest.mark.parametrize("secrecy", ["", "ลับที่สุด"])
@pytest.mark.parametrize("kind", ["memo", "external"])
def test_a_paper_without_number_and_date_is_read_too(kind: str, secrecy: str) -> None:
    draft = replace(example(kind), number="", date=None, secrecy=secrecy)
    seen = read(text_of(draft))
    assert (seen.kind, seen.number, seen.date, seen.secrecy or "") == (kind, None, None, secrecy)
    assert (seen.subject, seen.addressee) == (draft.subject, draft.addressee)


def test_asks_days_and_numbers_come_back() -> None:
    seen = read(text_of(printed(example("memo"))))
    assert [(ask.kind, ask.deadline) for ask in seen.asks] == [
        ("nominate", date(2026, 11, 30)),
        ("propose", date(2026, 12, 4)),
    ]
    assert {quota.unit: quota.count for quota in seen.quotas} == {
        "กองบริหารทรัพยากรบุคคล": 2, "กองการคลังและพัสดุ": 2, "กองนโยบายและแผนงาน": 2, "ศูนย์ข้อมูลและดิจิทัล": 1
    }  # fmt: skip
    assert not seen.conflicts
    assert read(text_of(printed(example("stamped")))).deadlines == (date(2026, 12, 15),)


@pytest.mark.parametrize("acting", ACTING)
def test_who_acts_for_another_is_read(acting: str) -> None:
    signs = Signatory("นางแก้ว ใจดี", "รองอธิบดีกรมสวนสาธารณะ", acting, "อธิบดีกรมสวนสาธารณะ")
    seen = read(text_of(replace(example("external"), signatory=signs)))
    assert (seen.signatory, seen.position) == (
        "นางแก้ว ใจดี",
        f"รองอธิบดีกรมสวนสาธารณะ {ACTING[acting]} อธิบดีกรมสวนสาธารณะ",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_paper_has_its_form(kind: str) -> None:
    assert "\n".join(lines_of(Paper(kind))) == text_of(Paper(kind))
    assert all(lines_of(Paper(kind)))


def test_several_enclosures_are_numbered_and_one_is_not() -> None:
    paper = Paper("external", enclosures=("กำหนดการ",), references=("หนังสือก", "หนังสือข"))
    assert "สิ่งที่ส่งมาด้วย กำหนดการ" in lines_of(paper)
    assert {"อ้างถึง ๑. หนังสือก", "๒. หนังสือข"} <= {*lines_of(paper)}


def test_a_table_stands_in_the_text_row_by_row() -> None:
    body = body_of("ส่งตามบัญชี\nหน่วยงาน | คน\nกองคลัง | ๒")
    assert lines_of(Paper("memo", body=body))[-3:] == ["ส่งตามบัญชี", "หน่วยงาน\tคน", "กองคลัง\t๒"]


def test_the_page_of_the_docs_has_not_drifted() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run `python -m saraban.paper > docs/paper.md`"
