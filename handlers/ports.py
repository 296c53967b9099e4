"""Names the roles that the door must fill, so that handlers never know which platform or clock they have."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from flows.rendering import Limits
from handlers.messages import Courtesy, Incoming, Outcome, Outgoing


class Clock(Protocol):
    """Instants people live by (`now`, aware UTC) and seconds machines wait by (`monotonic`)."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class Channel(Protocol):
    """A platform. It turns what arrives into `Incoming` and carries `Outgoing`; it decides nothing."""

    @property
    def name(self) -> str: ...

    @property
    def limits(self) -> Limits: ...

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Try once. Never raises for what a platform or a network may do: that is an `Outcome`."""
        ...

    async def be_courteous(self, courtesy: Courtesy, address: str) -> None:
        """Try once; whatever goes wrong is nobody's business."""
        ...


Receive = Callable[[Incoming], Awaitable[bool]]
"""Takes one incoming thing; True when it is durable and may be confirmed to the platform."""
