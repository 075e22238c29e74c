"""Saraban: Thai official correspondence in plain Python — numerals, dates, register numbers, reading letters."""

from saraban.errors import Unreadable
from saraban.letter import Ask, Conflict, Pillar, Quota, Reading
from saraban.reading import read

__all__ = ["Ask", "Conflict", "Pillar", "Quota", "Reading", "Unreadable", "read"]
