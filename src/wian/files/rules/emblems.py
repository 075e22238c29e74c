"""What may be drawn on official paper: the emblem of an agency, the picture of a signature."""

from struct import unpack

from wian.files.refusals import EmblemCoarse, FileOfAnotherKind, NotAPicture, PictureTooFine
from wian.files.rules.content import judge
from wian.files.rules.drawings import clean_drawing
from wian.files.rules.kinds import JPG, PNG, SVG, Kind
from wian.files.rules.pictures import size_of_jpg

# 600 dots an inch over the 3 cm that the emblem is high; the words of EmblemCoarse say it too.
LEAST_HIGH = 709
MOST_DOTS = 6000
MOST_MEGABYTES = 2


def judge_emblem(data: bytes, *, name: str) -> tuple[Kind, bytes]:
    """The kind of an emblem, SVG or PNG, and the bytes to keep of it.

    Raises NotAPicture, EmblemCoarse, PictureTooFine, DrawingUnsafe, FileEmpty, FileTooLarge, FileDamaged.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return SVG, clean_drawing(data, name=name)
    if _size(data, _picture(data, name, PNG), name)[1] < LEAST_HIGH:
        raise EmblemCoarse(file=name)
    return PNG, data


def judge_signature(data: bytes, *, name: str) -> Kind:
    """The kind of the picture of a signature. Raises NotAPicture, PictureTooFine, FileEmpty, FileTooLarge, FileDamaged."""
    kind = _picture(data, name, PNG, JPG)
    _size(data, kind, name)
    return kind


def _picture(data: bytes, name: str, *kinds: Kind) -> Kind:
    wanted = NotAPicture(file=name, kind=", ".join(kind.name for kind in kinds))
    try:
        kind = judge(data, name=name, most=MOST_MEGABYTES)
    except FileOfAnotherKind as refusal:
        raise wanted from refusal
    if kind not in kinds:
        raise wanted
    return kind


def _size(data: bytes, kind: Kind, name: str) -> tuple[int, int]:
    width, height = unpack(">II", data[16:24]) if kind == PNG else size_of_jpg(data)
    if max(width, height) > MOST_DOTS:
        raise PictureTooFine(file=name, most=MOST_DOTS)
    return width, height
