"""Papers of a unit as files: to print, or to go on writing in."""

from collections.abc import Callable

from saraban.errors import Unprintable
from saraban.paper import Paper
from saraban.typesetting import docx_of, pdf_of
from wian.directory.models import Unit
from wian.letters.queries.issued import emblem_of
from wian.responses.refusals import MemoUnprintable

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# The file's ending -> what makes it.
MAKERS: dict[str, Callable[..., bytes]] = {"pdf": pdf_of, "docx": docx_of}


def file_of(paper: Paper, *, ending: str, unit: Unit) -> bytes:
    """The paper as PDF or Word file, with the emblem of the unit's agency or a placeholder. Raises MemoUnprintable."""
    try:
        return MAKERS[ending](paper, emblem=emblem_of(unit))
    except Unprintable as error:
        raise MemoUnprintable(why=error.sentence) from error
