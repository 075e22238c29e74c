"""A PDF of ours says what was written; a source that its pages do not show is not believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from saraban import read
from saraban.paper import KINDS, Paper, example, printed, text_of, to_json
from saraban.reading.sources import decode, source_of
from saraban.signing import seal
from saraban.tests.test_signing import OWNER, PASSPHRASE, authority, container
from saraban.typesetting.tests.look import example_pdf, printing
from saraban.verifying import told, verify

MEMO = example("memo")
LINKED = replace(MEMO, answer_url="https://wian.example/a/7Hq", verify_url="https://wian.example/v/7Hq")


def with_source(pdf: bytes, source: bytes) -> bytes:
    """The PDF with another source attached."""
    saved = BytesIO()
    with pdfium.PdfDocument(pdf) as document:
        while document.count_attachments():
            document.del_attachment(0)
        document.new_attachment("paper.json").set_data(source)
        document.save(saved)
    return saved.getvalue()


def as_json(paper: Paper) -> bytes:
    return json.dumps(to_json(paper)).encode()


def told_otherwise(change: Callable[[Any], Any]) -> bytes:
    data = to_json(MEMO)
    change(data)
    return json.dumps(data).encode()


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_is_read(kind: str) -> None:
    source = source_of(example_pdf(kind))
    assert (source.text, source.how) == (text_of(printed(example(kind))), "pdf")
    assert verify(example_pdf(kind)).is_unchanged


@pytest.mark.parametrize("secrecy", ["", "ลับที่สุด"])
def test_on_several_pages_with_codes_too(secrecy: str) -> None:
    long = replace(LINKED, body=MEMO.body * 6, secrecy=secrecy)
    assert decode(printing(long)) == text_of(printed(long))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(subject=data["subject"] + "ด่วน"),
        lambda data: data["body"].pop(),
        lambda data: data["body"].append({"kind": "paragraph", "text": "ยกเลิกทั้งหมด"}),
        lambda data: data.update(number="บปช ๐๑๐๔/ว ๑๒๘"),
        lambda data: data["annexes"][0]["body"][0]["table"]["rows"][0].__setitem__(2, "๙"),
        lambda data: data.update(kind="announcement"),
        lambda data: data.update(subject="😀"),
    ],
)
def test_a_source_with_other_words_is_not_believed(change: Callable[[Any], Any]) -> None:
    forged = with_source(example_pdf("memo"), told_otherwise(change))
    assert decode(forged) == decode(with_source(example_pdf("memo"), b""))
    assert read(decode(forged)).subject == MEMO.subject
    assert not verify(forged).is_unchanged


@pytest.mark.parametrize("source", [b"", b"{", b"\xff" * 9, b"[" * 200_000, b"null", b'{"kind": "letter"}'])
def test_nor_is_one_that_is_no_paper(source: bytes) -> None:
    forged = with_source(example_pdf("memo"), source)
    assert read(decode(forged)).number == MEMO.number
    assert verify(forged).source is None


def test_a_source_counts_whoever_attached_it_if_its_words_are_those_shown() -> None:
    again = with_source(example_pdf("memo"), as_json(MEMO))
    assert verify(again).source == MEMO
    assert verify(again).is_unchanged


class TestSealed:
    pdf = seal(example_pdf("memo"), container(), PASSPHRASE)

    def test_as_it_was(self) -> None:
        [signature] = verify(self.pdf).signatures
        assert (signature.name, signature.intact, signature.trusted) == (OWNER, True, False)
        assert verify(self.pdf).is_unchanged

    def test_trusted_where_its_root_is_known(self) -> None:
        [signature] = verify(self.pdf, roots=[authority()[1].public_bytes(Encoding.PEM)]).signatures
        assert signature.trusted

    def test_changed_below_the_signature(self) -> None:
        at = self.pdf.index(b"/Lang")
        changed = verify(self.pdf[:at] + b"/Lan0" + self.pdf[at + 5 :])
        assert changed.same_words
        assert not changed.is_unchanged
        assert any("เนื้อหาถูกแก้ไขหลังลงนาม" in line for line in told(changed))

    def test_with_something_added_behind(self) -> None:
        assert not verify(self.pdf + b"\n% more\n").is_unchanged

    def test_signed_once_more_by_anybody(self) -> None:
        """A signature over a page that was changed covers the change; only one that stands alone says that nothing was."""
        assert not verify(seal(self.pdf, container(), PASSPHRASE)).is_unchanged

    def test_by_somebody_who_is_not_trusted(self) -> None:
        other = authority.__wrapped__()[1].public_bytes(Encoding.PEM)
        assert not verify(self.pdf, roots=[other]).is_unchanged
