"""The emblem as a picture for Word. Older versions show no SVG, so Typst draws one; a PNG stays as it is."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

import typst

from saraban.typesetting.fonts import fonts

_PNG = b"\x89PNG\r\n\x1a\n"
_RESOLUTION = 600
_FONTS = Path(__file__).with_name("fonts")
_PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
_DRAWN = f'{_PAGE}#image(bytes(sys.inputs.emblem), format: "svg", height: 3cm)'
# A grey disc in its place, until the agency has given its own emblem.
_SAMPLE = f"""{_PAGE}#set text(font: "TH SarabunPSK", size: 20pt, fill: luma(70))
#circle(width: 3cm, fill: luma(225), stroke: 0.5pt + luma(140), align(center + horizon)[ตัวอย่าง])"""


def png_of(emblem: bytes | None) -> bytes:
    """The emblem (SVG or PNG) as PNG, or a grey disc marked ตัวอย่าง. Raises ValueError for what is no picture."""
    if emblem is not None and emblem.startswith(_PNG):
        return emblem
    if emblem is None:
        return _drawn(_SAMPLE)
    try:
        return _drawn(_DRAWN, emblem.decode("utf-8"))
    except (UnicodeDecodeError, typst.TypstError) as error:
        raise ValueError("no SVG") from error


def shape_of(png: bytes) -> float:
    """How many times as wide as high a PNG is. Raises ValueError when its head is cut off."""
    if len(png) < 24:
        raise ValueError("no PNG")
    width, height = struct.unpack(">II", png[16:24])
    return float(max(width, 1) / max(height, 1))


@lru_cache(maxsize=16)
def _drawn(template: str, emblem: str = "") -> bytes:
    engine = typst.Compiler(template.encode(), root=_FONTS, font_paths=fonts(), sys_inputs={"emblem": emblem})
    drawn = engine.compile(format="png", ppi=_RESOLUTION)
    assert isinstance(drawn, bytes)
    return drawn
