"""Units of several processes on one PostgreSQL: what is answered is kept, once, whoever else is at work."""

import asyncio
import contextlib
import re
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from traceback import format_exception
from typing import TypeVar

import pytest
import pytest_asyncio
from sqlalchemy import Connection, insert, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from storage import outbox
from storage.answers import all_answers, keep_answer
from storage.db import Database, NotDurable, Overtaken, open_database
from storage.inbox import first_time, is_known
from storage.people import Address, add_person, delete_person, find_address, load_person, lock_person, set_person
from storage.postgres import READERS
from storage.tables import persons
from storage.workspaces import leave_workspace, lock_workspace, members_of
from tests.storage.notes import make_notes, note, noted
from tests.storage.postgres_server import Server
from tests.storage.rows import KEYS, NOW, coalition, message, named, queued, somebody
from tests.storage.test_postgres import both, closed_to_all, hang_up, waiting

T = TypeVar("T")
KEY = bytes(range(16))
PATIENCE_SECONDS = 30.0


@dataclass(slots=True)
class Two:
    """Two processes' views of one database; `overlapped` makes the second meet what the first has not committed."""

    one: Database
    other: Database
    server: Server
    url: str
    runs: list[str] = field(default_factory=list)

    async def overlapped(self, first: Callable[[Connection], T], second: Callable[[Connection], T]) -> list[T]:
        """Runs `second` until it waits for what `first` did, then lets `first` end. Errors are answers too."""
        done, go_on = threading.Event(), threading.Event()

        def holding(conn: Connection) -> T:
            try:
                return first(conn)
            finally:
                done.set()
                assert go_on.wait(PATIENCE_SECONDS)

        def counted(conn: Connection) -> T:
            self.runs.append("second")
            return second(conn)

        holder = asyncio.create_task(self.one.run(holding))
        await asyncio.to_thread(done.wait, PATIENCE_SECONDS)
        follower = asyncio.create_task(self.other.run(counted))
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not await asyncio.to_thread(waiting, self.server, self.url):
                    assert not follower.done(), "the second did not wait for the first"
        finally:
            go_on.set()
        return await asyncio.gather(holder, follower, return_exceptions=True)  # type: ignore[return-value]


@pytest_asyncio.fixture
async def two(postgres: Server, postgres_url: str) -> AsyncIterator[Two]:
    async with both(postgres_url) as (one, other):
        yield Two(one, other, postgres, postgres_url)


# -- in order --------------------------------------------------------------------------------------------------------


async def test_one_persons_units_never_interleave(two: Two) -> None:
    person = (await two.one.run(somebody)).person
    await two.one.run(set_person, person, display_name="0")
    inside: list[int] = []
    most: list[int] = []

    def turn(conn: Connection) -> None:
        before = lock_person(conn, person).display_name
        inside.append(1)
        most.append(len(inside))
        set_person(conn, person, display_name=str(int(before or "") + 1))
        assert load_person(conn, person).display_name == str(int(before or "") + 1)
        inside.pop()

    await asyncio.gather(*(database.run(turn) for database in (two.one, two.other) for _ in range(20)))
    assert (await two.one.read(load_person, person)).display_name == "40"
    assert set(most) == {1}


async def test_different_people_go_side_by_side(two: Two) -> None:
    people = [(await two.one.run(somebody, number)).person for number in range(4)]
    meeting = threading.Barrier(4)

    def turn(conn: Connection, person: int) -> None:
        lock_person(conn, person)
        meeting.wait(PATIENCE_SECONDS)

    where = (two.one, two.other, two.one, two.other)
    await asyncio.gather(*(database.run(turn, person) for database, person in zip(where, people, strict=True)))


async def test_writing_for_somebody_does_not_wait_for_their_turn(two: Two) -> None:
    to = await two.one.run(somebody)

    def turn(conn: Connection) -> None:
        lock_person(conn, to.person)
        set_person(conn, to.person, language="he")
        told = asyncio.run_coroutine_threadsafe(two.other.run(outbox.put, message(to), NOW), loop)
        told.result(PATIENCE_SECONDS)

    loop = asyncio.get_running_loop()
    await two.one.run(turn)
    assert len(await two.one.read(outbox.ready, NOW, 10)) == 1


async def test_the_same_delivery_to_many_processes_has_one_effect(two: Two) -> None:
    new = await asyncio.gather(*(db.run(first_time, KEY, NOW) for db in (two.one, two.other) for _ in range(10)))
    assert sorted(new) == [False] * 19 + [True]


async def test_a_second_delivery_waits_and_is_a_repetition(two: Two) -> None:
    def arrived(conn: Connection) -> bool:
        return first_time(conn, KEY, NOW)

    assert await two.overlapped(arrived, arrived) == [True, False]
    assert two.runs == ["second"]


async def test_when_the_first_delivery_fails_the_second_is_new(two: Two) -> None:
    def fails(conn: Connection) -> bool:
        first_time(conn, KEY, NOW)
        raise LookupError("nobody there")

    first, second = await two.overlapped(fails, lambda conn: first_time(conn, KEY, NOW))
    assert isinstance(first, LookupError)
    assert second is True


async def test_no_row_is_claimed_twice(two: Two) -> None:
    def settle(conn: Connection) -> list[int]:
        to = somebody(conn)
        return [queued(conn, to, f"message{number}").id for number in range(30)]

    rows = await two.one.run(settle)
    claims = [(db, row, named(f"{place}{row}")) for row in rows for place, db in enumerate((two.one, two.other))]
    taken = await asyncio.gather(*(db.run(outbox.claim, row, attempt, NOW) for db, row, attempt in claims))
    assert sum(taken) == len(rows)
    assert {row for (_, row, _), mine in zip(claims, taken, strict=True) if mine} == set(rows)


# -- overtaken -------------------------------------------------------------------------------------------------------


async def test_a_deadlock_is_run_again(two: Two) -> None:
    people = [(await two.one.run(somebody, number)).person for number in (1, 2)]
    meeting = threading.Barrier(2)
    runs: list[int] = []

    def crossing(conn: Connection, first: int, second: int) -> None:
        runs.append(first)
        lock_person(conn, first)
        if len(runs) <= 2:
            meeting.wait(PATIENCE_SECONDS)
        lock_person(conn, second)
        set_person(conn, first, language="he")

    await asyncio.gather(two.one.run(crossing, *people), two.other.run(crossing, *people[::-1]))
    assert len(runs) > 2
    assert [(await two.one.read(load_person, person)).language for person in people] == ["he", "he"]


async def test_one_answer_given_by_two_at_once_stands_once(two: Two) -> None:
    people = [(await two.one.run(somebody, number)).person for number in (1, 2)]
    workspace = await two.one.run(coalition, people[0])

    def answering(person: int, value: str) -> Callable[[Connection], bool]:
        return lambda conn: keep_answer(conn, workspace, "coalition", "", "why", value, person, NOW)

    assert await two.overlapped(answering(people[0], "first"), answering(people[1], "second")) == [True, True]
    assert await two.overlapped(answering(people[0], "third"), answering(people[1], "fourth")) == [True, True]
    found = await two.one.read(all_answers, 10)
    assert [(answer.value, answer.current) for answer in found] == [
        ("fourth", True),
        ("third", False),
        ("second", False),
        ("first", False),
    ]
    assert two.runs == ["second"] * 4


async def test_first_words_in_two_processes_make_one_person(two: Two) -> None:
    def arrived(conn: Connection) -> Address:
        return find_address(conn, KEYS, "telegram", "1") or add_person(conn, KEYS, "telegram", "1", NOW)

    first, second = await two.overlapped(arrived, arrived)
    assert first == second
    assert await two.one.read(lambda conn: conn.scalar(text("SELECT count(*) FROM persons"))) == 1


async def test_whoever_was_forgotten_while_their_turn_waited_begins_anew(two: Two) -> None:
    known = await two.one.run(somebody)

    def forgotten(conn: Connection) -> str:
        delete_person(conn, lock_person(conn, known.person).id)
        return "forgotten"

    def arrived(conn: Connection) -> str:
        address = find_address(conn, KEYS, "telegram", "1")
        return "known" if address and lock_person(conn, address.person) else "new"

    assert await two.overlapped(forgotten, arrived) == ["forgotten", "new"]


async def test_two_coordinators_cannot_leave_at_once(two: Two) -> None:
    def settle(conn: Connection) -> tuple[int, int]:
        first, second = [somebody(conn, number).person for number in (1, 2)]
        coalition(conn, first)
        conn.execute(
            text(
                "INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES (:w, :p, 'coordinator', 0)"
            ),
            {"w": named("coalition"), "p": second},
        )
        return first, second

    people = await two.one.run(settle)

    def leaving(person: int) -> Callable[[Connection], bool]:
        def leave(conn: Connection) -> bool:
            lock_person(conn, person)
            lock_workspace(conn, named("coalition"))
            if len(members_of(conn, named("coalition"))) > 1:
                leave_workspace(conn, named("coalition"), person)
                return True
            return False

        return leave

    assert await two.overlapped(leaving(people[0]), leaving(people[1])) == [True, False]


# -- faults ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "runs", "told"),
    [
        ("40001", 4, NotDurable),  # serialization
        ("40P01", 4, NotDurable),  # deadlock
        ("55P03", 4, NotDurable),  # a lock waited for too long
        ("53100", 4, NotDurable),  # disk full
        ("57P03", 4, NotDurable),  # cannot connect now
        ("58030", 4, NotDurable),  # input or output
        ("XX001", 4, NotDurable),  # damaged
        ("25006", 4, NotDurable),  # now a copy that is not written to
        ("23505", 4, IntegrityError),  # there already, and stays so
        ("23503", 4, IntegrityError),  # points nowhere, and stays so
        ("23502", 1, IntegrityError),  # nothing where something must be
        ("22012", 1, DBAPIError),  # division by zero: the unit's own mistake
    ],
)
async def test_what_may_pass_is_tried_again_and_what_may_not_is_told(
    postgres_database: Database, code: str, runs: int, told: type[Exception]
) -> None:
    seen = []

    def unit(conn: Connection) -> None:
        seen.append(first_time(conn, KEY, NOW))
        conn.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'words' USING ERRCODE = '{code}'; END $$")

    with pytest.raises(told):
        await postgres_database.run(unit)
    assert seen == [True] * runs
    assert not await postgres_database.read(is_known, KEY)


async def test_what_has_passed_is_forgotten(postgres_database: Database) -> None:
    codes = iter(["40001", "55P03", "40P01"])

    def unit(conn: Connection) -> bool:
        new = first_time(conn, KEY, NOW)
        for code in codes:
            conn.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'words' USING ERRCODE = '{code}'; END $$")
        return new

    assert await postgres_database.run(unit)
    assert await postgres_database.read(is_known, KEY)


async def test_a_connection_lost_within_a_unit_is_no_loss(postgres_database: Database) -> None:
    runs: list[bool] = []

    def unit(conn: Connection) -> bool:
        runs.append(first_time(conn, KEY, NOW))
        if len(runs) == 1:
            conn.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        return runs[-1]

    assert await postgres_database.run(unit)
    assert runs == [True, True]
    assert await postgres_database.read(is_known, KEY)


LOST_DURING_COMMIT = """
    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER lost AFTER INSERT ON inbox
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lose();
"""


async def test_a_connection_lost_during_commit_is_told_and_not_tried_again(postgres_database: Database) -> None:
    await postgres_database.run(lambda conn: conn.exec_driver_sql(LOST_DURING_COMMIT).rowcount)
    runs: list[bool] = []
    with pytest.raises(NotDurable, match="may or may not count"):
        await postgres_database.run(lambda conn: runs.append(first_time(conn, KEY, NOW)))
    assert runs == [True]
    await postgres_database.run(lambda conn: conn.exec_driver_sql("DROP TRIGGER lost ON inbox").rowcount)
    assert await postgres_database.run(first_time, KEY, NOW)


async def test_a_server_that_was_away_is_found_again(postgres: Server, postgres_url: str) -> None:
    async with both(postgres_url) as (database, _):
        await asyncio.gather(*(database.run(first_time, bytes([n] * 16), NOW) for n in range(20)))
        await asyncio.gather(*(database.read(is_known, KEY) for _ in range(20)))
        with closed_to_all(postgres, postgres_url):
            with pytest.raises(NotDurable):
                await database.run(first_time, KEY, NOW)
            with pytest.raises(OperationalError):
                await database.read(is_known, KEY)
        assert await database.run(first_time, KEY, NOW)
        for _ in range(READERS):
            assert await database.read(is_known, KEY)
        hang_up(postgres, postgres_url)
        assert await database.read(is_known, KEY)
        assert not await database.run(first_time, KEY, NOW)


async def test_a_unit_that_swallows_an_error_is_not_acknowledged(postgres_database: Database) -> None:
    await postgres_database.run(make_notes)

    def goes_on(conn: Connection) -> str:
        note(conn, "half")
        with contextlib.suppress(SQLAlchemyError):
            conn.exec_driver_sql("SELECT 1 / 0")
        return "done"

    with pytest.raises(Overtaken):
        await postgres_database.run(goes_on)
    assert await postgres_database.read(noted) == []


async def test_a_unit_may_nest(postgres_database: Database) -> None:
    await postgres_database.run(make_notes)

    def tries(conn: Connection) -> int:
        with contextlib.suppress(SQLAlchemyError), conn.begin_nested():
            note(conn, "half")
            conn.exec_driver_sql("SELECT 1 / 0")
        return note(conn, "whole")

    assert await postgres_database.run(tries)
    assert await postgres_database.read(noted) == ["whole"]


async def test_a_unit_that_raises_stop_iteration_keeps_nobody_waiting(postgres_database: Database) -> None:
    def stops(conn: Connection) -> bool:
        first_time(conn, KEY, NOW)
        raise StopIteration

    async with asyncio.timeout(PATIENCE_SECONDS):
        with pytest.raises(RuntimeError, match="StopIteration"):
            await postgres_database.run(stops)
    assert not await postgres_database.read(is_known, KEY)


@pytest.mark.parametrize("columns", [{"created_at": None}, {"id": 1}, {"language": "far too long"}])
async def test_what_people_wrote_never_gets_into_an_errors_words(
    postgres_database: Database, columns: dict[str, object]
) -> None:
    row = {"id": 2, "created_at": NOW, "may_found": False, "display_name": "עדן", **columns}
    await postgres_database.run(somebody)
    with pytest.raises(DBAPIError) as raised:
        await postgres_database.run(lambda conn: conn.execute(insert(persons).values(row)).rowcount)
    told = "".join(format_exception(raised.value))
    assert re.search(r"\((NotNullViolation|UniqueViolation|StringDataRightTruncation)\) \w+", str(raised.value))
    assert "עדן" not in told
    assert "far too long" not in told


async def test_a_closed_database_leaves_no_connection(postgres: Server, postgres_url: str) -> None:
    database = await open_database(postgres_url)
    await asyncio.gather(*(database.run(first_time, bytes([n] * 16), NOW) for n in range(20)))
    await database.only_one("sender")
    await database.close()
    name = make_url(postgres_url).database
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = :name"
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await asyncio.to_thread(postgres.tell, asked, name=name) != [(0,)]:
            """The server notices when it notices."""
