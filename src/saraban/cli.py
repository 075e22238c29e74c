"""The command `saraban read FILE [--json]`. Beside what was read, JSON says in `source` what the file was: text, word, office,
pdf or scan; numbers in a scan need a person's eye.

Exit 0 when the text was read (also when it is no letter), 2 with one line on stderr when the file cannot be read at
all, 64 on wrong usage (EX_USAGE of sysexits.h).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from saraban.dates import thai_date
from saraban.errors import Unreadable
from saraban.letter import Reading
from saraban.reading import read
from saraban.reading.sources import source_of

READ, UNREADABLE, WRONG_USAGE = 0, 2, 64

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
        source = source_of(_bytes_of(options.file))
    except Unreadable as error:
        print(f"saraban: {options.file}: {error}", file=sys.stderr)
        return UNREADABLE
    reading = read(source.text)
    said = {**reading.to_json(), "source": source.how}
    print(json.dumps(said, ensure_ascii=False, indent=1) if options.json else summary(reading))
    return READ


def _parser() -> _Parser:
    parser = _Parser(prog="saraban", description="อ่านหนังสือราชการ")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    reader = commands.add_parser("read", help="อ่านหนังสือหนึ่งฉบับ แล้วแสดงสิ่งที่อ่านได้")
    reader.add_argument(
        "file", metavar="FILE", help="แฟ้ม Word, PDF, ภาพของหนังสือ หรือข้อความล้วน (UTF-8 หรือ CP874)"
    )
    reader.add_argument("--json", action="store_true", help="แสดงผลเป็น JSON")
    return parser


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
