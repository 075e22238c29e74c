"""What tests of the outbox share: a wording of their own, people with addresses, and a notice to each."""

from collections.abc import Iterable
from contextlib import contextmanager
from typing import Any

from wian.directory.models import Person
from wian.kit import notices
from wian.kit.notices import Notice, Wording
from wian.ledger.models import Entry

WORDING = Wording(
    code="test.called",
    when="in tests",
    subject="{unit} is called",
    body="{unit} has {count} things to do.",
    example={"unit": "กองคลัง", "count": 3},
)


def people(*addresses: str) -> list[Person]:
    """A person for each address; an empty one has none."""
    return [Person.objects.create(given_name=f"คนที่ {n}", email=to) for n, to in enumerate(addresses)]


def calls(to: Iterable[Person], **more: Any) -> list[Notice]:
    return [
        Notice(wording=WORDING, person=one.pk, url="/outbox/", facts={"unit": "กองแผนที่", "count": 2}, **more)
        for one in to
    ]


@contextmanager
def speaking(monkeypatch: Any, said: Iterable[Notice]):
    """Every entry is told as `said`."""
    said = list(said)
    with monkeypatch.context() as patch:
        patch.setattr(notices, "notices_of", lambda entry: said)
        yield Entry.objects.latest("seq")
