"""PDF: lines as they are seen on the page, whatever the order they were drawn in; and nothing that harms."""

from __future__ import annotations

import random
import re
import subprocess
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from saraban import Unreadable, read
from saraban.reading import confined, pdf
from saraban.reading.sources import decode, source_of
from saraban.tests.pdf_file import A4, PICTURED, line, photo, stream, whole, words
from saraban.tests.pdf_file import pdf as made
from saraban.tests.printed import needs_chromium, needs_libreoffice, printed, saved_as
from saraban.tests.support import text_of
from saraban.words import normalise

LETTERS = ("external", "memo_with_annex", "minutes", "order_ascii", "stamped")


def close(text: str) -> str:
    """Without tags and white space, to compare what is written and not how it was set."""
    return re.sub(r"<[^<>]*>|\s", "", normalise(text))


class TestSeen:
    @needs_chromium
    @pytest.mark.parametrize("name", LETTERS)
    def test_a_letter_printed_by_a_browser_is_read_exactly(self, name: str) -> None:
        text = re.sub(r"<[^<>]*>", "", text_of(name))
        assert close(decode(printed(text))) == close(text)

    @needs_libreoffice
    @pytest.mark.parametrize("name", LETTERS[:2])
    def test_a_letter_saved_by_an_office_program_is_read_exactly(self, name: str) -> None:
        text = re.sub(r"<[^<>]*>", "", text_of(name)).replace("\t", " ")
        assert close(decode(saved_as("pdf", text))) == close(text)

    @needs_chromium
    def test_it_says_what_the_letter_says(self) -> None:
        before, after = read(text_of("external")), read(decode(printed(text_of("external"))))
        assert (after.kind, after.number, after.date, after.urgency) == (
            before.kind, before.number, before.date, before.urgency
        )  # fmt: skip
        assert (after.subject, after.addressee) == (before.subject, before.addressee)
        assert (after.deadlines, after.quotas[0].count) == (before.deadlines, before.quotas[0].count)
        assert [(ask.kind, ask.deadline) for ask in after.asks] == [
            (ask.kind, ask.deadline) for ask in before.asks
        ]

    def test_lines_stand_in_their_order_whatever_was_drawn_first(self) -> None:
        assert decode(made(words("เรียน", 60, 700) + words("เรื่อง", 60, 730))) == "เรื่อง\nเรียน"

    def test_a_mark_that_is_drawn_late_goes_to_its_letter(self) -> None:
        drawn = words("ท", 60, 700) + words("นา", 68, 700) + words("่", 68, 700) + words("ี", 68, 700)
        assert decode(made(drawn)) == "ที่นา"

    def test_what_is_apart_is_parted(self) -> None:
        drawn = words("กอง", 60, 700) + words("คลัง", 88, 700) + words("กอง", 160, 700)
        assert decode(made(drawn)) == "กอง คลัง\tกอง"

    def test_letters_spread_to_fill_a_line_are_no_words(self) -> None:
        spread = "".join(words(letter, 60 + 11 * at, 700) for at, letter in enumerate("กระทรวง"))
        assert decode(made(spread)) == "กระทรวง"

    def test_a_lost_am_is_found_again(self) -> None:
        drawn = words("จ", 60, 700) + words("านวน", 72, 700)
        assert decode(made(drawn)) == "จำนวน"

    def test_a_new_paragraph_is_set_in_or_apart(self) -> None:
        drawn = words("หนึ่ง", 60, 700) + words("สอง", 120, 680) + words("สาม", 60, 660) + words("สี่", 60, 600)
        assert decode(made(drawn)) == "หนึ่ง\n    สอง\nสาม\n\nสี่"

    def test_pages_follow_one_another(self) -> None:
        assert decode(made(words("หนึ่ง", 60, 700), words("สอง", 60, 700))) == "หนึ่ง\nสอง"

    def test_a_page_that_was_turned_is_read_upright(self) -> None:
        turned = "q 0 1 -1 0 595 0 cm " + words("กองคลัง", 60, 300) + words("กองช่าง", 60, 280) + "Q\n"
        assert decode(made(turned, more="/Rotate 90")) == "กองคลัง\nกองช่าง"

    def test_what_a_pdf_can_do_is_left_alone(self) -> None:
        acts = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[]>>>>"
        assert source_of(made(words("เรียน", 60, 700), catalog=acts)).how == "pdf"


GRID = "".join(line(x, 600, x, 720) for x in (60, 200, 300)) + "".join(
    line(x, y, x + 120, y) for x in (60, 180) for y in (600, 660, 690, 720)
)


class TestTable:
    def test_a_row_is_a_line_with_tabs(self) -> None:
        drawn = words("กองคลัง", 65, 700) + words("๒ คน", 205, 700) + words("กองช่าง", 65, 670)
        assert decode(made(GRID + drawn)).split("\n") == ["กองคลัง\t๒ คน", "กองช่าง\t"]

    def test_words_that_had_no_room_stay_in_their_cell(self) -> None:
        drawn = words("สำนักงานพัฒนาที่", 65, 640) + words("ดินเมืองน่าอยู่", 65, 620) + words("๒ คน", 205, 640)
        assert decode(made(GRID + drawn)) == "สำนักงานพัฒนาที่ดินเมืองน่าอยู่\t๒ คน"

    def test_lists_that_stand_side_by_side_are_rows(self) -> None:
        drawn = words("กองก", 65, 640) + words("กองข", 65, 620) + words("๒", 205, 640) + words("๓", 205, 620)
        assert decode(made(GRID + drawn)).split("\n") == ["กองก\t๒", "กองข\t๓"]


def why(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    return caught.value.code


def one(content: bytes, other: bytes = b"null") -> bytes:
    """A PDF of one page with that content stream, and another object that it may draw."""
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{A4}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return whole([b"<</Type/Catalog/Pages 2 0 R>>", kids, page.encode(), content, other])


ENCRYPT = f"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<{'00' * 16}><{'00' * 16}>]"
FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P 5 0 R>>>>/Length 6>>stream\n/P Do \nendstream"


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"%PDF-1.7 ...", "damaged"),
            (made(words("เรียน", 60, 700))[:400], "damaged"),
            (made(""), "empty"),
            (whole([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]), "damaged"),
            (whole([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"], ENCRYPT), "encrypted"),
            (made(*["n\n"] * 201), "too-long"),
            (one(stream(zlib.compress(b"0 0 m 1 1 l S\n" * 20_000_000), "/X[/FlateDecode]")), "empty"),
        ],
        ids=["begun", "torn", "nothing in it", "no page", "password", "201 pages", "packed twice"],
    )  # fmt: skip
    def test_what_is_no_letter(self, data: bytes, code: str) -> None:
        assert why(data) == code

    def test_a_picture_that_draws_itself_stops(self) -> None:
        assert why(one(stream(b"/P Do"), FORM)) in {"damaged", "empty"}

    def test_content_that_unpacks_without_end_stops(self) -> None:
        bomb = one(stream(b"BT /F 9 Tf (a) Tj ET\n" * 12_000_000))
        assert len(bomb) < 1_000_000
        assert why(bomb) in {"damaged", "empty", "too-slow"}

    def test_whoever_is_too_slow_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "SECONDS", 0)
        assert why(made(words("เรียน", 60, 700))) == "too-slow"

    def test_a_text_layer_that_is_no_thai_is_not_believed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("saraban.reading.scans.is_installed", lambda: False)
        assert why(made(words("หนังสือราชการ", 60, 700), encoding="latin-1")) == "scan"

    @pytest.mark.parametrize("stamp", ["", words("เอกสารลงนามแล้ว", 60, 20)], ids=["bare", "stamped"])
    def test_a_scan_is_told_where_none_can_be_read(self, stamp: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("saraban.reading.scans.is_installed", lambda: False)
        scan = made(PICTURED + stamp, picture=photo(bytes(10_000), 100, 100))
        assert why(scan) == "scan"

    def test_eleven_scanned_pages_are_too_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("saraban.reading.scans.is_installed", lambda: True)
        assert why(made(*[PICTURED] * 11, picture=photo(bytes(10_000), 100, 100))) == "too-long"

    def test_a_file_that_was_harmed_is_read_or_refused_by_name(self) -> None:
        sound, chance = made(words("เรียน ผู้อำนวยการ", 60, 700) + GRID), random.Random(5)
        for _ in range(8):
            harmed = bytearray(sound)
            for _ in range(chance.choice((1, 4, 30))):
                harmed[chance.randrange(len(harmed))] = chance.randrange(256)
            with suppress(Unreadable):
                assert decode(bytes(harmed))


class TestConfined:
    def run(self, tmp_path: Path, *command: str, seconds: int = 10, memory: int = 1 << 30) -> bytes:
        return confined.run(command, folder=tmp_path, seconds=seconds, memory=memory)

    def test_it_gets_what_is_fed_and_gives_what_is_printed(self, tmp_path: Path) -> None:
        assert confined.run(["cat"], folder=tmp_path, seconds=10, memory=1 << 30, data=b"a\0b") == b"a\0b"

    def test_it_and_what_it_started_end_with_its_time(self, tmp_path: Path) -> None:
        with pytest.raises(confined.TooSlow):
            self.run(tmp_path, "sh", "-c", "sleep 987 & sleep 987", seconds=1)
        left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
        assert "sleep 987" not in left.splitlines()

    @pytest.mark.parametrize("command", [["false"], ["no-such-program"]])
    def test_an_error_is_one(self, tmp_path: Path, command: list[str]) -> None:
        with pytest.raises(confined.Failed):
            self.run(tmp_path, *command)

    def test_it_has_no_more_memory_than_it_is_given(self, tmp_path: Path) -> None:
        with pytest.raises(confined.Failed):
            self.run(tmp_path, "python3", "-c", "bytearray(1 << 30)", memory=1 << 28)

    def test_its_home_is_the_folder(self, tmp_path: Path) -> None:
        said = self.run(tmp_path, "sh", "-c", "pwd; echo $HOME; env | grep -c DATABASE || true")
        assert said.decode().split() == [str(tmp_path), str(tmp_path), "0"]
