"""One unit's mistake is that unit's: it can neither end the transaction nor the writer, nor harm its neighbours."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from storage.db import DatabaseClosed, NotDurable
from storage.sqlite_writer import driver
from tests.storage.faults import UNITS, Faults, Kind, Work, a_writer, holding, in_one_batch, on_disk, saying, write


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


@pytest.mark.parametrize("kind", ["full", "ended"])
async def test_a_unit_that_swallows_a_fault_of_the_disk_is_not_acknowledged(tmp_path: Path, kind: Kind) -> None:
    path, faults = tmp_path / "swallowed.db", Faults()

    def goes_on(connection: Connection) -> str:
        with contextlib.suppress(SQLAlchemyError):
            faults.plan = {len(faults.seen): kind}
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
