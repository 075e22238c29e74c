"""What is sent first, what follows, and when it was late: judged once, on the first submission, per ask."""

from datetime import timedelta

import pytest
from conftest import TOLD

from wian.asks.commands.extend import extend
from wian.asks.models import Ask, Obligation
from wian.asks.queries import cell_of, matrix
from wian.responses.commands.accept import accept
from wian.responses.commands.open_answer import open_answer
from wian.responses.commands.present import present
from wian.responses.commands.propose import Project, propose
from wian.responses.commands.send_back import send_back
from wian.responses.commands.sign_off import sign_off
from wian.responses.commands.take_back import take_back
from wian.responses.commands.withdraw import withdraw
from wian.responses.models import Proposal, Submission
from wian.responses.queries import submitted_names
from wian.responses.refusals import AlreadySent, NothingToSign, OpenedByOwner
from wian.responses.tests.unit import owed_by

AFTER = TOLD + timedelta(days=5)  # the letter is due on the day after TOLD


@pytest.fixture
def answered(untouched):
    """A unit that never sent anything, with one name and nothing proposed."""
    untouched.add("สมหวัง", "ตั้งใจ")
    return untouched


def projects(unit) -> Obligation:
    return owed_by(unit.name, Ask.Kind.PROPOSE)


def add_project(unit, title: str = "ศูนย์บริการจุดเดียว", at=TOLD) -> Proposal:
    return propose(projects(unit), Project(title=title), by=unit.preparer, at=at)


def sign(unit, at=TOLD) -> Submission:
    return sign_off(unit.recipient, by=unit.head, at=at)


def test_what_is_there_is_sent_and_the_rest_stays_open(answered):
    sign(answered)
    assert (answered.state, projects(answered).state) == ("submitted", "pending")
    assert (answered.places.sent, projects(answered).sent) == (1, None)


def test_with_nothing_in_there_is_nothing_to_sign(untouched):
    with pytest.raises(NothingToSign):
        sign(untouched)


def test_what_follows_later_is_judged_by_itself(answered):
    sign(answered)
    add_project(answered, at=AFTER)
    sign(answered, at=AFTER)
    assert (answered.places.late, projects(answered).late) == (False, True)
    assert [row.number for row in Submission.objects.filter(recipient=answered.recipient)] == [1, 2]


def test_more_is_added_to_what_was_sent_which_stands_meanwhile(answered, story):
    sign(answered)
    answered.add("อีกคน", "มาทีหลัง")
    assert (answered.state, answered.places.sent, answered.places.taken) == ("draft", 1, 2)
    mine = submitted_names(story.circular).filter(response=answered.places.pk)
    assert [str(name) for name in mine] == ["นายสมหวัง ตั้งใจ"]
    sign(answered, at=AFTER)
    assert (answered.state, answered.places.sent, answered.places.late) == ("submitted", 2, False)


def test_an_addition_that_is_withdrawn_leaves_it_as_it_was_sent(answered):
    sign(answered)
    more = answered.add("อีกคน", "มาทีหลัง")
    more.refresh_from_db()
    withdraw(more, by=answered.preparer, at=TOLD)
    assert (answered.state, answered.places.sent) == ("submitted", 1)


def test_what_was_sent_is_not_withdrawn_while_more_is_added(answered):
    sign(answered)
    answered.add("อีกคน", "มาทีหลัง")
    with pytest.raises(AlreadySent):
        withdraw(answered.first, by=answered.preparer, at=TOLD)
    assert answered.names == ["นายสมหวัง ตั้งใจ", "นายอีกคน มาทีหลัง"]


@pytest.mark.parametrize("way", ["taken back", "sent back"])
def test_what_came_in_time_stays_in_time_when_it_comes_again_after_the_date(way, answered, owner):
    sign(answered)
    if way == "taken back":
        take_back(answered.recipient, by=answered.preparer, at=TOLD)
    else:
        send_back(answered.places, remark="ระดับตำแหน่ง", by=owner, at=TOLD)
    assert answered.places.sent is None
    withdraw(answered.first, by=answered.preparer, at=AFTER)
    answered.add("คนใหม่", "ถูกต้อง")
    sign(answered, at=AFTER)
    assert (answered.state, answered.places.late, answered.places.submitted_at) == ("submitted", False, TOLD)


def test_what_came_late_stays_late_when_it_is_sent_again(answered, owner):
    sign(answered, at=AFTER)
    send_back(answered.places, remark="ระดับตำแหน่ง", by=owner, at=AFTER)
    sign(answered, at=AFTER)
    assert answered.places.late


def test_a_later_date_makes_what_was_late_in_time(answered, owner):
    sign(answered, at=AFTER)
    ask, circular = answered.places.ask, answered.recipient.circular
    extend(circular, asks=[ask], units=None, until=AFTER + timedelta(days=1), by=owner, at=AFTER)
    assert not answered.places.late


def test_it_is_taken_back_until_the_owner_has_opened_it(answered, owner):
    sign(answered)
    open_answer(answered.places, by=owner, at=TOLD)
    with pytest.raises(OpenedByOwner) as refused:
        take_back(answered.recipient, by=answered.preparer, at=TOLD)
    assert "โทร" in refused.value.what_now or "พิมพ์ชนก" in refused.value.what_now
    assert answered.places.sent == 1


def test_what_was_sent_back_may_be_taken_back_again_after_it_was_sent_again(answered, owner):
    sign(answered)
    open_answer(answered.places, by=owner, at=TOLD)
    send_back(answered.places, remark="ระดับตำแหน่ง", by=owner, at=TOLD)
    sign(answered)
    take_back(answered.recipient, by=answered.preparer, at=TOLD)
    assert answered.state == "draft"


def test_also_what_was_accepted_can_be_sent_back(answered, owner):
    answered.add("อีกคน", "หนึ่ง")
    sign(answered)
    accept(answered.places, by=owner, at=TOLD)
    send_back(answered.places, remark="ชื่อซ้ำกับหน่วยงานอื่น", by=owner, at=TOLD)
    assert answered.state == "returned"


def test_prepared_in_time_is_not_overdue(answered, story):
    present(answered.recipient, by=answered.preparer, at=TOLD)
    cell = cell_of(answered.places, answered.recipient, AFTER)
    assert (cell.overdue, cell.prepared, cell.label) == (False, True, "จัดทำทันกำหนด รอลงนาม")
    answered.add("แก้", "ทีหลัง")
    assert cell_of(answered.places, answered.recipient, AFTER).overdue


@pytest.mark.parametrize("after", [TOLD, AFTER])
def test_what_the_filters_find_is_what_the_cells_say(story, after):
    """The condition in SQL and the rule for one row agree, over every state of the story."""
    for show in ("overdue", "returned", "to-enter", "submitted"):
        found = {row.recipient.pk for row in matrix(story.circular, at=after, show=show).rows}
        said = {
            "overdue": lambda cell: cell.overdue,
            "returned": lambda cell: cell.obligation.returned_at is not None,
            "to-enter": lambda cell: cell.obligation.awaits_entry,
            "submitted": lambda cell: cell.to_accept,
        }[show]
        rows = matrix(story.circular, at=after).rows
        assert found == {row.recipient.pk for row in rows if any(said(cell) for cell in row.cells)}, show
