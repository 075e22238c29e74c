"""What may not be launched. Nothing half-launched: after a refusal every table has the rows it had before."""

import pytest

from wian.asks.commands.launch import Campaign, launch
from wian.asks.commands.read_in import read
from wian.asks.models import ReadIn
from wian.asks.refusals import (
    AgencyMissing,
    ImpossibleDate,
    LaunchedBefore,
    MayNotLaunch,
    NoRecipients,
    NothingAsked,
)
from wian.asks.tests.letters import DUE, IMPOSSIBLE, NOMINATE, NUMBER, PROPOSE, SUBJECT, UNITS, memo
from wian.asks.tests.support import grown, keep, launch_, rows
from wian.circulars.models import Circular
from wian.directory.commands.add_unit import add_unit
from wian.directory.refusals import UnitAmbiguous
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE, Actor
from wian.kit.refusal import Refusal
from wian.ledger.chain import first_break
from wian.letters.refusals import LetterOnFile
from wian.letters.tests.support import new_letter


def refused(text: str, refusal: type[Refusal], *, by: Actor = COMMAND_LINE) -> Refusal:
    draft, before = keep(text), rows()
    with pytest.raises(refusal) as caught:
        launch_(text, by=by, draft=draft)
    assert grown(before) == {}
    assert ReadIn.objects.get(pk=draft.pk).circular is None
    assert first_break() is None
    return caught.value


@pytest.mark.parametrize(
    "part", ["head", "preparer", "clerk", "executive", "auditor", "administrator", "outsider"]
)
def test_who_is_no_owner_may_not(story, part):
    actor = story.cast.parts[part]
    said = refused(memo(NOMINATE), MayNotLaunch, by=actor)
    assert (said.code, actor.title in said.message) == ("may-not-launch", True)


def test_a_date_that_cannot_be(story):
    said = refused(memo(PROPOSE, NOMINATE.replace(DUE, IMPOSSIBLE)), ImpossibleDate)
    assert (said.code, "๓๑ ก.พ. ๒๕๗๐" in said.message) == ("impossible-date", True)


@pytest.mark.parametrize("annex", [(), None], ids=["empty annex", "no annex"])
def test_no_unit_is_named(story, annex):
    said = refused(memo(NOMINATE, annex=annex), NoRecipients)
    assert (said.code, SUBJECT in said.message) == ("no-recipients", True)


def test_nothing_is_asked(story):
    told = memo().replace("จึงขอให้หน่วยงานดำเนินการ ดังนี้", "แล้ว").replace("จึงเรียนมาเพื่อพิจารณาดำเนินการ", "")
    said = refused(told, NothingAsked)
    assert (said.code, SUBJECT in said.message) == ("nothing-asked", True)


def test_the_command_line_needs_an_agency(story):
    assert refused(memo(NOMINATE, agency=""), AgencyMissing).code == "agency-missing"


def test_two_units_of_that_name_are_not_guessed_between(story, owner):
    for parent in (story.cast.units["กองสื่อสารองค์กร"], story.cast.units["กองกฎหมายและระเบียบ"]):
        add_unit(UNITS[0], parent=parent, by=COMMAND_LINE, at=clock.now())
    assert refused(memo(NOMINATE), UnitAmbiguous, by=owner).code == "unit-ambiguous"


def test_a_letter_whose_number_is_on_file(story):
    new_letter("สธณ 0104/ว 27")
    said = refused(memo(NOMINATE), LetterOnFile)
    assert (said.code, NUMBER in said.message) == ("letter-on-file", True)


def test_a_draft_that_was_launched_before(story):
    """A letter without a number is known by its bytes."""
    text = memo(NOMINATE, number="")
    draft = keep(text)
    launch_(text, draft=draft)
    before = rows()
    with pytest.raises(LaunchedBefore) as caught:
        launch_(text, draft=draft)
    assert (caught.value.code, SUBJECT in caught.value.message) == ("launched-before", True)
    assert grown(before) == {}


def test_two_launches_at_the_same_moment_make_one_campaign(copied_database):
    """The second is refused by name, whichever of them it is."""
    text = memo(NOMINATE)
    before = Circular.objects.count()
    draft, proposal = keep(text), read(text.encode(), name="letter.txt")
    call = [lambda: launch(draft, proposal, by=COMMAND_LINE, at=clock.now())] * 3
    outcomes = copied_database.together(call)
    told = [outcome.code if isinstance(outcome, Refusal) else type(outcome) for outcome in outcomes]
    assert sorted(map(str, told)) == [str(Campaign), "launched-before", "launched-before"]
    assert Circular.objects.count() == before + 1
