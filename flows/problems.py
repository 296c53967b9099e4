"""Gives every mistake in flow files and texts one shape, so that all can be told at once, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

TOLD = "?"
"""Stands in a flow for a name that could not be read: its author was told, nothing more is said about it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where (lines count from 1), which sort, and a sentence saying what to write instead."""

    path: str
    line: int
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code}: {self.sentence}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any looks alike."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def hint(word: str, known: Iterable[str]) -> str:
    """A closing half sentence: the word probably meant, or all there are when they are few."""
    names = sorted(known)
    meant = nearest(word, names)
    if meant:
        return f" Did you mean `{meant}`?"
    if 0 < len(names) <= 12:
        return f" There is: {', '.join(names)}."
    return ""
