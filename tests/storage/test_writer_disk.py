"""A full disk, a log that cannot grow, a kill: what was acknowledged is in the file, and nothing is half there."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.db import NotDurable
from storage.sqlite_writer import driver
from tests.storage.faults import a_writer, an_empty_book, in_one_batch, on_disk, write

HOUSE = Path(__file__).parents[2]


def write_a_lot(connection: Connection, unit: str) -> str:
    connection.execute(text("INSERT INTO said (unit) VALUES (:words)"), {"words": unit * 3000})
    return write(connection, unit)


def write_a_lot_by_the_driver(connection: Connection, unit: str) -> str:
    driver(connection).execute("INSERT INTO said (unit) VALUES (?)", (unit * 3000,))
    return write(connection, unit)


def limit_pages(connection: Connection, pages: int) -> None:
    driver(connection).execute(f"PRAGMA max_page_count={pages}")


@pytest.mark.parametrize("filling", [write_a_lot, write_a_lot_by_the_driver])
@pytest.mark.parametrize("spare", range(0, 16, 3))
async def test_when_the_disk_is_full_nothing_is_half_there(
    tmp_path: Path, spare: int, filling: Callable[..., str]
) -> None:
    path = tmp_path / "full.db"
    units = [f"{n:04}" for n in range(8)]
    async with a_writer(path) as writer:
        (pages,) = sqlite3.connect(path).execute("PRAGMA page_count").fetchone()
        await writer.submit(partial(limit_pages, pages=pages + spare), apart=True)
        answers = await in_one_batch(writer, [partial(filling, unit=unit) for unit in units])
        kept = [unit for unit, answer in zip(units, answers, strict=True) if answer == unit]
        refused = [answer for answer in answers if answer not in kept]
        assert refused
        assert all(isinstance(answer, NotDurable) for answer in refused)
        assert "full" in str(refused[0])
        assert [row for row in on_disk(path)[1] if len(row) == 4] == kept
        assert on_disk(path)[2] == len(kept)
        await writer.submit(partial(limit_pages, pages=100_000), apart=True)
        assert await writer.submit(partial(filling, unit="later")) == "later"


# Acknowledges unit after unit on its standard output, until it is killed.
ACKNOWLEDGING = """
    import asyncio, os, sys
    from sqlalchemy import text
    from storage.db import open_database

    def write(connection, unit):
        connection.execute(text("INSERT INTO seen VALUES (:unit)"), {"unit": unit})
        connection.execute(text("UPDATE total SET n = n + 1"))
        connection.execute(text("INSERT INTO said (unit) VALUES (:unit)"), {"unit": unit})

    async def person(database, name):
        for n in range(100_000):
            await database.run(write, f"{name}-{n}")
            os.write(1, f"{name}-{n}\\n".encode())

    async def main():
        database = await open_database(f"sqlite:///{sys.argv[1]}")
        await asyncio.gather(*(person(database, name) for name in range(16)))

    asyncio.run(main())
"""


@pytest.mark.parametrize("moment", [1, 17, 133, 512, 1500])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, moment: int) -> None:
    path = tmp_path / "killed.db"
    an_empty_book(path)
    command = [sys.executable, "-c", textwrap.dedent(ACKNOWLEDGING), str(path)]
    process = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE)
    with process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(moment)]
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
    acknowledged = {line.decode().strip() for line in lines if line.endswith(b"\n")}
    seen, said, total = on_disk(path)
    assert len(acknowledged) >= moment
    assert acknowledged <= set(seen)
    assert sorted(said) == seen
    assert total == len(seen)
    for name in range(16):  # each person's in order, without a gap
        mine = [unit for unit in said if unit.startswith(f"{name}-")]
        assert mine == [f"{name}-{n}" for n in range(len(mine))]


# Writes under a limit on file sizes, so that the write-ahead log really fails; then without it.
UNDER_A_LIMIT = """
    import asyncio, resource, sys
    from pathlib import Path
    from functools import partial
    from storage.db import NotDurable
    from tests.storage.faults import *

    async def main(path, limit):
        units = [f"{n:04}" for n in range(24)]
        async with a_writer(path) as writer:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            answers = await in_one_batch(writer, [saying(unit) for unit in units[:12]])
            for unit in units[12:]:
                answers += await in_one_batch(writer, [saying(unit)])
            assert any(isinstance(answer, NotDurable) for answer in answers), answers
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            assert_acknowledged_is_committed(path, units, answers)
            assert await writer.submit(saying("later")) == "later"

    for limit in (24_000, 50_000, 75_000, 90_000):
        asyncio.run(main(Path(sys.argv[1]) / f"{limit}.db", limit))
"""


def test_when_the_log_cannot_grow_nothing_is_half_there(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(UNDER_A_LIMIT), str(tmp_path)]
    ended = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
