"""However many sign at once, one letter is issued and one number drawn; on either database."""

from types import SimpleNamespace

from conftest import TOLD

from wian.directory.models import Holding, Post, Unit
from wian.directory.queries import actor_of
from wian.directory.story import FULL
from wian.kit.actor import Actor
from wian.ledger.chain import first_break
from wian.letters.commands.issue import issue
from wian.letters.commands.return_draft import return_draft
from wian.letters.commands.sign import sign
from wian.letters.models import Draft, Entry, Issue, Series
from wian.letters.queries.issued import digest_of
from wian.letters.refusals import DraftMoved
from wian.letters.tests.issuing import passed, signed_on_paper


def cast() -> SimpleNamespace:
    """As much of the story as `issuing` asks for, out of the copied database."""
    unit = Unit.objects.get(name=FULL)
    parts = {
        "finance_head": holder(unit, f"ผู้อำนวยการ{FULL}"),
        "preparer": holder(unit, "นักวิชาการเงินและบัญชีชำนาญการ"),
        "clerk": holder(unit, "เจ้าพนักงานธุรการชำนาญงาน"),
    }
    return SimpleNamespace(cast=SimpleNamespace(parts=parts, units={FULL: unit}))


def holder(unit: Unit, title: str) -> Actor:
    post = Post.objects.get(unit=unit, title=title)
    return actor_of(Holding.objects.get(post=post, kind=Holding.Kind.SUBSTANTIVE))


def counted() -> tuple[int, int, int]:
    """Letters that the unit issued, numbers that it gave, and the last of them."""
    last = sum(Series.objects.filter(code=Unit.objects.get(name=FULL).code).values_list("last", flat=True))
    rows = Issue.objects.filter(unit__name=FULL), Entry.objects.filter(unit__name=FULL)
    return rows[0].count(), rows[1].count(), last


def read_again(draft: Draft) -> Draft:
    return Draft.objects.select_related("unit", "signer").get(pk=draft.pk)


def test_eight_signatures_at_once_issue_one_letter(copied_database):
    story = cast()
    draft, by = passed(story), story.cast.parts["finance_head"]
    seen = digest_of(draft)
    copies = [read_again(draft) for _ in range(8)]
    results = copied_database.together(
        [lambda one=one: sign(one, seen=seen, by=by, at=TOLD) for one in copies]
    )
    assert [type(result) for result in results if not isinstance(result, DraftMoved)] == [Issue]
    assert counted() == (1, 1, 1)
    assert first_break() is None


def test_signed_and_sent_back_at_once_one_of_the_two_holds(copied_database):
    story = cast()
    draft, by = passed(story), story.cast.parts["finance_head"]
    seen = digest_of(draft)
    signing, returning = read_again(draft), read_again(draft)
    results = copied_database.together(
        [
            lambda: sign(signing, seen=seen, by=by, at=TOLD),
            lambda: return_draft(returning, remark="แก้วันที่", by=by, at=TOLD),
        ]
    )
    assert [type(result) for result in results].count(DraftMoved) == 1
    state = Draft.objects.get(pk=draft.pk).state
    assert (state, counted()) in [("issued", (1, 1, 1)), ("drafting", (0, 0, 0))]


def test_numbered_twice_at_once_it_has_one_number(copied_database):
    story = cast()
    draft, by = signed_on_paper(story, on=TOLD.date()), story.cast.parts["clerk"]
    copies = [read_again(draft) for _ in range(6)]
    results = copied_database.together(
        [lambda one=one: issue(one, on=TOLD.date(), by=by, at=TOLD) for one in copies]
    )
    assert [type(result) for result in results].count(DraftMoved) == 5
    assert counted() == (1, 1, 1)


def test_many_letters_signed_at_once_are_numbered_without_a_gap(copied_database):
    story = cast()
    by = story.cast.parts["finance_head"]
    drafts = [read_again(passed(story, subject=f"เรื่องที่ {number}")) for number in range(12)]
    results = copied_database.together(
        [lambda one=one: sign(one, seen=digest_of(one), by=by, at=TOLD) for one in drafts]
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    assert sorted(Entry.objects.filter(unit__name=FULL).values_list("number", flat=True)) == list(
        range(1, 13)
    )
