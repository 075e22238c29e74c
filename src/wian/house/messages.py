"""The catalogue of messages: what the code and the templates say in English, and its Thai.

Bare Debian has no gettext programs: Babel reads, Django's `templatize` turns templates into code for it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

SOURCE = Path(__file__).parents[1]
THAI = SOURCE / "locale" / "th" / "LC_MESSAGES" / "django.po"
NAMES = dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"))
KEYWORDS = {
    **NAMES,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Lines of the header that would say nothing, or another thing on every machine.
UNSAID = tuple(
    f'"{name}:' for name in ("Generated-By", "Language-Team", "Last-Translator", "Report-Msgid-Bugs-To")
)
Id = tuple[str | None, str | tuple[str, ...]]  # context, message or singular and plural

# Django's own words that a form of ours may show, and that Django has no Thai for. Ours comes first.
FOREIGN: tuple[str | tuple[str, str], ...] = (
    "This field is required.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Enter a valid email address.",
    "Null characters are not allowed.",
    "This password is too common.",
    "The password is too similar to the %(verbose_name)s.",
    "Your password can’t be too similar to your other personal information.",
    "Your password can’t be a commonly used password.",
    "The username and/or password you specified are not correct.",
    "You must type the same password each time.",
    "Please type your current password.",
    "Too many failed login attempts. Try again later.",
    "Incorrect password.",
    "Password successfully changed.",
    "You have signed out.",
    (
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    (
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Please submit at most %(num)d form.",
        "Please submit at most %(num)d forms.",
    ),
)


def said() -> set[Id]:
    """Every message of the code, of the templates and of FOREIGN."""
    found: set[Id] = {(None, message) for message in FOREIGN}
    for file in sorted(SOURCE.rglob("*.py")):
        if not {"tests", "migrations"}.intersection(file.parts):
            found.update(_messages(file.read_bytes()))
    for file in sorted(SOURCE.glob("*/templates/**/*")):
        if file.suffix in {".html", ".txt"}:
            found.update(of_template(file))
    return found


def of_template(file: Path) -> Iterator[Id]:
    """The messages of one template."""
    code = templatize(file.read_text(), origin=str(file))
    return _messages(
        "\n".join(line.strip() for line in code.splitlines()).encode()
    )  # indented text is no indented code


def catalogue(file: Path = THAI) -> Catalog:
    """The catalogue as it stands; an empty one when the file is missing."""
    return read_po(BytesIO(file.read_bytes() if file.exists() else b""), locale="th", domain="django")


def updated(old: Catalog) -> Catalog:
    """What `old` should be: the messages said today, with the Thai it has for them."""
    moment = datetime(2026, 11, 22, tzinfo=UTC)  # fixed: a date would be the only change of many commits
    new = Catalog(
        locale="th",
        domain="django",
        project="Wian",
        version="1",
        copyright_holder="the authors of Wian",
        creation_date=moment,
        revision_date=moment,
        header_comment="# Thai for Wian. `wian messages` keeps this file in step with the code.",
        fuzzy=False,
    )
    for context, message in said():
        known = old.get(message, context)
        new.add(message, known.string if known and not known.fuzzy else None, context=context, flags=())
    return new


def text_of(catalog: Catalog) -> str:
    """The file of a catalogue: sorted, without the lines the messages stand in."""
    out = BytesIO()
    write_po(out, catalog, sort_output=True, no_location=True, width=110)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNSAID))


def faults(old: Catalog) -> list[str]:
    """Where the catalogue falls short of what is said: one sentence each."""
    today = said()
    found = []
    for context, message in sorted(today, key=str):
        known = old.get(message, context)
        name = f"{message!r}" + (f" ({context})" if context else "")
        if known is None or known.fuzzy or not all(_texts(known.string)):
            found.append(f"no Thai for {name}")
        elif any(_places(text) != _places(_texts(message)[-1]) for text in _texts(known.string)):
            found.append(f"the Thai of {name} has other places to fill")
    gone = {(entry.context, _id(entry)) for entry in old if entry.id} - today
    return found + [f"nobody says {message!r} any more" for _, message in sorted(gone, key=str)]


def _messages(code: bytes) -> Iterator[Id]:
    for _line, message, _comments, context in extract("python", BytesIO(code), keywords=KEYWORDS):
        if message:
            yield context, tuple(message) if isinstance(message, list | tuple) else message


def _id(entry: Message) -> str | tuple[str, ...]:
    return tuple(entry.id) if isinstance(entry.id, list | tuple) else entry.id


def _texts(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else list(text)


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))
