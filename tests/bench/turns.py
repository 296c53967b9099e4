"""Measures whole turns: an update comes in by webhook, is worked on, and its reply arrives at the platform."""

import asyncio
import os
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.chats import Chats, Heard
from tests.bench.contenders import KNOWN_SECRET, Contender, Running, start
from tests.bench.people import fill
from tests.bench.platform import Courier, Platform
from tests.bench.table import ms, table

IN_FLIGHT = 32
FIRST_CHAT = 100_000
READY_SECONDS = 60.0
HEADS = (
    "bot",
    "CPU ms / 1000 updates",
    "x floor",
    "updates/s",
    "p50 ms",
    "p99 ms",
    "silence ms",
    "one chat p50 ms",
    "RSS MiB",
    "calls an update",
)


@dataclass(frozen=True, slots=True)
class Length:
    """Seconds of each part, and how many people our database holds."""

    warm: float = 2.0
    measured: float = 8.0
    alone: float = 2.0
    people: int = 10_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one bot. Times in seconds, CPU per update."""

    name: str
    cpu: float
    rate: float
    heard: Heard
    alone: Heard
    memory_mib: float
    calls: float


def cores() -> tuple[int | None, int | None]:
    """One for the bot, one for the chats; none where there are not two."""
    free = sorted(os.sched_getaffinity(0))
    return (free[-1], free[0]) if len(free) > 1 else (None, None)


async def measure(contender: Contender, length: Length) -> Figures:
    """One bot from its start to its end. Raises RuntimeError with its log when it does not do its work."""
    bot_core, chat_core = cores()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rakezet-bench-")))
        if contender.ours:
            await fill(folder, length.people, FIRST_CHAT)
        if chat_core is not None:
            before = os.sched_getaffinity(0)
            os.sched_setaffinity(0, {chat_core})
            stack.callback(os.sched_setaffinity, 0, before)
        platform = Platform()
        api = await platform.open()
        stack.callback(platform.close)
        port = free_port()
        running = start(contender, folder, api, port, bot_core)
        stack.callback(running.end)
        try:
            courier = await _knocked(contender, platform, port)
            stack.callback(courier.close)
            return await _talked(
                contender, platform, Chats(platform, courier, contender.script, FIRST_CHAT), running, length
            )
        except (TimeoutError, RuntimeError, OSError) as trouble:
            said = running.log.read_text()[-3000:]
            raise RuntimeError(f"{contender.name}: {type(trouble).__name__} {trouble}\n{said}") from trouble


async def _knocked(contender: Contender, platform: Platform, port: int) -> Courier:
    """Once the bot has told the platform where it is, it can be reached."""
    courier = Courier(port, contender.path, KNOWN_SECRET)
    async with asyncio.timeout(READY_SECONDS):
        await platform.webhook.wait()
        while True:
            try:
                await courier.open()
                return courier
            except OSError:
                await asyncio.sleep(0.02)


async def _talked(
    contender: Contender, platform: Platform, chats: Chats, running: Running, length: Length
) -> Figures:
    await chats.talk(IN_FLIGHT, length.warm)
    cpu, calls, began = running.cpu_seconds(), platform.calls, time.perf_counter()
    heard = await chats.talk(IN_FLIGHT, length.measured)
    cpu, calls, took = running.cpu_seconds() - cpu, platform.calls - calls, time.perf_counter() - began
    alone = await chats.talk(1, length.alone)
    updates = len(heard.waits)
    return Figures(contender.name, cpu / updates, updates / took, heard, alone, running.memory_mib(), calls / updates)


def as_table(measured: Sequence[Figures], floor: str) -> str:
    """Beside the floor: how many times less CPU than it an update costs."""
    cost = {figures.name: figures.cpu for figures in measured}
    return table(HEADS, [_row(figures, cost.get(floor)) for figures in measured])


def _row(figures: Figures, floor: float | None) -> Sequence[str]:
    return (
        figures.name,
        f"{figures.cpu * 1e6:.0f}",
        f"{floor / figures.cpu:.2f}" if floor else "-",
        f"{figures.rate:.0f}",
        ms(figures.heard.wait_at(0.5)),
        ms(figures.heard.wait_at(0.99)),
        ms(figures.heard.longest_silence),
        ms(figures.alone.wait_at(0.5)),
        f"{figures.memory_mib:.0f}",
        f"{figures.calls:.2f}",
    )


def free_port() -> int:
    import socket  # only to ask for a number: nothing here speaks through it

    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
