"""`wian read-in`: a letter's file in, a draft or a campaign out; the contract of its JSON and its exit codes."""

import pytest

from wian.asks.models import ReadIn
from wian.asks.tests.command import KEYS, wian
from wian.asks.tests.letters import (
    DUE,
    IMPOSSIBLE,
    NEWS,
    NOMINATE,
    NUMBER,
    PROPOSE,
    SUBJECT,
    UNITS,
    memo,
)
from wian.asks.tests.support import grown, rows
from wian.circulars.models import Circular
from wian.files.models import File

DRAFT = {"asks.ReadIn": 1, "files.File": 1}


@pytest.mark.usefixtures("story")
class TestRead:
    def test_a_dry_run_shows_the_campaign_and_keeps_nothing(self, letter):
        file, before = letter(PROPOSE, NOMINATE), rows()
        done = wian(file, "--dry-run", "--json")
        said = done.said
        assert done.code == 0
        assert list(said) == KEYS
        assert {key: said[key] for key in KEYS if key != "questions"} == {
            "initiative": SUBJECT,
            "circular": {"number": NUMBER, "date": "2026-11-16", "subject": SUBJECT},
            "units": 3,
            "asks": [
                {"kind": "propose", "deadline": "2026-12-15T16:30:00+07:00"},
                {"kind": "nominate", "deadline": "2026-11-30T23:59:59+07:00"},
            ],
            "seats": 5,
            "conflicts": [
                {"what": "quota", "here": "หน่วยงานละ ๒ คน", "there": "กลุ่มใบไม้: 1"},
                {"what": "open-range", "here": "อย่างน้อยหน่วยงานละ ๑ - ๒ โครงการ", "there": "1"},
            ],
            "warnings": [],
            "created_units": [],
        }
        assert [list(question) for question in said["questions"]] == [["what", "proposed"]] * 3
        assert grown(before) == {}

    def test_plain_it_keeps_a_draft_and_records_nothing(self, letter):
        file, before = letter(NOMINATE), rows()
        done = wian(file, "--json")
        assert (done.code, done.said["created_units"]) == (0, [])
        assert grown(before) == DRAFT
        draft = ReadIn.objects.latest("pk")
        assert (draft.circular, draft.title, draft.source.name) == (None, "", "letter.txt")

    def test_reading_again_goes_on_with_the_draft(self, letter):
        file, before = letter(NOMINATE), rows()
        titles = [
            wian(file, "--json", *more).said["initiative"] for more in ((), ("--title", "ปีแห่งต้นไม้"), ())
        ]
        assert titles == [SUBJECT, "ปีแห่งต้นไม้", "ปีแห่งต้นไม้"]
        assert grown(before) == DRAFT

    def test_launch_goes_on_with_the_draft(self, letter):
        file = letter(NOMINATE)
        wian(file, "--title", "ปีแห่งต้นไม้")
        before = rows()
        done = wian(file, "--launch", "--json")
        said = done.said
        circular = Circular.objects.latest("pk")
        assert (done.code, list(said)) == (0, KEYS)
        assert said["created_units"] == ["กระทรวงสวนสาธารณะ", "กองต้นไม้ใหญ่", *UNITS]
        assert said["initiative"] == circular.initiative.title == "ปีแห่งต้นไม้"
        assert grown(before) == {
            "asks.Ask": 1,
            "asks.Obligation": 3,
            "circulars.Circular": 1,
            "circulars.Recipient": 3,
            "directory.Post": 1,
            "directory.PostRole": 1,
            "directory.Unit": 5,
            "initiatives.Initiative": 1,
            "ledger.Entry": 5 + 1 + 5,
            "letters.Letter": 1,
        }
        assert ReadIn.objects.get(source=circular.letter.source).circular == circular

    def test_in_words_it_says_the_same(self, letter):
        done = wian(letter(NOMINATE), "--dry-run")
        assert (done.code, done.err) == (0, "")
        for fact in (
            SUBJECT,
            NUMBER,
            "2026-11-16",
            "2026-11-30T23:59:59+07:00",
            "nominate",
            "units: 3",
            "seats: 5",
        ):
            assert fact in done.out
        assert "{" not in done.out

    def test_what_is_not_in_the_letter_is_null(self, letter):
        said = wian(letter(NOMINATE.replace(DUE, ""), number=""), "--dry-run", "--json").said
        assert said["circular"]["number"] is None
        assert said["asks"] == [{"kind": "nominate", "deadline": None}]

    def test_a_letter_in_windows_thai_is_read_too(self, letter):
        said = wian(letter(data=memo(NOMINATE).encode("cp874")), "--dry-run", "--json").said
        assert (said["circular"]["subject"], said["seats"]) == (SUBJECT, 5)

    def test_a_past_deadline_is_a_warning_and_no_obstacle(self, letter):
        file = letter(NOMINATE.replace("๓๐ พฤศจิกายน", "๑๗ พฤศจิกายน"))
        done = wian(file, "--launch", "--json")
        (warning,) = done.said["warnings"]
        assert done.code == 0
        assert "คัดเลือกข้าราชการที่รักต้นไม้" in warning
        assert Circular.objects.latest("pk").letter.subject == SUBJECT

    def test_a_unit_named_twice_counts_once_and_is_asked_about(self, letter):
        annex = (("กองกิ่งไม้", 2), ("กองรากไม้", 1), ("กอง กิ่งไม้", 1))
        said = wian(letter(NOMINATE, annex=annex), "--launch", "--json").said
        assert (said["units"], said["seats"], said["created_units"][2:]) == (2, 3, ["กองกิ่งไม้", "กองรากไม้"])
        assert [conflict["what"] for conflict in said["conflicts"]] == ["quota", "duplicate-unit"]
        assert len(said["questions"]) == 2


@pytest.mark.usefixtures("story")
class TestAs:
    def test_an_owner_owns_what_they_launch(self, story, letter):
        done = wian(letter(NOMINATE), "--launch", "--json", "--as", "owner")
        assert done.said["created_units"] == list(UNITS)
        assert Circular.objects.latest("pk").initiative.owner_id == story.cast.parts["owner"].post

    @pytest.mark.parametrize("user", ["nobody", "head", "clerk", "executive"])
    def test_whoever_holds_no_such_office_is_refused(self, letter, user):
        file, before = letter(NOMINATE), rows()
        assert wian(file, "--launch", "--json", "--as", user).refusal == (1, "may-not-launch")
        assert grown(before) == {}

    def test_an_unknown_user_is_refused_for_a_draft_too(self, letter):
        file, before = letter(NOMINATE), rows()
        assert wian(file, "--json", "--as", "nobody").refusal == (1, "may-not-launch")
        assert grown(before) == {}


@pytest.mark.usefixtures("story")
class TestRefused:
    """Exit 1 with a code, and every table as it was."""

    def refused(self, *words: object) -> tuple[int, str]:
        before = rows()
        done = wian(*words, "--json")
        assert grown(before) == {}
        return done.refusal

    def test_a_letter_launched_before(self, letter):
        file = letter(NOMINATE)
        wian(file, "--launch")
        for how in ((), ("--launch",), ("--dry-run",)):
            assert self.refused(file, *how) == (1, "launched-before")

    def test_a_letter_launched_before_typed_with_other_digits(self, letter):
        wian(letter(NOMINATE), "--launch")
        again = letter(NOMINATE, number="สธณ 0104/ว 27", name="again.txt")
        assert self.refused(again, "--launch") == (1, "launched-before")

    def test_a_letter_without_a_number_launched_before(self, letter):
        file = letter(NOMINATE, number="")
        wian(file, "--launch")
        assert self.refused(file, "--launch") == (1, "launched-before")

    def test_the_refusal_names_the_letter(self, letter):
        file = letter(NOMINATE)
        wian(file, "--launch")
        message = wian(file, "--launch", "--json").said["message"]
        assert NUMBER in message
        assert SUBJECT in message

    @pytest.mark.parametrize("how", [(), ("--dry-run",), ("--launch",)], ids=" ".join)
    def test_what_is_not_a_letter(self, letter, how):
        assert self.refused(letter(data=NEWS.encode()), *how) == (1, "not-a-letter")

    def test_a_day_that_cannot_be_is_shown_but_not_launched(self, letter):
        file = letter(NOMINATE.replace(DUE, IMPOSSIBLE))
        shown = wian(file, "--dry-run", "--json")
        assert shown.code == 0
        assert {"what": "impossible-date", "here": "๓๑ ก.พ. ๒๕๗๐", "there": ""} in shown.said["conflicts"]
        assert shown.said["asks"] == [{"kind": "nominate", "deadline": None}]
        assert self.refused(file, "--launch") == (1, "impossible-date")

    def test_an_empty_annex_is_shown_but_not_launched(self, letter):
        file = letter(NOMINATE, annex=())
        shown = wian(file, "--dry-run", "--json").said
        assert [conflict["what"] for conflict in shown["conflicts"]] == ["empty-annex"]
        assert (shown["units"], shown["seats"]) == (0, 0)
        assert self.refused(file, "--launch") == (1, "no-recipients")

    def test_in_words_a_refusal_goes_to_stderr(self, letter):
        done = wian(letter(data=NEWS.encode()))
        assert (done.code, done.out) == (1, "")
        assert "(not-a-letter)" in done.err
        assert "letter.txt" in done.err


@pytest.mark.usefixtures("story")
class TestUnreadable:
    """Exit 2."""

    @pytest.mark.parametrize(
        "data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00\x06\x00", b"%PDF-1.7\n%\xe2\xe3", b"a\x00b"],
        ids=["empty", "png", "docx", "pdf", "nul"],
    )  # fmt: skip
    def test_bytes_that_are_no_text(self, letter, data):
        file, before = letter(data=data), rows()
        assert wian(file, "--launch", "--json").refusal == (2, "unreadable")
        assert grown(before) == {}

    @pytest.mark.parametrize("name", ["missing.txt", "."])
    def test_a_file_that_is_none(self, tmp_path, name):
        assert wian(tmp_path / name, "--json").refusal == (2, "unreadable")

    def test_in_words(self, tmp_path):
        done = wian(tmp_path / "missing.txt")
        assert (done.code, done.out) == (2, "")
        assert "missing.txt" in done.err


@pytest.mark.parametrize(
    "words", [(), ("--json",), ("a", "b"), ("a", "--nonsense"), ("a", "--dry-run", "--launch"), ("a", "--as")], ids=" ".join
)  # fmt: skip
def test_wrong_usage(words, capsys):
    assert wian(*words).code == 64
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage:")


def test_files_are_kept_by_their_content(story, letter):
    """The draft of a letter is known by its bytes, whatever its file is called."""
    wian(letter(NOMINATE))
    before = File.objects.count(), ReadIn.objects.count()
    wian(letter(NOMINATE, name="copy.txt"))
    assert (File.objects.count(), ReadIn.objects.count()) == before
