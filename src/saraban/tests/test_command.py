import json
from pathlib import Path

import pytest

from saraban.cli import main
from saraban.errors import Unreadable
from saraban.reading.sources import decode
from saraban.tests.support import LETTERS, text_of

KEYS = [
    "kind", "agency", "phone", "contact", "links", "number", "circular", "date", "subject", "addressee", "references",
    "enclosures", "urgency", "secrecy", "asks", "deadlines", "quotas", "recipients", "framework", "signatory",
    "position", "conflicts", "confidence", "spans", "text", "source",
]  # fmt: skip


def test_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(LETTERS / "external.txt"), "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert list(read) == KEYS
    assert list(read["asks"][0]) == ["what", "kind", "deadline", "deadline_time", "deadline_phrase", "quota"]
    assert read["date"] == "2023-06-15"


def test_summary_is_thai(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(LETTERS / "memo_with_annex.txt")]) == 0
    assert "ชนิด: บันทึกข้อความ\n" in capsys.readouterr().out


def test_what_is_no_letter_was_read_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(LETTERS / "news.txt")]) == 0
    assert capsys.readouterr().out == "ชนิด: ไม่ใช่หนังสือราชการ\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "damaged"),
        (b"GIF89a...", "image"),
        (b"PK\x03\x04...", "damaged"),
        (b"ab\x00cd\x01", "binary"),
        (b"\xff\xfe\x00", "undecodable"),
        ("déjà vu, résumé and naïve café".encode("latin-1"), "undecodable"),
    ],
)
def test_a_file_that_cannot_be_read(
    content: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(content)
    assert caught.value.code == code
    (file := tmp_path / "letter.txt").write_bytes(content)
    assert main(["read", str(file)]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert len(output.err.splitlines()) == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["read"], ["write", "x"], ["read", "a", "b"], ["read", "a", "--xml"]]
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 64
    assert capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = text_of("external")
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text
    assert decode(text.encode(encoding)).startswith("\ufeff") == (encoding == "utf-8-sig")
