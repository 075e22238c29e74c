"""From a `saraban.paper.Paper` to the page: PDF by Typst, DOCX for editing.

The PDF is the authentic copy; Word breaks lines its own way.
"""

from saraban.typesetting.docx import docx_of
from saraban.typesetting.pdf import pdf_of, pngs_of, source_of_pdf

__all__ = ["docx_of", "pdf_of", "pngs_of", "source_of_pdf"]
