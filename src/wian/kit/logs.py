"""Logs as JSON lines, without personal data: paths and codes, never what was typed."""

import json
import logging
import traceback
from typing import Any

from django.http import HttpRequest

from wian.kit.refusal import Refusal

log = logging.getLogger("wian.refusals")


def refused(request: HttpRequest, refusal: Refusal) -> None:
    """Log a refusal by its code, never by its facts."""
    log.info("refused", extra={"request": request, "refusal": refusal.code})


class JsonLines(logging.Formatter):
    """One JSON object a line. An error is told by its kind and place: its message may hold what somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Django's own messages hold the path, which may hold a code that opens a page.
            "message": str(record.msg) if record.name.startswith("django.") else record.getMessage(),
            "path": _place(request),
            "refusal": getattr(record, "refusal", None),
            "job": getattr(record, "job", None),
            "actor": getattr(getattr(request, "actor", None), "key", None),
        }
        if record.exc_info:
            line["error"] = self._without_words(record.exc_info)
        return json.dumps(
            {key: value for key, value in line.items() if value is not None}, ensure_ascii=False
        )

    def _without_words(self, error: Any) -> str:
        kind, _, trace = error
        return f"{''.join(traceback.format_tb(trace))}{getattr(kind, '__qualname__', '')}"


def _place(request: Any) -> str | None:
    """The path, or its pattern where a word in it is a code."""
    found = getattr(request, "resolver_match", None)
    if found and any(isinstance(value, str) for value in found.kwargs.values()):
        return f"/{found.route}"
    return getattr(request, "path", None)
