"""A line of the log tells where and what kind, never what somebody typed."""

import json
import logging
import sys

from wian.kit.logs import JsonLines


def fail(typed: str) -> None:
    raise ValueError(typed)


def test_an_error_is_told_by_its_kind_and_place():
    typed = "08 1234 5678"
    try:
        fail(typed)
    except ValueError:
        record = logging.LogRecord("wian", logging.ERROR, "", 1, "refused", None, sys.exc_info())
    line = JsonLines().format(record)
    told = json.loads(line)
    assert (told["level"], told["message"]) == ("error", "refused")
    assert "ValueError" in told["error"]
    assert "in fail" in told["error"]
    assert "1234" not in line
