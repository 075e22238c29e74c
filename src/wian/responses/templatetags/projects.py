"""How a project is read on a page."""

from django import template

from wian.responses.forms.projects import FULL_FORM, ProjectFields
from wian.responses.models import Proposal
from wian.responses.rules import missing_of

register = template.Library()


@register.filter
def missing(project: Proposal, framework: object) -> str:
    """What the short form still lacks, in words; `framework` is what the page has of one, or nothing."""
    return ", ".join(map(str, missing_of(project, has_framework=bool(framework))))


@register.filter
def full_form(project: Proposal) -> list[tuple[str, str]]:
    """(label, text) of what is in of the full form."""
    texts = ((ProjectFields.base_fields[name].label, getattr(project, name)) for name in FULL_FORM)
    return [(str(label), text) for label, text in texts if text]
