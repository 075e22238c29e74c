"""Forms in one look: Thai dates and times as text, suggestions, and refusals that keep what was typed."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, ClassVar, cast
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest, QueryDict
from django.template import TemplateDoesNotExist, loader
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from saraban.dates import parse_date
from saraban.errors import ImpossibleDate, NotADate
from saraban.numerals import to_ascii
from wian.kit.canonical import canonical
from wian.kit.refusal import Refusal
from wian.kit.templatetags.kit import clock_time, short_date, weekday_date
from wian.kit.uploads import fingerprint

_ENGLISH_MONTHS = {
    name.lower(): number for names in (month_abbr, month_name) for number, name in enumerate(names) if name
}
_OWN_TEMPLATES = {
    "django/forms/widgets/radio.html": "form/choices.html",
    "django/forms/widgets/checkbox_select.html": "form/choices.html",
}
_CLASSES = {
    "django/forms/widgets/select.html": "form-select",
    "django/forms/widgets/checkbox.html": "form-check-input",
    "django/forms/widgets/hidden.html": "",
}


def _attrs(widget: dict[str, Any]) -> SafeString:
    said = ((name, value) for name, value in widget["attrs"].items() if value is not False)
    return format_html_join(
        "",
        "{}",
        ((format_html(" {}" if value is True else ' {}="{}"', name, value),) for name, value in said),
    )


def _input(widget: dict[str, Any]) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', widget["value"])
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, _attrs(widget)
    )


def _textarea(widget: dict[str, Any]) -> SafeString:
    shown = format_html('<textarea name="{}"{}>', widget["name"], _attrs(widget))
    return format_html("{}\n{}</textarea>", shown, widget["value"] or "")


# A page has dozens of these, and a template takes five times as long.
_DRAWN = {
    **{f"django/forms/widgets/{name}.html": _input for name in ("text", "hidden", "email", "number")},
    "django/forms/widgets/textarea.html": _textarea,
}


class Renderer(DjangoTemplates):
    """Draws every form of the site: our templates first (with our tags), then Django's own widgets."""

    form_template_name = "form/fields.html"
    field_template_name = "form/field.html"

    def get_template(self, template_name: str) -> Any:
        try:
            return loader.get_template(_OWN_TEMPLATES.get(template_name, template_name))
        except TemplateDoesNotExist:
            return super().get_template(template_name)

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        if widget := context.get("widget"):
            widget["attrs"].pop("placeholder", None)  # it vanishes while one types: label and help say it
            look = _CLASSES.get(template_name, "form-control")
            widget["attrs"]["class"] = " ".join(filter(None, (look, widget["attrs"].get("class"))))
            if not widget["attrs"]["class"]:
                del widget["attrs"]["class"]
            if draw := _DRAWN.get(template_name):
                return draw(widget)
        return super().render(template_name, context, request)


CSRF = "csrfmiddlewaretoken"
# Fields that are kept nowhere: not in the form that waits for a new sign-in, not in the key of an act.
SECRETS = frozenset({"password", "passphrase"})


class Suggest(forms.TextInput):
    """A text input that offers `suggestions` while typing, and takes anything else as well.

    fields["post"].widget = Suggest(["นักวิชาการคอมพิวเตอร์", ...])
    """

    def __init__(self, suggestions: Iterable[str] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions = suggestions

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        list_id = f"{(attrs or {}).get('id') or name}_suggestions"
        shown = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((text,) for text in self.suggestions))
        return format_html('{}<datalist id="{}">{}</datalist>', shown, list_id, options)


class ThaiDateField(forms.Field):
    """A date typed as people write it: 28/2/61, ๒๘ ก.พ. ๒๕๖๑, 28 February 2018 or 2018-02-28.

    A year of two digits, or of four from 2400 on, is Buddhist. The page shows below the field
    which date was understood.
    """

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a date. Write it like 28/2/2561."),
        "impossible": _("There is no day “%(typed)s” in the calendar."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For example 28/2/2561 or 28 Feb 2018"))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "text", "autocomplete": "off", "class": "input-date"}

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
        typed = str(value).strip()
        try:
            return _read_date(typed)
        except ImpossibleDate as error:
            raise self._error("impossible", typed) from error
        except NotADate as error:
            raise self._error("invalid", typed) from error

    def prepare_value(self, value: Any) -> Any:
        return short_date(value) if isinstance(value, date) else value

    def understood(self, value: Any) -> str:
        """The date in full that `value` was taken for; empty when it is none."""
        try:
            return weekday_date(self.to_python(value))
        except ValidationError:
            return ""

    def _error(self, code: str, typed: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"typed": typed[:40]})


class ThaiTimeField(forms.Field):
    """A time of day typed as 16.25, 16:25 or ๑๖.๒๕ น."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("“%(typed)s” is not a time. Write it like 16.30.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For example 16.30"))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "text", "autocomplete": "off", "class": "input-time"}

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        typed = str(value).strip()
        read = re.fullmatch(r"(\d{1,2})[.:](\d{2})\s*(?:น\.?)?", to_ascii(typed))
        try:
            return time(int(read[1]), int(read[2])) if read else self._refuse(typed)
        except ValueError:
            return self._refuse(typed)

    def prepare_value(self, value: Any) -> Any:
        return clock_time(value) if isinstance(value, time) else value

    def _refuse(self, typed: str) -> time:
        raise ValidationError(self.error_messages["invalid"], code="invalid", params={"typed": typed[:40]})


class RefusedError(ValidationError):
    """A refusal among the errors of a form, with its remedy and code."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message, code=refusal.code)
        self.remedy = refusal.what_now


class ActForm(forms.Form):
    """A form that does one act: its hidden `key` stays the same until the act is done (see `kit.once`).

    form = ReceiveForm(request.POST or None)
    if form.is_valid():
        try:
            return redirect(once(lambda: ..., by=request.actor, key=form.cleaned_data["key"]))
        except Refusal as refusal:
            form.refuse(refusal, "number")
    return render(request, "…", {"form": form}, status=409 if form.refused else 200)
    """

    use_required_attribute = False  # the page says what is missing, in its own words
    refused = False
    field_of: ClassVar[dict[str, str]] = {}  # refusal code -> the field it is about

    key = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={
            "required": _("The form is incomplete. Open this page again."),
            "invalid": _("The form is incomplete. Open this page again."),
        },
    )

    def once_key(self, path: str) -> UUID:
        """The key of this act: the form's own, what was typed and chosen, and where.

        Going back and typing something else is another act.
        """
        posted = cast(QueryDict, self.data)
        typed = {name: values for name, values in posted.lists() if name != CSRF and name not in SECRETS}
        chosen = {name: [fingerprint(file) for file in files] for name, files in self.files.lists()}
        return uuid5(self.cleaned_data["key"], canonical([path, typed, chosen]))

    def refuse(self, refusal: Refusal, field: str | None = None) -> None:
        """Say why the act was refused, beside `field` or above the form; what was typed stays."""
        self.refused = True
        self.add_error(field, RefusedError(refusal))


class SeenForm(ActForm):
    """A form whose act holds for what was on the screen: it carries the digest of that."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def refresh(self, seen: str) -> None:
        """After a refusal: what is acted on next is what stands on this page."""
        self.data = cast(QueryDict, self.data).copy()
        self.data["seen"] = seen


def _read_date(typed: str) -> date:
    plain = to_ascii(typed)
    if dotted := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})", plain):
        return parse_date("/".join(dotted.groups()))
    english = re.fullmatch(r"(\d{1,2}) ([A-Za-z]+)\.? (\d{4})", plain)
    if english and (month := _ENGLISH_MONTHS.get(english[2].lower())):
        return parse_date(f"{english[1]}/{month}/{english[3]}")
    return parse_date(typed)
