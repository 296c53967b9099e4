"""Measures what waiting timers cost, and how late they fire when very many fall due at once."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.contenders import HOUSE, THEIR_PYTHON
from tests.bench.peers.timekeeper import DUE_AT_ONCE
from tests.bench.table import ms, table

HEADS = (
    "what waits where",
    "start +ms",
    "MiB",
    "add one ms",
    "move a date's 6 ms",
    "move 10,000 s",
    "1,000 at once: late p50 ms",
    "p99 ms",
    "never ran",
)
PATIENCE_SECONDS = 1800.0
STARTS = 2


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """One that keeps what is due: how it is called, and where its `Keeper` is."""

    name: str
    module: str
    keeper: str
    survives: bool
    in_one: bool = False
    ours: bool = True

    @property
    def is_here(self) -> bool:
        return self.ours or THEIR_PYTHON.exists()


PEERS = "tests.bench.peers"
TIMEKEEPERS = (
    Timekeeper("APScheduler, memory", f"{PEERS}.apscheduler_jobs", "Memory", survives=False),
    Timekeeper("PTB JobQueue", f"{PEERS}.ptb_jobs", "JobQueue", survives=False, ours=False),
    Timekeeper("APScheduler, SQLite", f"{PEERS}.apscheduler_jobs", "Sqlite", survives=True),
    Timekeeper("Rakezet, SQLite FULL", f"{PEERS}.own_timers", "Ours", survives=True, in_one=True),
)


def as_table(waiting: int) -> str:
    """Each in a process of its own, one after the other, while so many wait."""
    rows = [row for timekeeper in TIMEKEEPERS if timekeeper.is_here for row in _rows(timekeeper, waiting)]
    return table(HEADS, rows)


def _rows(timekeeper: Timekeeper, waiting: int) -> Iterator[Sequence[str]]:
    with _folder() as empty, _folder() as full:
        if timekeeper.survives:
            _asked(timekeeper, "fill", empty, 0)
        before, without = _started(timekeeper, empty)
        if timekeeper.survives:
            _asked(timekeeper, "fill", full, waiting)
            after, _ = _started(timekeeper, full)
        found = _asked(timekeeper, "measure", full, waiting)
    costs = (
        f"{(after - before) * 1000:.0f}" if timekeeper.survives else "all lost",
        f"{found['memory'] - without:.0f}",
        f"{found['add'] * 1000:.2f}",
        ms(found["ladder"]),
        f"{found['move']:.2f}" + ("" if timekeeper.in_one else "*"),
    )
    for at, (how, late) in enumerate(found["late"].items()):
        name = f"{timekeeper.name}: {how}" if how else timekeeper.name
        yield (name, *(costs if at == 0 else [""] * len(costs)), *_lateness(late))


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="rakezet-bench-") as folder:
        yield Path(folder)


def _started(timekeeper: Timekeeper, folder: Path) -> tuple[float, float]:
    """(seconds to start, MiB then): of a few starts the shortest, which others disturbed least."""
    starts = [_asked(timekeeper, "start", folder, 0) for _ in range(STARTS if timekeeper.survives else 1)]
    return min(one["start"] for one in starts), min(one["memory"] for one in starts)


def _lateness(late: Sequence[float]) -> Sequence[str]:
    missed = str(DUE_AT_ONCE - len(late))
    if not late:
        return ("-", "-", missed)
    return (ms(late[len(late) // 2]), ms(late[int(len(late) * 0.99)]), missed)


def _asked(timekeeper: Timekeeper, what: str, folder: Path, waiting: int) -> Mapping[str, Any]:
    """What its process found. Raises RuntimeError with what it said when it does not do its work."""
    python = sys.executable if timekeeper.ours else str(THEIR_PYTHON)
    ran = subprocess.run(
        [python, "-m", f"{PEERS}.timekeeper", what, timekeeper.module, timekeeper.keeper, str(folder), str(waiting)],
        cwd=folder,
        env={"PATH": os.defpath, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"},
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    if ran.returncode != 0:
        raise RuntimeError(f"{timekeeper.name}: {ran.stderr.decode()[-3000:]}")
    found: Mapping[str, Any] = json.loads(ran.stdout.decode().splitlines()[-1])
    return found
