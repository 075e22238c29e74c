"""An act: one transaction, all of it or nothing, with what happened written down last.

    @act
    def receive(recipient, *, by, at): ...

A command called by another command joins the act that is open: its changes and its facts
stand or fall with the outermost one. A nested command that is refused, and whose caller goes
on, leaves neither rows nor facts behind.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")
Writer = Callable[[Sequence[object]], None]

_open: ContextVar[list[object] | None] = ContextVar("facts of the open act", default=None)
_writers: list[Writer] = []


def act(command: Callable[P, R]) -> Callable[P, R]:
    """Run `command` inside the open act, or inside one of its own."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with _one_act():
            return command(*args, **kwargs)

    return run


def add_fact(fact: object) -> None:
    """Keep a fact until the outermost act ends. Raises RuntimeError outside of an act."""
    facts = _open.get()
    if facts is None:
        raise RuntimeError("a fact is recorded inside an act")
    facts.append(fact)


def on_close(writer: Writer) -> None:
    """Have `writer` called with the facts of every act, as the last thing before its commit."""
    _writers.append(writer)


@contextmanager
def _one_act() -> Iterator[None]:
    facts = _open.get()
    if facts is not None:
        before = len(facts)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del facts[before:]
            raise
        return
    facts = []
    token = _open.set(facts)
    try:
        with transaction.atomic():
            yield
            if facts:
                for writer in _writers:
                    writer(facts)
    finally:
        _open.reset(token)
