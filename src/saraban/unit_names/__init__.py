"""Names of units as people write them: what an abbreviation stands for, and which names look alike."""

from saraban.unit_names.abbreviations import is_abbreviation, written_out
from saraban.unit_names.likeness import MISSING, Likeness, Names

__all__ = ["MISSING", "Likeness", "Names", "is_abbreviation", "written_out"]
