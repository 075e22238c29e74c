"""Reads of asks: doors to what a unit owes, the matrix, how far a campaign is."""

from wian.asks.queries.dates import AskDates, Reach, dates_of, reach_of, request_of, requests_of
from wian.asks.queries.doors import (
    ask_owned,
    obligation_answered,
    obligation_owned,
    obligation_sent,
    obligations_of,
    ready_of,
    request_owned,
    still_owed,
    waiting_requests,
)
from wian.asks.queries.matrix import FILTERS, PAGE, Cell, Matrix, Row, cell_of, matrix
from wian.asks.queries.progress import AskProgress, Progress, progress_of, progress_of_each

__all__ = [
    "FILTERS",
    "PAGE",
    "AskDates",
    "AskProgress",
    "Cell",
    "Matrix",
    "Progress",
    "Reach",
    "Row",
    "ask_owned",
    "cell_of",
    "dates_of",
    "matrix",
    "obligation_answered",
    "obligation_owned",
    "obligation_sent",
    "obligations_of",
    "progress_of",
    "progress_of_each",
    "reach_of",
    "ready_of",
    "request_of",
    "request_owned",
    "requests_of",
    "still_owed",
    "waiting_requests",
]
