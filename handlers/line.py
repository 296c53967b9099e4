"""Remembers who waits to be sent to, so that the outbox is not read again for every message that leaves it."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from flows.rules.pacing import CRISIS_LANE, Waiting

LOOK_AHEAD = 200
LOOK_FURTHEST = 12_800


@dataclass(slots=True)
class Line:
    """The head of the outbox as of the last look, in the order rows should go.

    A row that is no longer queued may stand here: whoever claims it finds out. One that has come since is seen at the
    next look: `is_due` says when. `goes_on`: there were more rows than were looked at.
    """

    rows: tuple[Waiting, ...] = ()
    at_most: int = LOOK_AHEAD
    goes_on: bool = False
    _is_old: bool = True

    def grew_old(self) -> None:
        """Rows were written, or came back."""
        self._is_old = True

    @property
    def is_due(self) -> bool:
        """Whether to look again: something is new, or what is left is little and there is more behind it."""
        return self._is_old or (self.goes_on and len(self.rows) <= self.at_most // 2)

    def looking(self) -> int:
        """A look begins now: how many rows it may bring. What is written from now on is news again."""
        self._is_old = False
        return self.at_most

    def seen(self, rows: Sequence[Waiting], channels: Container[str]) -> None:
        """What the look brought; rows of other channels are nobody's to send here. Crises are at most half of it."""
        self.rows = tuple(row for row in rows if row.channel in channels)
        crises = sum(row.lane == CRISIS_LANE for row in rows)
        self.goes_on = len(rows) >= self.at_most or crises >= (self.at_most + 1) // 2
        if not self.goes_on:
            self.at_most = LOOK_AHEAD

    def left(self, gone: Iterable[Waiting]) -> None:
        taken = {one.row for one in gone}
        self.rows = tuple(one for one in self.rows if one.row not in taken)

    def look_past(self, stays: Callable[[Waiting], bool]) -> bool:
        """Everybody in it has to wait for a reason of their own: the next look goes further. False: it is not so."""
        if not self.goes_on or self.at_most >= LOOK_FURTHEST or not all(map(stays, self.rows)):
            return False
        self.at_most *= 2
        self._is_old = True
        return True
