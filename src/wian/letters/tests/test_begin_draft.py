"""A paper is begun: with what the unit's papers have in common, by who writes them."""

import pytest

from saraban.paper import KINDS, Paper, paper_of
from wian.accounts.tests.support import enter, form_on
from wian.directory.story import FULL, MINISTRY
from wian.directory.tests.support import written
from wian.kit import clock
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.save_draft import save_draft
from wian.letters.forms.kinds import FIELDS, WHEN
from wian.letters.models import Draft
from wian.letters.queries.papers import beginning
from wian.letters.refusals import MayNotWrite
from wian.letters.tests.drafting import begun

BEGIN = "/letters/drafts/begin/"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_chosen_on_the_page_and_then_written(story, kind):
    client = enter("preparer")
    done = client.post(BEGIN, {**form_on(client.get(BEGIN), BEGIN), "kind": kind})
    draft = Draft.objects.latest("pk")
    assert (draft.kind, draft.state, draft.unit.name, draft.revision) == (kind, "drafting", FULL, 1)
    assert done.url == f"/letters/drafts/{draft.pk}/compose/"
    page = client.get(done.url)
    assert page.status_code == 200
    assert [name for name in FIELDS[kind] if f'name="{name}"' not in page.content.decode()] == []


def test_every_kind_says_when_it_is_used(story):
    assert WHEN.keys() == FIELDS.keys() == KINDS.keys()


def test_who_began_it_is_kept_and_the_ledger_is_not_troubled(story):
    by = story.cast.parts["preparer"]
    with written() as entries:
        draft = begun(story)
    assert entries == []
    assert (draft.written_by, draft.saved_by_id) == (f"{by.name} {by.office}", by.person)
    assert len(draft.code) >= 20


def test_it_begins_with_what_the_directory_knows_of_the_unit(story):
    unit = story.cast.units[FULL]
    assert beginning("memo", unit).agency == "กองการคลังและพัสดุ โทร. ๐ ๒๕๕๕ ๐๑๐๐"
    external = beginning("external", unit)
    assert (external.agency, external.contact) == (MINISTRY, (FULL, "โทร. ๐ ๒๕๕๕ ๐๑๐๐"))
    headings = [block.text for block in beginning("cover_memo", unit).body]
    assert headings == ["เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา", "ข้อเสนอ"]


def test_it_begins_as_the_last_one_of_its_kind_did(story):
    begun(story, "external", agency="สำนักงานใหม่", address=("ถนนสายธาร",), contact=("งานพัสดุ",))
    again = beginning("external", story.cast.units[FULL])
    assert (again.agency, again.address, again.contact) == ("สำนักงานใหม่", ("ถนนสายธาร",), ("งานพัสดุ",))
    assert (again.subject, again.body) == ("", ())
    assert beginning("memo", story.cast.units[FULL]).address == ()


def test_who_does_not_write_there_is_refused(story):
    before = Draft.objects.count()
    for part in ("outsider", "executive"):
        with pytest.raises(MayNotWrite):
            begin_draft(story.cast.units[FULL], Paper("memo"), by=story.cast.parts[part], at=clock.now())
    assert Draft.objects.count() == before


def test_who_writes_nowhere_finds_no_page(story):
    for part in ("executive", "auditor", "secretary"):
        assert enter(part).get(BEGIN).status_code == 404, part


def test_a_saving_goes_over_what_was_seen_alone(story):
    draft = begun(story)
    save_draft(
        draft,
        Paper("memo", subject="ใหม่"),
        signer=None,
        circular=True,
        revision=1,
        by=story.cast.parts["clerk"],
        at=clock.now(),
    )
    assert (draft.revision, draft.circular, draft.signer, str(draft)) == (2, True, None, "ใหม่")
    assert draft.saved_by_id == story.cast.parts["clerk"].person
    assert paper_of(draft.content) == Paper("memo", subject="ใหม่")
