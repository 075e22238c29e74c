"""A paper as JSON: what goes in comes out, and what is no paper is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from saraban.errors import NotAPaper
from saraban.paper import KINDS, Paper, example, paper_of, schema, to_json
from saraban.paper.tests.papers import anything, papers
from saraban.tests.support import unhurried

TABLE = {"kind": "table", "table": {"header": ["ลำดับ", "หน่วยงาน"], "rows": [["๑", "กองคลัง"], ["๒"]]}}


@unhurried
@given(papers(anything))
def test_a_paper_comes_back_from_its_json(paper: Paper) -> None:
    assert paper_of(json.loads(json.dumps(to_json(paper)))) == paper


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_an_example_of_every_kind(kind: str) -> None:
    assert example(kind).kind == kind
    assert paper_of(to_json(example(kind))) == example(kind)


def test_what_is_empty_is_left_out() -> None:
    assert to_json(Paper("memo", subject="แจ้งผล")) == {"kind": "memo", "subject": "แจ้งผล"}


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "เอกสาร"),
        ({}, "kind"),
        ({"kind": "letter"}, "kind"),
        ({"kind": "memo", "urgency": "มาก"}, "urgency"),
        ({"kind": "memo", "subjekt": "แจ้งผล"}, "subjekt"),
        ({"kind": "memo", "subject": 5}, "subject"),
        ({"kind": "memo", "subject": None}, "subject"),
        ({"kind": "memo", "subject": "\ud800"}, "subject"),
        ({"kind": "memo", "address": "กรุงเทพฯ"}, "address"),
        ({"kind": "memo", "date": "๒๓ พ.ย. ๖๙"}, "date"),
        ({"kind": "memo", "date": 20261123}, "date"),
        ({"kind": "memo", "signatory": {"acting": "แทน"}}, "signatory.acting"),
        ({"kind": "memo", "body": [{"kind": "point", "level": 0}]}, "body[0].level"),
        ({"kind": "memo", "body": [{"kind": "point", "level": True}]}, "body[0].level"),
        ({"kind": "memo", "body": [{"kind": "list"}]}, "body[0].kind"),
        ({"kind": "memo", "body": [{"kind": "table"}]}, "body[0]"),
        ({"kind": "memo", "body": [{"kind": "paragraph"}, TABLE]}, "body[1].table.rows[1]"),
        (
            {"kind": "memo", "body": [{"kind": "table", "table": {"header": [], "rows": []}}]},
            "body[0].table.header",
        ),
        ({"kind": "minutes", "meeting": {"present": []}}, "meeting.title"),
    ],
)
def test_what_is_no_paper_is_refused_with_its_place(data: Any, where: str) -> None:
    with pytest.raises(NotAPaper) as refused:
        paper_of(data)
    assert refused.value.where == where
    assert refused.value.sentence


def test_the_schema_names_every_field_and_says_what_it_is() -> None:
    described = schema()
    for one in (described, *described["$defs"].values()):
        assert all(told.get("description") for told in one["properties"].values())
    assert {*described["properties"]} == {*Paper.__dataclass_fields__}
    assert described["properties"]["kind"]["enum"] == [*KINDS]
    assert json.dumps(described)
