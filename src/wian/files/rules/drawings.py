"""A drawing (SVG) that only draws: no scripts, no links, nothing from outside, nothing that grows."""

import re
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from wian.files.refusals import DrawingUnsafe, FileDamaged, FileTooLarge

MOST_BYTES = 1024 * 1024
_SPACE = "http://www.w3.org/2000/svg"
_DRAWN = {
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "linearGradient",
    "radialGradient", "stop", "clipPath",
}  # fmt: skip
_SAID = {"title", "desc", "metadata"}
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@|\\|:\s*expression|javascript:|data:", re.IGNORECASE)


def clean_drawing(data: bytes, *, name: str) -> bytes:
    """`data` with nothing in it but what draws; what programs and people noted in it is left out.

    Raises FileTooLarge, FileDamaged, DrawingUnsafe.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(file=name, most=1)
    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!(?!--)", text):
            raise DrawingUnsafe(file=name, what=_("a document type or entities"))
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml.*?\?>", "", text, flags=re.DOTALL))
    except (UnicodeDecodeError, ElementTree.ParseError, RecursionError) as error:
        raise FileDamaged(file=name, kind="SVG") from error
    if root.tag != f"{{{_SPACE}}}svg":
        raise FileDamaged(file=name, kind="SVG")
    _clean(root, name)
    ElementTree.register_namespace("", _SPACE)
    drawn: bytes = ElementTree.tostring(root)
    return drawn


def _clean(root: ElementTree.Element, name: str) -> None:
    left = [root]
    while left:
        element = left.pop()
        element.text = element.tail = None
        element.attrib = {key: value for key, value in element.attrib.items() if _stays(key, value, name)}
        for child in list(element):
            space, _brace, tag = str(child.tag).lstrip("{").rpartition("}")
            if space != _SPACE or tag in _SAID:
                element.remove(child)
            elif tag in _DRAWN:
                left.append(child)
            else:
                raise DrawingUnsafe(file=name, what=f"<{tag}>")


def _stays(key: str, value: str, name: str) -> bool:
    """Attributes of other programs go; what acts or leads outside is refused, not mended."""
    attribute = key.rpartition("}")[2]
    if attribute.lower().startswith("on"):
        raise DrawingUnsafe(file=name, what=attribute)
    if attribute == "href":
        if not value.startswith("#"):
            raise DrawingUnsafe(file=name, what=_("a link"))
        return True
    if key.startswith("{"):
        return False
    if _OUTSIDE.search(value):
        raise DrawingUnsafe(file=name, what=attribute)
    return True
