"""The command `saraban`: read a letter, write one, verify one.

    saraban read FILE [--json]                    what a letter says; `source` in the JSON says what the file was: text, word, office, pdf
                                                  or scan (numbers in a scan need a person's eye)
    saraban example KIND                          a paper as JSON, to start from
    saraban schema                                the JSON Schema of a paper; docs/paper.md explains it
    saraban write DATA.json --to FILE [--emblem]  a paper as FILE.pdf or FILE.docx; - reads standard input
    saraban verify FILE.pdf [--root CERT]         is it as it was written, who signed it

Exit 0 when it was done (also when what was read is no letter), 1 when `verify` cannot confirm the file, 2 with one line on stderr when a file cannot
be read, printed or written, 64 on wrong usage (EX_USAGE of sysexits.h).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from saraban.dates import thai_date
from saraban.errors import NotAPaper, Unprintable, Unreadable
from saraban.letter import Reading
from saraban.paper import KINDS, Paper, example, paper_of, schema, to_json
from saraban.reading import read
from saraban.reading.sources import source_of

DONE, CHANGED, UNREADABLE, WRONG_USAGE = 0, 1, 2, 64

KIND_WORDS = {
    "memo": "บันทึกข้อความ",
    "external": "หนังสือภายนอก",
    "stamped": "หนังสือประทับตรา",
    "order": "คำสั่ง",
    "announcement": "ประกาศ",
    "report": "รายงานการประชุม",
    "other": "หนังสือราชการอื่น",
    "not-a-letter": "ไม่ใช่หนังสือราชการ",
}


class _Parser(argparse.ArgumentParser):
    """Wrong usage ends with 64: argparse's own 2 means here that a file cannot be read."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse ends the process; a caller inside Python gets the code instead
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    try:
        return int(options.act(options))
    except (Unreadable, NotAPaper, Unprintable) as error:
        print(f"saraban: {getattr(options, 'file', '')}: {error}", file=sys.stderr)
        return UNREADABLE


def _parser() -> _Parser:
    parser = _Parser(prog="saraban", description="อ่าน เขียน และตรวจสอบหนังสือราชการ")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    reader = commands.add_parser("read", help="อ่านหนังสือหนึ่งฉบับ แล้วแสดงสิ่งที่อ่านได้")
    reader.add_argument(
        "file", metavar="FILE", help="แฟ้ม Word, PDF, ภาพของหนังสือ หรือข้อความล้วน (UTF-8 หรือ CP874)"
    )
    reader.add_argument("--json", action="store_true", help="แสดงผลเป็น JSON")
    reader.set_defaults(act=_read)
    shown = commands.add_parser("example", help="ตัวอย่างข้อมูลของหนังสือ เป็น JSON")
    shown.add_argument("kind", metavar="KIND", choices=KINDS, help=" ".join(KINDS))
    shown.set_defaults(act=_example)
    commands.add_parser("schema", help="โครงสร้างข้อมูลของหนังสือ เป็น JSON Schema").set_defaults(act=_schema)
    writer = commands.add_parser("write", help="จัดหน้าหนังสือจากข้อมูล JSON เป็น PDF หรือ Word")
    writer.add_argument("file", metavar="DATA.json", help="ข้อมูลของหนังสือ หรือ - เพื่ออ่านจากช่องทางเข้ามาตรฐาน")
    writer.add_argument(
        "--to", required=True, type=_page_file, metavar="FILE", help="แฟ้ม .pdf หรือ .docx ที่จะเขียน"
    )
    writer.add_argument("--emblem", metavar="FILE", help="ตราครุฑของหน่วยงาน เป็น SVG หรือ PNG")
    writer.set_defaults(act=_write)
    verifier = commands.add_parser("verify", help="ตรวจสอบว่าแฟ้ม PDF ตรงกับที่จัดทำ และลายมือชื่อดิจิทัลยังสมบูรณ์")
    verifier.add_argument("file", metavar="FILE.pdf")
    verifier.add_argument(
        "--root", action="append", default=[], metavar="CERT", help="ใบรับรองของผู้ออกใบรับรองที่เชื่อถือ"
    )
    verifier.set_defaults(act=_verify)
    return parser


def _page_file(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() not in (".pdf", ".docx"):
        raise argparse.ArgumentTypeError("ต้องลงท้ายด้วย .pdf หรือ .docx")
    return path


def _read(options: argparse.Namespace) -> int:
    source = source_of(_bytes_of(options.file))
    reading = read(source.text)
    print(_json({**reading.to_json(), "source": source.how}) if options.json else summary(reading))
    return DONE


def _example(options: argparse.Namespace) -> int:
    print(_json(to_json(example(options.kind))))
    return DONE


def _schema(options: argparse.Namespace) -> int:
    print(_json(schema()))
    return DONE


def _write(options: argparse.Namespace) -> int:
    from saraban.typesetting import docx_of, pdf_of  # loads what only this act needs

    paper = _paper(sys.stdin.buffer.read() if options.file == "-" else _bytes_of(options.file))
    emblem = _bytes_of(options.emblem) if options.emblem else None
    try:
        made = (pdf_of if options.to.suffix.lower() == ".pdf" else docx_of)(paper, emblem=emblem)
    except (ValueError, RuntimeError) as error:
        if emblem is None or isinstance(error, Unprintable):
            raise
        raise Unreadable("image", f"ใช้ตราจากแฟ้ม {options.emblem} ไม่ได้ โปรดใช้ SVG หรือ PNG") from error
    try:
        options.to.write_bytes(made)
    except OSError as error:
        raise Unreadable("missing", f"เขียนแฟ้ม {options.to} ไม่ได้ ({error.strerror})") from error
    return DONE


def _paper(data: bytes) -> Paper:
    try:
        return paper_of(json.loads(data))
    except NotAPaper:
        raise
    except (ValueError, RecursionError):
        raise NotAPaper("เอกสาร", "ไม่ใช่ข้อมูลแบบ JSON") from None


def _verify(options: argparse.Namespace) -> int:
    from saraban.verifying import told, verify

    verified = verify(_bytes_of(options.file), roots=[_certificate(root) for root in options.root])
    print("\n".join(told(verified)))
    return DONE if verified.is_unchanged else CHANGED


def _certificate(name: str) -> bytes:
    from cryptography import x509

    data = _bytes_of(name)
    try:
        (x509.load_pem_x509_certificate if b"-----BEGIN" in data else x509.load_der_x509_certificate)(data)
    except ValueError:
        raise Unreadable("damaged", f"แฟ้ม {name} ไม่ใช่ใบรับรอง (PEM หรือ DER)") from None
    return data


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _bytes_of(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreadable("missing", f"เปิดแฟ้มไม่ได้ ({reason})") from error


def summary(reading: Reading) -> str:
    """The reading in a few Thai lines; empty facts are left out."""
    facts = [
        ("ชนิด", KIND_WORDS[reading.kind]),
        ("ส่วนราชการ", reading.agency),
        ("ที่", f"{reading.number}{' (หนังสือเวียน)' if reading.circular else ''}" if reading.number else None),
        ("วันที่", thai_date(reading.date) if reading.date else None),
        ("เรื่อง", reading.subject),
        ("เรียน", reading.addressee),
        ("ชั้นความเร็ว", reading.urgency),
        ("ชั้นความลับ", reading.secrecy),
        *(("ขอให้", _ask_line(ask.what, ask.quota, ask.deadline_phrase)) for ask in reading.asks),
        ("กำหนดส่ง", ", ".join(thai_date(day) for day in reading.deadlines)),
        ("จำนวน", ", ".join(f"{quota.unit} {quota.count}" for quota in reading.quotas)),
        *(("กรอบแนวทาง", f"{pillar.title}: {', '.join(pillar.issues)}") for pillar in reading.framework),
        ("ผู้ลงนาม", " ".join(part for part in (reading.signatory, reading.position) if part)),
        ("ผู้ประสานงาน", " โทร. ".join(part for part in (reading.contact, reading.contact_phone) if part)),
        *(
            ("ข้อขัดกัน", " / ".join(part for part in (c.what, c.here, c.there) if part))
            for c in reading.conflicts
        ),
    ]
    return "\n".join(f"{label}: {value}" for label, value in facts if value)


def _ask_line(what: str, quota: str | None, deadline: str | None) -> str:
    return " · ".join(part for part in (what, quota, deadline) if part)


if __name__ == "__main__":
    sys.exit(main())
