"""Names what only one process may do, so that of two processes on one database never both do it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from storage.troubles import NotDurable

P = ParamSpec("P")
T = TypeVar("T")


class SeatLost(NotDurable):
    """The seat had been lost before the unit could count: nothing of the unit is kept."""


class Seat(Protocol):
    """What only one process may do, while it may. Given by `Database.only_one`; once lost, it stays lost."""

    @property
    def is_over(self) -> bool:
        """Whether it is known to be lost or left; the server is not asked."""
        ...

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        """Like `Database.run`, but what `f` writes counts only while the seat is held: not even a process that was
        frozen for an hour can write once another one sits there. Raises SeatLost as well.
        """
        ...

    async def leave(self) -> None:
        """Give it up, so that another process may have it at once."""
        ...


class Runs(Protocol):
    """Whatever runs units of work."""

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T: ...


class FileSeat:
    """Whoever holds the file alone has every seat, for as long as it is open."""

    is_over = False

    def __init__(self, database: Runs) -> None:
        self._database = database

    async def run(self, f: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kw: P.kwargs) -> T:
        return await self._database.run(f, *args, **kw)

    async def leave(self) -> None:
        """The file is given up when it is closed."""
