"""Papers of any kind, for properties."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from saraban.paper import (
    ACTING,
    KINDS,
    SECRECY,
    URGENCY,
    Annex,
    Block,
    Meeting,
    OfficeCopy,
    Paper,
    Signatory,
    Table,
)

#: Text that can be printed, and any.
printable = st.text(alphabet="กขคงนมรสุิี่้ำเ๑๒12 .,()/|-#\tAb@", max_size=20)
anything = printable | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def bodies(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Block, ...]]:
    kinds = st.sampled_from(["paragraph", "heading", "point"])
    blocks = st.builds(Block, kinds, words, words, st.integers(1, 9)) | tables(words).map(_block)
    return st.lists(blocks, max_size=3).map(tuple)


def _block(table: Table) -> Block:
    return Block("table", table=table)


@st.composite
def tables(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Table:
    row = st.tuples(*[words] * draw(st.integers(1, 3)))
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))))


def papers(words: st.SearchStrategy[str]) -> st.SearchStrategy[Paper]:
    lines = st.lists(words, max_size=3).map(tuple)
    signatories = st.builds(Signatory, words, words, st.sampled_from(["", *ACTING]), words)
    meetings = st.builds(
        Meeting, words, present=lines, absent=lines, began=words, taker=signatories, checker=signatories
    )
    return st.builds(
        Paper,
        kind=st.sampled_from([*KINDS]),
        subject=words,
        agency=words,
        address=lines,
        number=words,
        date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2400, 1, 1)),
        urgency=st.sampled_from(["", *URGENCY]),
        secrecy=st.sampled_from(["", *SECRECY]),
        salutation=words,
        addressee=words,
        references=lines,
        enclosures=lines,
        body=bodies(words),
        closing=words,
        signatory=signatories,
        signed_as=words,
        contact=lines,
        copies=lines,
        annexes=st.lists(st.builds(Annex, words, bodies(words)), max_size=2).map(tuple),
        meeting=st.none() | meetings,
        office_copy=st.none() | st.builds(OfficeCopy, words, words, words),
        answer_url=words,
        verify_url=words,
    )


def with_text(text: str) -> Paper:
    """A memo with `text` as its second paragraph."""
    return Paper("memo", subject="ทดสอบ", body=(Block("paragraph", "ก่อน"), Block("paragraph", text)))
