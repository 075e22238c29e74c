from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from saraban.reading.sources import MOST_BYTES, Source
from wian.asks.commands.read_in import PASTED
from wian.asks.models import Ask, Reminder
from wian.asks.queries import AskDates
from wian.asks.queries.drafts import source_in
from wian.asks.refusals import FileUnreadable
from wian.kit import clock
from wian.kit.forms import ActForm, SeenForm, ThaiDateField
from wian.kit.templatetags.kit import digits, short_date


class ReceiveForm(ActForm):
    """`draws`: may the unit's next number be given here? A number that was typed goes before."""

    number = forms.CharField(
        label=_("Register number"),
        help_text=_("Your unit's own number for letters received, if you keep one."),
        max_length=40,
        required=False,
    )
    draw = forms.BooleanField(
        label=_("Give it the next number of our register"),
        help_text=_("Leave this off where your unit numbers letters in a book or another system."),
        required=False,
    )

    def __init__(self, *args: Any, draws: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not draws:
            del self.fields["draw"]

    @property
    def is_drawn(self) -> bool:
        return bool(self.cleaned_data.get("draw")) and not self.cleaned_data["number"]


class TimeForm(ActForm):
    """A unit asks for more time."""

    field_of = {"not-later": "until"}

    until = ThaiDateField(label=_("Until when"))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ReadInForm(ActForm):
    """A letter, pasted or as a file."""

    _source: Source | None = None
    _unreadable: FileUnreadable | None = None

    text = forms.CharField(
        label=_("Text of the letter"),
        help_text=_("The whole letter, from its header to its annex."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=_("Or its file"),
        help_text=_("PDF, Word, a picture of the letter (JPG, PNG) or plain text, up to 20 MB"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.doc,.txt,image/jpeg,image/png"}),
    )
    title = forms.CharField(
        label=_("Title of the matter"),
        help_text=_("If it is not the subject of the letter."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("text", "file"):
            self.fields[name].wanted = True  # type: ignore[attr-defined]

    def clean_file(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 20 MB. Paste the text of the letter instead.")
            )
        return file

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if "file" in given and bool(given.get("text", "").strip()) == bool(given["file"]):
            self.add_error("text", _("Paste the text, or choose a file: one of the two."))
        if not self.errors:
            self._read()
        return given

    def _read(self) -> None:
        """Here and not in the act, which holds the database while it runs: a scan may take a minute."""
        try:
            self._source = source_in(self.letter, name=self.name or str(PASTED))
        except FileUnreadable as refusal:
            self._unreadable = refusal

    def source(self) -> Source:
        """What a valid form's letter says. Raises FileUnreadable."""
        if self._unreadable:
            raise self._unreadable
        assert self._source
        return self._source

    @property
    def name(self) -> str:
        """Of the file; empty for what was pasted."""
        file = self.cleaned_data["file"]
        return file.name if file else ""

    @property
    def letter(self) -> bytes:
        if file := self.cleaned_data["file"]:
            file.seek(0)
            return cast(bytes, file.read())
        return cast(str, self.cleaned_data["text"]).replace("\r\n", "\n").encode()


class DraftForm(SeenForm):
    title = forms.CharField(
        label=_("Title of the matter"),
        help_text=_("If it is not the subject of the letter."),
        required=False,
    )


class ExtendForm(ActForm):
    """A later date, and for which asks."""

    field_of = {"not-later": "until"}

    asks = forms.MultipleChoiceField(label=_("For which asks"), widget=forms.CheckboxSelectMultiple)
    until = ThaiDateField(label=_("New date"))

    def __init__(self, *args: Any, dates: Sequence[AskDates], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(one.ask.pk): one.ask for one in dates}
        field = cast(forms.MultipleChoiceField, self.fields["asks"])
        field.choices = [(str(one.ask.pk), _dated(one)) for one in dates]
        field.initial = list(self.offered)

    @property
    def chosen(self) -> list[Ask]:
        return [self.offered[pk] for pk in self.cleaned_data["asks"]]

    @property
    def moment(self) -> datetime:
        return clock.end_of(self.cleaned_data["until"])


def _dated(one: AskDates) -> str:
    until = (
        short_date(one.last) if one.last == one.first else f"{short_date(one.first)} – {short_date(one.last)}"
    )
    return f"{one.ask.get_kind_display()}: {until}"


class DecideForm(ActForm):
    """What becomes of a request for more time."""

    UNIT, ALL, REFUSE = "unit", "all", "refuse"
    field_of = {"not-later": "until"}

    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (UNIT, _("grant it for this unit")),
            (ALL, _("grant it for all units")),
            (REFUSE, _("do not grant it")),
        ],
    )
    until = ThaiDateField(label=_("Until"), help_text=_("If it is granted; another date may be given."))
    remark = forms.CharField(
        label=_("Remark"),
        help_text=_("If it is not granted: the unit reads why."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("decision") == self.REFUSE and not given.get("remark"):
            self.add_error("remark", _("Say why: the unit reads it."))
        return given

    @property
    def moment(self) -> datetime:
        return clock.end_of(self.cleaned_data["until"])


class ExemptForm(ActForm):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The unit reads it; it stays on record."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemindForm(SeenForm):
    """Whom to remind. `seen` is how many units it went to on the screen; `again` is offered soon after the last reminder."""

    field_of = {"reminded-recently": "again"}

    to = forms.ChoiceField(
        label=_("Whom to remind"),
        choices=Reminder.To.choices,
        initial=Reminder.To.OWING,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("A line of your own"),
        help_text=_(
            "Units read it below what they owe and until when. No names or telephone numbers are needed."
        ),
        max_length=Reminder.NOTE_AT_MOST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    again = forms.BooleanField(label=_("Remind them once more"), required=False)

    def __init__(self, *args: Any, counts: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["to"])
        field.choices = [
            (value, f"{label} ({digits(counts[value])})") for value, label in Reminder.To.choices
        ]

    @property
    def units_seen(self) -> int | None:
        seen = self.cleaned_data["seen"]
        return int(seen) if seen.isdecimal() else None
