"""A letter as offices exchange it electronically: the TH e-GIF correspondence letter as XML, out and in.

Source: TH e-GIF, Government Document standard 1.0; names, namespaces and order as agencies' systems send them. Dates are of the Christian era; files are
base64. An organisation stands by its code there, here by its name where it has none. What a file of another office holds beyond these fields is left out:
so is the signature block inside the XML, for a sealed PDF carries its own.

    xml = xml_of(exchange)
    exchange_of(xml) == exchange      # raises NotAnExchange
"""

from __future__ import annotations

import base64
import datetime as dt
import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, XMLParser

from saraban.dates import FIRST_BUDDHIST_YEAR
from saraban.errors import NotAnExchange
from saraban.words import split_name

NAMESPACE = "urn:th:gov:egif:data:standard:GovernmentDocument:1.0"
PARTS = "urn:th:gov:egif:data:standard:ReusableAggregateBusinessInformationEntity:1"
MOST_BYTES, MOST_ELEMENTS, DEEPEST = 64 * 1024 * 1024, 5_000, 16
#: Codes of the exchange by what stands on paper, an empty mark first. 001 is confirmed, the others are not: a mark in words is read too.
SPEED = {"": "001", "ด่วน": "002", "ด่วนมาก": "003", "ด่วนที่สุด": "004"}
SECRECY = {"": "001", "ลับ": "002", "ลับมาก": "003", "ลับที่สุด": "004"}
_NEVER_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPE = re.compile(r"[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
ElementTree.register_namespace("rsm", NAMESPACE)
ElementTree.register_namespace("ram", PARTS)


@dataclass(frozen=True, slots=True)
class Party:
    """An office that sends or receives: who signs or is written to, in which post, of which department, in which ministry."""

    department: str
    name: str = ""
    position: str = ""
    ministry: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file: its media type and its bytes. It has no name in the exchange."""

    type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reference:
    """A letter that is referred to, by its number and date where they are known."""

    id: str
    date: dt.date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One letter on its way. `id` is its number as on paper, `urgency` and `secrecy` as they stand on it, `letter` the letter itself.

    `attachment` says in words what the `attachments` are. One that does not say `sent_on` is sent on its own day.
    """

    id: str
    date: dt.date
    subject: str
    sender: Party
    receiver: Party
    letter: Attached
    urgency: str = ""
    secrecy: str = ""
    references: tuple[Reference, ...] = ()
    attachment: str = ""
    attachments: tuple[Attached, ...] = ()
    sent_on: dt.date | None = None


def xml_of(exchange: Exchange) -> bytes:
    """The letter as XML in UTF-8. Letters that XML cannot hold are left out, and of room more than one space."""
    root = Element(f"{{{NAMESPACE}}}GovernmentDocument")
    letter = _in(root, "CorrespondenceLetter")
    letter.set("ID", "Letter")
    _say(letter, "ID", exchange.id)
    _say(letter, "CorrespondenceDate", exchange.date.isoformat())
    _say(letter, "Subject", exchange.subject)
    _say(letter, "SecretCode", SECRECY[exchange.secrecy])
    _say(letter, "SpeedCode", SPEED[exchange.urgency])
    _party(_in(letter, "SenderParty"), exchange.sender)
    _party(_in(letter, "ReceiverParty"), exchange.receiver)
    for one in exchange.references:
        reference = _in(letter, "ReferenceCorrespondence")
        _say(reference, "ID", one.id)
        _say(reference, "CorrespondenceDate", one.date.isoformat() if one.date else "")
        _say(reference, "Subject", one.subject)
    _say(letter, "Attachment", exchange.attachment)
    _say(letter, "SendDate", f"{(exchange.sent_on or exchange.date).isoformat()}T00:00:00")
    _say(letter, "Description", "")
    _file(letter, "MainLetterBinaryObject", exchange.letter)
    for file in exchange.attachments:
        _file(letter, "AttachmentBinaryObject", file)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def exchange_of(xml: bytes) -> Exchange:
    """The letter that the XML of another office holds. Raises NotAnExchange with one clear line."""
    letter = _letter(xml)
    return Exchange(
        id=_needed(letter, "ID"),
        date=_date(_needed(letter, "CorrespondenceDate"), "CorrespondenceDate"),
        subject=_needed(letter, "Subject"),
        sender=_party_of(_one(letter, "SenderParty")),
        receiver=_party_of(_one(letter, "ReceiverParty")),
        letter=_attached(_one(letter, "MainLetterBinaryObject")),
        urgency=_mark(SPEED, _said(letter, "SpeedCode"), "SpeedCode"),
        secrecy=_mark(SECRECY, _said(letter, "SecretCode"), "SecretCode"),
        references=tuple(
            Reference(_said(one, "ID"), _maybe_date(one, "CorrespondenceDate"), _said(one, "Subject"))
            for one in _all(letter, "ReferenceCorrespondence")
        ),
        attachment=_said(letter, "Attachment"),
        attachments=tuple(map(_attached, _all(letter, "AttachmentBinaryObject"))),
        sent_on=_maybe_date(letter, "SendDate"),
    )


class _Builder(TreeBuilder):
    """The tree of a file; it stops at a document type, where entities would be declared, and at what is larger than any letter."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def doctype(self, *_declared: object) -> None:
        raise NotAnExchange("แฟ้มมีส่วนประกาศ (DOCTYPE) ซึ่งระบบไม่รับ โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise NotAnExchange("แฟ้ม XML ซับซ้อนเกินไป โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)


def _letter(xml: bytes) -> Element:
    if len(xml) > MOST_BYTES:
        raise NotAnExchange("แฟ้มใหญ่เกิน ๖๔ MB โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")
    try:
        root = ElementTree.fromstring(xml, XMLParser(target=_Builder()))
    except NotAnExchange:
        raise
    except (ElementTree.ParseError, ValueError, LookupError):
        raise NotAnExchange("แฟ้มนี้ไม่ใช่ XML ที่สมบูรณ์ โปรดตรวจสอบว่าเลือกแฟ้มถูกต้อง") from None
    if root.tag != f"{{{NAMESPACE}}}GovernmentDocument":
        raise NotAnExchange("แฟ้ม XML นี้ไม่ใช่หนังสือตามมาตรฐาน TH e-GIF โปรดตรวจสอบว่าเลือกแฟ้มถูกต้อง")
    return _one(root, "CorrespondenceLetter")


def _name(local: str) -> str:
    return f"{{{PARTS}}}{local}"


def _in(parent: Element, local: str) -> Element:
    return SubElement(parent, _name(local))


def _say(parent: Element, local: str, words: str) -> None:
    _in(parent, local).text = _tidy(_NEVER_IN_XML.sub("", words))


def _party(element: Element, party: Party) -> None:
    name = _tidy(party.name)
    family = split_name(name)[2]
    has_family = bool(family) and name.endswith(f" {family}")
    _say(element, "GivenName", name.removesuffix(f" {family}") if has_family else name)
    _say(element, "FamilyName", family if has_family else "")
    _say(element, "JobTitle", party.position)
    _say(_in(element, "MinistryOrganization"), "ID", party.ministry)
    _say(_in(element, "DepartmentOrganization"), "ID", party.department)


def _file(parent: Element, local: str, file: Attached) -> None:
    element = _in(parent, local)
    element.set("mimeCode", file.type)
    element.text = base64.b64encode(file.data).decode()


def _all(parent: Element, local: str) -> list[Element]:
    return parent.findall(_name(local))


def _maybe(parent: Element, local: str) -> Element | None:
    """The only one of that name. Two would let two readers see two letters."""
    found = _all(parent, local)
    if len(found) > 1:
        raise NotAnExchange(f"แฟ้ม XML มี {local} ซ้ำกัน โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")
    return found[0] if found else None


def _one(parent: Element, local: str) -> Element:
    found = _maybe(parent, local)
    if found is None:
        raise _missing(local)
    return found


def _said(parent: Element, local: str) -> str:
    found = _maybe(parent, local)
    return "" if found is None else _tidy("".join(found.itertext()))


def _needed(parent: Element, local: str) -> str:
    if words := _said(parent, local):
        return words
    raise _missing(local)


def _party_of(element: Element) -> Party:
    name = f"{_said(element, 'GivenName')} {_said(element, 'FamilyName')}".strip()
    return Party(
        _organisation(element, "DepartmentOrganization"),
        name,
        _said(element, "JobTitle"),
        _organisation(element, "MinistryOrganization"),
    )


def _organisation(party: Element, local: str) -> str:
    found = _maybe(party, local)
    return "" if found is None else _said(found, "ID")


def _attached(element: Element) -> Attached:
    local, type_ = element.tag.rpartition("}")[2], element.get("mimeCode", "")
    if not _TYPE.fullmatch(type_):
        raise NotAnExchange(f"{local} ไม่บอกชนิดแฟ้ม (mimeCode) โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")
    try:
        data = base64.b64decode("".join("".join(element.itertext()).split()), validate=True)
    except ValueError:  # binascii.Error is one
        raise NotAnExchange(f"แฟ้มที่แนบใน {local} เสียหาย โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่") from None
    return Attached(type_, data)


def _date(words: str, local: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(words[:10])
        if words[10:]:
            dt.datetime.fromisoformat(words)
    except ValueError:
        day = None
    if day is None or day.year >= FIRST_BUDDHIST_YEAR:
        raise NotAnExchange(f"{local} ไม่ใช่วันที่ ค.ศ. แบบ 2026-11-23: {words[:40]}")
    return day


def _maybe_date(parent: Element, local: str) -> dt.date | None:
    return _date(words, local) if (words := _said(parent, local)) else None


def _mark(codes: dict[str, str], code: str, local: str) -> str:
    for mark, known in codes.items():
        if code in {known, mark}:
            return mark
    raise NotAnExchange(f"{local} มีรหัสที่ไม่รู้จัก: {code[:20]}")


def _missing(local: str) -> NotAnExchange:
    return NotAnExchange(f"แฟ้ม XML ไม่มี {local} โปรดขอให้หน่วยงานต้นเรื่องส่งใหม่")


def _tidy(words: str) -> str:
    return " ".join(words.split())
