"""example, schema, write, verify: from JSON to the page and back, on the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from saraban.cli import main
from saraban.paper import KINDS, example, paper_of, printed, schema, text_of
from saraban.reading.sources import decode
from saraban.tests.pdf_file import pdf, words
from saraban.typesetting.tests.look import example_pdf

MEMO = text_of(printed(example("memo")))


@pytest.mark.parametrize("kind", KINDS)
def test_example(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example", kind]) == 0
    assert paper_of(json.loads(capsys.readouterr().out)) == example(kind)


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def written(folder: Path, capsys: pytest.CaptureFixture[str], to: str, *more: str) -> Path:
    main(["example", "memo"])
    (data := folder / "memo.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["write", str(data), "--to", str(folder / to), *more]) == 0
    return folder / to


def test_write_pdf_and_verify_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, capsys, "memo.pdf")
    assert main(["verify", str(file)]) == 0
    said = capsys.readouterr().out
    assert "ที่ บปช ๐๑๐๔/ว ๑๒๗ · ลงวันที่ ๒๓ พฤศจิกายน ๒๕๖๙" in said
    assert "ลายมือชื่อดิจิทัล: ไม่มี" in said
    assert "ผล: ข้อความตรงกับข้อมูลต้นฉบับที่แนบ" in said
    assert "ไม่พบการแก้ไข" not in said
    assert decode(file.read_bytes()) == MEMO


def test_write_word_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["example", "memo"])
    given = io.BytesIO(capsys.readouterr().out.encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=given))
    assert main(["write", "-", "--to", str(tmp_path / "memo.DOCX")]) == 0
    assert "".join(decode((tmp_path / "memo.DOCX").read_bytes()).split()) == "".join(MEMO.split())


def test_write_with_an_emblem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (emblem := tmp_path / "emblem.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    )
    file = written(tmp_path, capsys, "memo.pdf", "--emblem", str(emblem))
    assert file.read_bytes() != example_pdf("memo")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('{"kind": "memo", "subjekt": "แจ้ง"}', "subjekt: "),
        ('{"kind": "memo", "subject": "แจ้ง😀"}', "subject: พิมพ์อักขระ 😀 (GRINNING FACE) ไม่ได้"),
        ("เรื่อง แจ้ง", "ไม่ใช่ข้อมูลแบบ JSON"),
        ("[" * 200_000, "ไม่ใช่ข้อมูลแบบ JSON"),
    ],
)
def test_write_refuses_in_one_line(
    data: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "data.json").write_text(data, encoding="utf-8")
    assert main(["write", str(file), "--to", str(tmp_path / "out.pdf")]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert said in line
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("to", ["out.pdf", "out.docx"])
def test_write_refuses_an_emblem_that_is_no_picture(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data := tmp_path / "data.json").write_text('{"kind": "memo"}', encoding="utf-8")
    assert main(["write", str(data), "--to", str(tmp_path / to), "--emblem", str(data)]) == 2
    assert "ใช้ตราจากแฟ้ม" in capsys.readouterr().err


def test_verify_another_program_s_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file := tmp_path / "other.pdf").write_bytes(pdf(words("เรื่อง", 60, 700)))
    assert main(["verify", str(file)]) == 1
    assert "ไม่มีแนบมา" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7 ..."])
def test_verify_what_is_no_pdf(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file := tmp_path / "file.pdf").write_bytes(content)
    assert main(["verify", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_verify_needs_roots_that_are_certificates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file := tmp_path / "memo.pdf").write_bytes(example_pdf("memo"))
    assert main(["verify", str(file), "--root", str(file)]) == 2
    assert "ไม่ใช่ใบรับรอง" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["example"], ["example", "letter"], ["write", "x.json"], ["write", "x", "--to", "x.txt"], ["verify"]],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 64
    assert capsys.readouterr().err
