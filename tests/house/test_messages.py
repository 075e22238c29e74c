"""No untranslated word on a Thai page."""

import re
from io import BytesIO
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.pofile import read_po
from django.template.base import Lexer, TokenType

from wian.house import messages

pytestmark = pytest.mark.static
TEMPLATES = sorted(messages.SOURCE.glob("*/templates/**/*.html"))
# Said alike in both languages.
NAMES = {"Wian", "PDF", "DOCX", "XLSX", "CSV", "UTF", "EN", "English", "ไทย", "ภาษาไทย"}
# Blocks whose text is translated, or never read by anyone (`width` holds a class).
OPENED = re.compile(r"blocktrans(late)?\b|comment\b|block width\b")
CLOSED = re.compile(r"end(blocktrans(late)?|comment|block width)\b")
SHOWN_ATTRIBUTE = re.compile(r'\b(?:title|alt|placeholder|aria-label)="([^"]*)"')
WORD = re.compile(r"[^\W\d_][^\W_]+")


def test_every_message_has_its_thai():
    assert messages.faults(messages.catalogue()) == [], "run `wian messages`, then write the Thai"


def test_the_catalogue_is_written_as_the_command_writes_it():
    assert messages.THAI.exists(), "run `wian messages`"
    assert messages.THAI.read_text() == messages.text_of(messages.updated(messages.catalogue())), (
        "run `wian messages`"
    )


def test_messages_are_found_in_code_and_templates(tmp_path):
    said = messages.said()
    assert (None, "entered a unit in the directory") in said  # directory/events.py
    assert ("unit type", "ministry") in said
    assert len({message for message in said if message[0] is None}) > 50
    template = '<p>\n  {% translate "One" %}\n   {% blocktranslate count n=3 %}{{ n }} a{% plural %}{{ n }} as{% endblocktranslate %}'
    file = tmp_path / "said.html"
    file.write_text(template)
    assert list(messages.of_template(file)) == [(None, "One"), (None, ("%(n)s a", "%(n)s as"))]


def test_foreign_messages_are_those_of_django_and_allauth():
    folders = [Path(django.__file__).parent / part for part in ("conf", "contrib/auth")]
    folders.append(Path(allauth.__file__).parent)
    files = [folder / "locale/en/LC_MESSAGES/django.po" for folder in folders]
    own = [read_po(BytesIO(file.read_bytes())) for file in files]
    first = [message if isinstance(message, str) else message[0] for message in messages.FOREIGN]
    assert [message for message in first if not any(catalog.get(message) for catalog in own)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(messages.SOURCE)))
def test_a_template_says_nothing_untranslated(template):
    assert bare_words(template.read_text()) == []


def test_bare_words_are_found():
    source = '<p title="Here">There {{ x }}</p>{% translate "Fine" %}{% blocktranslate %}Fine{% endblocktranslate %}'
    assert bare_words(source) == ["Here", "There"]
    assert bare_words('<script>let x</script><!-- note --><a href="/x" class="b">{# c #}·</a>Wian') == []


def bare_words(source: str) -> list[str]:
    """Words that people would read, standing outside of every translate tag."""
    text, inside = "", False
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.BLOCK:
            inside = not CLOSED.match(token.contents) and (inside or bool(OPENED.match(token.contents)))
        # A tag leaves a mark, so that an attribute around it stays one.
        text += token.contents if token.token_type == TokenType.TEXT and not inside else " "
    text = re.sub(r"(?s)<!--.*?-->|<(script|style|svg)\b.*?</\1>", " ", text)
    shown = " ".join(SHOWN_ATTRIBUTE.findall(text))
    rest = re.sub(r"(?s)<[^>]*>", " ", text)
    rest = re.sub(r"&\w+;", " ", rest)
    return [word for word in WORD.findall(f"{shown} {rest}") if word not in NAMES]
