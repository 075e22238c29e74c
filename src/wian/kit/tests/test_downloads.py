"""What leaves is saved by its name, never shown as a page of the site."""

from io import BytesIO
from urllib.parse import quote

import pytest

from wian.kit.downloads import download, flow


def sent(name: str = "report.pdf"):
    return download(BytesIO(b"<script>"), name=name, type_="text/html")


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("report.pdf", 'attachment; filename="report.pdf"'),
        ('the "plan".pdf', r'attachment; filename="the \"plan\".pdf"'),
        ("บช ๐๓๐๕.๒/ว ๐๔๑๘.txt", f"attachment; filename*=utf-8''{quote('บช ๐๓๐๕.๒-ว ๐๔๑๘.txt')}"),
        ("../..\\etc/passwd", 'attachment; filename="..-..-etc-passwd"'),
        ("a\r\nSet-Cookie: x=1", 'attachment; filename="a-Set-Cookie- x=1"'),
        ("", "attachment"),
    ],
)
def test_the_name_it_is_saved_as(name, disposition):
    assert sent(name).headers["Content-Disposition"] == disposition


def test_nothing_in_it_can_act_on_this_site():
    headers = sent().headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Type"] == "text/html"


def test_what_is_made_while_it_is_sent_is_treated_the_same():
    answered = flow((piece for piece in (b"a", b"b")), name="../x.csv", type_="text/csv")
    assert (answered.streaming, answered.getvalue()) == (True, b"ab")
    assert answered.headers["Content-Disposition"] == 'attachment; filename="..-x.csv"'
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"):
        assert answered.headers[name] == sent().headers[name]


def test_no_cache_in_between_keeps_it():
    assert set(sent().headers["Cache-Control"].split(", ")) == {"private", "no-cache"}


def test_it_is_streamed_with_its_length_and_closed(db):
    stream = BytesIO(b"x" * 10_000)
    answered = download(stream, name="x", type_="application/pdf")
    assert (answered.streaming, answered.headers["Content-Length"]) == (True, "10000")
    assert answered.getvalue() == b"x" * 10_000
    answered.close()
    assert stream.closed
