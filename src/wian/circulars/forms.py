from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wian.circulars.queries.exchange import Arriving, arriving
from wian.circulars.queries.listing import OUT, Listed, Named, digest_of, listed
from wian.circulars.queries.sending import units_around
from wian.circulars.refusals import NotOfTheExchange
from wian.directory.models import Unit
from wian.kit.forms import ActForm, SeenForm


class SendForm(SeenForm):
    """To which units a letter goes; a name that may mean several units gets a field of its own to choose."""

    units = forms.CharField(
        label=_("Units"),
        help_text=_(
            "One a line: the name, or the abbreviation that the directory knows. A pasted list will do."
        ),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    everybody = forms.BooleanField(label=_("All units of the department"), required=False)

    def __init__(self, *args: Any, within: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].wanted = True  # type: ignore[attr-defined]
        self.within = within
        self.listed = Listed()
        if self.is_bound:
            self.listed = listed(self.data.get("units", ""), within=within, choices=self.data)
        for one in self.listed.unsure:
            self.fields[one.field] = _choice(one)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        for line in self.listed.unclear:
            self.add_error("units", _("“%(line)s” is not clear: one unit a line.") % {"line": line})
        for name in self.listed.unknown:
            self.add_error("units", _("The directory has no unit like “%(name)s”.") % {"name": name})
        if not self.errors and not self.addressed:
            self.add_error("units", _("Type at least one unit, or choose all units."))
        return given

    @property
    def addressed(self) -> list[Unit]:
        """Of a form that was read: the units that it would go to, each once."""
        everybody = units_around(self.within) if self.cleaned_data.get("everybody") else ()
        return list(dict.fromkeys((*self.listed.units, *everybody)))

    @property
    def digest(self) -> str:
        return digest_of(self.addressed)


def _choice(one: Named) -> forms.ChoiceField:
    near = [(str(like.unit.pk), f"{like.unit.name} ({like.reason})") for like in one.match.near]
    return forms.ChoiceField(
        label=_("Which unit is “%(name)s”?") % {"name": one.match.name},
        choices=[*near, (OUT, _("None of them: leave it out"))],
        widget=forms.RadioSelect,
    )


class ReasonForm(ActForm):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Who sent the letter reads it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ExchangeForm(ActForm):
    """A file of the exchange. It is read here and not in the act, which holds the database while it runs."""

    field_of = {"not-of-the-exchange": "file"}
    _arriving: Arriving | None = None
    _refusal: NotOfTheExchange | None = None

    file = forms.FileField(
        label=_("File of the exchange"),
        help_text=_("The XML file that the other agency's system wrote"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xml,application/xml,text/xml"}),
    )

    def clean(self) -> dict[str, Any]:
        if file := self.cleaned_data.get("file"):
            try:
                self._arriving = arriving(file.read(), name=file.name)
            except NotOfTheExchange as refusal:
                self._refusal = refusal
        return self.cleaned_data

    def letter(self) -> Arriving:
        """The letter in a valid form. Raises NotOfTheExchange."""
        if self._refusal:
            raise self._refusal
        assert self._arriving
        return self._arriving
