"""The file of a letter goes to every unit: of these kinds, larger than others, and nothing in it that could harm."""

import pytest

from saraban.reading.sources import Source
from wian.files.commands.keep import TEXT, keep
from wian.files.commands.keep_text import keep_text
from wian.files.models import FileText
from wian.files.queries import ending_of, text_in
from wian.files.refusals import (
    FileLocked,
    FileOfAnotherKind,
    FileTooLarge,
    FileWithMacros,
    FileWithObjects,
    LetterOfAnotherKind,
)
from wian.files.rules.content import judge, judge_letter
from wian.files.rules.kinds import DOC, MOST_LETTER_BYTES, PDF
from wian.files.tests.support import OLE, docx, jpg, pdf, png, xlsx


@pytest.mark.parametrize("data", [pdf(), jpg(), png(), docx()])
def test_a_letter_may_be_of_these_kinds(data):
    assert judge_letter(data, name="") is judge(data, name="")


OLD_WORD = OLE + "WordDocument".encode("utf-16-le")


def test_a_letter_may_be_an_old_word_file():
    assert judge_letter(OLD_WORD, name="") is DOC
    with pytest.raises(FileOfAnotherKind):
        judge(OLD_WORD, name="")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (xlsx(), LetterOfAnotherKind),
        (b"{\\rtf1}", LetterOfAnotherKind),
        (OLE + "Workbook".encode("utf-16-le"), LetterOfAnotherKind),
        (OLD_WORD + "_VBA_PROJECT".encode("utf-16-le"), FileWithMacros),
        (OLD_WORD + "ObjectPool".encode("utf-16-le"), FileWithObjects),
        (OLE + "EncryptedPackage".encode("utf-16-le"), FileLocked),
        (OLD_WORD.ljust(MOST_LETTER_BYTES + 1), FileTooLarge),
        (pdf().ljust(MOST_LETTER_BYTES + 1), FileTooLarge),
    ],
    ids=["excel", "rtf", "old excel", "macros", "objects", "password", "large word", "large pdf"],
)
def test_what_cannot_go_round(data, refusal):
    with pytest.raises(refusal):
        judge_letter(data, name="x")


def test_a_letter_may_have_twenty_megabytes():
    assert judge_letter(pdf().ljust(MOST_LETTER_BYTES), name="") is PDF


@pytest.mark.django_db
class TestKept:
    @pytest.fixture(autouse=True)
    def storage(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path

    @pytest.mark.parametrize(("type_", "ending"), [(PDF.type, "pdf"), (DOC.type, "doc"), (TEXT, "txt")])
    def test_its_name_ends_as_its_type_says(self, type_, ending):
        assert ending_of(keep(ending.encode(), name="letter", type_=type_)) == ending

    def test_what_took_long_to_read_is_read_once(self):
        file, read = keep(pdf(), name="letter.pdf", type_=PDF.type), Source("เรียน", "scan")
        keep_text(file, read)
        keep_text(file, Source("another time", "pdf"))
        assert text_in(file) == read

    def test_plain_text_is_read_again(self):
        file = keep("เรียน".encode(), name="letter.txt", type_=TEXT)
        keep_text(file, Source("เรียน", "text"))
        assert not FileText.objects.filter(file=file).exists()
        assert text_in(file) == Source("เรียน", "text")
