"""The matrix as rows of a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from wian.asks.queries import Cell, Matrix


def header(matrix: Matrix) -> list[str]:
    """The columns: order, unit, four for each ask, whom to call."""
    columns = [_("No."), _("Unit")]
    details = [_("sent"), _("asked for"), _("remarks")]
    for ask in matrix.asks:
        kind = ask.get_kind_display()
        columns += [kind, *(f"{kind}: {detail}" for detail in details)]
    return [*columns, _("Call"), _("Telephone")]


def rows(matrix: Matrix) -> Iterator[list[str | int]]:
    """One row a unit, under `header`."""
    for row in matrix.rows:
        line: list[str | int] = [row.recipient.order, row.recipient.unit.name]
        for cell in row.cells:
            owed = cell.obligation
            line += [cell.label, owed.sent or 0, owed.max or owed.min, ", ".join(remarks(cell))]
        yield [*line, str(row.call or ""), row.call.phone if row.call else ""]


def remarks(cell: Cell) -> Iterator[str]:
    """The facts beside a state."""
    if cell.obligation.nil:
        yield _("nothing to send")
    yield from (label for _code, label in cell.facts)
