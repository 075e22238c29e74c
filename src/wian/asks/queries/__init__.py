"""Reads of asks: doors to what a unit owes, the matrix, how far a campaign is."""

from wian.asks.queries.doors import answerable_of, obligation_answered, obligation_sent, obligations_of
from wian.asks.queries.matrix import FILTERS, PAGE, Cell, Matrix, Row, cell_of, matrix
from wian.asks.queries.progress import AskProgress, Progress, progress_of, progress_of_each

__all__ = [
    "FILTERS",
    "PAGE",
    "AskProgress",
    "Cell",
    "Matrix",
    "Progress",
    "Row",
    "answerable_of",
    "cell_of",
    "matrix",
    "obligation_answered",
    "obligation_sent",
    "obligations_of",
    "progress_of",
    "progress_of_each",
]
