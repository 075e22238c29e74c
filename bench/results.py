"""What was measured, and how it is told."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LATEST = ROOT / "bench" / "results" / "latest.json"


@dataclass(frozen=True, slots=True)
class Result:
    """One number. With a floor, `at_most` and `at_least` judge its ratio to that; without one, itself."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    at_most: float | None = None
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.floor if self.floor else None

    @property
    def target(self) -> str | None:
        bounds = [f"≤ {self.at_most:g}"] if self.at_most is not None else []
        bounds += [f"≥ {self.at_least:g}"] if self.at_least is not None else []
        if not bounds:
            return None
        return " and ".join(bounds) + (" × floor" if self.floor else "")

    @property
    def passes(self) -> bool | None:
        """None when nothing was promised."""
        if self.target is None:
            return None
        judged = self.value if self.ratio is None else self.ratio
        low = self.at_least is None or judged >= self.at_least
        return low and (self.at_most is None or judged <= self.at_most)


def write(results: Iterable[Result], *, whole: bool, at: datetime) -> None:
    """Write them to `latest.json`; unless it was the whole run, what was not measured this time is left as it was."""
    commit, moment = _commit(), at.astimezone(UTC).isoformat(timespec="seconds")
    rows = (
        {row["name"]: row for row in json.loads(LATEST.read_text())} if LATEST.exists() and not whole else {}
    )
    rows |= {result.name: _row(result) | {"commit": commit, "at": moment} for result in results}
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(json.dumps(list(rows.values()), ensure_ascii=False, indent=1) + "\n")


def table(results: Iterable[Result]) -> str:
    """The same to be read."""
    verdicts = {True: "ok", False: "MISS", None: ""}
    lines = [("", "value", "unit", "floor", "ratio", "target", "")]
    lines += [
        (
            one.name, _short(one.value), one.unit, _short(one.floor), _short(one.ratio), one.target or "",
            verdicts[one.passes],
        )
        for one in results
    ]  # fmt: skip
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    right = {1, 3, 4}
    return "\n".join(
        "  ".join(
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _row(result: Result) -> dict[str, Any]:
    return {
        "name": result.name, "value": result.value, "unit": result.unit, "floor": result.floor,
        "ratio": result.ratio, "target": result.target, "pass": result.passes,
    }  # fmt: skip


def _short(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:,.0f}" if abs(number) >= 100 or number == int(number) else f"{number:.3g}"


def _commit() -> str | None:
    """What is checked out, read from .git; None outside of a checkout. It says nothing of what was changed since."""
    head = ROOT / ".git" / "HEAD"
    if not head.exists():
        return None
    said = head.read_text().strip()
    if not said.startswith("ref: "):
        return said
    ref = ROOT / ".git" / said.removeprefix("ref: ")
    return ref.read_text().strip() if ref.exists() else None
