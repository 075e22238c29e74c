"""A letter of these tests, and the file it came in."""

from datetime import date

from wian.files.models import File
from wian.kit import clock
from wian.kit.actor import COMMAND_LINE
from wian.letters.commands.file_letter import file_letter
from wian.letters.models import Letter

NUMBER = "สธณ ๐๑๐๔/ว ๐๙๗๓"
DATE = date(2026, 11, 16)


def source(digest: str = "ab" * 32) -> File:
    """The row of a file; nothing here reads its bytes."""
    facts = {"size": 4, "type": "text/plain; charset=utf-8", "name": "letter.txt"}
    return File.objects.get_or_create(sha256=digest, defaults=facts)[0]


def new_letter(number: str = NUMBER, on: date | None = DATE, **facts) -> Letter:
    facts = {"kind": "memo", "subject": "การดูแลต้นไม้ใหญ่", "text": "ข้อความ", "source": source(), **facts}
    return file_letter(number=number, on=on, by=COMMAND_LINE, at=clock.now(), **facts)
