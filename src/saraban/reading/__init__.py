"""Reading letters: rules that propose facts, each with its place in the text and a confidence."""

from saraban.reading.reader import read

__all__ = ["read"]
