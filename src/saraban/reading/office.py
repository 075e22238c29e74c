"""Old Word files (.doc), RTF and OpenDocument: LibreOffice, where it is installed, makes a .docx of them."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from tempfile import TemporaryDirectory

from saraban.errors import Unreadable
from saraban.reading import confined, docx

OLE, RTF = b"\xd0\xcf\x11\xe0", b"{\\rtf"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
MEMORY, SECONDS = 4 * 1024 * 1024 * 1024, 60
_REMEDY = "โปรดบันทึกเป็น .docx หรือ PDF หรือวางข้อความของหนังสือ"
_WORD, _MACROS, _LOCKED = (
    name.encode("utf-16-le") for name in ("WordDocument", "_VBA_PROJECT", "EncryptedPackage")
)
_BEGIN, _ENCRYPTED, _SECTOR = (
    b"\xec\xa5",
    0x0100,
    512,
)  # of the stream of a Word document, its flags, where it may begin
# Nothing is fetched and nothing runs while a file is opened.
_SETTINGS = """<?xml version="1.0"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
"""


def is_office(data: bytes) -> bool:
    """Is it for LibreOffice to open? An OLE file may also be Excel, or a new Word file with a password."""
    return data.startswith((OLE, RTF)) or OPEN_DOCUMENT in data[:200]


def text_of(data: bytes) -> str:
    """The text of such a file. Raises Unreadable: word (no LibreOffice here), binary, encrypted, macros, damaged, too-slow."""
    if data.startswith(OLE):
        _refuse(data)
    program = shutil.which("soffice")
    if program is None:
        raise Unreadable("word", f"เป็นแฟ้ม Word รุ่นเก่าหรือแฟ้มของโปรแกรมอื่น ซึ่งระบบนี้ไม่มีโปรแกรมเปิดอ่าน {_REMEDY}")
    with TemporaryDirectory(prefix="saraban-") as name:
        return docx.text_of(_converted(data, program, Path(name)))


def _refuse(data: bytes) -> None:
    """What LibreOffice should not even see."""
    if _LOCKED in data or _is_encrypted(data):
        raise Unreadable("encrypted", "แฟ้มมีรหัสผ่าน โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน")
    if _WORD not in data:
        raise Unreadable("binary", f"แฟ้มนี้ไม่ใช่แฟ้ม Word หรือเสียหาย {_REMEDY}")
    if _MACROS in data:
        raise Unreadable("macros", "แฟ้มมีแมโคร โปรดบันทึกเป็น .docx ที่ไม่มีแมโคร")


def _is_encrypted(data: bytes) -> bool:
    for at in range(_SECTOR, len(data) - 12, _SECTOR):
        if data.startswith(_BEGIN, at):
            (flags,) = struct.unpack_from("<H", data, at + 10)
            return bool(flags & _ENCRYPTED)
    return False


def _converted(data: bytes, program: str, folder: Path) -> bytes:
    (settings := folder / "profile/user").mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_SETTINGS)
    (folder / "letter").write_bytes(data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", "made", "letter",
    ]  # fmt: skip
    try:
        confined.run(command, folder=folder, seconds=SECONDS, memory=MEMORY)
        return (folder / "made/letter.docx").read_bytes()
    except confined.TooSlow:
        raise Unreadable("too-slow", f"เปิดแฟ้มไม่เสร็จในเวลาที่กำหนด {_REMEDY}") from None
    except (confined.Failed, FileNotFoundError):
        raise Unreadable("damaged", f"เปิดแฟ้มไม่ได้ แฟ้มอาจเสียหายหรือไม่ครบถ้วน {_REMEDY}") from None
