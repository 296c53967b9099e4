"""Starts each bot that is measured in a process of its own, on a core of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.chats import PRESS
from tests.bench.peers.form import API, FOLDER, PORT, SECRET, TOKEN

HOUSE = Path(__file__).parents[2]
FORM = Path(__file__).parent / "form"
THEIR_PYTHON = HOUSE / ".venv-bench" / "bin" / "python"
KNOWN_SECRET = "bench-secret"
TICKS = os.sysconf("SC_CLK_TCK")
MEBIBYTE = 1024 * 1024

WORDS = "we need a bus that comes every quarter of an hour"
FROM_THE_START = ("/start", WORDS, WORDS, PRESS, WORDS, "40", PRESS)
FROM_THE_FIRST_QUESTION = (WORDS, WORDS, PRESS, WORDS, "40", PRESS, WORDS)
ANYTHING = (WORDS, WORDS, WORDS, PRESS, WORDS, "40", PRESS)


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot: how it is called, what its chats say, what starts it. `ours`: it is the one in this house."""

    name: str
    script: Sequence[str]
    module: Sequence[str]
    path: str = "/hook"
    ours: bool = False

    @property
    def is_here(self) -> bool:
        return self.ours or THEIR_PYTHON.exists()


OURS = Contender("Rakezet, SQLite FULL", FROM_THE_FIRST_QUESTION, ("bot", "run"), "/telegram/webhook", ours=True)
FLOOR = Contender("PTB echo, keeps nothing", ANYTHING, ("tests.bench.peers.ptb", "echo"))
CONTENDERS = (
    FLOOR,
    Contender("PTB ConversationHandler + Pickle", FROM_THE_START, ("tests.bench.peers.ptb", "form")),
    Contender("aiogram, SQLite NORMAL", FROM_THE_START, ("tests.bench.peers.aiogram_form",)),
    OURS,
)


@dataclass(slots=True)
class Running:
    """A started process, and what the system says about it."""

    process: "subprocess.Popen[bytes]"
    log: Path
    started: float = field(default=0.0)

    def cpu_seconds(self) -> float:
        """All its threads, user and system."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mib(self) -> float:
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / MEBIBYTE

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(
    contender: Contender, folder: Path, api: str, port: int, core: int | None, more: Mapping[str, str] | None = None
) -> Running:
    """Starts the bot with `folder` for what it keeps, on `core` alone if one is named; `more`: other variables."""
    log = folder / "log"
    python = sys.executable if contender.ours else str(THEIR_PYTHON)
    environment = {**(_ours if contender.ours else _theirs)(folder, api, port), **(more or {})}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [python, "-m", *contender.module],
            cwd=folder,
            env={"PATH": os.defpath, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    if core is not None:
        os.sched_setaffinity(process.pid, {core})
    return Running(process, log)


def _theirs(folder: Path, api: str, port: int) -> Mapping[str, str]:
    return {API: api, PORT: str(port), SECRET: KNOWN_SECRET, FOLDER: str(folder)}


def _ours(folder: Path, api: str, port: int) -> Mapping[str, str]:
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'rakezet.db'}",
        "KEY_FILE": str(folder / "key"),
        "HTTP_PORT": str(port),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "TELEGRAM_MODE": "webhook",
        "TELEGRAM_SECRET": KNOWN_SECRET,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TELEGRAM_RATE": "1000",
        "TELEGRAM_CHAT_RATE": "1000/1s:1000",
        "CONTENT_DIR": str(FORM),
        "LOG": "warning",
    }
    return {f"RAKEZET_{name}": value for name, value in settings.items()}
