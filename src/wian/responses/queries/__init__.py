"""Doors and reads of what units send back."""

from wian.responses.queries.answer import Answer, Part, answer_of, answers_of
from wian.responses.queries.items import (
    attachment_read,
    item_answered,
    item_sent,
    names_of,
    projects_of,
    submission_of,
    submitted_names,
    submitted_projects,
)

__all__ = [
    "Answer",
    "Part",
    "answer_of",
    "answers_of",
    "attachment_read",
    "item_answered",
    "item_sent",
    "names_of",
    "projects_of",
    "submission_of",
    "submitted_names",
    "submitted_projects",
]
