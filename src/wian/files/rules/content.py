"""What a file is, judged by its bytes alone: what it is called does not count."""

from wian.files.refusals import (
    FileDamaged,
    FileEmpty,
    FileLocked,
    FileOfAnotherKind,
    FileTooLarge,
    LetterOfAnotherKind,
)
from wian.files.rules.foreign import PACKED, recognise
from wian.files.rules.kinds import (
    JPG,
    LETTER_KINDS,
    MEGABYTE,
    MOST_LETTER_BYTES,
    MOST_LETTER_MEGABYTES,
    MOST_MEGABYTES,
    PDF,
    PNG,
    Kind,
)
from wian.files.rules.office import (
    OLE_START,
    ZIP_START,
    ends_as_zip,
    judge_office,
    judge_old_word,
    why_ole_is_refused,
)
from wian.files.rules.pdf import is_locked_pdf, is_pdf, is_whole_pdf
from wian.files.rules.pictures import JPG_START, PNG_START, is_whole_jpg, is_whole_png


def judge_letter(data: bytes, *, name: str) -> Kind:
    """The same for a letter: an old Word file may be one, and it may be larger.

    Raises LetterOfAnotherKind, and what `judge` raises beside FileOfAnotherKind.
    """
    old = data.startswith(OLE_START) and len(data) <= MOST_LETTER_BYTES
    try:
        kind = judge_old_word(data, name) if old else judge(data, name=name, most=MOST_LETTER_MEGABYTES)
    except FileOfAnotherKind as refusal:
        raise LetterOfAnotherKind(file=name) from refusal
    if kind not in LETTER_KINDS:
        raise LetterOfAnotherKind(file=name)
    return kind


def judge(data: bytes, *, name: str, most: int = MOST_MEGABYTES) -> Kind:
    """The kind of `data`, of at most so many megabytes; `name` is for the sentence of a refusal.

    Raises FileEmpty, FileTooLarge, FileOfAnotherKind, FileDamaged, FileLocked, and for Word and Excel
    FileWithMacros, FileWithObjects, FileUnpacksTooLarge.
    """
    if not data:
        raise FileEmpty(file=name)
    if len(data) > most * MEGABYTE:
        raise FileTooLarge(file=name, most=most)
    if data.startswith(ZIP_START):
        return judge_office(data, name)
    if data.startswith(OLE_START):
        raise why_ole_is_refused(data, name)
    if data.startswith(JPG_START):
        kind, whole = JPG, is_whole_jpg(data)
    elif data.startswith(PNG_START):
        kind, whole = PNG, is_whole_png(data)
    elif is_pdf(data):
        kind, whole = PDF, is_whole_pdf(data)
    else:
        raise recognise(data).refusal(name)
    if ends_as_zip(data):
        raise PACKED.refusal(name)
    if not whole:
        raise FileDamaged(file=name, kind=kind.name)
    if kind is PDF and is_locked_pdf(data):
        raise FileLocked(file=name)
    return kind
