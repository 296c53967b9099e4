"""Measures whatever keeps what is due, in a process of its own and in its own environment; prints JSON."""

import asyncio
import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

DUE_AT_ONCE = 1000
ADDED, LADDERS, ABOUT_ONE_THING, TRIED = 200, 20, 10_000, 200
LEAD_SECONDS, PATIENCE_SECONDS = 2.0, 6.0
FAR = 365 * 24 * 3600.0
"""How far ahead those wait that only wait, in seconds."""


class Keeper(Protocol):
    """Something that keeps what is due. Instants are seconds since 1970.

    `survives`: what waits is there again after a restart. `rounds`: by which names 1,000 fall due at once.
    `in_one`: what hangs on one thing moves in one go, and need not be extrapolated from a few.
    """

    survives: bool
    in_one: bool
    rounds: tuple[str, ...]
    late: list[float]

    async def open(self, folder: Path) -> None:
        """Start with what is there."""
        ...

    async def fill(self, number: int, at: float) -> None:
        """So many that wait, the quick way."""
        ...

    async def settle(self) -> None:
        """Lay out what is needed below: a date with its six alerts."""
        ...

    async def add(self, name: str, at: float) -> None:
        """One more, the way a bot does it; returning means it is kept as well as this keeper can."""
        ...

    async def fall_due(self, how: str, number: int, at: float) -> None:
        """So many due at one instant; as each has happened, `late` gets by how many seconds too late that was."""
        ...

    async def move_ladder(self, at: float) -> None:
        """Move the six alerts of one date."""
        ...

    async def hang(self, number: int, at: float) -> None:
        """So many about one thing."""
        ...

    async def move(self, number: int, at: float) -> None:
        """Move those."""
        ...

    async def close(self) -> None: ...


async def filled(keeper: Keeper, folder: Path, waiting: int) -> Mapping[str, Any]:
    await keeper.open(folder)
    await keeper.fill(waiting, time.time() + FAR)
    await keeper.close()
    return {}


async def started(keeper: Keeper, folder: Path, waiting: int) -> Mapping[str, Any]:
    """What it costs to be there."""
    began = time.perf_counter()
    await keeper.open(folder)
    found = {"start": time.perf_counter() - began, "memory": memory_mib()}
    await keeper.close()
    return found


async def measured(keeper: Keeper, folder: Path, waiting: int) -> Mapping[str, Any]:
    """All there is to know, while so many wait."""
    found: dict[str, Any] = {}
    await keeper.open(folder)
    if not keeper.survives:
        await keeper.fill(waiting, time.time() + FAR)
    found["memory"] = memory_mib()
    await keeper.settle()
    await asyncio.sleep(0.2)  # whatever that woke has been done
    found["add"] = await _seconds_each(ADDED, lambda at: keeper.add(f"added:{at}", time.time() + FAR))
    found["ladder"] = await _seconds_each(LADDERS, lambda at: keeper.move_ladder(time.time() + FAR + at * 86400))
    found["move"] = await _moved(keeper)
    found["late"] = {how: await _late(keeper, how) for how in keeper.rounds}
    await keeper.close()
    return found


async def _seconds_each(times: int, one: Any) -> float:
    began = time.perf_counter()
    for at in range(times):
        await one(at)
        await asyncio.sleep(0)  # as in a bot, others have their turn
    return (time.perf_counter() - began) / times


async def _moved(keeper: Keeper) -> float:
    """Seconds for all that hang on one thing; from a few of them where each is moved by itself."""
    number = ABOUT_ONE_THING if keeper.in_one else TRIED
    await keeper.hang(number, time.time() + FAR)
    began = time.perf_counter()
    await keeper.move(number, time.time() + FAR + 86400)
    return (time.perf_counter() - began) * ABOUT_ONE_THING / number


async def _late(keeper: Keeper, how: str) -> list[float]:
    keeper.late.clear()
    at = time.time() + LEAD_SECONDS
    await keeper.fall_due(how, DUE_AT_ONCE, at)
    if time.time() > at:
        raise RuntimeError("they were due before they were there: LEAD_SECONDS is too short for this machine")
    while time.time() < at + PATIENCE_SECONDS and len(keeper.late) < DUE_AT_ONCE:  # noqa: ASYNC110 - two environments, one way
        await asyncio.sleep(0.1)
    return sorted(keeper.late)


def memory_mib() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


if __name__ == "__main__":
    what, where, name, folder, waiting = sys.argv[1:]
    keeper: Keeper = getattr(importlib.import_module(where), name)()
    doing = {"fill": filled, "start": started, "measure": measured}[what]
    print(json.dumps(asyncio.run(doing(keeper, Path(folder), int(waiting)))))
