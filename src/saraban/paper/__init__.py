"""A paper that is to be written: its fields as plain frozen values, before anybody typesets it.

paper = paper_of(json.loads(data))      # raises NotAPaper: where, and what is wrong there
text_of(printed(paper))                 # the words on its pages; raises Unprintable
saraban.typesetting.pdf_of(paper)       # and the pages themselves
"""

from saraban.paper.examples import example
from saraban.paper.model import (
    ACTING,
    BLOCKS,
    KINDS,
    SECRECY,
    URGENCY,
    Annex,
    Block,
    Meeting,
    OfficeCopy,
    Paper,
    Signatory,
    Table,
)
from saraban.paper.printing import printed
from saraban.paper.typed import body_of, typed_of
from saraban.paper.values import paper_of, schema, to_json
from saraban.paper.words import lines_of, signature_of, text_of

__all__ = [
    "ACTING",
    "BLOCKS",
    "KINDS",
    "SECRECY",
    "URGENCY",
    "Annex",
    "Block",
    "Meeting",
    "OfficeCopy",
    "Paper",
    "Signatory",
    "Table",
    "body_of",
    "example",
    "lines_of",
    "paper_of",
    "printed",
    "schema",
    "signature_of",
    "text_of",
    "to_json",
    "typed_of",
]
