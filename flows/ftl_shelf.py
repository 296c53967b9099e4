"""Reads a text only when it is first said: at a start nobody waits for the thousands that are not wanted yet.

Where an entry of Fluent ends is plain to see (the next one begins at the margin); what stands in it is left to
Fluent's own parser.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from flows import ftl

_ENTRY = re.compile(r"^(?=-?[A-Za-z])", re.MULTILINE)
_NAME = re.compile(r"(-?[A-Za-z][\w-]*)[ \t]*=")


class Shelf(Mapping[str, ftl.Pattern]):
    """The texts of one language by key, as `ftl.patterns_of` makes them; later sources stand over earlier ones."""

    def __init__(self, unread: Mapping[str, tuple[str, ...]]) -> None:
        self._unread = unread
        self._read: dict[str, dict[str, ftl.Pattern]] = {}

    @classmethod
    def of(cls, sources: Iterable[str]) -> Self:
        """What stands in these files, in the order in which they are laid over each other."""
        unread: dict[str, tuple[str, ...]] = {}
        for source in sources:
            for piece in _ENTRY.split(source.replace("\r\n", "\n")):
                named = _NAME.match(piece)
                if named:
                    unread[named[1]] = (*unread.get(named[1], ()), piece)
        return cls(unread)

    def entry(self, name: str) -> Mapping[str, ftl.Pattern]:
        """All texts of one message or term; none where there is no such thing, or it cannot be read."""
        if name not in self._read:
            pieces = (ftl.entries(piece) for piece in self._unread.get(name, ()))
            self._read[name] = {
                k: p for entries in pieces for entry in entries for k, p in ftl.patterns_of(entry).items()
            }
        return self._read[name]

    def beginning_with(self, beginning: str) -> Iterator[str]:
        """The keys that begin so; only what may be among them is read."""
        name, dot, _ = beginning.partition(".")
        names = (name,) if dot else (one for one in self._unread if one.startswith(name))
        return (key for one in names for key in self.entry(one) if key.startswith(beginning))

    def __getitem__(self, key: str) -> ftl.Pattern:
        return self.entry(key.partition(".")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return (key for name in self._unread for key in self.entry(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)
