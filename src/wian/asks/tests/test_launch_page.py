"""Launching from the page: what was shown is what is launched, once, or it is refused by name."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from saraban.numerals import to_thai
from saraban.tests.word import typed as typed_in_word
from wian.accounts.tests.support import enter
from wian.asks.commands.read_in import save_draft
from wian.asks.models import Ask, Obligation, ReadIn
from wian.asks.tests.command import wian
from wian.asks.tests.letters import DUE, IMPOSSIBLE, NOMINATE, NUMBER, PROPOSE, SUBJECT, UNITS, memo
from wian.asks.tests.page import fields_on, fill, page_of
from wian.asks.tests.support import grown, rows
from wian.circulars.models import Circular
from wian.directory.commands.add_post import add_post
from wian.directory.commands.add_unit import add_unit
from wian.directory.commands.appoint import appoint
from wian.directory.models import Person, Role
from wian.directory.tests.support import written
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

TEXT = memo(PROPOSE, NOMINATE)


@pytest.fixture
def browser(story):
    return enter("owner")


def launched() -> Circular:
    return Circular.objects.latest("pk")


def owed() -> list[tuple]:
    """What each unit of the last campaign owes."""
    rows = Obligation.objects.filter(ask__circular=launched()).order_by("ask__order", "recipient__order")
    return [
        (
            row.ask.kind,
            row.ask.what,
            row.ask.start,
            row.ask.end,
            row.recipient.unit.name,
            row.min,
            row.max,
            row.due_at,
        )
        for row in rows
    ]


def facts() -> tuple:
    circular = launched()
    letter = circular.letter
    return (
        letter.kind, letter.number, letter.date, letter.subject, letter.agency, letter.text, letter.signatory,
        circular.contact_name, circular.contact_phone, circular.initiative.title, circular.initiative.owner_id,
    )  # fmt: skip


def launch(browser, proposal_url: str) -> str:
    """Press both buttons; where they lead."""
    to_confirm = fill(browser, proposal_url, {}, press="launch")
    done = browser.post(to_confirm.url, fields_on(browser.get(to_confirm.url)))
    assert done.status_code == 302
    return done.url


class TestLaunched:
    def test_what_was_not_corrected_is_what_the_command_line_launches(self, browser, proposal_url, letter):
        file = letter(PROPOSE, NOMINATE, number="สธณ ๐๑๐๔/ว ๐๐๒๘", name="other.txt")
        assert launch(browser, proposal_url) == reverse("asks:matrix", args=[launched().pk])
        mine, mine_owed = facts(), owed()
        assert wian(file, "--launch", "--as", "owner").code == 0
        theirs = tuple(fact.replace("๐๐๒๘", "๐๐๒๗") if isinstance(fact, str) else fact for fact in facts())
        assert mine == theirs
        assert mine_owed == owed()

    def test_what_was_corrected_is_what_units_owe(self, browser, proposal_url):
        typed = {
            "number": "สธณ ๐๑๐๔/ว ๒๘", "date": "17/11/69", "contact": "นายใบ ไม้", "contact_phone": "02 555 0000",
            "units": "กองรากไม้, ๓ คน\nกองการคลังและพัสดุ 1", "title": "ปีแห่งต้นไม้",
            "ask0-kind": "report", "ask0-what": "รายงานต้นไม้", "ask0-day": "", "ask0-time": "", "ask1-day": "๑ ธ.ค. ๒๕๖๙", "ask1-time": "๑๒.๐๐",
        }  # fmt: skip
        fill(browser, proposal_url, typed)
        with written() as entries:
            launch(browser, proposal_url)
        letter = launched().letter
        assert (letter.number, letter.date, letter.subject) == ("สธณ ๐๑๐๔/ว ๒๘", date(2026, 11, 17), SUBJECT)
        assert (launched().contact_name, launched().initiative.title) == ("นายใบ ไม้", "ปีแห่งต้นไม้")
        noon = clock.end_of(date(2026, 12, 1)).replace(hour=12, minute=0, second=0)
        assert [(kind, unit, least, most, due) for kind, _, _, _, unit, least, most, due in owed()] == [
            ("report", "กองรากไม้", 1, None, None),
            ("report", "กองการคลังและพัสดุ", 1, None, None),
            ("nominate", "กองรากไม้", 3, 3, noon),
            ("nominate", "กองการคลังและพัสดุ", 1, 1, noon),
        ]
        assert next(ask.what for ask in Ask.objects.filter(circular=launched())) == "รายงานต้นไม้"
        assert entries[-1][1]["seats"] == 4

    def test_the_confirmation_says_what_will_happen(self, browser, proposal_url):
        fill(browser, proposal_url, {"title": "ปีแห่งต้นไม้"})
        page = page_of(browser, fill(browser, proposal_url, {}, press="launch").url)
        for fact in (NUMBER, "ปีแห่งต้นไม้", "๓ หน่วยงาน", "รวม ๕ คน", "วันจันทร์ที่ ๓๐ พฤศจิกายน ๒๕๖๙", *UNITS):
            assert fact in page
        assert "แจ้งเวียนถึง ๓ หน่วยงาน" in page

    def test_a_deadline_that_has_passed_is_told_and_no_obstacle(self, browser, proposal_url):
        fill(browser, proposal_url, {"ask1-day": "1/11/69"})
        assert "๑ พฤศจิกายน ๒๕๖๙" in page_of(browser, proposal_url)
        assert "๑ พฤศจิกายน ๒๕๖๙" in page_of(browser, fill(browser, proposal_url, {}, press="launch").url)
        launch(browser, proposal_url)

    def test_what_was_not_ticked_off_is_told_and_no_obstacle(self, browser, proposal_url):
        ticks = re.findall(r'name="(checked-\w+)"', page_of(browser, proposal_url))
        assert ticks
        confirm = fill(browser, proposal_url, {}, press="launch").url
        assert f"ยังไม่ได้ตรวจ {to_thai(len(ticks))} รายการ" in page_of(browser, confirm)
        fill(browser, proposal_url, dict.fromkeys(ticks, "on"))
        assert "ยังไม่ได้ตรวจ" not in page_of(browser, confirm)

    def test_the_original_of_a_word_letter_is_handed_out_as_one(self, owner, browser):
        word = typed_in_word(TEXT)
        draft = save_draft(word, name="letter", post=owner.post, at=clock.now())
        launch(browser, reverse("asks:proposal", args=[draft.pk]))
        original = browser.get(reverse("circulars:original", args=[launched().pk]))
        assert original.getvalue() == word
        assert original.headers["Content-Type"].endswith("wordprocessingml.document")
        assert original.headers["Content-Disposition"].endswith(".docx")

    def test_launched_twice_acts_once(self, browser, proposal_url, launch_url):
        fill(browser, proposal_url, {}, press="launch")
        form = fields_on(browser.get(launch_url))
        with written() as entries:
            answers = [browser.post(launch_url, form) for _ in range(2)]
        assert {answer.url for answer in answers} == {reverse("asks:matrix", args=[launched().pk])}
        assert [event for event, _ in entries].count("asks.launched") == 1

    def test_another_launch_is_refused_and_its_pages_lead_to_the_campaign(
        self, browser, proposal_url, launch_url
    ):
        form = fields_on(browser.get(launch_url))
        launch(browser, proposal_url)
        before = rows()
        refused = browser.post(launch_url, {**form, "key": uuid4()})
        assert (refused.status_code, "launched-before" in refused.content.decode()) == (409, True)
        assert grown(before) == {}
        matrix = reverse("asks:matrix", args=[launched().pk])
        assert [browser.get(one).url for one in (proposal_url, launch_url)] == [matrix, matrix]

    def test_what_was_changed_in_another_tab_is_not_launched(self, browser, proposal_url, launch_url):
        form = fields_on(browser.get(launch_url))
        fill(browser, proposal_url, {"units": "กองรากไม้ 4"})
        before = rows()
        refused = browser.post(launch_url, form)
        page = refused.content.decode()
        assert (refused.status_code, "proposal-changed" in page, "๑ หน่วยงาน" in page) == (409, True, True)
        assert grown(before) == {}
        assert browser.post(launch_url, fields_on(refused)).status_code == 302
        assert [unit for _, _, _, _, unit, *_ in owed()] == ["กองรากไม้"] * 2

    def test_a_draft_that_changes_under_the_launch_is_not_launched(self, draft, owner, browser, proposal_url):
        """The command itself compares: what it was given against what is kept now."""
        from wian.asks.commands.launch import launch as launch_campaign
        from wian.asks.queries.drafts import proposal_of
        from wian.asks.refusals import ProposalChanged

        loaded = ReadIn.objects.get(pk=draft.pk)
        proposal = proposal_of(loaded)
        fill(browser, proposal_url, {"units": "กองรากไม้ 4"})
        with pytest.raises(ProposalChanged):
            launch_campaign(loaded, proposal, by=owner, at=clock.now())

    def test_the_command_line_goes_on_with_what_the_same_office_corrected(
        self, browser, proposal_url, letter
    ):
        fill(browser, proposal_url, {"units": "กองรากไม้ 4"})
        said = wian(letter(PROPOSE, NOMINATE), "--launch", "--json", "--as", "owner").said
        assert (said["units"], said["seats"]) == (1, 4)


class TestNotYet:
    """What cannot be launched leads back to the proposal, saved, with the reason."""

    @pytest.mark.parametrize(
        ("typed", "code"),
        [({"units": ""}, "no-recipients"), ({"ask0-day": "สิ้นเดือน"}, "field-error"), ({"units": "๒ คน"}, "field-error")],
        ids=["no unit", "a date", "a line"],
    )  # fmt: skip
    def test_it_is_saved_and_told(self, draft, browser, proposal_url, launch_url, typed, code):
        assert fill(browser, proposal_url, typed, press="launch").url == proposal_url
        page = page_of(browser, proposal_url)
        assert code in page
        assert fields_on(browser.get(proposal_url)).items() >= typed.items()
        assert browser.get(launch_url).url == proposal_url
        before = rows()
        form = {"key": uuid4(), "seen": ReadIn.objects.get(pk=draft.pk).title}
        assert browser.post(launch_url, form).status_code == 409
        assert grown(before) == {}

    def test_a_date_that_cannot_be_is_put_right_on_the_page(self, owner, browser):
        text = memo(NOMINATE.replace(DUE, IMPOSSIBLE))
        draft = save_draft(text.encode(), name="letter.txt", post=owner.post, at=clock.now())
        url = reverse("asks:proposal", args=[draft.pk])
        assert "impossible-date" in page_of(browser, url)
        assert fill(browser, url, {}, press="launch").url == url
        fill(browser, url, {"ask0-day": "28/2/2570"})
        assert "impossible-date" not in page_of(browser, url)
        launch(browser, url)
        assert {due for *_, due in owed()} == {clock.end_of(date(2027, 2, 28))}

    def test_an_empty_list_is_completed_on_the_page(self, owner, browser):
        text = memo(NOMINATE, annex=())
        draft = save_draft(text.encode(), name="letter.txt", post=owner.post, at=clock.now())
        url = reverse("asks:proposal", args=[draft.pk])
        fill(browser, url, {"units": "กองรากไม้ 4"})
        launch(browser, url)
        assert [(unit, most) for _, _, _, _, unit, _, most, _ in owed()] == [("กองรากไม้", 4)]

    def test_two_units_of_one_name_are_refused_by_name(self, story, browser, proposal_url, launch_url):
        form = fields_on(browser.get(launch_url))
        for parent in ("กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ"):
            add_unit(UNITS[0], parent=story.cast.units[parent], by=COMMAND_LINE, at=clock.now())
        assert fill(browser, proposal_url, {}, press="launch").url == proposal_url
        before = rows()
        refused = browser.post(launch_url, form)
        assert (refused.status_code, "unit-ambiguous" in refused.content.decode()) == (409, True)
        assert grown(before) == {}


def test_two_launches_at_the_same_moment_make_one_campaign(copied_database):
    from wian.accounts.queries import offices_called
    from wian.asks.commands.launch import Campaign
    from wian.asks.commands.launch import launch as launch_campaign
    from wian.asks.queries.drafts import proposal_of
    from wian.kit.refusal import Refusal

    before = Circular.objects.count()
    owners = [offices_called(part, on=clock.today())[0] for part in ("owner", "other_owner")]
    text = memo(NOMINATE, number="").encode()
    drafts = [save_draft(text, name="letter.txt", post=owner.post, at=clock.now()) for owner in owners]
    calls = [
        lambda draft=draft, owner=owner: launch_campaign(draft, proposal_of(draft), by=owner, at=clock.now())
        for draft, owner in zip(drafts, owners, strict=True)
    ]
    outcomes = copied_database.together(calls)
    told = [outcome.code if isinstance(outcome, Refusal) else type(outcome).__name__ for outcome in outcomes]
    assert sorted(told) == [Campaign.__name__, "launched-before"]
    assert Circular.objects.count() == before + 1


def test_it_says_how_many_of_those_known_will_hear_of_it(story, browser, launch_url):
    assert browser.get(launch_url).context["audience"].people == 0
    unit = add_unit(UNITS[0], by=COMMAND_LINE, at=clock.now())
    post = add_post(unit, "นักทดลอง", roles=[Role.PREPARER], by=COMMAND_LINE, at=clock.now())
    person = Person.objects.create(given_name="กอบ", email="k@example.go.th")
    appoint(person, post, since=clock.today(), by=COMMAND_LINE, at=clock.now())
    page = browser.get(launch_url)
    assert (page.context["audience"].units, page.context["audience"].people) == (1, 1)
    assert "จะแจ้งผู้เกี่ยวข้อง ๑ คนใน ๑ หน่วยงาน" in page.content.decode()
