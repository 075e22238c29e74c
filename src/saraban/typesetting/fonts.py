"""The font of official papers, TH SarabunPSK, and what the engine of all pages is: Typst with nothing but these fonts."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

FONTS = Path(__file__).with_name("fonts")
STANDARDS: list[Any] = ["a-3a", "ua-1"]


def compiled(template: Path, data: dict[str, Any], *, pictures: float = 0) -> list[bytes]:
    """The pages of `template` with `data`: one PDF (PDF/A-3a and PDF/UA-1), or with `pictures` dots an inch a PNG for each page.

    Data goes in as JSON only: nothing of it is ever Typst code. Raises typst.TypstError where the template itself is wrong.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    form: Literal["png", "pdf"] = "png" if pictures else "pdf"
    # An engine serves one thread at a time; the fonts are read once.
    engine = typst.Compiler(template, root=template.parent, font_paths=fonts(), sys_inputs=inputs)
    made = engine.compile(format=form, ppi=pictures or None, pdf_standards=[] if pictures else STANDARDS)
    if made is None:
        raise RuntimeError("Typst made nothing")
    return made if isinstance(made, list) else [made]


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
