"""Measures how long the bot takes from its start until it is ready, with a database that is there already."""

import asyncio
import os
import tempfile
import time
from pathlib import Path

from tests.bench.contenders import OURS, start
from tests.bench.people import fill
from tests.bench.platform import Platform
from tests.bench.table import table
from tests.bench.turns import FIRST_CHAT, READY_SECONDS, cores, free_port

HEADS = ("start of", "s to ready", "s of CPU")
TIMES = 3
PEOPLE = 1000


async def as_table() -> str:
    """The shortest of a few starts, which is the one that others disturbed least."""
    with tempfile.TemporaryDirectory(prefix="rakezet-bench-") as folder:
        await fill(Path(folder), PEOPLE, FIRST_CHAT)
        took, cpu = min([await _started(Path(folder)) for _ in range(TIMES)])
    return table(HEADS, [("python -m bot run", f"{took:.2f}", f"{cpu:.2f}")])


async def _started(folder: Path) -> tuple[float, float]:
    """(seconds, seconds of CPU) until it has told the platform where it is."""
    bot_core, chat_core = cores()
    before = os.sched_getaffinity(0)
    if chat_core is not None:
        os.sched_setaffinity(0, {chat_core})
    platform = Platform()
    api = await platform.open()
    began = time.perf_counter()
    running = start(OURS, folder, api, free_port(), bot_core)
    try:
        async with asyncio.timeout(READY_SECONDS):
            await platform.webhook.wait()
        return time.perf_counter() - began, running.cpu_seconds()
    finally:
        running.end()
        platform.close()
        os.sched_setaffinity(0, before)
