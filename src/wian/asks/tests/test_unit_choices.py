"""Names of units that are not sure: the owner chooses a unit, a new one, or none; a launch waits for it."""

import pytest

from wian.accounts.tests.support import enter
from wian.asks.models import Correction, ReadIn
from wian.asks.refusals import UnitNamedTwice, UnitUndecided
from wian.asks.tests.command import wian
from wian.asks.tests.letters import NOMINATE, memo
from wian.asks.tests.page import fields_on, fill, page_of
from wian.asks.tests.support import grown, launch_, rows
from wian.asks.unit_choices import field_of
from wian.circulars.models import Recipient
from wian.directory.commands.add_unit import add_unit
from wian.directory.models import Unit
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE

NAME, MEANT = "กองกฏหมายและระเบียบ", "กองกฎหมายและระเบียบ"
TYPED = {"units": f"{NAME} 2\nกองการคลังและพัสดุ 1"}
FIELD = field_of(NAME)


@pytest.fixture
def browser(story):
    return enter("owner")


@pytest.fixture
def meant(story) -> Unit:
    return story.cast.units[MEANT]


def launch(browser, proposal_url) -> list[str]:
    """Go on to the launch and press the button; the units that the letter went to."""
    confirm = fill(browser, proposal_url, {}, press="launch").url
    launched = browser.post(confirm, fields_on(browser.get(confirm))).url
    circular = int(launched.strip("/").split("/")[-2])
    rows = Recipient.objects.filter(circular=circular).order_by("order")
    return list(rows.values_list("unit__name", flat=True))


def test_a_near_name_is_offered_with_its_reason_and_to_be_decided_first(browser, proposal_url, meant):
    fill(browser, proposal_url, TYPED)
    page = page_of(browser, proposal_url)
    assert f'href="#fact-{FIELD}"' in page.split('id="letter-facts"')[0]
    offered = page.split(f'id="fact-{FIELD}"')[1].split("</fieldset>")[0]
    for shown in (NAME, MEANT, "“กฏ” แทน “กฎ”", "สังกัดกระทรวงบริการประชาชน", f'value="{meant.pk}"'):
        assert shown in offered
    assert "checked" not in offered


def test_a_launch_waits_for_the_choice(browser, proposal_url, launch_url):
    form = fields_on(browser.get(launch_url))
    assert fill(browser, proposal_url, TYPED, press="launch").url == proposal_url
    assert "unit-undecided" in page_of(browser, proposal_url)
    assert browser.get(launch_url).url == proposal_url
    before = rows()
    refused = browser.post(launch_url, fields_on(browser.post(launch_url, form)))
    assert (refused.status_code, "unit-undecided" in refused.content.decode()) == (409, True)
    assert grown(before) == {}


@pytest.mark.parametrize(
    ("choice", "reached", "entered"),
    [
        ("use", [MEANT, "กองการคลังและพัสดุ"], 0),
        ("new", [NAME, "กองการคลังและพัสดุ"], 1),
        ("out", ["กองการคลังและพัสดุ"], 0),
    ],
)
def test_what_is_chosen_is_launched(browser, proposal_url, meant, choice, reached, entered):
    fill(browser, proposal_url, TYPED)
    value = str(meant.pk) if choice == "use" else choice
    fill(browser, proposal_url, {FIELD: value})
    assert fields_on(browser.get(proposal_url))[FIELD] == value
    before = Unit.objects.count()
    assert launch(browser, proposal_url) == reached
    assert Unit.objects.count() == before + entered


def test_the_confirmation_says_what_was_chosen(browser, proposal_url, meant):
    other = "กองการคลังพัสดุ"
    fill(browser, proposal_url, {"units": f"{NAME}\n{other}\nกบค.\nกองใบไม้แห้ง"})
    typed = {FIELD: str(meant.pk), field_of(other): "out"}
    page = page_of(browser, fill(browser, proposal_url, typed, press="launch").url)
    for told in (f"= {MEANT}", "= กองบริหารทรัพยากรบุคคล", "จะเพิ่มในทำเนียบหน่วยงาน ๑ หน่วยงาน", "ไม่แจ้งเวียนถึง ๑ ชื่อ"):
        assert told in page
    assert "แจ้งเวียนถึง ๓ หน่วยงาน" in page


def test_a_choice_stays_with_its_name_wherever_it_stands(browser, proposal_url):
    fill(browser, proposal_url, TYPED)
    fill(browser, proposal_url, {FIELD: "out"})
    fill(browser, proposal_url, {"units": f"กองการคลังและพัสดุ 1\n{NAME} 2\nกองสื่อสารองค์กร 1"})
    assert launch(browser, proposal_url) == ["กองการคลังและพัสดุ", "กองสื่อสารองค์กร"]


def test_another_name_is_asked_about_again(browser, proposal_url):
    fill(browser, proposal_url, TYPED)
    fill(browser, proposal_url, {FIELD: "new"})
    fill(browser, proposal_url, {"units": f"{NAME}บ 2"})
    assert fill(browser, proposal_url, {}, press="launch").url == proposal_url


def test_only_a_unit_that_is_offered_can_be_chosen(browser, proposal_url, story):
    fill(browser, proposal_url, TYPED)
    other = add_unit("กรมท้องฟ้า", by=COMMAND_LINE, at=clock.now())
    assert fill(browser, proposal_url, {FIELD: str(other.pk)}, press="launch").url == proposal_url
    assert FIELD not in fields_on(browser.get(proposal_url))


@pytest.mark.parametrize(
    "typed", ["กองการคลังและพัสดุ\nกคพ.", f"{MEANT}\n{NAME}"], ids=["abbreviation", "chosen"]
)
def test_two_names_of_one_unit_are_refused(browser, proposal_url, meant, typed):
    fill(browser, proposal_url, {"units": typed})
    if NAME in typed:
        fill(browser, proposal_url, {FIELD: str(meant.pk)})
    assert fill(browser, proposal_url, {}, press="launch").url == proposal_url
    assert "unit-named-twice" in page_of(browser, proposal_url)


def test_units_of_one_name_are_chosen_by_their_place(browser, proposal_url, story):
    parents = [story.cast.units[name] for name in ("กองสื่อสารองค์กร", "กองกฎหมายและระเบียบ")]
    groups = [add_unit("กลุ่มแผนงาน", parent=unit, by=COMMAND_LINE, at=clock.now()) for unit in parents]
    fill(browser, proposal_url, {"units": "กลุ่มแผนงาน"})
    assert "unit-ambiguous" in page_of(browser, proposal_url)
    fill(browser, proposal_url, {field_of("กลุ่มแผนงาน"): str(groups[1].pk)})
    launch(browser, proposal_url)
    assert Recipient.objects.latest("pk").unit == groups[1]


def test_a_choice_is_kept_with_the_other_corrections(draft, browser, proposal_url, meant):
    fill(browser, proposal_url, TYPED)
    fill(browser, proposal_url, {FIELD: str(meant.pk)})
    kept = Correction.objects.latest("pk")
    assert (kept.before, kept.after) == ("", f"{NAME} = {meant.pk}")
    assert ReadIn.objects.get(pk=draft.pk).corrections[FIELD] == str(meant.pk)


def test_nothing_undecided_is_launched_from_the_command_line(letter, owner):
    text = memo(NOMINATE, annex=((NAME, 2),))
    with pytest.raises(UnitUndecided) as refused:
        launch_(text, by=owner)
    assert refused.value.facts == {"name": NAME, "near": MEANT}
    told = wian(letter(data=text.encode()), "--launch", "--json", "--as", "owner")
    assert told.refusal == (1, "unit-undecided")


def test_an_abbreviation_beside_its_name_is_refused_by_both_names(owner):
    with pytest.raises(UnitNamedTwice) as refused:
        launch_(memo(NOMINATE, annex=(("กองการคลังและพัสดุ", 2), ("กคพ", 2))), by=owner)
    assert refused.value.facts == {"name": "กองการคลังและพัสดุ", "other": "กคพ"}


def test_more_undecided_names_ask_no_more(browser, proposal_url, asks_no_more_with_more_rows):
    def add(count: int) -> None:
        known = [f"กองพืชสวนที่ {count}.{number}" for number in range(count)]
        for name in known:
            add_unit(name, by=COMMAND_LINE, at=clock.now())
        fill(browser, proposal_url, {"units": "\n".join(name.replace("พืช", "พิช") + "," for name in known)})

    asks_no_more_with_more_rows(browser, proposal_url, add)
