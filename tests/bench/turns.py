"""Measures whole turns: an update comes in by webhook, is worked on, and its reply arrives at the platform."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

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
    """Seconds of each part, how many rounds there are, and how many people our database holds."""

    warm: float = 2.0
    round: float = 2.0
    rounds: int = 5
    alone: float = 1.5
    people: int = 10_000


@dataclass(frozen=True, slots=True)
class Round:
    """What one bot did in one round. Seconds of CPU and of time, calls at the platform."""

    cpu: float
    took: float
    calls: int
    heard: Heard

    @property
    def cost(self) -> float:
        return self.cpu / len(self.heard.waits)


@dataclass(slots=True)
class Bot:
    """One bot that runs and has been warmed up."""

    contender: Contender
    platform: Platform
    chats: Chats
    running: Running
    rounds: list[Round] = field(default_factory=list)
    alone: Heard = field(default_factory=Heard)
    memory_mib: float = 0.0

    async def talk(self, seconds: float) -> None:
        """One more round. Raises RuntimeError with the bot's log when it does not do its work."""
        cpu, calls, began = self.running.cpu_seconds(), self.platform.calls, time.perf_counter()
        try:
            heard = await self.chats.talk(IN_FLIGHT, seconds)
        except (TimeoutError, RuntimeError, OSError) as trouble:
            raise self._failed(trouble) from trouble
        took = time.perf_counter() - began
        self.rounds.append(Round(self.running.cpu_seconds() - cpu, took, self.platform.calls - calls, heard))

    def _failed(self, trouble: Exception) -> RuntimeError:
        said = self.running.log.read_text()[-3000:]
        return RuntimeError(f"{self.contender.name}: {type(trouble).__name__} {trouble}\n{said}")


def cores() -> tuple[int | None, int | None]:
    """One for the bot, one for the chats; none where there are not two."""
    free = sorted(os.sched_getaffinity(0))
    return (free[-1], free[0]) if len(free) > 1 else (None, None)


@contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """Keep this process on one core meanwhile."""
    before = os.sched_getaffinity(0)
    if core is not None:
        os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


async def measure(contenders: Sequence[Contender], length: Length, tell: Callable[[str], None]) -> list[Bot]:
    """All of them, in turn, round by round: what else the machine does meanwhile then falls on all alike."""
    async with AsyncExitStack() as stack:
        bots = [await _opened(contender, length, stack) for contender in contenders]
        _, chat_core = cores()
        if chat_core is not None:
            stack.callback(os.sched_setaffinity, 0, os.sched_getaffinity(0))
            os.sched_setaffinity(0, {chat_core})
        for bot in bots:
            await bot.talk(length.warm)
            bot.rounds.clear()
        for number in range(length.rounds):
            tell(f"round {number + 1} of {length.rounds}")
            for bot in bots:
                await bot.talk(length.round)
        for bot in bots:
            bot.alone = await bot.chats.talk(1, length.alone)
            bot.memory_mib = bot.running.memory_mib()
        return bots


async def _opened(contender: Contender, length: Length, stack: AsyncExitStack) -> Bot:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rakezet-bench-")))
    if contender.ours:
        await fill(folder, length.people, FIRST_CHAT)
    platform = Platform()
    api = await platform.open()
    stack.callback(platform.close)
    port = free_port()
    running = start(contender, folder, api, port, cores()[0])
    stack.callback(running.end)
    courier = await knocked(contender, platform, port)
    stack.callback(courier.close)
    return Bot(contender, platform, Chats(platform, courier, contender.script, FIRST_CHAT), running)


async def knocked(contender: Contender, platform: Platform, port: int) -> Courier:
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


def as_table(bots: Sequence[Bot], floor: Contender) -> str:
    """Beside the floor: how many times less CPU than it an update costs. Costs are the median of the rounds."""
    costs = {bot.contender.name: median(one.cost for one in bot.rounds) for bot in bots}
    return table(HEADS, [_row(bot, costs[bot.contender.name], costs.get(floor.name)) for bot in bots])


def _row(bot: Bot, cost: float, floor: float | None) -> Sequence[str]:
    heard = Heard([wait for one in bot.rounds for wait in one.heard.waits])
    silence = median(one.heard.longest_silence for one in bot.rounds)
    return (
        bot.contender.name,
        f"{cost * 1e6:.0f}",
        f"{floor / cost:.2f}" if floor else "-",
        f"{median(len(one.heard.waits) / one.took for one in bot.rounds):.0f}",
        ms(heard.wait_at(0.5)),
        ms(heard.wait_at(0.99)),
        ms(silence),
        ms(bot.alone.wait_at(0.5)),
        f"{bot.memory_mib:.0f}",
        f"{sum(one.calls for one in bot.rounds) / len(heard.waits):.2f}",
    )


def free_port() -> int:
    import socket  # only to ask for a number: nothing here speaks through it

    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
