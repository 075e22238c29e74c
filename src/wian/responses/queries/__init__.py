"""Doors and reads of what units send back."""

from wian.responses.queries.answer import (
    Answer,
    Contents,
    Part,
    answer_of,
    answer_prepared,
    answers_of,
    contents_of,
)
from wian.responses.queries.drafts import left_in_forms
from wian.responses.queries.items import (
    attachment_read,
    every_submitted_name,
    every_submitted_project,
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
    "Contents",
    "Part",
    "answer_of",
    "answer_prepared",
    "answers_of",
    "attachment_read",
    "contents_of",
    "every_submitted_name",
    "every_submitted_project",
    "item_answered",
    "item_sent",
    "left_in_forms",
    "names_of",
    "projects_of",
    "submission_of",
    "submitted_names",
    "submitted_projects",
]
