"""The page on which the owner writes down what a unit told, and what a browser sends from it."""

from typing import Any

from django.urls import reverse

from wian.asks.models import Obligation
from wian.asks.queries import obligations_of
from wian.responses.commands.submit import digest_of
from wian.responses.tests.unit import Unit

HOW = {"channel": "phone", "informant": "คุณรุจิรา", "day": "20/11/2569", "time": "9.45"}
TYPED = {"given_name": "ทางไลน์", "family_name": "ส่งมา", "post": "นิติกร", "phone": "0812345678"}
FIELDS = ("title", "given_name", "family_name", "post", "phone", "email", "reason")


def page_of(unit: Unit, rows: int = 2) -> tuple[str, str, dict[str, str]]:
    """The page's URL, the prefix of the fields for the nominations, and what a browser sends beside what is typed."""
    management = {
        f"{prefix_of(owed)}-{field}": count
        for owed in obligations_of(unit.recipient)
        if owed.ask.is_counted
        for field, count in (("TOTAL_FORMS", str(rows)), ("INITIAL_FORMS", "0"))
    }
    management["seen"] = digest_of(unit.recipient)
    return reverse("responses:on_behalf", args=[unit.recipient.pk]), prefix_of(unit.places), management


def kinds_on(page: Any) -> list[str]:
    return [section.part.obligation.ask.kind for section in page.context["sections"]]


def prefix_of(owed: Obligation) -> str:
    return f"ask{owed.ask_id}"


def typed_rows(prefix: str, count: int) -> dict[str, str]:
    """So many people as a browser sends them, every field of every row."""
    row = dict.fromkeys(FIELDS, "") | {"family_name": "ทางไลน์", "post": "นิติกร", "phone": "0812345678"}
    rows = (row | {"given_name": f"คนที่{number}"} for number in range(count))
    return {
        f"{prefix}-{number}-{field}": value for number, row in enumerate(rows) for field, value in row.items()
    }
