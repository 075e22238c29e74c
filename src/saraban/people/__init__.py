"""Finding people in pasted text: rules that propose rows, each with the lines it came from."""

from saraban.people.finder import find_people
from saraban.people.pasted import HIDDEN_ID, MOST_IN_A_LINE, Pasted, PastedPerson

__all__ = ["HIDDEN_ID", "MOST_IN_A_LINE", "Pasted", "PastedPerson", "find_people"]
