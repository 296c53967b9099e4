"""Measures how long people wait for their replies while a broadcast goes out to very many others."""

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.broadcast import Counting, write_broadcast
from tests.bench.chats import Chats
from tests.bench.contenders import OURS, start
from tests.bench.people import fill
from tests.bench.platform import Courier
from tests.bench.table import ms, table
from tests.bench.turns import FIRST_CHAT, cores, free_port, knocked, pinned

HEADS = ("meanwhile", "replies", "p50 ms", "p99 ms", "longest ms", "broadcast/s", "RSS MiB at first", "at last")
PEOPLE, TALKERS = 10_000, 1_000
TALKING, THINKING = 10, 1.0
"""So many write, each a second after the last reply."""
SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    rate: int
    audience: int


CASES = (
    Case("nothing", 25, 0),
    Case("a broadcast to 10,000 at 25/s", 25, PEOPLE),
    Case("a broadcast to 10,000 at 1,000/s", 1000, PEOPLE),
)


async def as_table(tell: Callable[[str], None]) -> str:
    rows = []
    with tempfile.TemporaryDirectory(prefix="rakezet-bench-") as filled:
        await fill(Path(filled), PEOPLE + TALKERS, FIRST_CHAT)
        for case in CASES:
            tell(f"replies beside {case.name}")
            rows.append(await _measured(case, Path(filled)))
    return table(HEADS, rows)


async def _measured(case: Case, filled: Path) -> Sequence[str]:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rakezet-bench-")))
        shutil.copytree(filled, folder, dirs_exist_ok=True)
        if case.audience:
            await write_broadcast(folder, case.audience)
        platform = Counting(cap=10_000)
        api, port = await platform.open(), free_port()
        stack.callback(platform.close)
        bot_core, our_core = cores()
        stack.enter_context(pinned(our_core))
        rate = {"RAKEZET_TELEGRAM_RATE": str(case.rate), "RAKEZET_TELEGRAM_CHAT_RATE": "1/1s:20"}
        running = start(OURS, folder, api, port, bot_core, rate)
        stack.callback(running.end)
        courier: Courier = await knocked(OURS, platform, port)
        stack.callback(courier.close)
        chats = Chats(platform, courier, OURS.script, FIRST_CHAT + PEOPLE)
        await chats.talk(2, 1.0)
        at_first, before = running.memory_mib(), len(platform.moments)
        began = time.perf_counter()
        heard = await chats.talk(TALKING, SECONDS, THINKING)
        took = time.perf_counter() - began
        others = len(platform.moments) - before - len(heard.waits)
        return (
            case.name,
            str(len(heard.waits)),
            ms(heard.wait_at(0.5)),
            ms(heard.wait_at(0.99)),
            ms(max(heard.waits)),
            f"{others / took:.0f}",
            f"{at_first:.0f}",
            f"{running.memory_mib():.0f}",
        )
