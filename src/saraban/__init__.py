"""Saraban: Thai official correspondence in plain Python — numerals, dates, register numbers, reading letters and names."""

from saraban.errors import Unreadable
from saraban.letter import Ask, Conflict, Pillar, Quota, Reading
from saraban.people import Pasted, PastedPerson, find_people
from saraban.reading import read

__all__ = [
    "Ask",
    "Conflict",
    "Pasted",
    "PastedPerson",
    "Pillar",
    "Quota",
    "Reading",
    "Unreadable",
    "find_people",
    "read",
]
