from datetime import datetime, time, timedelta

import pytest
from conftest import TOLD

from wian.asks.commands.exempt import exempt
from wian.asks.models import Ask, Obligation
from wian.kit import clock
from wian.ledger.models import Entry
from wian.responses.commands.nominate import Name
from wian.responses.commands.record_on_behalf import Told, record_on_behalf
from wian.responses.commands.submit import digest_of
from wian.responses.models import OnBehalfEntry
from wian.responses.refusals import DateAhead, DateTooEarly, NothingToSign, QuotaFull
from wian.responses.tests.told import HOW, kinds_on, page_of, typed_rows
from wian.responses.tests.unit import browser, form, owed_by

PERSON = Name(given_name="ทางโทรศัพท์", family_name="แจ้งมา", post="นิติกรปฏิบัติการ", phone="0811112222")


def record(unit, owner, *names, nothing="", at=TOLD, told_at=TOLD - timedelta(minutes=5)):
    return record_on_behalf(
        unit.recipient,
        {unit.places: Told(names=names, nothing=nothing)},
        channel="phone",
        informant="คุณรุจิรา",
        told_at=told_at,
        by=owner,
        at=at,
    )


def test_it_is_submitted_and_shown_as_recorded_for_the_unit(untouched, owner):
    submission = record(untouched, owner, PERSON)
    assert (untouched.state, untouched.places.on_behalf, untouched.places.taken) == ("submitted", True, 1)
    entry = OnBehalfEntry.objects.get(submission=submission)
    assert (entry.channel, entry.informant, entry.recorded_by, entry.confirmed_at) == (
        "phone",
        "คุณรุจิรา",
        owner.office,
        None,
    )
    assert Entry.objects.order_by("-seq")[0].event == "responses.recorded_on_behalf"


def test_the_unit_has_not_received_the_letter_by_it(untouched, owner):
    record(untouched, owner, PERSON)
    assert untouched.recipient.received_at is None


def test_a_unit_may_tell_that_there_is_nothing(untouched, owner):
    record(untouched, owner, nothing="ไม่มีข้าราชการที่เข้าเกณฑ์")
    assert untouched.places.nil is True


def test_names_already_typed_by_the_unit_are_sent_with_it(unit, owner):
    record(unit, owner, PERSON)
    assert unit.names == ["นายภูริเดช คำแสน", "ทางโทรศัพท์ แจ้งมา"]


def test_not_more_than_the_unit_may_name(unit, owner):
    other = Name(given_name="เกิน", family_name="มาหนึ่ง", post="นิติกร", phone="0811112223")
    with pytest.raises(QuotaFull):
        record(unit, owner, PERSON, other)
    assert (unit.state, unit.places.taken) == ("draft", 1)


def test_nothing_told_is_nothing_recorded(untouched, owner):
    with pytest.raises(NothingToSign):
        record(untouched, owner)
    assert OnBehalfEntry.objects.filter(submission__recipient=untouched.recipient).count() == 0


def test_not_told_in_the_future(untouched, owner):
    with pytest.raises(DateAhead):
        record(untouched, owner, PERSON, at=TOLD - timedelta(hours=1))


def test_not_told_before_the_letter(untouched, owner):
    sent = datetime.combine(untouched.recipient.circular.letter.date, time(0, 0), tzinfo=clock.BANGKOK)
    for early in (sent - timedelta(minutes=1), datetime(1, 1, 1, tzinfo=clock.BANGKOK)):
        with pytest.raises(DateTooEarly):
            record(untouched, owner, PERSON, told_at=early)
    assert (untouched.state, untouched.names) == ("pending", [])
    record(untouched, owner, PERSON, told_at=sent)


def test_on_the_page_from_the_matrix(untouched):
    url, prefix, management = page_of(untouched)
    typed = {
        "channel": "line",
        "informant": "คุณรุจิรา ตั้งมั่น",
        "day": "20 พ.ย. 2569",
        "time": "09.45",
        f"{prefix}-0-given_name": "ทางไลน์",
        f"{prefix}-0-family_name": "ส่งมา",
        f"{prefix}-0-post": "นิติกร",
        f"{prefix}-0-phone": "0812345678",
    }
    client = browser("owner")
    assert client.get(url).status_code == 200
    assert client.post(url, form(**management, **typed)).status_code == 302
    assert (untouched.names, untouched.places.on_behalf) == (["ทางไลน์ ส่งมา"], True)


def test_half_a_name_is_refused_and_kept(untouched):
    url, prefix, management = page_of(untouched)
    typed = {"channel": "phone", "informant": "ก", "day": "20/11/2569", "time": "9.45"}
    half = {f"{prefix}-1-given_name": "ครึ่งชื่อ"}
    page = browser("owner").post(url, form(**management, **typed, **half))
    assert (page.status_code, "ครึ่งชื่อ" in page.content.decode()) == (200, True)
    assert untouched.state == "pending"


def test_both_names_are_kept_when_the_unit_was_faster_with_one(untouched):
    url, prefix, management = page_of(untouched)
    untouched.add()
    client, typed = browser("owner"), form(**management, **HOW, **typed_rows(prefix, 2))
    for seen, code in (
        (management["seen"], "answer-changed"),
        (digest_of(untouched.recipient), "quota-full"),
    ):
        refused = client.post(url, typed | {"seen": seen})
        page = refused.content.decode()
        assert (refused.status_code, code in page) == (409, True)
        assert all(f'value="คนที่{number}"' in page for number in range(2))
        assert "สมหวัง ตั้งใจ" in page, "what the unit typed meanwhile is shown"
    assert untouched.names == ["นายสมหวัง ตั้งใจ"]


def test_a_long_list_can_be_posted_as_it_is_offered(untouched):
    Obligation.objects.filter(pk=untouched.places.pk).update(max=200)
    client, (url, prefix, _) = browser("owner"), page_of(untouched)
    few, many = (
        next(
            section.rows.total_form_count()
            for section in client.get(page).context["sections"]
            if section.part.obligation.ask.kind == Ask.Kind.NOMINATE
        )
        for page in (url, f"{url}?more")
    )
    assert few < many
    management = page_of(untouched)[2] | {f"{prefix}-TOTAL_FORMS": str(many)}
    typed = form(**management, **HOW, **typed_rows(prefix, many))
    assert client.post(f"{url}?more", typed).status_code == 302
    assert untouched.places.taken == many


def test_the_same_form_posted_twice_leads_on_and_the_page_is_closed(untouched, owner):
    url, prefix, management = page_of(untouched)
    client, typed = browser("owner"), form(**management, **HOW, **typed_rows(prefix, 1))
    first, second = client.post(url, typed), client.post(url, typed)
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert kinds_on(client.get(url)) == ["propose"], "what is still open"
    exempt(owed_by(untouched.name, Ask.Kind.PROPOSE), reason="ไม่มี", by=owner, at=TOLD)
    closed = client.get(url)
    assert (closed.status_code, "answer-closed" in closed.content.decode()) == (409, True)


def test_the_year_1_on_the_page_is_a_refusal_like_any_other(untouched):
    url, prefix, management = page_of(untouched)
    typed = form(**management, **HOW | {"day": "0001-01-01"}, **typed_rows(prefix, 1))
    refused = browser("owner").post(url, typed)
    assert (refused.status_code, "date-too-early" in refused.content.decode()) == (409, True)


def test_outsiders_get_404(untouched):
    url, _, management = page_of(untouched)
    for who in ("outsider", "other_owner", "preparer", "executive"):
        assert browser(who).post(url, form(**management)).status_code == 404, who


def test_going_back_and_recording_another_name_is_told_that_it_is_too_late(untouched):
    url, prefix, management = page_of(untouched)
    typed = form(channel="phone", informant="ก", day="20/11/2569", time="9.45", **management)
    person = {f"{prefix}-0-family_name": "มา", f"{prefix}-0-post": "นิติกร", f"{prefix}-0-phone": "0812345678"}
    client = browser("owner")
    first = client.post(url, typed | person | {f"{prefix}-0-given_name": "คนแรก"})
    other = client.post(url, typed | person | {f"{prefix}-0-given_name": "คนอื่น"})
    assert (first.status_code, other.status_code) == (302, 409)
    assert "คนอื่น" in other.content.decode()
    assert untouched.names == ["คนแรก มา"]


def test_the_refusal_names_only_who_was_there(unit, owner):
    other = Name(given_name="เกิน", family_name="มาหนึ่ง", post="นิติกร", phone="0811112223")
    with pytest.raises(QuotaFull) as refused:
        record(unit, owner, PERSON, other)
    assert "ภูริเดช คำแสน" in refused.value.message
    assert PERSON.given_name not in refused.value.message
