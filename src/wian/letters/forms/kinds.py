"""The kinds of paper: when each is used, and which fields it has, in the order of the page (forms 1 to 11 of the Regulation on Correspondence)."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wian.kit.forms import ActForm
from wian.letters.models import Letter

_HEAD = ("agency", "subject", "salutation", "addressee")
_SIGNATURE = ("signer", "signer_name", "signer_position", "acting", "acting_for")
_COPY = ("drafted", "typed", "checked")
_MEETING = (
    "meeting_title", "session", "held_on", "place", "present", "absent", "attending", "began", "body", "ended",
    "taker_name", "taker_position", "checker_name", "checker_position", "signer",
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "memo": ("urgency", "circular", *_HEAD, "body", *_SIGNATURE, "copies", *_COPY),
    "external": (
        "urgency", "circular", "agency", "address", "subject", "salutation", "addressee", "references", "enclosures", "body",
        "closing", *_SIGNATURE, "contact", "copies", *_COPY,
    ),
    "stamped": ("urgency", "circular", "addressee", "body", "agency", "contact", "signer", "subject", *_COPY),
    "order": ("agency", "subject", "body", *_SIGNATURE, *_COPY),
    "announcement": ("agency", "subject", "body", *_SIGNATURE, *_COPY),
    "certificate": ("agency", "address", "body", *_SIGNATURE, "contact", "subject", *_COPY),
    "minutes": (*_MEETING, *_COPY),
    "cover_memo": ("urgency", *_HEAD, "body", *_SIGNATURE, *_COPY),
}  # fmt: skip
# What a kind calls a field that others call otherwise.
LABELS: dict[tuple[str, str], Any] = {
    ("memo", "agency"): _("Unit, with telephone (ส่วนราชการ)"),
    ("cover_memo", "agency"): _("Unit, with telephone (ส่วนราชการ)"),
    ("order", "agency"): _("Who orders it"),
    ("announcement", "agency"): _("Who announces it"),
    ("certificate", "agency"): _("Who certifies it"),
    ("stamped", "agency"): _("Who sends it"),
    ("stamped", "subject"): _("Subject for the register"),
    ("certificate", "subject"): _("Subject for the register"),
    ("minutes", "signer"): _("Who signs it on this site"),
}
WHEN: dict[str, tuple[str | Promise, str | Promise]] = {
    "memo": (
        Letter.Kind.MEMO.label,
        _(
            "Between units of the same ministry, department or province: to ask, to report, to send a circular (ว)."
        ),
    ),
    "external": (
        Letter.Kind.EXTERNAL.label,
        _("To another ministry or department, to a person or a company: the most formal letter."),
    ),
    "stamped": (
        Letter.Kind.STAMPED.label,
        _(
            "Sealed instead of signed, for what needs no decision: to remind, to send copies, to ask for details."
        ),
    ),
    "order": (
        Letter.Kind.ORDER.label,
        _("Tells officials what to do, such as an order that appoints a team."),
    ),
    "announcement": (
        Letter.Kind.ANNOUNCEMENT.label,
        _("Tells everybody something, or how something is done."),
    ),
    "certificate": (
        Letter.Kind.CERTIFICATE.label,
        _("Certifies something about a person or an organisation, to whom it may concern."),
    ),
    "minutes": (
        Letter.Kind.MINUTES.label,
        _("What a meeting said and resolved, for its members to approve."),
    ),
    "cover_memo": (
        _("cover memo"),
        _(
            "In front of a paper that somebody is to sign: what came before, the facts, what to consider, the proposal."
        ),
    ),
}
# The parts of the form: code -> its heading.
PARTS: dict[str, str | Promise] = {
    "head": _("Head of the paper"),
    "meeting": _("The meeting"),
    "text": pgettext_lazy("of a letter", "Text"),
    "signature": _("Signature"),
    "foot": _("Foot of the paper"),
    "copy": _("Office copy (สำเนาคู่ฉบับ)"),
}
_OF_SIGNATURE = ("closing", *_SIGNATURE, "taker_name", "taker_position", "checker_name", "checker_position")


def part_of(kind: str, field: str) -> str:
    """In which part of the form a field stands."""
    if field in ("body", "wording"):
        return "text"
    if field in _OF_SIGNATURE:
        return "signature"
    if field in _COPY:
        return "copy"
    order = FIELDS[kind]
    if order.index(field) > order.index("body"):
        return "meeting" if field == "ended" else "foot"
    return "meeting" if kind == "minutes" else "head"


class BeginForm(ActForm):
    kind = forms.ChoiceField(choices=[(kind, name) for kind, (name, _when) in WHEN.items()])
