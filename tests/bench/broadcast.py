"""Measures one message to very many: how near to the platform's cap, how often refused, at what cost, and killed.

The platform here counts what it was sent and refuses what is above its cap, in every window of a second. It runs on
another core than the bots, which take turns.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.app import fresh_id
from flows.effects import Say
from flows.model import Phrase
from storage import outbox
from storage.coding import say_json
from storage.db import Connection, open_database
from storage.outbox import Draft, Lane, MessageClass
from storage.people import find_address
from storage.seals import Keys
from tests.bench.contenders import OURS, Contender, Running, start
from tests.bench.peers.words import CHATS, DONE, FIRST, RATE, WORDS
from tests.bench.people import fill
from tests.bench.platform import Platform
from tests.bench.table import table
from tests.bench.turns import FIRST_CHAT, cores, free_port, pinned

HEADS = (
    "broadcast",
    "bot",
    "s",
    "of the cap",
    "CPU ms / 1000",
    "RSS MiB, most",
    "429s",
    "never",
    "twice",
    "uncertain",
    "s until on",
)
PTB = Contender("PTB, AIORateLimiter", (), ("tests.bench.peers.ptb_broadcast", "0"))
PTB_AGAIN = Contender("PTB, AIORateLimiter, 5 retries", (), ("tests.bench.peers.ptb_broadcast", "5"))
LOOP = Contender("aiogram, loop with a pause", (), ("tests.bench.peers.aiogram_broadcast", "loop"))
WORKERS = Contender("aiogram, 64 workers", (), ("tests.bench.peers.aiogram_broadcast", "workers"))
STILL = 4.0
"""Seconds without a message after which nothing more is expected."""
LOOK = 0.05
UNIT = 500


@dataclass(frozen=True, slots=True)
class Case:
    """So many messages at a platform that takes `cap` a second; a bot that is killed is started again at once."""

    cap: int
    messages: int
    bots: Sequence[Contender]
    killed: bool = False
    patience: float = 60.0

    @property
    def name(self) -> str:
        return f"{self.messages:,} at {self.cap:,}/s{', kill -9 in the middle' if self.killed else ''}"


CASES = (
    Case(30, 300, (OURS, PTB, PTB_AGAIN, LOOP, WORKERS)),
    Case(1000, 10_000, (OURS, WORKERS, PTB), patience=30.0),
    Case(1000, 4_000, (OURS, WORKERS), killed=True),
)


@dataclass(slots=True)
class Counting(Platform):
    """A platform with a cap. `arrived` counts messages by chat, `moments` is when each came."""

    cap: int = 1000
    arrived: Counter[int] = field(default_factory=Counter)
    moments: list[float] = field(default_factory=list)
    refused: int = 0
    _window: deque[float] = field(default_factory=deque)

    def answer(self, method: str, kind: str, body: bytes) -> bytes:
        if method != "sendMessage":
            return Platform.answer(self, method, kind, body)
        now = time.perf_counter()
        while self._window and self._window[0] <= now - 1.0:
            self._window.popleft()
        if len(self._window) >= self.cap:
            self.refused += 1
            return _TOO_MANY
        self._window.append(now)
        self.moments.append(now)
        return Platform.answer(self, method, kind, body)

    def came(self, chat: int, _: Any) -> None:
        self.arrived[chat] += 1


_WAIT = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}'
)
_TOO_MANY = (
    b"HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nRetry-After: 1\r\n"
    b"Content-Length: %d\r\n\r\n%b" % (len(_WAIT), _WAIT)
)


@dataclass(slots=True)
class Watched:
    """What is seen of a bot while it works; `cpu` in seconds over all its lives, from its first message on."""

    running: Running
    before: float = 0.0
    spent: float = 0.0
    most: float = 0.0

    def look(self) -> None:
        with suppress(OSError):
            self.most = max(self.most, self.running.memory_mib())

    @property
    def cpu(self) -> float:
        return self.spent + self.running.cpu_seconds() - self.before


async def as_table(tell: Callable[[str], None]) -> str:
    rows: list[Sequence[str]] = []
    for case in CASES:
        for contender in case.bots:
            if not contender.is_here:
                rows.append((case.name, contender.name, "NOT MEASURED", *[""] * 8))
                continue
            tell(f"{case.name}: {contender.name}")
            rows.append(await measured(case, contender))
    return table(HEADS, rows)


async def measured(case: Case, contender: Contender) -> Sequence[str]:
    """One bot's row of the table."""
    with tempfile.TemporaryDirectory(prefix="rakezet-bench-") as name:
        folder, platform = Path(name), Counting(cap=case.cap)
        platform.on_sent = platform.came
        if contender.ours:
            await fill(folder, case.messages, FIRST_CHAT)
            await write_broadcast(folder, case.messages)
        api = await platform.open()
        bot_core, our_core = cores()
        with pinned(our_core):
            watched = Watched(_started(case, contender, folder, api, bot_core))
            try:
                again = await _watch(case, contender, folder, api, platform, watched)
                cpu = watched.cpu
            finally:
                watched.running.end()
                platform.close()
        return _row(case, contender, platform, cpu, watched.most, again, folder)


def _started(case: Case, contender: Contender, folder: Path, api: str, core: int | None) -> Running:
    ours = {"RAKEZET_TELEGRAM_RATE": str(case.cap), "RAKEZET_TELEGRAM_CHAT_RATE": "1/1s:20"}
    theirs = {RATE: str(case.cap), FIRST: str(FIRST_CHAT), CHATS: str(case.messages)}
    return start(contender, folder, api, free_port(), core, ours if contender.ours else theirs)


async def _watch(
    case: Case, contender: Contender, folder: Path, api: str, platform: Counting, watched: Watched
) -> float | None:
    """Until it is through, or stands still. Seconds from a kill to the next message, if there was one."""
    await _until(lambda: bool(platform.moments) or watched.running.process.poll() is not None, case.patience, watched)
    if watched.running.process.poll() is not None:
        raise RuntimeError(f"{contender.name} ended:\n{watched.running.log.read_text()[-2000:]}")
    if not platform.moments:
        return None
    watched.before = watched.running.cpu_seconds()
    again: float | None = None
    if case.killed:
        await _until(lambda: len(platform.moments) >= case.messages // 2, case.patience, watched)
        again = await _killed(case, contender, folder, api, platform, watched)

    def is_through() -> bool:
        still = time.perf_counter() - platform.moments[-1] > STILL
        return len(platform.arrived) >= case.messages or still or DONE in watched.running.log.read_text()

    await _until(is_through, case.patience, watched)
    await asyncio.sleep(2 * LOOK)  # what is in flight is written down
    return again


async def _killed(
    case: Case, contender: Contender, folder: Path, api: str, platform: Counting, watched: Watched
) -> float:
    watched.spent = watched.cpu
    watched.running.process.kill()
    watched.running.process.wait()
    at = time.perf_counter()
    await asyncio.sleep(2 * LOOK)  # what it had still said comes in
    before = len(platform.moments)
    watched.running = _started(case, contender, folder, api, cores()[0])
    await _until(lambda: len(platform.moments) > before, 60.0, watched)
    watched.before = 0.0
    return platform.moments[before] - at


async def _until(happened: Callable[[], bool], seconds: float, watched: Watched) -> None:
    end = time.perf_counter() + seconds
    while not happened() and time.perf_counter() < end:
        watched.look()
        await asyncio.sleep(LOOK)


def _row(
    case: Case,
    contender: Contender,
    platform: Counting,
    cpu: float,
    memory: float,
    again: float | None,
    folder: Path,
) -> Sequence[str]:
    if not platform.moments:
        return (case.name, contender.name, f"nothing in {case.patience:.0f}", *["-"] * 8)
    took = platform.moments[-1] - platform.moments[0] if len(platform.moments) > 1 else 0.0
    pace = (len(platform.moments) - 1) / took / case.cap if took else 0.0
    return (
        case.name,
        contender.name,
        f"{took:.1f}",
        f"{pace:.1%}" if again is None else "-",
        f"{cpu / max(1, len(platform.moments)) * 1e6:.0f}",
        f"{memory:.0f}",
        str(platform.refused),
        str(case.messages - len(platform.arrived)),
        str(sum(count - 1 for count in platform.arrived.values())),
        str(uncertain(folder)) if contender.ours else "-",
        "-" if again is None else f"{again:.1f}",
    )


# --- what is sent -------------------------------------------------------------------------------------------------


async def write_broadcast(folder: Path, messages: int) -> None:
    """One row for each of so many people, as an approval writes them."""
    keys = Keys.load(folder / "key")
    db = await open_database(f"sqlite:///{folder / 'rakezet.db'}")
    everybody = range(FIRST_CHAT, FIRST_CHAT + messages)
    for at in range(0, messages, UNIT):
        await db.run(_write, keys, everybody[at : at + UNIT], datetime.now(UTC))
    await db.close()


def _write(conn: Connection, keys: Keys, numbers: Sequence[int], now: datetime) -> None:
    content = {"say": say_json(Say((Phrase("log-line", {"hour": "18:00", "text": WORDS}),)))}
    drafts = []
    for number in numbers:
        address = find_address(conn, keys, "telegram", str(number))
        assert address is not None
        drafts.append(
            Draft(
                key=fresh_id(),
                person=address.person,
                address=address.id,
                channel="telegram",
                message_class=MessageClass.BULK,
                lane=Lane.BULK,
                content=content,
                about="broadcast:bench",
            )
        )
    outbox.put_all(conn, drafts, now)


def uncertain(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "rakezet.db")) as connection:
        states: Mapping[str, int] = dict(
            connection.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall()
        )
    return states.get("unknown", 0)
