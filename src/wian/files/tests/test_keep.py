"""Bytes are kept once, under the name of their content."""

from hashlib import sha256

import pytest
from django.core.files.storage import default_storage

from wian.files.commands.keep import TEXT, keep
from wian.files.models import File
from wian.files.queries import bytes_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    """A storage of the test's own: what is stored in a test is on disk, and no transaction takes it back."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_bytes_come_back_as_they_were(storage):
    data = "หนังสือ\r\n\ufeffเวียน".encode() + b"\xff\xfe"
    file = keep(data, name="letter.txt", type_=TEXT)
    digest = sha256(data).hexdigest()
    assert (file.sha256, file.size, file.type, file.name) == (digest, len(data), TEXT, "letter.txt")
    assert stored(storage) == [f"{digest[:2]}/{digest}"]
    assert bytes_of(file) == data


def test_the_same_bytes_are_stored_once(storage):
    first = keep(b"the same", name="one.txt", type_=TEXT)
    second = keep(b"the same", name="two.txt", type_=TEXT)
    assert (second.pk, second.name) == (first.pk, "one.txt")
    assert File.objects.filter(sha256=first.sha256).count() == 1
    assert stored(storage) == [first.path]


def test_other_bytes_are_another_file(storage):
    one, two = (keep(data, name="letter.txt", type_=TEXT) for data in (b"one", b"two"))
    assert one.pk != two.pk
    assert stored(storage) == sorted([one.path, two.path])


@pytest.mark.parametrize(
    ("handed_in", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("folder/หนังสือ เวียน.txt", "หนังสือ เวียน.txt"),
        ("ก" * 300, "ก" * 200),
    ],
)
def test_a_name_is_no_path(storage, handed_in, kept):
    file = keep(b"data", name=handed_in, type_=TEXT)
    assert File.objects.get(pk=file.pk).name == kept
    assert stored(storage) == [file.path]


def test_bytes_lost_by_the_storage_are_told():
    file = keep(b"data", name="letter.txt", type_=TEXT)
    default_storage.delete(file.path)
    with pytest.raises(FileNotFoundError):
        bytes_of(file)


@pytest.mark.parametrize("left", [None, b"da"], ids=["all", "a part"])
def test_bytes_lost_by_the_storage_are_kept_again(left, storage):
    file = keep(b"data", name="letter.txt", type_=TEXT)
    default_storage.delete(file.path)
    if left:
        (storage / file.path).write_bytes(left)
    assert keep(b"data", name="letter.txt", type_=TEXT) == file
    assert bytes_of(file) == b"data"
    assert stored(storage) == [file.path]
