"""The moves of an obligation: no state but through the table, no place too many."""

from itertools import product

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from wian.asks.commands.move import (
    free_file,
    free_seat,
    move,
    set_nil,
    set_whole,
    stand_again,
    take_file,
    take_seat,
    touch,
)
from wian.asks.models import Ask, Obligation
from wian.asks.refusals import AnswerClosed, AskClosed, NotInThatState
from wian.asks.states import DONE, FROM, OPEN, ObligationState

S = ObligationState
STATES = st.sampled_from(list(S))
unhurried = settings(deadline=None, max_examples=40)


@pytest.fixture
def obligations(story) -> list[Obligation]:
    """What the first three units owe for the nominations."""
    owed = Obligation.objects.filter(ask__circular=story.circular, ask__kind=Ask.Kind.NOMINATE)
    return list(owed.order_by("recipient__order").select_related("recipient__unit")[:3])


def put(obligation: Obligation, **facts) -> None:
    Obligation.objects.filter(pk=obligation.pk).update(**facts)


def state_of(obligation: Obligation) -> ObligationState:
    return S(Obligation.objects.get(pk=obligation.pk).state)


def attempt(command, *args) -> object:
    """Run it as an act does: what is refused leaves nothing behind."""
    try:
        with transaction.atomic():
            return command(*args)
    except (NotInThatState, AnswerClosed, AskClosed) as refusal:
        return refusal.code


class TestStates:
    def test_every_state_is_in_the_table_once(self):
        assert set(FROM) == set(S) == {*OPEN, *DONE, S.EXEMPT}
        assert not set(OPEN) & set(DONE)

    def test_what_was_sent_opens_again_by_adding_to_it_or_when_it_is_sent_back(self):
        assert [to for to in OPEN if set(FROM[to]) & set(DONE)] == [S.DRAFT, S.RETURNED]

    def test_what_is_complete_is_only_ever_sent_back(self):
        assert [to for to in S if S.ACCEPTED in FROM[to]] == [S.RETURNED]

    def test_nobody_is_exempt_from_what_was_sent(self):
        assert not set(FROM[S.EXEMPT]) & set(DONE)

    @pytest.mark.parametrize(("before", "to"), [*product(S, S)])
    def test_each_move_is_allowed_or_refused_by_the_table(self, obligations, before, to):
        one = obligations[0]
        put(one, state=before)
        allowed = before in FROM[to]
        assert attempt(move, [one], to) == (None if allowed else "state-moved-on")
        assert state_of(one) == (to if allowed else before)

    def test_no_sequence_of_moves_leaves_the_table(self, obligations):
        one = obligations[0]

        @unhurried
        @given(st.lists(STATES, max_size=12))
        def holds(wishes: list[ObligationState]) -> None:
            with transaction.atomic():
                state = S.PENDING
                put(one, state=state)
                for to in wishes:
                    attempt(move, [one], to)
                    after = state_of(one)
                    assert after == (to if state in FROM[to] else state)
                    state = after
                transaction.set_rollback(True)

        holds()

    def test_all_of_them_move_or_none(self, obligations):
        @unhurried
        @given(st.tuples(STATES, STATES, STATES), STATES)
        def holds(before: tuple[ObligationState, ...], to: ObligationState) -> None:
            with transaction.atomic():
                for one, state in zip(obligations, before, strict=True):
                    put(one, state=state)
                allowed = all(state in FROM[to] for state in before)
                assert attempt(move, obligations, to) == (None if allowed else "state-moved-on")
                assert [state_of(one) for one in obligations] == ([to] * 3 if allowed else list(before))
                transaction.set_rollback(True)

        holds()

    def test_facts_beside_the_state_are_set_with_it(self, obligations):
        one, other = obligations[:2]
        put(one, state=S.DRAFT)
        before = Obligation.objects.get(pk=other.pk)
        move([one], S.SUBMITTED, late=True, on_behalf=True)
        moved, untouched = (Obligation.objects.get(pk=row.pk) for row in (one, other))
        assert (moved.state, moved.late, moved.on_behalf, moved.nil) == ("submitted", True, True, False)
        assert (untouched.state, untouched.late) == (before.state, before.late)

    def test_the_refusal_names_the_unit_and_its_state(self, obligations):
        one, stuck, _ = obligations
        put(one, state=S.DRAFT)
        put(stuck, state=S.ACCEPTED)
        with pytest.raises(NotInThatState) as refused, transaction.atomic():
            move([one, stuck], S.SUBMITTED)
        assert stuck.recipient.unit.name in refused.value.message
        assert str(S.ACCEPTED.label) in refused.value.message


class TestSeats:
    """take, free and nil against a model that only counts."""

    @pytest.fixture
    def one(self, obligations) -> Obligation:
        put(obligations[0], sent=None, attached=0, nil=False)
        return obligations[0]

    def test_taken_is_always_the_seats_given_and_within_the_limit(self, one):
        @unhurried
        @given(
            st.none() | st.integers(0, 4),
            st.none() | st.integers(0, 4),
            st.lists(st.sampled_from(["take", "free", "nil"]), max_size=25),
        )
        def holds(most: int | None, sent: int | None, steps: list[str]) -> None:
            """`sent`: so many stand with the owner, and the unit adds to them."""
            with transaction.atomic():
                given_, nil = sent or 0, False
                if most is not None and given_ > most:
                    most = given_
                state = S.PENDING if sent is None else S.DRAFT
                put(one, max=most, taken=given_, sent=sent, nil=False, state=state)
                for step in steps:
                    if step == "take":
                        free = most is None or given_ < most
                        assert attempt(take_seat, one) is free
                        given_, nil = given_ + free, nil and not free
                    elif step == "free":
                        own = given_ > (sent or 0)
                        assert attempt(free_seat, one) is own
                        given_ -= own
                    else:
                        assert attempt(set_nil, one) is (given_ == 0)
                        nil = nil or given_ == 0
                    row = Obligation.objects.get(pk=one.pk)
                    assert (row.taken, row.nil, row.sent) == (given_, nil, sent)
                    assert (sent or 0) <= row.taken
                    assert most is None or row.taken <= most
                transaction.set_rollback(True)

        holds()

    @pytest.mark.parametrize("state", [*DONE, S.EXEMPT])
    @pytest.mark.parametrize("step", [free_seat, set_nil, free_file, touch])
    def test_after_submission_nothing_changes(self, one, state, step):
        put(one, state=state, max=3, taken=1, sent=1, attached=1)
        assert attempt(step, one) == "answer-closed"
        row = Obligation.objects.get(pk=one.pk)
        assert (row.state, row.taken, row.attached, row.nil) == (state, 1, 1, False)

    @pytest.mark.parametrize("step", [take_seat, take_file])
    def test_a_submitted_answer_is_added_to_and_what_was_sent_stands(self, one, step):
        put(one, state=S.SUBMITTED, max=3, taken=1, sent=1)
        assert attempt(step, one) is True
        row = Obligation.objects.get(pk=one.pk)
        assert (row.state, row.sent, row.taken + row.attached) == (S.DRAFT, 1, 2)

    @pytest.mark.parametrize(
        "facts", [{"state": S.ACCEPTED}, {"state": S.EXEMPT}, {"state": S.SUBMITTED, "nil": True}]
    )
    @pytest.mark.parametrize("step", [take_seat, take_file])
    def test_nothing_is_added_to_what_is_complete_exempt_or_nothing(self, one, facts, step):
        put(one, max=3, taken=0, sent=0, **facts)
        assert attempt(step, one) == "answer-closed"
        assert Obligation.objects.get(pk=one.pk).taken == 0

    def test_what_was_added_and_is_gone_again_leaves_it_as_it_was_sent(self, one):
        put(one, state=S.SUBMITTED, max=3, taken=1, sent=1)
        take_seat(one)
        free_seat(one)
        stand_again(one)
        assert state_of(one) == S.SUBMITTED

    def test_what_was_never_sent_does_not_stand(self, one):
        put(one, state=S.DRAFT, taken=0)
        stand_again(one)
        assert state_of(one) == S.DRAFT

    @pytest.mark.parametrize("state", OPEN)
    @pytest.mark.parametrize("step", [take_seat, free_seat, take_file, free_file, touch])
    def test_a_change_makes_it_a_draft_again(self, one, state, step):
        """What waits for a signature is no longer what was to be signed."""
        put(one, state=state, max=3, taken=1, attached=1, prepared_at=one.due_at)
        step(one)
        row = Obligation.objects.get(pk=one.pk)
        assert (row.state, row.prepared_at) == (S.DRAFT, None)

    def test_a_full_unit_stays_as_it_is(self, one):
        put(one, state=S.AWAITING_SIGNATURE, max=1, taken=1, attached=Obligation.FILES)
        assert (take_seat(one), take_file(one)) == (False, False)
        assert state_of(one) == S.AWAITING_SIGNATURE

    @pytest.mark.parametrize("state", OPEN)
    def test_where_nothing_is_taken_nothing_is_given_back(self, one, state):
        put(one, state=state, max=3, taken=0)
        assert (free_seat(one), free_file(one)) == (False, False)
        assert (state_of(one), Obligation.objects.get(pk=one.pk).taken) == (state, 0)

    def test_an_answer_given_as_a_whole_counts_one_until_it_was_sent(self, one):
        put(one, state=S.PENDING, max=1, taken=0)
        for there in (True, True, False, True):
            set_whole(one, there=there)
            assert Obligation.objects.get(pk=one.pk).taken == there
        put(one, sent=1)
        with pytest.raises(AnswerClosed):
            set_whole(one, there=False)

    @pytest.mark.parametrize("step", [take_seat, free_seat, take_file, free_file, set_nil, touch])
    def test_a_closed_ask_takes_nothing_and_gives_nothing_back(self, one, step):
        Ask.objects.filter(pk=one.ask_id).update(closed_at=one.due_at)
        put(one, state=S.DRAFT, max=3, taken=1, attached=1)
        assert attempt(step, one) == "ask-closed"
        row = Obligation.objects.get(pk=one.pk)
        assert (row.state, row.taken, row.attached) == (S.DRAFT, 1, 1)

    def test_one_unit_takes_nothing_from_another(self, obligations):
        one, other = obligations[:2]
        put(one, state=S.DRAFT, max=5, taken=0)
        before = Obligation.objects.get(pk=other.pk).taken
        assert take_seat(one)
        assert Obligation.objects.get(pk=other.pk).taken == before


def test_eight_people_at_once_on_two_seats(copied_database):
    """The database decides, on either engine."""
    one = Obligation.objects.select_related("recipient__unit").filter(max=2, taken=0, state__in=OPEN).first()
    assert one
    outcomes = copied_database.together([lambda: take_seat(one)] * 8)
    assert sorted(outcomes) == [False] * 6 + [True] * 2
    assert Obligation.objects.get(pk=one.pk).taken == 2
