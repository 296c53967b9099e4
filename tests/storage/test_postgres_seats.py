"""What is written from a seat counts only while it is held, and a bell wakes who listens, also when lines go down."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy import Connection, make_url, text

import storage.postgres
from storage import outbox
from storage.db import Database, NotDurable, SeatLost
from storage.inbox import first_time, is_known
from storage.outbox import State
from storage.postgres_seats import lock_number
from tests.storage.postgres_server import Server
from tests.storage.rows import NOW, named, queued, somebody
from tests.storage.test_postgres import both, closed_to_all, hang_up

KEY = bytes(range(16))
PATIENCE_SECONDS = 30.0
Two = tuple[Database, Database]


@pytest_asyncio.fixture
async def two(postgres_url: str) -> AsyncIterator[Two]:
    """Two processes' views of one database."""
    async with both(postgres_url) as pair:
        yield pair


# -- seats -----------------------------------------------------------------------------------------------------------


async def test_what_is_written_from_a_seat_is_kept_like_everything_else(two: Two) -> None:
    one, other = two
    seat = await one.only_one("sender")
    assert seat is not None
    assert await seat.run(first_time, KEY, NOW)
    assert await other.read(is_known, KEY)
    with pytest.raises(LookupError):
        await seat.run(fails)
    assert not await other.read(is_known, bytes(16))
    assert not await seat.run(first_time, KEY, NOW)
    assert not seat.is_over


def fails(conn: Connection) -> None:
    first_time(conn, bytes(16), NOW)
    raise LookupError("nobody there")


async def test_a_seat_that_was_lost_writes_nothing_more(two: Two, postgres: Server, postgres_url: str) -> None:
    one, other = two
    seat = await one.only_one("sender")
    assert seat is not None
    hang_up(postgres, postgres_url)
    assert await other.only_one("sender")
    with pytest.raises(SeatLost):
        await seat.run(first_time, KEY, NOW)
    assert seat.is_over
    assert await one.run(first_time, KEY, NOW)  # whoever has no seat writes on as before
    with pytest.raises(NotDurable):
        await seat.run(first_time, bytes(16), NOW)


async def test_no_row_is_claimed_from_a_seat_while_somebody_else_sits_there(
    two: Two, postgres: Server, postgres_url: str
) -> None:
    """The claim is written, not committed, when the line goes down; the next one to sit there finds it undone."""
    one, other = two
    row = await one.run(lambda conn: queued(conn, somebody(conn), "message").id)
    seat = await one.only_one("sender")
    assert seat is not None
    written, go_on = threading.Event(), threading.Event()
    runs: list[bool] = []

    def claims(conn: Connection) -> None:
        runs.append(outbox.claim(conn, row, named("old"), NOW))
        written.set()
        assert go_on.wait(PATIENCE_SECONDS)

    claiming = asyncio.create_task(seat.run(claims))
    await asyncio.to_thread(written.wait, PATIENCE_SECONDS)
    assert not await other.only_one("sender")
    hang_up(postgres, postgres_url)
    next_seat = await other.only_one("sender")
    assert next_seat is not None
    assert await next_seat.run(outbox.claim, row, named("new"), NOW)
    go_on.set()
    with pytest.raises(NotDurable):
        await claiming
    assert runs == [True]
    assert await one.run(outbox.finish, row, named("new"), State.ACCEPTED, NOW)


async def test_a_deadlock_at_the_seat_is_run_again(two: Two) -> None:
    seat = await two[0].only_one("sender")
    assert seat is not None
    codes = iter(["40P01", "55P03", "40001"])

    def unit(conn: Connection) -> bool:
        new = first_time(conn, KEY, NOW)
        for code in codes:
            conn.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'words' USING ERRCODE = '{code}'; END $$")
        return new

    assert await seat.run(unit)
    assert not seat.is_over


async def test_who_asks_for_a_seat_leaves_nothing_open_on_the_server(two: Two, postgres: Server) -> None:
    """Neither who sits nor who asks holds up the removal of dead rows, or another one's lock."""
    one, other = two
    assert await one.only_one("sender")
    assert not await other.only_one("sender")
    number = lock_number("sender") & (2**64 - 1)
    asked = (
        "SELECT state, backend_xmin IS NULL FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks"
        " WHERE locktype = 'advisory' AND classid = :high AND objid = :low)"
    )
    assert postgres.tell(asked, high=number >> 32, low=number & (2**32 - 1)) == [("idle", True)]
    ((idle,),) = postgres.tell("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'")
    assert idle == 0


async def test_whoever_does_not_move_for_long_loses_the_seat(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.postgres, "IN_TOUCH", "-c idle_session_timeout=200ms")
    async with both(postgres_url) as (one, other):
        seat = await one.only_one("sender")
        assert seat is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await other.only_one("sender"):
                """The other one keeps in touch."""
        with pytest.raises(SeatLost):
            await seat.run(first_time, KEY, NOW)


# -- bells -----------------------------------------------------------------------------------------------------------


async def test_a_bell_wakes_who_listens_in_another_process(two: Two) -> None:
    one, other = two
    assert await other.heard("rows", PATIENCE_SECONDS)  # it begins to listen: look, there may be something
    listening = asyncio.create_task(other.heard("rows", PATIENCE_SECONDS))
    await one.ring("rows")
    assert await listening


async def test_what_rang_before_one_came_back_to_listen_is_not_missed(two: Two) -> None:
    one, other = two
    await other.heard("rows", PATIENCE_SECONDS)
    await one.ring("rows")
    await one.ring("rows")
    assert await other.only_one("sender")
    assert await other.heard("rows", PATIENCE_SECONDS)


async def test_one_bell_is_not_taken_for_another(two: Two) -> None:
    one, other = two
    await other.heard("rows", PATIENCE_SECONDS)
    await one.ring("free")
    assert not await other.heard("rows", 0)
    assert await other.heard("free", PATIENCE_SECONDS)  # turned to it only now
    await one.ring("rows")
    assert not await other.heard("free", 0)


async def test_a_line_that_went_down_is_laid_anew_and_says_look(
    two: Two, postgres: Server, postgres_url: str
) -> None:
    one, other = two
    await other.heard("rows", PATIENCE_SECONDS)
    with closed_to_all(postgres, postgres_url):
        assert not await other.heard("rows", 0)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await other.heard("rows", PATIENCE_SECONDS):
            """The line is found broken, and laid anew."""
    listening = asyncio.create_task(other.heard("rows", PATIENCE_SECONDS))
    await one.ring("rows")
    assert await listening


async def test_whoever_stops_listening_leaves_the_line_usable(two: Two) -> None:
    one, other = two
    await other.heard("rows", PATIENCE_SECONDS)
    listening = asyncio.create_task(other.heard("rows", PATIENCE_SECONDS))
    await one.run(lambda conn: conn.scalar(text("SELECT 1")))
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening
    await one.ring("rows")
    assert await other.heard("rows", PATIENCE_SECONDS)


async def test_a_database_that_listened_leaves_no_connection(postgres: Server, postgres_url: str) -> None:
    async with both(postgres_url) as (one, _):
        await one.heard("rows", PATIENCE_SECONDS)
        await one.only_one("sender")
    name = make_url(postgres_url).database
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await asyncio.to_thread(waiting_or_not, postgres, name):
            """The server notices when it notices."""


def waiting_or_not(postgres: Server, name: str | None) -> int:
    """How many connections to one database there are."""
    ((number,),) = postgres.tell("SELECT count(*) FROM pg_stat_activity WHERE datname = :name", name=name)
    return int(number)


async def test_on_a_file_there_is_nobody_to_ring_for(sqlite_database: Database) -> None:
    await sqlite_database.ring("rows")
    assert not await sqlite_database.heard("rows", 0)
