import pytest
from conftest import TOLD
from django.urls import reverse

from wian.asks.models import Obligation
from wian.files.commands.keep import keep
from wian.files.tests.support import pdf, png, upload
from wian.ledger.models import Entry
from wian.responses.commands.attach import attach, detach
from wian.responses.commands.respond_nil import respond_nil
from wian.responses.commands.sign_off import sign_off
from wian.responses.models import Attachment
from wian.responses.refusals import AlreadySent, AlreadyWithdrawn, AttachedBefore, FilesFull
from wian.responses.tests.unit import ask_too, browser, form, owed_by


@pytest.fixture
def projects(untouched) -> Obligation:
    return owed_by(untouched.name, "propose")


@pytest.fixture
def add(untouched, projects):
    def one(name: str = "แผนงาน.pdf", owed: Obligation | None = None) -> Attachment:
        file = keep(name.encode(), name=name, type_="application/pdf")
        return attach(owed or projects, file, name=name, by=untouched.preparer, at=TOLD)

    return one


def now(owed: Obligation) -> Obligation:
    return Obligation.objects.get(pk=owed.pk)


def names(owed: Obligation) -> list[str]:
    return [str(file) for file in Attachment.objects.filter(response=owed.pk, withdrawn_at=None)]


def test_a_file_alone_answers_an_ask_and_waits_to_be_typed_in(untouched, projects, add):
    add()
    assert (now(projects).attached, now(projects).is_ready) == (1, True)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert (now(projects).state, now(projects).awaits_entry) == ("submitted", True)


def test_a_report_in_a_file_waits_for_nobody(untouched, add):
    report = ask_too(untouched.name, "report")
    add(owed=report)
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert (now(report).state, now(report).awaits_entry, now(report).is_short) == ("submitted", False, False)


def test_it_is_in_the_ledger_by_its_digest_and_not_by_its_name(projects, add):
    file = add()
    entry = Entry.objects.order_by("-seq")[0]
    assert (entry.event, file.file.sha256 in entry.payload, "แผนงาน" in entry.payload) == (
        "responses.attached", True, False,
    )  # fmt: skip


def test_five_and_no_more(projects, add):
    for number in range(5):
        add(f"{number}.pdf")
    with pytest.raises(FilesFull):
        add("6.pdf")
    assert now(projects).attached == 5


def test_the_same_file_once(projects, add):
    add()
    with pytest.raises(AttachedBefore):
        add()
    assert now(projects).attached == 1


def test_a_file_undoes_that_there_is_nothing(untouched, projects, add):
    respond_nil(projects, reason="ไม่มี", by=untouched.preparer, at=TOLD)
    add()
    assert now(projects).nil is False


def test_taken_out_it_makes_room_and_stays_on_record(untouched, projects, add):
    file = add()
    detach(file, by=untouched.preparer, at=TOLD)
    assert (now(projects).attached, names(projects)) == (0, [])
    assert Attachment.objects.get(pk=file.pk).withdrawn_at == TOLD
    with pytest.raises(AlreadyWithdrawn):
        detach(file, by=untouched.preparer, at=TOLD)
    add()
    assert names(projects) == ["แผนงาน.pdf"]


def test_what_was_sent_is_not_taken_out(untouched, projects, add):
    file = add()
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    add("เพิ่ม.pdf")
    with pytest.raises(AlreadySent):
        detach(Attachment.objects.get(pk=file.pk), by=untouched.preparer, at=TOLD)
    assert now(projects).attached == 2


def post(who, owed, *files):
    return browser(who).post(reverse("responses:attach", args=[owed.pk]), form(files=files))


def test_on_the_page_several_at_once(untouched, projects):
    done = post("receiver", projects, upload(pdf(), "โครงการ.pdf"), upload(png(), "ภาพ.png"))
    assert (done.status_code, names(projects)) == (302, ["โครงการ.pdf", "ภาพ.png"])
    url = reverse("responses:answer", args=[untouched.recipient.pk])
    page = browser("receiver").get(url).content.decode()
    assert all(words in page for words in ("โครงการ.pdf", "ภาพ.png", "รอกรอกข้อมูล"))


def test_one_that_is_not_taken_is_named_and_none_is_kept(projects):
    refused = post(
        "receiver", projects, upload(pdf(), "ดี.pdf"), upload(b"MZ\x90\0" + bytes(99), "โปรแกรม.pdf")
    )
    page = refused.content.decode()
    assert (refused.status_code, "โปรแกรม.pdf" in page, names(projects)) == (409, True, [])


def test_one_too_many_and_none_of_them_is_attached(projects, add):
    for number in range(4):
        add(f"{number}.pdf")
    refused = post("receiver", projects, upload(pdf(), "ห้า.pdf"), upload(png(), "หก.png"))
    assert (refused.status_code, "files-full" in refused.content.decode()) == (409, True)
    assert len(names(projects)) == 4


def test_without_a_file_nothing_happens(projects):
    assert (post("receiver", projects).status_code, now(projects).state) == (422, "pending")


def test_taken_out_on_the_page(projects, add):
    file = add()
    assert browser("receiver").post(reverse("responses:detach", args=[file.pk]), form()).status_code == 302
    assert names(projects) == []


def fetch(who: str, url: str) -> tuple[int, bytes]:
    got = browser(who).get(url)
    return got.status_code, b"".join(got.streaming_content) if got.streaming else b""


def test_the_unit_downloads_it_and_the_owner_once_it_was_sent(untouched, projects):
    post("receiver", projects, upload(pdf(), "โครงการ.pdf"))
    url = reverse("responses:file", args=[Attachment.objects.get(response=projects.pk).pk])
    assert fetch("receiver", url) == (200, pdf())
    assert [fetch(who, url)[0] for who in ("owner", "executive", "outsider")] == [404, 404, 404]
    sign_off(untouched.recipient, by=untouched.head, at=TOLD)
    assert [fetch(who, url)[0] for who in ("owner", "executive")] == [200, 200]
    assert [fetch(who, url)[0] for who in ("outsider", "other_owner")] == [404, 404]


def test_outsiders_get_404(projects, add):
    file = add()
    for who in ("outsider", "preparer", "owner", "executive"):
        assert post(who, projects, upload(png())).status_code == 404, who
        assert browser(who).post(reverse("responses:detach", args=[file.pk]), form()).status_code == 404, who
    assert names(projects) == ["แผนงาน.pdf"]
