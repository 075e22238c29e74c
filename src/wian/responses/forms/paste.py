"""Names pasted from Word or LINE, as rows to confirm."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from saraban.people import PastedPerson
from saraban.words import person_key
from wian.kit.forms import ActForm
from wian.responses.forms.names import ROWS_AT_MOST, NameFields


class PasteForm(ActForm):
    text = forms.CharField(
        label=_("The list of names"),
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off"}),
        help_text=_("Paste it as it is: lines, a table or a message with names, posts and telephones."),
    )


class PersonRow(NameFields):
    """One person of the list. What is wrong in a row matters while it is chosen."""

    chosen = forms.BooleanField(label=_("Add this person"), required=False)

    @property
    def said(self) -> list[str]:
        """Title, given and family name as they were told apart."""
        return [text for name in ("title", "given_name", "family_name") if (text := self[name].value())]

    @property
    def lacking(self) -> list[str]:
        return [str(bound.label) for bound in self if bound.field.required and not bound.value()]

    def clean(self) -> None:
        if not self.cleaned_data.get("chosen"):
            self.errors.clear()


_Rows = formset_factory(PersonRow, extra=0, max_num=ROWS_AT_MOST, absolute_max=ROWS_AT_MOST)


def person_rows(
    people: Sequence[PastedPerson], data: Any, *, again: Sequence[bool], places: int | None
) -> "BaseFormSet[PersonRow]":
    """A row for each person. Chosen at first are those who are not named `again`, as far as there are places."""
    free = len(people) if places is None else places
    first = [number for number, twice in enumerate(again) if not twice][:free]
    fields = [{name: getattr(person, name, "") for name in NameFields.base_fields} for person in people]
    initial = [{**row, "chosen": number in first} for number, row in enumerate(fields)]
    return _Rows(data, prefix="row", initial=initial)


def named_again(people: Iterable[PastedPerson], named: Iterable[str]) -> Iterator[bool]:
    """For each person: are they among the `named` (person keys) already, or further up in the list?"""
    known = set(named)
    for person in people:
        key = person_key(person.given_name, person.family_name)
        yield key in known
        known.add(key)
