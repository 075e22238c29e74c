"""The page of a proposal: what was read beside the letter's words, corrected and saved."""

import re
from html import unescape

import pytest
from django.urls import reverse

from saraban.tests.word import typed as typed_in_word
from wian.accounts.tests.support import enter
from wian.asks.commands.read_in import save_draft
from wian.asks.models import ReadIn
from wian.asks.tests.letters import CONTACT, NOMINATE, NUMBER, PROPOSE, UNITS, memo
from wian.asks.tests.page import fields_on, fill, page_of
from wian.asks.tests.support import grown, rows
from wian.directory.commands.add_unit import add_unit
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.kit.posting import KEPT

TEXT = memo(PROPOSE, NOMINATE)


@pytest.fixture
def browser(story):
    return enter("owner")


class TestShown:
    def test_what_was_read_stands_beside_the_letters_words(self, browser, proposal_url):
        page = page_of(browser, proposal_url)
        for fact in (NUMBER, "๑๖ พฤศจิกายน ๒๕๖๙", CONTACT, "วันอังคารที่ ๑๕ ธันวาคม ๒๕๖๙"):
            assert fact in page
        assert fields_on(browser.get(proposal_url))["units"] == "กองกิ่งไม้\t๒ คน\nกองรากไม้\t๒ คน\nกลุ่มใบไม้\t๑ คน"

    def test_questions_come_before_the_fields(self, browser, proposal_url):
        page = page_of(browser, proposal_url)
        assert page.index("โปรดตรวจสอบ ๓ รายการ") < page.index("กลุ่มใบไม้: ๑") < page.index('name="number"')

    def test_every_fact_and_its_place_in_the_letter_lead_to_each_other(self, browser, proposal_url):
        page = page_of(browser, proposal_url)
        links = set(re.findall(r'href="#((?:fact|place)-[\w-]+)"', page))
        assert links <= set(re.findall(r' id="([\w-]+)"', page)), "no link leads nowhere"
        for name in (
            "number",
            "date",
            "subject",
            "contact",
            "signatory",
            "ask0",
            "ask0-day",
            "ask1",
            "units",
        ):
            assert {f"fact-{name}", f"place-{name}"} <= links

    def test_the_letter_stands_there_as_it_is(self, browser, proposal_url):
        page = page_of(browser, proposal_url)
        (letter,) = re.findall(r'<div class="letter-source".*?>(.*?)</div>', page, re.DOTALL)
        assert unescape(re.sub(r"<[^>]+>", "", letter)) == TEXT

    def test_its_file_is_there_to_compare_with(self, owner, browser, proposal_url):
        assert "/original/" not in page_of(browser, proposal_url), "it was pasted"
        word = typed_in_word(TEXT)
        draft = save_draft(word, name="letter.docx", post=owner.post, at=clock.now())
        link = reverse("asks:original", args=[draft.pk])
        assert link in page_of(browser, reverse("asks:proposal", args=[draft.pk]))
        assert b"".join(browser.get(link).streaming_content) == word

    def test_what_was_not_found_waits_to_be_typed(self, owner, browser):
        draft = save_draft(
            memo(NOMINATE, number="").encode(), name="letter.txt", post=owner.post, at=clock.now()
        )
        url = reverse("asks:proposal", args=[draft.pk])
        assert 'href="#fact-number"' in page_of(browser, url).split('id="letter-facts"')[0]
        fill(browser, url, {"number": NUMBER})
        assert 'href="#fact-number"' not in page_of(browser, url).split('id="letter-facts"')[0]

    def test_what_the_directory_knows_and_what_it_will_be_told(self, story, browser, proposal_url):
        typed = {"units": "กอง การคลังและพัสดุ 2\nกองกฏหมายและระเบียบ\nกองกิ่งไม้"}
        fill(browser, proposal_url, typed)
        page = page_of(browser, proposal_url)
        assert "มีในทำเนียบหน่วยงานแล้ว ๑ หน่วยงาน" in page
        assert "จะเพิ่มในทำเนียบหน่วยงาน ๑ หน่วยงาน" in page
        assert "แต่มี “กองกฎหมายและระเบียบ”" in page, "one letter off"

    def test_a_name_of_two_units_is_told(self, story, browser, proposal_url):
        for parent in ("กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ"):
            add_unit(UNITS[0], parent=story.cast.units[parent], by=COMMAND_LINE, at=clock.now())
        assert "มากกว่าหนึ่ง" in page_of(browser, proposal_url)

    def test_it_asks_no_more_for_more_units(self, browser, proposal_url, asks_no_more_with_more_rows):
        def add(count: int) -> None:
            units = [f"กองทดลอง {number}, 1" for number in range(count)]
            units += [
                add_unit(f"กองใหม่ที่{count}.{number}", by=COMMAND_LINE, at=clock.now()).name
                for number in range(count)
            ]
            fill(browser, proposal_url, {"units": "\n".join(f"{unit}," for unit in units)})

        asks_no_more_with_more_rows(browser, proposal_url, add)


class TestTicked:
    def test_what_is_ticked_off_goes_away_and_comes_back(self, browser, proposal_url):
        first, *others = re.findall(r'name="(checked-\w+)"', page_of(browser, proposal_url))
        fill(browser, proposal_url, {first: "on"})
        page = page_of(browser, proposal_url)
        assert "โปรดตรวจสอบ ๒ รายการ" in page
        assert "ตรวจแล้ว ๑ รายการ" in page
        assert re.findall(r'name="(checked-\w+)"', page) == [*others, first]
        shown = fields_on(browser.get(proposal_url))
        browser.post(proposal_url, {name: text for name, text in shown.items() if name != first})
        assert "โปรดตรวจสอบ ๓ รายการ" in page_of(browser, proposal_url)

    def test_it_is_asked_again_when_it_says_something_else(self, browser, proposal_url):
        ticks = re.findall(r'name="(checked-\w+)"', page_of(browser, proposal_url))
        fill(browser, proposal_url, {**dict.fromkeys(ticks, "on"), "ask1-day": ""})
        assert "โปรดตรวจสอบ ๑ รายการ" in page_of(browser, proposal_url)


class TestSaved:
    def test_what_was_typed_is_there_again(self, draft, browser, proposal_url):
        typed = {"number": "สธณ ๐๑๐๔/ว ๒๘", "ask0-day": "1/12/69", "units": "กองรากไม้ 4", "title": "ปีแห่งต้นไม้"}
        answer = fill(browser, proposal_url, typed)
        assert (answer.status_code, answer.url) == (302, proposal_url)
        assert fields_on(browser.get(proposal_url)).items() >= typed.items()
        assert ReadIn.objects.get(pk=draft.pk).title == "ปีแห่งต้นไม้"

    def test_what_nobody_understands_is_kept_as_it_was_typed_and_told(self, browser, proposal_url):
        typed = {"ask0-day": "สิ้นเดือน", "ask1-most": "หลายคน", "units": "กองรากไม้\n๒ คน", "subject": ""}
        fill(browser, proposal_url, typed)
        answer = browser.get(proposal_url)
        assert fields_on(answer).items() >= typed.items()
        page = answer.content.decode()
        assert page.count('class="field-error"') == 4
        assert "ไม่ได้ระบุกำหนดส่ง</a>" not in page, "it is said beside the field"
        assert 'href="#id_ask0-day"' in page

    def test_an_ask_is_added_and_another_left_out(self, browser, proposal_url):
        shown = fields_on(browser.get(proposal_url))
        del shown["ask0-keep"]
        sentence = "ด้วยกระทรวงสวนสาธารณะจะดูแลต้นไม้ใหญ่ในเมือง"
        browser.post(
            proposal_url, {**shown, "ask2-kind": "attend", "ask2-what": "ร่วมปลูก", "ask2-sentence": sentence}
        )
        answer = browser.get(proposal_url)
        assert [card.owed is None for card in answer.context["asks"]] == [True, False, False]
        assert f'id="place-ask2">{sentence}</a>' in answer.content.decode()
        assert fields_on(answer)["rows"] == "3"

    def test_the_same_form_twice_saves_once(self, browser, proposal_url):
        shown = {**fields_on(browser.get(proposal_url)), "number": "๑"}
        assert [browser.post(proposal_url, shown).status_code for _ in range(2)] == [302, 302]
        assert fields_on(browser.get(proposal_url))["number"] == "๑"

    def test_changed_in_another_tab_is_told_and_nothing_typed_is_lost(self, draft, browser, proposal_url):
        mine, theirs = ({**fields_on(browser.get(proposal_url)), "contact": name} for name in ("ฉัน", "เขา"))
        browser.post(proposal_url, theirs)
        refused = browser.post(proposal_url, mine)
        assert refused.status_code == 409
        assert "proposal-changed" in refused.content.decode()
        assert fields_on(refused)["contact"] == "ฉัน"
        assert ReadIn.objects.get(pk=draft.pk).corrections["contact"] == "เขา"
        assert browser.post(proposal_url, fields_on(refused)).status_code == 302
        assert ReadIn.objects.get(pk=draft.pk).corrections["contact"] == "ฉัน"

    def test_what_was_kept_over_a_lost_session_is_shown_and_not_saved(self, draft, browser, proposal_url):
        shown = {**fields_on(browser.get(proposal_url)), "contact": "ฉัน", KEPT: "1"}
        answer = browser.post(proposal_url, shown)
        assert (answer.status_code, fields_on(answer)["contact"]) == (200, "ฉัน")
        assert ReadIn.objects.get(pk=draft.pk).corrections == {}

    def test_reading_the_same_file_in_again_keeps_the_corrections(self, draft, owner, browser, proposal_url):
        fill(browser, proposal_url, {"contact": "ฉัน"})
        again = save_draft(TEXT.encode(), name="again.txt", post=owner.post, at=clock.now())
        assert (again.pk, again.corrections["contact"]) == (draft.pk, "ฉัน")


@pytest.mark.parametrize(
    "part", ["other_owner", "outsider", "preparer", "executive", "auditor", "administrator"]
)
def test_for_everybody_else_it_is_not_there(draft, proposal_url, launch_url, part):
    browser, before = enter(part), rows()
    answers = [
        browser.get(proposal_url),
        browser.get(launch_url),
        browser.post(proposal_url, {}),
        browser.post(launch_url, {}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert grown(before) == {}


def test_the_command_lines_drafts_are_nobodys_page(story, browser):
    draft = save_draft(TEXT.encode(), name="letter.txt", at=clock.now())
    assert browser.get(reverse("asks:proposal", args=[draft.pk])).status_code == 404
