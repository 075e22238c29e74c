"""Files from outside are judged by what is in them, and kept only when all of them are taken."""

import pytest

from wian.files.commands.keep import TEXT, keep
from wian.files.commands.take_in import take_in
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.files.refusals import FileOfAnotherKind, FileTooLarge
from wian.files.rules.kinds import KINDS, MOST_BYTES, Kind
from wian.files.tests.support import docx, jpg, pdf, png, upload, xlsx
from wian.kit.uploads import FilesField

pytestmark = pytest.mark.django_db
SAMPLES = dict(zip((kind.endings[0] for kind in KINDS), (pdf, jpg, png, docx, xlsx), strict=True))


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_taken(kind: Kind, storage):
    data = SAMPLES[kind.endings[0]]()
    [taken] = take_in([upload(data, f"../../etc/รายงาน.{kind.endings[0]}")])
    assert (taken.file.type, taken.name) == (kind.type, f"รายงาน.{kind.endings[0]}")
    assert taken.file.name == taken.name
    assert stored(storage) == [taken.file.path]
    assert bytes_of(taken.file) == data


def test_the_type_comes_from_the_content_and_the_ending_follows():
    [taken] = take_in([upload(png(), "report.pdf")])
    assert (taken.file.type, taken.name) == ("image/png", "report.png")


def test_the_same_bytes_are_kept_once_each_under_its_own_name(storage):
    ours, theirs = take_in([upload(pdf(), "ours.pdf"), upload(pdf(), "theirs.pdf")])
    assert ours.file == theirs.file
    assert (ours.name, theirs.name) == ("ours.pdf", "theirs.pdf")
    assert stored(storage) == [ours.file.path]


def test_a_file_that_was_read_before_is_read_from_its_beginning():
    chosen = upload(pdf())
    chosen.read()
    assert bytes_of(take_in([chosen])[0].file) == pdf()


def test_one_refused_file_keeps_all_out(storage):
    with pytest.raises(FileOfAnotherKind) as refused:
        take_in([upload(pdf(), "good.pdf"), upload(b"<html>", "folder/bad.pdf"), upload(png())])
    assert refused.value.facts["file"] == "bad.pdf"
    assert (stored(storage), File.objects.filter(name="good.pdf").exists()) == ([], False)


def test_no_files_are_no_trouble():
    assert take_in([]) == []


def test_ten_megabytes_are_taken_and_one_byte_more_is_not(storage):
    most = pdf()[:-1].ljust(MOST_BYTES)
    [taken] = take_in([upload(most)])
    assert taken.file.size == len(most) == MOST_BYTES
    with pytest.raises(FileTooLarge):
        take_in([upload(most + b"\n")])
    assert stored(storage) == [taken.file.path]


def test_of_a_huge_file_no_more_than_the_limit_is_read():
    class Huge:
        name = "huge.pdf"

        def seek(self, place: int) -> None:
            assert place == 0

        def read(self, size: int) -> bytes:
            assert size == MOST_BYTES + 1
            return b"%PDF-1.7" + bytes(size - 8)

    with pytest.raises(FileTooLarge):
        take_in([Huge()])  # type: ignore[list-item]


def test_what_was_kept_unjudged_before_is_sent_by_its_own_type():
    """Bytes that were once kept as text stay so: whoever sends them says `type` of the file, never of the name."""
    kept = keep(pdf(), name="letter.txt", type_=TEXT)
    assert take_in([upload(pdf())])[0].file == kept


def test_the_field_offers_just_the_kinds_that_are_taken():
    offered = FilesField().widget.attrs["accept"].split(",")
    named = {f".{kind.endings[0]}" for kind in KINDS} | {kind.type for kind in KINDS}
    assert set(offered) <= named
    assert all(f".{kind.endings[0]}" in offered or kind.type in offered for kind in KINDS)
