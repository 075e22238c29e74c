import re
from datetime import timedelta

from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Obligation
from wian.asks.queries import progress_of
from wian.asks.states import ObligationState
from wian.desks.commands.share import share
from wian.desks.tests.test_one_page import FINANCE, send_to_more_units
from wian.responses.tests.unit import browser, recipient_of

CONTACT = "ผู้ประสานงาน นางสาวพิมพ์ชนก แก้วประดิษฐ์ ๐๘ ๕๕๕๕ ๐๑๔๒"


def texts(circular, language: str = "th") -> list[list[str]]:
    """The texts on the page, each by its lines."""
    client = browser("owner")
    client.cookies["wian_language"] = language
    page = client.get(reverse("desks:line_text", args=[circular.pk])).content.decode()
    return [text.split("\n") for text in re.findall(r"<textarea[^>]*>([^<]+)</textarea>", page)]


def test_one_text_with_counts_and_one_that_names_the_units(story):
    counts, named = texts(story.circular)
    assert counts == [
        f"เรื่อง {story.circular.letter.subject}",
        f"หนังสือที่ {story.circular.letter.number} ลงวันที่ ๑๓ พฤศจิกายน ๒๕๖๙",
        "ส่งข้อมูลแล้ว ๖ จาก ๑๗ หน่วยงาน ยังไม่ส่ง ๑๑ หน่วยงาน",
        "รายชื่อ ๑๑ จาก ๒๙ คน · โครงการ ๕ โครงการ",
        "กำหนดส่งวันเสาร์ที่ ๒๑ พฤศจิกายน ๒๕๖๙ (พรุ่งนี้)",
        "ขอความอนุเคราะห์ส่งภายในกำหนด ส่งเท่าที่มีก่อนแล้วเพิ่มภายหลังได้",
        CONTACT,
    ]
    assert named[3:5] == ["หน่วยงานที่ยังส่งไม่ครบ ได้แก่", f"๑. {FINANCE} (เสนอแผนงาน/โครงการ, เสนอชื่อ)"]
    assert named[14].startswith("๑๑. ")
    assert named[15:] == counts[4:]


def test_it_is_thai_on_an_english_screen_too(story):
    assert texts(story.circular, "en") == texts(story.circular)


def test_it_carries_the_link_while_one_works(story):
    link = share(story.circular, days=7, by=story.cast.parts["owner"], at=TOLD)
    line = f"ดูความก้าวหน้าที่ http://testserver{reverse('desks:shared', args=[link.code])}"
    assert [line in text for text in texts(story.circular)] == [True, True]


def test_who_was_given_more_time_is_told_of_the_next_date(story):
    owed = Obligation.objects.filter(recipient=recipient_of(FINANCE))
    owed.update(due_at=owed[0].due_at + timedelta(days=3))
    Obligation.objects.filter(ask__circular=story.circular).exclude(recipient=recipient_of(FINANCE)).update(
        sent=1
    )
    [_, named] = texts(story.circular)
    assert "กำหนดส่งวันอังคารที่ ๒๔ พฤศจิกายน ๒๕๖๙ (เหลือเวลาอีก ๔ วัน)" in named


def test_past_the_date_only_who_is_overdue_is_asked_and_politely(story):
    [counts, named] = texts(story.earlier)
    assert counts[2] == "ส่งข้อมูลแล้ว ๔ จาก ๘ หน่วยงาน เลยกำหนดส่งแล้ว ๒ หน่วยงาน"
    assert named[3:6] == [
        "หน่วยงานที่ยังส่งไม่ครบ ได้แก่",
        f"๑. {FINANCE} (รายงาน)",
        "๒. กลุ่มงานเลขานุการปลัดกระทรวง (รายงาน, แจ้งรับทราบ)",
    ]
    assert [line for line in named if line.startswith("รายงาน: ครบกำหนดส่งเมื่อ")]
    assert "ขอความอนุเคราะห์ส่งโดยเร็ว หากมีเหตุขัดข้องโปรดแจ้งผู้ประสานงาน" in named
    assert "สำนักส่งเสริมบริการจังหวัด" not in "".join(named), "prepared in time"


def test_when_all_have_sent_it_thanks(story):
    Obligation.objects.filter(ask__circular=story.circular).update(sent=1, state=ObligationState.ACCEPTED)
    [text] = texts(story.circular)
    done = progress_of(story.circular).units_done
    assert done == 17
    assert text[2] == "ส่งข้อมูลแล้ว ๑๗ จาก ๑๗ หน่วยงาน"
    assert text[-2:] == ["ขอขอบคุณทุกหน่วยงานที่ให้ความร่วมมือ", CONTACT]


def test_of_very_many_units_it_names_the_first(story):
    send_to_more_units(story, 120)
    [_, named] = texts(story.circular)
    assert named[103].startswith("๑๐๐. ")
    assert named[104] == "และอีก ๓๑ หน่วยงาน"


def test_it_asks_no_more_with_more_units(story, asks_no_more_with_more_rows):
    url = reverse("desks:line_text", args=[story.circular.pk])
    asks_no_more_with_more_rows(browser("owner"), url, lambda count: send_to_more_units(story, count))


def test_outsiders_get_404(story):
    url = reverse("desks:line_text", args=[story.circular.pk])
    for who in ("other_owner", "executive", "preparer"):
        assert browser(who).get(url).status_code == 404, who
