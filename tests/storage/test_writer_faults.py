"""Acknowledged means committed: breaks every statement of a batch in turn, compares answers with the file."""

import asyncio
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from storage.db import DatabaseClosed, NotDurable
from storage.sqlite_file import connect_writer
from storage.sqlite_writer import COMMIT, SqliteWriter, driver

HOUSE = Path(__file__).parents[2]
UNITS = ("alef", "bet", "gimel", "dalet")
Kind = Literal["refused", "ended"]
Work = Callable[[Connection], Any]


@dataclass(slots=True)
class Faults:
    """Which statements fail, counted while armed: `refused` leaves the transaction, `ended` rolls it back."""

    plan: dict[int, Kind] = field(default_factory=dict)
    always: str = ""
    armed: bool = False
    seen: list[str] = field(default_factory=list)

    def strike(self, connection: "FaultyConnection", sql: str) -> None:
        if not self.armed:
            return
        kind = self.plan.get(len(self.seen)) or ("ended" if self.always and sql == self.always else None)
        self.seen.append(sql)
        if kind == "ended":
            connection.end_transaction()
            raise fault("disk I/O error", sqlite3.SQLITE_IOERR)
        if kind == "refused":
            raise fault("some other error", sqlite3.SQLITE_ERROR)


def fault(words: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


class FaultyCursor(sqlite3.Cursor):
    connection: "FaultyConnection"

    def execute(self, sql: str, parameters: Any = ()) -> "FaultyCursor":
        self.connection.faults.strike(self.connection, sql)
        return super().execute(sql, parameters)


class FaultyConnection(sqlite3.Connection):
    faults: Faults
    guard: Callable[..., int] | None = None

    def cursor(self, factory: Any = FaultyCursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self.cursor().execute(sql, parameters)
        return cursor

    def set_authorizer(self, authorizer_callback: Callable[..., int] | None) -> None:
        self.guard = authorizer_callback
        super().set_authorizer(authorizer_callback)

    def end_transaction(self) -> None:
        """As SQLite itself does after an I/O error."""
        super().set_authorizer(None)
        self.rollback()
        super().set_authorizer(self.guard)


def faulty(faults: Faults) -> type[FaultyConnection]:
    return type("Faulty", (FaultyConnection,), {"faults": faults})


def an_empty_book(path: Path) -> None:
    """Who was seen, how many, and who said something."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE seen (unit TEXT PRIMARY KEY);"
            "CREATE TABLE total (n INTEGER);"
            "CREATE TABLE said (id INTEGER PRIMARY KEY, unit TEXT);"
            "INSERT INTO total VALUES (0)"
        )


@contextlib.asynccontextmanager
async def a_writer(path: Path, faults: Faults | None = None) -> AsyncIterator[SqliteWriter]:
    """A writer on an empty book."""
    an_empty_book(path)
    factory = faulty(faults or Faults())
    writer = SqliteWriter(partial(connect_writer, path, factory), asyncio.get_running_loop())
    yield writer
    await writer.close()


def write(connection: Connection, unit: str) -> str:
    connection.execute(text("INSERT INTO seen VALUES (:unit)"), {"unit": unit})
    before = connection.scalar(text("SELECT n FROM total"))
    connection.execute(text("UPDATE total SET n = :n"), {"n": before + 1})
    connection.execute(text("INSERT INTO said (unit) VALUES (:unit)"), {"unit": unit})
    return unit


def saying(unit: str) -> Work:
    return partial(write, unit=unit)


async def in_one_batch(writer: SqliteWriter, works: Iterable[Work], faults: Faults | None = None) -> list[Any]:
    """Answers or errors of works that lie in the queue together before the writer looks."""
    with holding(writer):
        answers = [writer.submit(work) for work in works]
        if faults:
            faults.armed = True
    await asyncio.wait(answers)
    if faults:
        faults.armed = False
    return [answer.exception() or answer.result() for answer in answers]


@contextlib.contextmanager
def holding(writer: SqliteWriter) -> Any:
    """Keeps the writer's thread busy meanwhile."""
    gate = threading.Event()
    writer.submit(lambda _: gate.wait(30), apart=True)
    yield
    gate.set()


def on_disk(path: Path) -> tuple[list[str], list[str], int]:
    """What another connection sees: units seen, sorted; units that said something, in order; the total."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        seen = [unit for (unit,) in connection.execute("SELECT unit FROM seen ORDER BY unit")]
        said = [unit for (unit,) in connection.execute("SELECT unit FROM said ORDER BY id")]
        (total,) = connection.execute("SELECT n FROM total").fetchone()
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    assert found == "ok"
    return seen, said, total


def assert_acknowledged_is_committed(path: Path, units: Collection[str], answers: list[Any]) -> list[str]:
    """Whole units, in order, each once; and nothing of those that were answered with an error."""
    kept = [unit for unit, answer in zip(units, answers, strict=True) if answer == unit]
    assert all(isinstance(answer, Exception) for answer in answers if answer not in kept)
    assert on_disk(path) == (sorted(kept), kept, len(kept))
    return kept


async def breaking(path: Path, faults: Faults) -> list[str]:
    """Runs the units with faults; checks the promise, and that the writer goes on. Returns who was kept."""
    async with a_writer(path, faults) as writer:
        works = [saying(unit) for unit in UNITS]
        answers = await in_one_batch(writer, works, faults)
        kept = assert_acknowledged_is_committed(path, UNITS, answers)
        assert await writer.submit(saying("later")) == "later"
        assert on_disk(path)[1] == [*kept, "later"]
    return kept


async def whole_batch(folder: Path) -> list[str]:
    """Every statement of a batch that nothing befalls."""
    faults = Faults()
    assert await breaking(folder / "whole.db", faults) == list(UNITS)
    return faults.seen


async def test_a_batch_is_one_commit(tmp_path: Path) -> None:
    statements = await whole_batch(tmp_path)
    assert statements.count(COMMIT) == 1
    assert len(statements) == 2 + len(UNITS) * (4 + 2)


@pytest.mark.parametrize("kind", ["refused", "ended"])
async def test_whichever_statement_fails_only_the_acknowledged_is_there(tmp_path: Path, kind: Kind) -> None:
    statements = await whole_batch(tmp_path)
    for place, statement in enumerate(statements):
        kept = await breaking(tmp_path / f"{place}.db", Faults({place: kind}))
        own = not statement.endswith(("/* writer */", "rakezet_unit"))
        # What fails once through no fault of its own is made good; a unit's own error stays with that unit.
        assert len(kept) == len(UNITS) - (own and kind == "refused")


async def test_whichever_statement_fails_twice_only_one_unit_is_lost(tmp_path: Path) -> None:
    statements = await whole_batch(tmp_path)
    for place in range(len(statements)):
        again = place + 2  # ROLLBACK is not needed any more; BEGIN and SAVEPOINT of the first unit alone
        for second in range(again, again + 3):
            kept = await breaking(tmp_path / f"{place}-{second}.db", Faults({place: "ended", second: "ended"}))
            assert len(kept) >= len(UNITS) - 1


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 70), st.sampled_from(["refused", "ended"]), max_size=12))
def test_whatever_fails_the_acknowledged_is_there(plan: dict[int, Kind]) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(breaking(Path(folder) / "any.db", Faults(plan)))


async def test_a_commit_that_fails_once_is_made_good(tmp_path: Path) -> None:
    place = (await whole_batch(tmp_path)).index(COMMIT)
    faults = Faults({place: "ended"})
    assert await breaking(tmp_path / "once.db", faults) == list(UNITS)
    assert faults.seen.count(COMMIT) == 1 + len(UNITS)


async def test_a_commit_that_fails_for_the_batch_and_for_a_unit_alone_loses_that_unit(tmp_path: Path) -> None:
    place = (await whole_batch(tmp_path)).index(COMMIT)
    alone = place + 1 + 7  # BEGIN, SAVEPOINT, four statements, RELEASE
    assert await breaking(tmp_path / "twice.db", Faults({place: "ended", alone: "ended"})) == list(UNITS[1:])


async def test_a_commit_that_always_fails_acknowledges_nothing(path: Path) -> None:
    path.parent.mkdir()
    faults = Faults(always=COMMIT)
    async with a_writer(path, faults) as writer:
        answers = await in_one_batch(writer, [saying(unit) for unit in UNITS], faults)
        assert all(isinstance(answer, NotDurable) for answer in answers)
        assert "disk I/O error" in str(answers[0])
        assert on_disk(path) == ([], [], 0)


async def test_a_units_own_error_goes_to_its_caller_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.db"

    def says_it_twice(connection: Connection) -> None:
        write(connection, "bet")
        write(connection, "bet")

    async with a_writer(path) as writer:
        works = [saying("alef"), says_it_twice, saying("gimel")]
        first, second, third = await in_one_batch(writer, works)
    assert (first, third) == ("alef", "gimel")
    assert isinstance(second, IntegrityError)
    assert "bet" not in str(second)  # what people wrote never gets into an error's words
    assert on_disk(path) == (["alef", "gimel"], ["alef", "gimel"], 2)


async def test_a_unit_that_swallows_the_end_of_its_transaction_is_not_acknowledged(tmp_path: Path) -> None:
    path, faults = tmp_path / "swallowed.db", Faults()

    def goes_on(connection: Connection) -> str:
        with contextlib.suppress(SQLAlchemyError):
            faults.plan = {len(faults.seen): "ended"}
            write(connection, "half")
        return write(connection, "bet")

    async with a_writer(path, faults) as writer:
        works = [saying("alef"), goes_on, saying("gimel")]
        first, second, third = await in_one_batch(writer, works, faults)
    assert (first, third) == ("alef", "gimel")
    assert isinstance(second, NotDurable)
    assert on_disk(path) == (["alef", "gimel"], ["alef", "gimel"], 2)


def commits(connection: Connection) -> None:
    connection.commit()


def rolls_back(connection: Connection) -> None:
    connection.rollback()


def closes(connection: Connection) -> None:
    connection.close()


def commits_by_text(connection: Connection) -> None:
    connection.exec_driver_sql("COMMIT")


def rolls_back_by_text(connection: Connection) -> None:
    connection.exec_driver_sql("ROLLBACK")


def releases_our_savepoint(connection: Connection) -> None:
    connection.exec_driver_sql("RELEASE rakezet_unit")


def commits_in_the_driver(connection: Connection) -> None:
    driver(connection).commit()


@pytest.mark.parametrize(
    "ends",
    [
        commits,
        rolls_back,
        closes,
        commits_by_text,
        rolls_back_by_text,
        releases_our_savepoint,
        commits_in_the_driver,
    ],
)
async def test_a_unit_cannot_end_the_transaction(tmp_path: Path, ends: Work) -> None:
    path = tmp_path / "ended.db"

    def ends_it(connection: Connection) -> str:
        write(connection, "bet")
        ends(connection)
        return "bet"

    async with a_writer(path) as writer:
        for _ in range(2):  # the second time its text is in the driver's cache
            works = [saying("alef"), ends_it, saying("gimel")]
            first, second, third = await in_one_batch(writer, works)
            assert (first, third) == ("alef", "gimel")
            assert isinstance(second, SQLAlchemyError | sqlite3.Error | NotDurable)
            assert on_disk(path) == (["alef", "gimel"], ["alef", "gimel"], 2)
            await writer.submit(forget_all)


def forget_all(connection: Connection) -> None:
    for statement in ("DELETE FROM seen", "DELETE FROM said", "UPDATE total SET n = 0"):
        connection.execute(text(statement))


async def test_a_unit_may_nest(tmp_path: Path) -> None:
    path = tmp_path / "nested.db"

    def tries(connection: Connection) -> str:
        with contextlib.suppress(ZeroDivisionError), connection.begin_nested():
            write(connection, "half")
            raise ZeroDivisionError
        with connection.begin_nested():
            return write(connection, "alef")

    async with a_writer(path) as writer:
        assert await writer.submit(tries) == "alef"
    assert on_disk(path) == (["alef"], ["alef"], 1)


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, GeneratorExit])
async def test_even_an_interrupt_goes_to_its_caller_and_the_writer_goes_on(
    tmp_path: Path, end: type[BaseException]
) -> None:
    path = tmp_path / "interrupted.db"

    def interrupted(connection: Connection) -> None:
        write(connection, "bet")
        raise end

    async with a_writer(path) as writer:
        works = [saying("alef"), interrupted, saying("gimel")]
        first, second, third = await in_one_batch(writer, works)
        assert (first, third) == ("alef", "gimel")
        assert isinstance(second, end)
        assert await writer.submit(saying("later")) == "later"
    assert on_disk(path)[1] == ["alef", "gimel", "later"]


async def test_an_interrupt_within_a_statement_loses_nobody_elses_work(tmp_path: Path) -> None:
    path = tmp_path / "within.db"

    class Unsayable:
        def __conform__(self, _protocol: object) -> str:
            raise KeyboardInterrupt

    def interrupted(connection: Connection) -> None:
        write(connection, "bet")
        connection.execute(text("SELECT :it"), {"it": Unsayable()})

    async with a_writer(path) as writer:
        works = [saying("alef"), interrupted, saying("gimel")]
        first, second, third = await in_one_batch(writer, works)
        assert (first, third) == ("alef", "gimel")
        assert isinstance(second, KeyboardInterrupt)
    assert on_disk(path) == (["alef", "gimel"], ["alef", "gimel"], 2)


async def test_a_unit_that_raises_stop_iteration_harms_nobody(tmp_path: Path) -> None:
    def stops(_: Connection) -> None:
        raise StopIteration

    async with a_writer(tmp_path / "stopped.db") as writer:
        first, second = await in_one_batch(writer, [stops, saying("alef")])
    assert isinstance(first, RuntimeError)
    assert second == "alef"


async def test_a_cancelled_caller_does_not_break_the_batch(tmp_path: Path) -> None:
    path = tmp_path / "cancelled.db"
    async with a_writer(path) as writer:
        with holding(writer):
            answers = [writer.submit(saying(unit)) for unit in UNITS]
            answers[1].cancel()
        await asyncio.wait(answers)
        assert answers[1].cancelled()
        assert [answer.result() for answer in answers if not answer.cancelled()] == ["alef", "gimel", "dalet"]
    assert on_disk(path)[1] == list(UNITS)  # what was handed in is done


async def test_closing_finishes_what_is_queued(tmp_path: Path) -> None:
    path = tmp_path / "closed.db"
    async with a_writer(path) as writer:
        with holding(writer):
            answers = [writer.submit(saying(str(n))) for n in range(200)]
            closing = asyncio.ensure_future(writer.close())
            await asyncio.sleep(0)
        await closing
        await asyncio.wait(answers)
        with pytest.raises(DatabaseClosed):
            writer.submit(saying("late"))
    assert on_disk(path)[1] == [str(n) for n in range(200)]


async def test_a_foreign_lock_costs_the_batch_one_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite_file.BUSY_SECONDS", 0.01)
    path, faults = tmp_path / "locked.db", Faults()
    async with a_writer(path, faults) as writer:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as foreign:
            foreign.execute("BEGIN IMMEDIATE")
            answers = await in_one_batch(writer, [saying(unit) for unit in UNITS], faults)
            assert all(isinstance(answer, NotDurable) for answer in answers)
            assert len(faults.seen) == 1
        assert await writer.submit(saying("later")) == "later"
    assert on_disk(path)[1] == ["later"]


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
    from tests.storage.test_writer_faults import *

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
