"""A name from outside becomes one that may be seen and saved: it is never a path, and its ending is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wian.files.rules.kinds import DOCX, JPG, KINDS, PDF, PNG
from wian.files.rules.names import LENGTH, fitting


@pytest.mark.parametrize(
    ("handed_in", "kind", "name"),
    [
        ("รายงาน ครั้งที่ ๑.pdf", PDF, "รายงาน ครั้งที่ ๑.pdf"),
        ("SCAN.PDF", PDF, "SCAN.PDF"),
        ("photo.jpeg", JPG, "photo.jpeg"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\x\\y.pdf", PDF, "y.pdf"),
        ("a/b\0c.pdf", PDF, "bc.pdf"),
        ("report\u202efdp.exe", PDF, "reportfdp.pdf"),
        ("two\r\nlines\u2028here.pdf", PDF, "two lines here.pdf"),
        ("report.pdf", PNG, "report.png"),
        ("invoice.pdf.exe", PDF, "invoice.pdf"),
        ("photo.heic", JPG, "photo.jpg"),
        ("ที่ มท 0207.4", PDF, "ที่ มท 0207.4.pdf"),
        ("draft.final", DOCX, "draft.final.docx"),
        ("..", PDF, "file.pdf"),
        ("", PDF, "file.pdf"),
        ("\u202e/", PDF, "file.pdf"),
        ("pdf", PDF, "pdf.pdf"),
        ("ก" * 300 + ".docx", DOCX, "ก" * 195 + ".docx"),
    ],
)
def test_a_name_is_made_fit(handed_in, kind, name):
    assert fitting(handed_in, kind) == name


@given(st.text(), st.sampled_from(KINDS))
def test_whatever_it_is_called(handed_in, kind):
    name = fitting(handed_in, kind)
    stem, _, ending = name.rpartition(".")
    assert ending.lower() in kind.endings
    assert stem.strip(". ")
    assert len(name) <= LENGTH
    assert name.isprintable()
    assert not set(name) & set("/\\")
    assert fitting(name, kind) == name, "a fitting name stays"
