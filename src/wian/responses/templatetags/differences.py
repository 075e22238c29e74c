"""What a field of an answer is called, and how its text in a submission is read."""

from datetime import date

from django import template

from wian.kit.templatetags.kit import digits, short_date
from wian.responses.forms.names import NameFields
from wian.responses.forms.projects import ProjectFields
from wian.responses.models import Proposal

register = template.Library()
CHOICES = {"horizon": dict(Proposal.Horizon.choices), "money": dict(Proposal.Money.choices)}
DATES, NUMBERS = {"starts_on", "ends_on"}, {"satang", "phone"}


@register.filter
def field_label(name: str, what: str) -> str:
    """The label of a field of a person ("name", "nominate") or a project ("project", "propose")."""
    fields = NameFields if what in {"name", "nominate"} else ProjectFields
    field = fields.base_fields.get(name)
    return str(field.label) if field else name


@register.filter
def field_text(text: str, name: str) -> str:
    """A field's text in a submission, as people read it: the words of a choice, a date, an amount in baht."""
    if name in CHOICES:
        return str(CHOICES[name].get(text, text))
    if not text:
        return ""
    if name in DATES:
        return short_date(date.fromisoformat(text))
    if name == "satang":
        text = Proposal(satang=int(text)).baht
    return digits(text) if name in NUMBERS else text
