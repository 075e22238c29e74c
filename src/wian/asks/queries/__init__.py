"""Reads of asks: doors to what a unit owes, the matrix, how far a campaign is."""

from wian.asks.queries.doors import obligation_answered, obligation_sent, obligations_of
from wian.asks.queries.matrix import FILTERS, Cell, Matrix, Row, cell_of, matrix
from wian.asks.queries.progress import AskProgress, Progress, progress_of, progress_of_each

__all__ = [
    "FILTERS",
    "AskProgress",
    "Cell",
    "Matrix",
    "Progress",
    "Row",
    "cell_of",
    "matrix",
    "obligation_answered",
    "obligation_sent",
    "obligations_of",
    "progress_of",
    "progress_of_each",
]
