"""The form in which a paper is written, its fields in the order of the page."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from saraban.errors import Unprintable
from saraban.paper import Paper, paper_of, printed, signature_of
from wian.directory.models import Holding, Post
from wian.kit.forms import ActForm, Suggest
from wian.letters.forms.kinds import FIELDS, LABELS, PARTS, part_of
from wian.letters.forms.typed import field_at, paper_typed, typed_of_paper
from wian.letters.models import Draft, Letter, Wording
from wian.letters.queries.doubts import ENDINGS
from wian.letters.queries.drafts import Signer

LONG, MOST_ANNEXES = 200_000, 20
BLOCK = ("signer_name", "signer_position", "acting", "acting_for")


def _line(label: Any, help_text: Any = "", **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=2000, **kwargs)


def _lines(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text or _("One a line"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": rows}),
    )


def _text(label: Any, help_text: Any, rows: int) -> forms.CharField:
    """A text of the paper. Its first cell may be empty: nothing is taken off its ends."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONG,
        strip=False,
        widget=forms.Textarea({"rows": rows}),
    )


class ComposeForm(ActForm):
    """A draft as it is typed. After a valid post `paper` is what stands in it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    urgency = forms.ChoiceField(
        label=_("Urgency"), required=False, choices=[("", _("not urgent")), *Letter.Urgency.choices]
    )
    circular = forms.BooleanField(
        label=_("A circular (ว): the same words for every recipient"), required=False
    )
    meeting_title = _line(_("Title of the minutes"), _("For example: minutes of which working group"))
    session = _line(_("Which meeting"), _("For example ครั้งที่ ๔/๒๕๖๙"))
    held_on = _line(_("Day of the meeting"), _("As on paper, for example เมื่อวันศุกร์ที่ ๑๓ พฤศจิกายน ๒๕๖๙"))
    place = _line(_("Place of the meeting"), _("As on paper, beginning with ณ"))
    present = _lines(
        _("Who came"), _("One a line: number, name, post, role (๑. นายบดินทร์ … ประธานคณะทำงาน)"), rows=5
    )
    absent = _lines(_("Who did not come"), _("One a line, with the reason in brackets"))
    attending = _lines(_("Who else was there"))
    began = _line(_("Began at"), _("As on paper, for example ๐๙.๓๐ น."))
    agency = _line(_("Agency that the letter is from"))
    address = _lines(_("Its address"), rows=2)
    subject = _line(pgettext_lazy("of a letter", "Subject"))
    salutation = _line(
        _("Salutation"), widget=Suggest([*ENDINGS, "เสนอ"], {"class": "input-date", "autocomplete": "off"})
    )
    addressee = _line(_("To whom"), _("The office of who receives it, for example ผู้อำนวยการกองคลัง"))
    references = _lines(_("Reference (อ้างถึง)"), rows=2)
    enclosures = _lines(_("Enclosed (สิ่งที่ส่งมาด้วย)"), rows=2)
    wording = forms.ModelChoiceField(
        Wording.objects.none(), label=_("Reusable wording"), required=False, empty_label="–"
    )
    body = _text(
        pgettext_lazy("of a letter", "Text"),
        _(
            "A line is a paragraph. A line that begins with ๑. or ๑.๑ or (๑) or - is a point; with # a heading. "
            "A table can be pasted from Excel or Word: its first row is its head."
        ),
        rows=16,
    )
    ended = _line(_("Ended at"), _("As on paper, for example ๑๑.๔๕ น."))
    closing = _line(
        _("Closing words"),
        widget=Suggest([*ENDINGS.values()], {"class": "input-date", "autocomplete": "off"}),
    )
    taker_name = _line(_("Who took the minutes: name"), _("Title, given and family name"))
    taker_position = _line(_("Who took the minutes: post"))
    checker_name = _line(_("Who checked the minutes: name"), _("Title, given and family name"))
    checker_position = _line(_("Who checked the minutes: post"))
    signer = forms.ChoiceField(
        label=_("Who signs"),
        help_text=_("Choosing somebody else fills the lines of the signature below, acting included."),
        required=False,
    )
    signer_name = _line(_("Name in the brackets"), _("Title, given and family name"))
    signer_position = _line(_("Post of who signs"))
    acting = forms.ChoiceField(
        label=_("Capacity"),
        required=False,
        choices=[("", _("in the own post")), *Holding.Kind.choices[1:]],
    )
    acting_for = _line(_("Acting in the post of"), _("Only where somebody acts for another"))
    contact = _lines(
        _("Contact at the lower left"), _("One a line: unit in charge, telephone, e-mail"), rows=3
    )
    copies = _lines(_("Copies to (สำเนาส่ง)"), rows=2)
    drafted = _line(_("Drafted by (ร่าง)"))
    typed = _line(_("Typed by (พิมพ์)"))
    checked = _line(_("Checked by (ตรวจ)"))

    def __init__(
        self, data: QueryDict | None = None, *, draft: Draft, signers: Sequence[Signer], wordings: Any
    ) -> None:
        self.draft, self.signers = draft, {str(one.holding.pk): one for one in signers}
        self.others: dict[str, str] = {}
        saved = paper_of(draft.content)
        initial = {
            "revision": draft.revision,
            "circular": draft.circular,
            "signer": self._signer_of(saved),
            **typed_of_paper(saved),
        }
        super().__init__(data, initial=initial)
        self.annexes = min(max(len(saved.annexes), _posted_annexes(data)) + 1, MOST_ANNEXES)
        for at in range(1, self.annexes + 1):
            self.fields[f"annex_{at}_title"] = _line(_("Title of the annex"))
            self.fields[f"annex_{at}_text"] = _text(
                _("What is annexed"),
                _("Text as above, or a pasted table: the recipients, and how many each is asked for."),
                rows=6,
            )
        cast(forms.ChoiceField, self.fields["signer"]).choices = [("", "–"), *self._choices()]
        cast(forms.ModelChoiceField, self.fields["wording"]).queryset = wordings  # type: ignore[type-arg]
        for name in [name for name in self.fields if not self._has(name)]:
            del self.fields[name]
        for name in self.fields:
            self.fields[name].wanted = True  # type: ignore[attr-defined]
            self.fields[name].label = LABELS.get((self.kind, name), self.fields[name].label)

    @property
    def kind(self) -> str:
        return self.draft.kind

    def _has(self, name: str) -> bool:
        return name in ("key", "revision", "wording", *FIELDS[self.kind]) or (
            name.startswith("annex_") and self.has_annexes
        )

    def _choices(self) -> Iterator[tuple[str, str]]:
        for key, one in self.signers.items():
            name, *position = signature_of(one.signatory)
            yield key, f"{name.strip('()')} · {' '.join(position)}"

    def _signer_of(self, paper: Paper) -> str:
        """Who was chosen: of those in the post that signs, who stands in the block."""
        those = [
            (one.signatory != paper.signatory, key)
            for key, one in self.signers.items()
            if one.holding.post_id == self.draft.signer_id
        ]
        return min(those, default=(True, ""))[1]

    def clean(self) -> dict[str, Any]:
        self._fill_block()
        given = self.cleaned_data
        self.paper, fields = paper_typed(self.kind, given)
        try:
            printed(self.paper)
        except Unprintable as refused:
            name = field_at(refused.where, fields)
            self.add_error(name if name in self.fields else None, _why(refused))
        return given

    def _fill_block(self) -> None:
        """Whoever chooses somebody else to sign, and leaves the lines of the signature, means that one's."""
        given = self.cleaned_data
        chosen = self.signers.get(given.get("signer", ""))
        names = ("checker_name", "checker_position") if self.kind == "minutes" else BLOCK
        left = not set(names) & set(self.changed_data)
        if not chosen or "signer" not in self.changed_data or not left:
            return
        block = chosen.signatory
        if self.kind == "minutes":
            if not given.get("checker_name"):
                given.update(checker_name=block.name, checker_position=" ".join(signature_of(block)[1:]))
        elif self.kind != "stamped":
            given.update(
                signer_name=block.name,
                signer_position=block.position,
                acting=block.acting,
                acting_for=block.acting_for,
            )

    @property
    def signer_post(self) -> Post | None:
        chosen = self.signers.get(self.cleaned_data["signer"])
        return chosen.holding.post if chosen else None

    def compare(self, now: Draft) -> None:
        """Somebody saved meanwhile: what is typed here is kept, and shown beside what stands now; saving again goes over it."""
        saved = {**typed_of_paper(paper_of(now.content)), "circular": now.circular}
        self.data = cast(QueryDict, self.data).copy()
        self.data["revision"] = str(now.revision)
        for name, text in saved.items():
            if name in self.fields and _plain(self.data.get(name)) != _plain(text):
                self.others[name] = _plain(text)

    @property
    def parts(self) -> Iterator["Part"]:
        for code, heading in PARTS.items():
            names = [name for name in FIELDS[self.kind] if part_of(self.kind, name) == code]
            if code == "text" and self.fields["wording"].queryset.exists():  # type: ignore[attr-defined]
                names.insert(0, "wording")
            if names:
                yield Part(code, str(heading), [self.row(name) for name in names])

    @property
    def has_annexes(self) -> bool:
        return self.kind != "minutes"

    @property
    def annex_rows(self) -> Iterator[tuple["Row", "Row"]]:
        for at in range(1, self.annexes + 1):
            yield self.row(f"annex_{at}_title"), self.row(f"annex_{at}_text")

    def row(self, name: str) -> "Row":
        return Row(self[name], self.others.get(name), f"theirs-{name}")


@dataclass(frozen=True, slots=True)
class Row:
    """A field, what somebody else has saved in it meanwhile, and the name of the box that takes that."""

    bound: forms.BoundField
    other: str | None
    choice: str


@dataclass(frozen=True, slots=True)
class Part:
    code: str
    heading: str
    rows: list[Row]

    @property
    def rows_but_wording(self) -> list[Row]:
        return [row for row in self.rows if row.bound.name != "wording"]


def taking_theirs(data: QueryDict, draft: Draft) -> QueryDict:
    """What was posted, with the text of somebody else where its box is ticked."""
    taken = data.copy()
    saved: Mapping[str, Any] = {**typed_of_paper(paper_of(draft.content)), "circular": draft.circular}
    for name, text in saved.items():
        if f"theirs-{name}" in data:
            taken[name] = _plain(text)
    return taken


def _plain(value: object) -> str:
    """A value as a browser posts it: a box that is not ticked posts nothing."""
    text = "" if value in (None, False) else "on" if value is True else str(value)
    return text.replace("\r\n", "\n")


def _posted_annexes(data: QueryDict | None) -> int:
    found = [re.fullmatch(r"annex_(\d{1,2})_text", name) for name in data or ()]
    return max((int(one[1]) for one in found if one and data and _is_typed(data, int(one[1]))), default=0)


def _is_typed(data: QueryDict, at: int) -> bool:
    return bool(data.get(f"annex_{at}_title", "").strip() or data.get(f"annex_{at}_text", "").strip())


def _why(refused: Unprintable) -> str:
    letter = refused.character
    if not letter:
        return refused.sentence
    name = unicodedata.name(letter, "")
    shown = letter if unicodedata.category(letter)[0] in "LNPS" else f"U+{ord(letter):04X}"
    return _(
        "“%(letter)s” (%(name)s) cannot be printed on an official paper. Delete it or type it again."
    ) % {
        "letter": shown,
        "name": name or f"U+{ord(letter):04X}",
    }
