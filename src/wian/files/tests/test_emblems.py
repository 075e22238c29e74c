"""What may be drawn on official paper: a drawing that only draws, a picture that is fine enough, a signature."""

from struct import pack

import pytest

from wian.files.refusals import (
    DrawingUnsafe,
    EmblemCoarse,
    FileDamaged,
    FileEmpty,
    FileTooLarge,
    NotAPicture,
    PictureTooFine,
)
from wian.files.rules.emblems import judge_emblem, judge_signature
from wian.files.rules.kinds import PNG, SVG
from wian.files.tests.support import docx, jpg, pdf, png

START = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
)


def svg(inside: str, start: str = START) -> bytes:
    return f"{start}{inside}</svg>".encode()


def test_a_drawing_stays_as_it_draws():
    inside = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<g transform="scale(2)"><path fill="url(#a)" style="stroke:#000" d="M0 0H9"/></g>'
    )
    kind, kept = judge_emblem(svg(inside), name="ตรา.svg")
    assert kind == SVG
    for said in (
        'd="M0 0H9"',
        'fill="url(#a)"',
        'style="stroke:#000"',
        'stop-color="#fff"',
        'transform="scale(2)"',
    ):
        assert said in kept.decode()
    assert judge_emblem(kept, name="ตรา.svg") == (kind, kept)


def test_what_people_and_programs_noted_in_it_is_left_out():
    noted = (
        '<?xml version="1.0" encoding="UTF-8"?><!-- by somebody -->'
        + START.replace("<svg", '<svg xmlns:i="http://ink" i:version="1"')
        + '<title>ชื่อ</title><metadata>บ้านเลขที่</metadata><i:view/><path d="M0 0" i:label="x"/></svg>'
    )
    kept = judge_emblem(noted.encode(), name="x.svg")[1].decode()
    assert [word for word in ("ชื่อ", "บ้านเลขที่", "ink", "i:view", "somebody", "label") if word in kept] == []
    assert '<path d="M0 0"' in kept


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="http://example.com/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<foreignObject><b>x</b></foreignObject>",
        "<text>กระทรวง</text>",
        '<use href="#a"/>',
        "<style>@import url(http://example.com)</style>",
        '<path onload="alert(1)" d="M0 0"/>',
        '<path fill="url(http://example.com/a)" d="M0 0"/>',
        """<path style="fill:url( 'file:///etc/passwd')" d="M0 0"/>""",
        r'<path style="fill:\75rl(x)" d="M0 0"/>',
        '<linearGradient xlink:href="http://example.com#a"/>',
        '<g><a href="#x"><path d="M0 0"/></a></g>',
        "<animate/>",
        "<filter/>",
    ],
)
def test_what_does_more_than_draw_is_refused(inside: str):
    with pytest.raises(DrawingUnsafe):
        judge_emblem(svg(inside), name="x.svg")


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
        b'<?xml version="1.0"?><!DOCTYPE svg SYSTEM "file:///etc/passwd">' + svg(""),
        svg("<![CDATA[<script/>]]>"),
    ],
)
def test_document_types_and_entities_are_refused(data: bytes):
    with pytest.raises(DrawingUnsafe):
        judge_emblem(data, name="x.svg")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html></html>",
        svg("", start="<svg>"),
        svg("<g>"),
        f'<?xml version="1.0" encoding="utf-16"?>{START}</svg>'.encode("utf-16"),
        b"<" + bytes(99),
        b"<g>" * 100_000,
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes):
    with pytest.raises((FileDamaged, NotAPicture, DrawingUnsafe)) as refused:
        judge_emblem(data, name="x.svg")
    assert refused.type is not DrawingUnsafe


def test_a_drawing_of_more_than_a_megabyte_is_refused():
    with pytest.raises(FileTooLarge):
        judge_emblem(svg("<g/>" * 300_000), name="x.svg")


def test_a_picture_is_fine_enough_or_refused():
    fine = png(700, 709)
    assert judge_emblem(fine, name="x.png") == (PNG, fine)
    with pytest.raises(EmblemCoarse):
        judge_emblem(png(2000, 708), name="x.png")
    with pytest.raises(PictureTooFine):
        judge_emblem(png(6001, 710), name="x.png")


@pytest.mark.parametrize("data", [jpg(), pdf()])
def test_an_emblem_is_a_drawing_or_a_png(data: bytes):
    with pytest.raises(NotAPicture):
        judge_emblem(data, name="x")


def test_a_signature_is_a_picture_of_sensible_size():
    assert [judge_signature(data, name="x").name for data in (png(), jpg())] == ["PNG", "JPG"]
    for data in (pdf(), docx()):
        with pytest.raises(NotAPicture):
            judge_signature(data, name="x")
    with pytest.raises(FileEmpty):
        judge_signature(b"", name="x")
    huge = jpg().replace(b"\x08\0\x08\0\x08\1\1\x11\0", b"\x08" + pack(">HH", 9, 6001) + b"\1\1\x11\0")
    for data in (png(6001, 1), huge):
        with pytest.raises(PictureTooFine):
            judge_signature(data, name="x")
