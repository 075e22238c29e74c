"""What the owner typed on the proposal's page, and what it makes of the reading."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import saraban
from saraban.tests.support import unhurried
from saraban.unit_list import units_in
from wian.asks.corrections import ASKS_AT_MOST, as_read, corrected, typed_in
from wian.asks.corrections.fields import AskFields, LetterFields
from wian.asks.proposal import Limits, Proposal, propose
from wian.asks.tests.letters import ANNEX, DUE, IMPOSSIBLE, NOMINATE, PROPOSE, UNITS, memo
from wian.kit.clock import BANGKOK, end_of

READING = saraban.read(memo(PROPOSE, NOMINATE))


def as_shown(reading: saraban.Reading = READING) -> dict[str, str]:
    """What the page posts when nothing is typed."""
    return as_read(propose(reading))


def with_(reading: saraban.Reading = READING, **typed: str) -> Proposal:
    """The proposal with these fields typed over; ask1_day is the field ask1-day."""
    names = {
        name.replace("_", "-", 1) if name.startswith("ask") else name: text for name, text in typed.items()
    }
    shown = as_shown(reading)
    assert names.keys() <= shown.keys()
    return corrected(reading, {**shown, **names})


def campaign(proposal: Proposal) -> tuple[Any, ...]:
    """What is launched."""
    reading = proposal.reading
    facts = (
        reading.number,
        reading.date,
        reading.subject,
        reading.agency,
        reading.contact,
        reading.contact_phone,
    )
    return facts, proposal.units, proposal.asks, proposal.seats, proposal.unclear


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    "letter",
    [
        memo(PROPOSE, NOMINATE),
        memo(NOMINATE.replace(DUE, "โดยด่วน"), number="", agency=""),
        memo(NOMINATE.replace(DUE, IMPOSSIBLE), annex=None),
        memo(PROPOSE, NOMINATE, "โปรดรายงานผล ภายในวันที่ ๑ ธ.ค. ๒๕๖๙ เวลา ๑๖.๓๐ น.", annex=(*ANNEX, ("กอง กิ่งไม้", 1))),
        memo(NOMINATE).replace("กองกิ่งไม้\t๒ คน", "กองกิ่งไม้").replace("กองรากไม้\t๒ คน", "ศูนย์ไม้ เขต 4"),
    ],
    ids=["two asks", "no date", "no list", "three asks", "a list without numbers"],
)  # fmt: skip
def test_what_is_saved_as_it_was_shown_is_the_same_campaign(letter, language):
    from django.utils import translation

    reading = saraban.read(letter)
    with translation.override(language):
        assert campaign(corrected(reading, as_shown(reading))) == campaign(propose(reading))


class TestTyped:
    def test_facts_of_the_letter(self):
        said = with_(
            number="สธณ 0104/9",
            date="17/11/69",
            subject="ต้นไม้",
            agency="",
            contact="นายใบ",
            contact_phone="1",
        )
        reading = said.reading
        assert (reading.number, reading.circular, reading.date) == ("สธณ 0104/9", False, date(2026, 11, 17))
        assert (reading.subject, reading.agency, reading.contact) == ("ต้นไม้", None, "นายใบ")

    def test_a_date_and_a_time(self):
        said = with_(ask0_day="๑ ธ.ค. ๒๕๖๙", ask0_time="", ask1_day="2/12/2569", ask1_time="๙.๓๐")
        assert [ask.due_at for ask in said.asks] == [
            end_of(date(2026, 12, 1)),
            datetime(2026, 12, 2, 9, 30, tzinfo=BANGKOK),
        ]

    def test_units_and_their_numbers(self):
        said = with_(units="กองใหม่, ๔ คน\nกองรากไม้ 3\nกองกิ่งไม้")
        assert said.units == ("กองใหม่", "กองรากไม้", "กองกิ่งไม้")
        everyone = Limits(2, 2)
        assert said.asks[1].limits == {"กองใหม่": Limits(4, 4), "กองรากไม้": Limits(3, 3), "กองกิ่งไม้": everyone}
        assert (said.seats, set(said.asks[0].limits.values())) == (9, {Limits(1, None)})

    def test_numbers_of_an_ask(self):
        said = with_(ask0_least="๒", ask0_most="5", ask1_listed="", ask1_least="", ask1_most="")
        assert [set(ask.limits.values()) for ask in said.asks] == [{Limits(2, 5)}, {Limits(1, None)}]

    def test_the_list_may_be_for_another_ask(self):
        said = with_(ask0_listed="on", ask1_listed="", ask1_most="2")
        assert [limit.max for limit in said.asks[0].limits.values()] == [2, 2, 1]
        assert {limit.max for limit in said.asks[1].limits.values()} == {2}

    def test_what_is_answered_as_a_whole_is_owed_once(self):
        said = with_(ask1_kind="report", ask1_least="4", ask1_listed="on")
        assert (said.asks[1].kind, set(said.asks[1].limits.values())) == ("report", {Limits(1, None)})

    def test_an_ask_is_left_out(self):
        said = with_(ask0_keep="", ask0_day="นานมาแล้ว")
        assert ([ask.kind for ask in said.asks], said.unclear) == (["nominate"], ())

    @pytest.mark.parametrize(
        ("sentence", "found"),
        [(NOMINATE, NOMINATE), (NOMINATE.replace(" ", "\n"), NOMINATE), ("", ""), ("ไม่มีในหนังสือ", "")],
        ids=["as it stands", "broken otherwise", "none", "another"],
    )
    def test_an_ask_is_added_with_its_sentence(self, sentence, found):
        row = {"ask2-keep": "True", "ask2-kind": "attend", "ask2-what": "ร่วมปลูก", "ask2-sentence": sentence}
        said = corrected(READING, typed_in({**as_shown(), **row}))
        added = said.asks[2]
        assert (added.kind, added.what, READING.text[slice(*added.span)]) == ("attend", "ร่วมปลูก", found)
        told = [question for question in said.questions if "ร่วมปลูก" in question.what]
        assert len(told) == 1 + bool(sentence and not found), "it has no date either"

    def test_an_empty_row_adds_nothing(self):
        shown = as_shown()
        assert typed_in({**shown, "ask2-keep": "True", "ask2-kind": "report", "ask2-what": " "}) == shown


class TestUnclear:
    """It is left out, told, and nothing else is touched."""

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("date", "เมื่อวาน"), ("date", "31/2/69"), ("subject", ""), ("ask0_day", "สิ้นเดือน"), ("ask0_time", "เย็น"),
            ("ask1_time", "25.00"), ("ask0_least", "สอง"), ("ask0_most", "0"), ("ask1_most", "1"), ("ask0_kind", "x"),
            ("ask0_what", ""), ("units", "กองกิ่งไม้\n๒ คน"), ("units", "กองกิ่งไม้ ๒ คน กองรากไม้ ๑ คน"), ("units", "ก" * 301),
        ],
    )  # fmt: skip
    def test_it_is_named(self, field, text):
        said = with_(**{field: text})
        assert len(said.unclear) == 1
        assert text.splitlines()[-1][:20] in said.unclear[0] if text else "“”" in said.unclear[0]

    def test_a_time_without_its_date(self):
        assert len(with_(ask0_day="").unclear) == 1

    def test_the_rest_stands(self):
        said = with_(ask0_day="สิ้นเดือน", subject="ต้นไม้")
        assert (said.reading.subject, said.asks[0].due_at, said.asks[1].due_at) == (
            "ต้นไม้",
            None,
            end_of(date(2026, 11, 30)),
        )


class TestQuestions:
    """What the corrections have settled is asked no more."""

    def codes(self, proposal: Proposal) -> list[str]:
        return [conflict.what for conflict in proposal.reading.conflicts]

    def test_another_list_settles_the_list(self):
        assert self.codes(with_()) == ["quota", "open-range"]
        assert self.codes(with_(units="\n".join(f"{unit} 2" for unit in UNITS))) == ["open-range"]

    def test_other_numbers_settle_a_range(self):
        assert self.codes(with_(ask0_least="2")) == ["quota"]

    def test_another_ask_settles_no_range(self):
        row = {"ask2-keep": "True", "ask2-kind": "attend", "ask2-what": "ร่วมปลูก"}
        assert self.codes(corrected(READING, typed_in({**as_shown(), **row}))) == ["quota", "open-range"]

    def test_a_list_may_contradict_itself_anew(self):
        assert self.codes(with_(units="กองกิ่งไม้ 2\nกอง กิ่งไม้ 1")) == ["open-range", "duplicate-unit"]

    def test_numbers_that_no_ask_takes(self):
        without = len(with_(units="กองกิ่งไม้", ask1_listed="").questions)
        assert len(with_(units="กองกิ่งไม้ 4", ask1_listed="").questions) == without + 1

    def test_a_date_that_cannot_be_is_settled_by_one_that_can(self):
        reading = saraban.read(memo(NOMINATE.replace(DUE, IMPOSSIBLE)))
        assert "impossible-date" in self.codes(with_(reading))
        assert "impossible-date" not in self.codes(with_(reading, ask0_day="28/2/2570"))
        assert "impossible-date" not in self.codes(with_(reading, ask0_keep=""))

    def test_an_impossible_date_of_the_letter_too(self):
        reading = saraban.read(memo(NOMINATE).replace("๑๖ พฤศจิกายน ๒๕๖๙", "๓๑ พฤศจิกายน ๒๕๖๙"))
        assert "impossible-date" in self.codes(with_(reading))
        assert "impossible-date" not in self.codes(with_(reading, date="30/11/2569"))


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("กองคลัง", ("กองคลัง", None)),
        ("กองคลัง\t๒ คน", ("กองคลัง", 2)),
        ("กองคลัง 2", ("กองคลัง", 2)),
        ("กองคลัง, 12คน", ("กองคลัง", 12)),
        ("  ๑๐. กองคลัง   ๒ ราย", ("กองคลัง", 2)),
        ("3\tกองคลัง\t2", ("กองคลัง", 2)),
        ("- กองคลัง;0", ("กองคลัง", 0)),
        ("ศูนย์ เขต ๔,", ("ศูนย์ เขต ๔", None)),
        ("ศูนย์ เขต ๔, 1", ("ศูนย์ เขต ๔", 1)),
        ("สำนักงาน 4.0 (ส่วนกลาง)", ("สำนักงาน 4.0 (ส่วนกลาง)", None)),
    ],
)
def test_a_line_of_the_list(line, row):
    assert units_in(line) == ([row], [])


def test_a_digest_tells_any_two_campaigns_apart():
    shown = [
        with_(), with_(number="1"), with_(date=""), with_(subject="ก"), with_(agency="ก"), with_(contact="ก"), with_(contact_phone="1"),
        with_(units="ก"), with_(units="ก 1"), with_(ask0_what="ก"), with_(ask0_kind="other"), with_(ask0_day="1/1/70"), with_(ask0_time=""),
        with_(ask0_most="7"), with_(ask1_keep=""), with_(ask0_day="x"), with_(ask0_day="y"), with_(ask0_span=""),
    ]  # fmt: skip
    digests = [proposal.digest("ก") for proposal in shown]
    assert len({*digests, shown[0].digest("ข")}) == len(shown) + 1
    assert with_().digest("ก") == propose(READING).digest("ก")


NAMES = ["rows", *LetterFields.base_fields] + [
    f"ask{at}-{name}" for at in (0, 1, 2, 3) for name in AskFields.base_fields
]
TYPED = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["on", "1", "๒", "28/2/2570", "16.30", "nominate", "0-40", "40-0", NOMINATE, "กองคลัง 2\n, 3", "\0"]
    ),
)


@unhurried
@given(st.dictionaries(st.sampled_from(NAMES), TYPED, max_size=12))
def test_whatever_is_typed_is_kept_and_makes_a_proposal(typed: Mapping[str, str]):
    kept = typed_in({**as_shown(), **typed})
    assert typed_in(kept) == kept == json.loads(json.dumps(kept))
    proposal = corrected(READING, kept)
    assert len(proposal.digest("")) == 64
    assert len(proposal.asks) <= ASKS_AT_MOST
    for ask in proposal.asks:
        start, end = ask.span
        assert 0 <= start <= end <= len(READING.text)
        assert all(0 <= limit.min <= (limit.max or limit.min) <= 9999 for limit in ask.limits.values())
