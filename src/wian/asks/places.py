"""Where the facts of a letter stand in its text, and the text cut at their edges. Pure: no queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saraban import Reading
from saraban.letter import Span
from saraban.words import fold
from wian.asks.corrections.fields import place_of
from wian.asks.doubts import NAMES
from wian.asks.proposal import Proposal

Places = dict[str, list[Span]]
SOUGHT_AT_MOST = 200  # units that the owner typed, and that are looked for in the letter


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text: the facts that it belongs to, the narrowest first, and those whose place begins with it."""

    text: str
    facts: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def pieces(text: str, places: Mapping[str, Sequence[Span]]) -> Iterator[Piece]:
    """The whole text in order, cut wherever a place of a fact begins or ends. Places outside of the text are left out."""
    begins: dict[int, list[tuple[int, int, str]]] = defaultdict(
        list
    )  # length, end and name of what begins there
    for fact, spans in places.items():
        for start, end in spans:
            if 0 <= start < end <= len(text):
                begins[start].append((end - start, end, fact))
    ends = {end for found in begins.values() for _, end, _ in found}
    known: set[str] = set()
    inside: list[tuple[int, int, str]] = []
    for start, end in pairwise(sorted({0, len(text), *begins, *ends})):
        inside = sorted([*(one for one in inside if one[1] > start), *begins[start]])
        facts = tuple(dict.fromkeys(fact for _, _, fact in inside))
        yield Piece(text[start:end], facts, tuple(fact for fact in facts if fact not in known))
        known.update(facts)


def places_of(reading: Reading, proposal: Proposal, asks: Mapping[str, Span]) -> Places:
    """The places of each fact of a page: where what stands now is written, else where it was read.

    `reading` is what was read, `proposal` what it was corrected to, `asks` the sentence of each ask by the name of its row.
    """
    places = {name: _of_fact(name, reading, proposal.reading) for name in NAMES}
    places |= {"framework": list(reading.spans.get("framework", ()))}
    places |= {name: [span] for name, span in asks.items()} | _of_dates(reading, asks)
    places["units"] = list(_of_units(reading, proposal))
    return {name: found for name, spans in places.items() if (found := [(a, b) for a, b in spans if a < b])}


def _of_fact(name: str, reading: Reading, now: Reading) -> list[Span]:
    value = getattr(now, name)
    if isinstance(value, str) and value != getattr(reading, name) and any(found := place_of(value, now.text)):
        return [found]
    return list(reading.spans.get(name, ()))


def _of_dates(reading: Reading, asks: Mapping[str, Span]) -> Places:
    """The words that give each ask its date: those within its sentence, the same words there, else those that stand in no sentence.

    A reader tells each day once.
    """

    def again(start: int, end: int) -> list[Span]:
        found = [place_of(reading.text[a:b], reading.text[start:end]) for a, b in phrases]
        return [(start + a, start + b) for a, b in found if a < b][:1]

    phrases = reading.spans.get("deadlines", ())
    own = {
        name: [(a, b) for a, b in phrases if start <= a and b <= end] for name, (start, end) in asks.items()
    }
    taken = {span for spans in own.values() for span in spans}
    rest = [span for span in phrases if span not in taken]
    return {f"{name}-day": spans or again(*asks[name]) or rest for name, spans in own.items()}


def _of_units(reading: Reading, proposal: Proposal) -> Iterator[Span]:
    read = dict(zip(map(fold, reading.recipients), reading.spans.get("recipients", ()), strict=False))
    sought = 0
    for unit in proposal.units:
        span = read.get(fold(unit))
        if span is None and sought < SOUGHT_AT_MOST:
            sought += 1
            span = place_of(unit, reading.text)
        if span and any(span):
            yield span
