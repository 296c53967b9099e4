"""Turns Ctrl-C and SIGTERM into one event, so that everything ends in order."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@asynccontextmanager
async def stop_event() -> AsyncIterator[asyncio.Event]:
    """An event that is set by the first signal; a second one ends the process the hard way."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()

    def asked_to_stop(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in SIGNALS:
        loop.add_signal_handler(number, asked_to_stop, number)
    try:
        yield stop
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
