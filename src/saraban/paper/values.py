"""A paper as plain JSON values, and back; the JSON Schema of it. All three follow from the fields of `model`."""

from __future__ import annotations

import dataclasses as dc
import datetime as dt
import types
import typing
from typing import Any, Union

from saraban.errors import NotAPaper
from saraban.paper import model
from saraban.paper.meanings import MEANINGS
from saraban.paper.model import ACTING, BLOCKS, KINDS, SECRECY, URGENCY, Paper

#: Fields that take one of a few words. An empty string is no choice.
CHOICES: dict[tuple[type, str], tuple[str, ...]] = {
    (Paper, "kind"): tuple(KINDS),
    (Paper, "urgency"): URGENCY,
    (Paper, "secrecy"): SECRECY,
    (model.Block, "kind"): BLOCKS,
    (model.Signatory, "acting"): tuple(ACTING),
}
SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def to_json(paper: Paper) -> dict[str, Any]:
    """Plain JSON values; what is empty is left out. `paper_of` gives the same paper back."""
    said = _plain(paper)
    assert isinstance(said, dict)
    return said


def paper_of(data: object) -> Paper:
    """The paper that these JSON values describe. Raises NotAPaper, with the place and one sentence."""
    paper = _built(Paper, data, "")
    assert isinstance(paper, Paper)
    return paper


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `paper_of` takes."""
    classes = [one for one in vars(model).values() if isinstance(one, type) and dc.is_dataclass(one)]
    definitions = {one.__name__: _described(one) for one in classes if one is not Paper}
    return {"$schema": SCHEMA, "title": "Paper", **_described(Paper), "$defs": definitions}


def _plain(value: Any) -> Any:
    if dc.is_dataclass(value):
        pairs = ((one.name, _plain(getattr(value, one.name))) for one in dc.fields(value))
        defaults = _defaults(type(value))
        return {name: said for name, said in pairs if said != defaults.get(name)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _defaults(kind: type) -> dict[str, Any]:
    found = {}
    for one in dc.fields(kind):
        if one.default is not dc.MISSING:
            found[one.name] = _plain(one.default)
        elif one.default_factory is not dc.MISSING:
            found[one.name] = _plain(one.default_factory())
    return found


def _built(kind: Any, value: object, where: str) -> Any:
    """`value` as a value of the type `kind`."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _built(inside[0], value, where)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise NotAPaper(where, "ต้องเป็นรายการ [ ]")
        return tuple(_built(inside[0], one, f"{where}[{at}]") for at, one in enumerate(value))
    if dc.is_dataclass(kind):
        return _fields(typing.cast("type", kind), value, where)
    if kind is dt.date:
        return _day(value, where)
    if kind is int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 9:
            raise NotAPaper(where, "ต้องเป็นจำนวนเต็ม ๑ ถึง ๙")
        return value
    if not isinstance(value, str):
        raise NotAPaper(where, "ต้องเป็นข้อความในเครื่องหมายคำพูด")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise NotAPaper(where, "มีรหัสอักขระที่ไม่สมบูรณ์")
    return value


def _fields(kind: type, value: object, where: str) -> Any:
    if not isinstance(value, dict):
        raise NotAPaper(where or "เอกสาร", "ต้องเป็นวัตถุ { }")
    types_ = typing.get_type_hints(kind)
    for name in value:
        if name not in types_:
            raise NotAPaper(_at(where, str(name)), "ไม่รู้จักชื่อนี้ โปรดดูชื่อที่ใช้ได้ใน docs/paper.md")
    built = {name: _built(types_[name], one, _at(where, name)) for name, one in value.items()}
    for one in dc.fields(kind):
        if one.name not in built and one.default is dc.MISSING and one.default_factory is dc.MISSING:
            raise NotAPaper(_at(where, one.name), "ต้องมี แต่ไม่ได้ให้มา")
    for name, said in built.items():
        allowed = CHOICES.get((kind, name))
        if allowed and said not in allowed and not (said == "" and name != "kind"):
            raise NotAPaper(_at(where, name), f"ต้องเป็นคำใดคำหนึ่งใน {', '.join(allowed)}")
    made = kind(**built)
    if isinstance(made, model.Table) and not made.header:
        raise NotAPaper(f"{where}.header", "ตารางต้องมีอย่างน้อยหนึ่งช่อง")
    if isinstance(made, model.Table) and (wrong := _uneven(made)) is not None:
        raise NotAPaper(f"{where}.rows[{wrong}]", f"ต้องมี {len(made.header)} ช่องเท่ากับหัวตาราง")
    if isinstance(made, model.Block) and (made.kind == "table") != (made.table is not None):
        raise NotAPaper(where, "ตารางต้องมี table และมีเฉพาะตาราง")
    return made


def _uneven(table: model.Table) -> int | None:
    return next((at for at, row in enumerate(table.rows) if len(row) != len(table.header)), None)


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _day(value: object, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise NotAPaper(where, "ต้องเป็นวันที่ ค.ศ. แบบ 2026-11-23") from None


def _described(kind: type) -> dict[str, Any]:
    types_ = typing.get_type_hints(kind)
    needed = [
        one.name for one in dc.fields(kind) if one.default is dc.MISSING and one.default_factory is dc.MISSING
    ]
    return {
        "description": (kind.__doc__ or "").split("\n")[0],
        "type": "object",
        "additionalProperties": False,
        "required": needed,
        "properties": {
            name: {"description": MEANINGS[kind.__name__][name], **_type(types_[name], kind, name)}
            for name in types_
        },
    }


def _type(kind: Any, owner: type, name: str) -> dict[str, Any]:
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(inside[0], owner, name), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _type(inside[0], owner, name)}
    if dc.is_dataclass(kind):
        return {"$ref": f"#/$defs/{typing.cast('type', kind).__name__}"}
    if kind is dt.date:
        return {"type": "string", "format": "date"}
    if kind is int:
        return {"type": "integer", "minimum": 1, "maximum": 9}
    if words := CHOICES.get((owner, name)):
        return {"enum": [*words] if name == "kind" else ["", *words]}
    return {"type": "string"}
