"""Runs the bot as its operator does, in a process of its own, so that tests can stop, kill and starve the real thing.

    async with FakeTelegram() as telegram, RunningBot(tmp_path, telegram) as bot:
        await bot.start()                       # returns when /health is ready
        await bot.kill()                        # as the machine would: no goodbye
        assert await bot.stop() == 0

A bot may be started again as often as a test likes; its folder, its port and its settings stay the same. Waiting
means waiting for a line of its log, a call at the fake, or its end: nobody polls or sleeps.
"""

import asyncio
import os
import re
import signal
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

import aiohttp

from tests.fakes.telegram import FakeTelegram

HOUSE = Path(__file__).parents[2]
TOKEN = "7012345678:AAF-made-up-for-tests_0123456789abcd"
"""Of the form of a real one; a test can look for it in everything that was printed."""

PATIENCE = 60.0
"""Seconds a start may take on a machine that does much else; nobody asserts how long it took."""

TROUBLE = re.compile(r".*(?:turn\.failed|outbox\.fault|unworded|not_durable|Traceback).*")
LISTENING, READY, STOPPED = "Application startup complete", "reasons=('ready',)", "event='stopped'"
LOWEST_PORT, PORTS = 20_000, 12_000
"""Below the ports a system hands out by itself: between a kill and the next start nobody else takes ours."""


class BotEnded(AssertionError):
    """It ended where it should have gone on; the message is what it printed."""


class RunningBot:
    """One `python -m bot COMMAND` with an environment of its own. `settings` are variables without RAKEZET_."""

    def __init__(self, folder: Path, telegram: FakeTelegram | None = None, **settings: str) -> None:
        self.folder = folder
        self.database = folder / "data" / "rakezet.db"
        self.port = free_port()
        at_telegram = {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.root} if telegram else {}
        self.settings = at_telegram | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "KEY_FILE": str(folder / "data" / "key"),
            "HTTP_PORT": str(self.port),
            "LOG": "info",
        }
        self.settings |= settings
        self.out: list[str] = []
        self.err: list[str] = []
        self._since = 0  # the line of `err` with which the latest start begins
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._printed = asyncio.Condition()
        self._streams_at_end = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()

    # --- life ---

    async def launch(self, *command: str) -> None:
        """Start `python -m bot COMMAND` (by default `run`) and wait for nothing."""
        assert not self.runs, "one process at a time"
        self._since, self._streams_at_end = len(self.err), 0
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *(command or ("run",)),
            cwd=self.folder,
            env=self._environment(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._readers = [
            asyncio.create_task(self._read(self._process.stdout, self.out)),
            asyncio.create_task(self._read(self._process.stderr, self.err)),
        ]

    async def start(self) -> None:
        """Start, and wait until it is ready."""
        await self.launch()
        await self.said(LISTENING)
        await self.said(READY)

    async def kill(self) -> None:
        """End it the way a power cut would."""
        if self.runs:
            assert self._process is not None
            self._process.kill()
        await self.ended()

    async def stop(self, number: signal.Signals = signal.SIGTERM, *, within: float = PATIENCE) -> int:
        """Ask it to end; its exit code. TimeoutError when it takes more than so many seconds."""
        assert self._process is not None
        self._process.send_signal(number)
        return await self.ended(within)

    async def ended(self, within: float = PATIENCE) -> int:
        """The exit code, once everything it printed has been read."""
        if self._process is None:
            return 0
        async with asyncio.timeout(within):
            await self._process.wait()
        await asyncio.gather(*self._readers)
        assert self._process.returncode is not None
        return self._process.returncode

    async def run(self, *command: str) -> int:
        """Run a command that ends by itself; its exit code."""
        await self.launch(*command)
        return await self.ended()

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    # --- what it says ---

    @property
    def log(self) -> str:
        """Everything on stderr since the latest start."""
        return "\n".join(self.err[self._since :])

    @property
    def printed(self) -> str:
        """Everything it ever printed, on both streams, over all starts."""
        return "\n".join([*self.out, *self.err])

    async def said(self, words: str, times: int = 1) -> None:
        """Wait until `times` lines of the log hold these words. Raises BotEnded."""
        await self._until(lambda: sum(words in line for line in self.err[self._since :]) >= times)

    async def health(self) -> tuple[int, dict[str, Any]]:
        return await self.ask("GET", "/health")

    async def move_clock(self, body: object) -> tuple[int, dict[str, Any]]:
        return await self.ask("POST", "/clock", body)

    async def ask(self, verb: str, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
        """(status, the JSON of the answer; empty when it is none)."""
        given = {"data": body} if isinstance(body, bytes) else {"json": body}
        address = f"http://127.0.0.1:{self.port}{path}"
        async with aiohttp.ClientSession() as session, session.request(verb, address, **given) as answer:
            said: dict[str, Any] = {}
            with suppress(ValueError, aiohttp.ContentTypeError):
                said = await answer.json()
            return answer.status, said

    async def _until(self, happened: Callable[[], bool]) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE), self._printed:
                await self._printed.wait_for(lambda: happened() or self._streams_at_end == 2)
        if not happened():
            raise BotEnded(f"{'still runs' if self.runs else 'ended'}, and said only:\n{self.log}")

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        async for line in stream:
            lines.append(line.decode().rstrip("\n"))
            await self._tell()
        self._streams_at_end += 1
        await self._tell()

    async def _tell(self) -> None:
        async with self._printed:
            self._printed.notify_all()

    def _environment(self) -> dict[str, str]:
        """Nothing of the developer's own: neither their settings nor their `.env` (the folder is another)."""
        given = {f"RAKEZET_{name}": value for name, value in self.settings.items()}
        return {"PATH": os.defpath, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1", **given}

    # --- what it keeps ---

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database file, also beside a running bot."""
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(query, values).fetchall()

    def value(self, query: str, *values: object) -> Any:
        return self.rows(query, *values)[0][0]


def free_port() -> int:
    """A port nobody listens on; the next call gives another one."""
    for port in _ports:
        with closing(socket.socket()) as tried, suppress(OSError):
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def _ports_of_this_process() -> Iterator[int]:
    for step in range(PORTS):
        yield LOWEST_PORT + (os.getpid() * 97 + step) % PORTS


_ports = _ports_of_this_process()


def assert_nothing_was_amiss(telegram: FakeTelegram, bot: RunningBot) -> None:
    """What must hold after every talk: no fault at the platform, no press without an answer, no trouble of ours."""
    words = [str(call.params.get("text", call.params.get("caption", ""))) for call in telegram.log]
    amiss = {
        "faults at the platform": telegram.faults,
        "presses nobody answered": telegram.unanswered_presses(),
        "markup": telegram.parse_mode_uses(),
        "troubles in the log": TROUBLE.findall(bot.printed),
        "quarantine": bot.rows("SELECT trouble FROM quarantine"),
        "texts that went out unfinished": [text for text in words if "{" in text or "\ue000" in text],
    }
    found = {what: things for what, things in amiss.items() if things}
    assert not found, found
