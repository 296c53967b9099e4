"""What is due happens once, at its own moment; what has outlived its promise goes by itself."""

import asyncio
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from handlers import timers
from handlers.kit import Kit
from handlers.timers import AT_ONCE
from storage.db import Connection, NotDurable
from storage.sqlite_writer import COMMIT, driver
from storage.timers import Timer, due_timers, is_set, next_due, set_timer, void_timers, waiting_timers
from tests.cast import Company, Someone, World

HOUR = timedelta(hours=1)


async def test_retention_comes_back_every_day(world: World) -> None:
    with capture_logs() as logs:
        await world.move(timedelta(days=3, minutes=1))
    assert [entry["kind"] for entry in logs if entry["event"] == "timer.fired"] == ["retention"] * 3
    [timer] = await world.read(waiting_timers, 10)
    assert timer.kind == "retention"


async def test_a_restart_sets_no_second_retention(world: World) -> None:
    before = await world.read(next_due)
    await world.restart()
    assert await world.read(next_due) == before
    assert await world.count("timers") == 1


async def test_delivered_messages_go_after_seven_days_but_not_the_open_question(
    world: World, company: Company
) -> None:
    await world.move(timedelta(days=6))
    assert await world.count("outbox") > 20
    await world.move(timedelta(days=3))
    left = await world.rows()
    assert {row.person for row in left} == {
        await who.number() for who in (company.neta, company.samir, company.robin)
    }
    assert all(row.place for row in left)
    await company.robin.press("main_menu.choice-coalition")
    assert company.robin.saw("stage_jump")


async def test_an_occurrence_set_twice_is_one_and_moves(world: World, neta: Someone) -> None:
    await neta.start()
    number = await neta.number()
    for hours in (5, 7):
        due = world.clock.now() + timedelta(hours=hours)
        await world.run(set_timer, "forget_unconsented", f"forget_unconsented:{number}", due, number)
    timers = [timer for timer in await world.read(waiting_timers, 10) if timer.person == number]
    assert [timer.due_at for timer in timers] == [due]


async def test_a_timer_of_somebody_who_is_gone_goes_with_them(world: World, neta: Someone) -> None:
    await neta.start()
    assert await world.count("timers") == 2
    await neta.press("choose_language.choice-he")
    await neta.press("privacy_consent.choice-no")
    await world.move(timedelta(minutes=2))
    assert await world.count("timers") == 1


async def test_news_that_comes_too_late_is_dropped_and_counted(world: World) -> None:
    due = world.clock.now() - HOUR
    await world.run(set_timer, "alert", "alert", due, void_after=due + HOUR / 2)
    assert await world.app.ticker.tick() == 0
    assert world.app.ticker.dropped == {"alert:late": 1}
    assert not await world.read(is_set, "alert")


async def test_what_was_erased_by_a_timer_leaves_the_disk(world: World) -> None:
    stranger = world.someone("x", "he")
    await stranger.start()
    [(lookup,)] = await world.ask("SELECT lookup FROM addresses")
    assert isinstance(lookup, bytes)
    assert lookup in _bytes(world)
    await world.move(timedelta(hours=25))
    assert lookup not in _bytes(world)


# --- what fails, and very much at once ------------------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A kind of timer that fails, and the ids of those that were tried."""
    tried: list[int] = []

    def fails(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
        tried.append(timer.id)
        raise ValueError("a fault of ours")

    monkeypatch.setattr(timers, "_KINDS", {**timers._KINDS, "broken": fails, "well": lambda *_: False})
    return tried


async def test_a_timer_that_fails_holds_nobody_up_and_is_tried_once_a_tick(world: World, broken: list[int]) -> None:
    due = world.clock.now()
    for number in range(AT_ONCE + 5):
        await world.run(set_timer, "broken", f"broken:{number}", due, void_after=due + HOUR)
    await world.run(set_timer, "well", "well", due)
    assert await world.app.ticker.tick() == 1
    assert len(set(broken)) == len(broken) == AT_ONCE + 5
    assert await world.app.ticker.tick() == 0
    assert len(broken) == AT_ONCE + 5


async def test_news_that_fails_three_times_is_dropped_and_counted(world: World, broken: list[int]) -> None:
    await world.run(set_timer, "broken", "broken", world.clock.now(), void_after=world.clock.now() + HOUR)
    with capture_logs() as logs:
        await world.move(timedelta(minutes=30))
    assert len(broken) == 3
    assert [entry["event"] for entry in logs] == ["timer.failed"] * 3 + ["timer.given_up"]
    assert {entry["kind"] for entry in logs} == {"broken"}
    assert world.app.ticker.dropped == {"broken:failed": 1}
    assert not await world.read(is_set, "broken")


async def test_what_keeps_a_promise_is_tried_for_as_long_as_it_takes(
    world: World, broken: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.run(set_timer, "broken", "promise", world.clock.now())
    await world.move(timedelta(hours=6))
    assert len(broken) == 3 + 5
    monkeypatch.setattr(timers, "_KINDS", {**timers._KINDS, "broken": lambda *_: False})
    await world.move(timedelta(hours=1))
    assert not await world.read(is_set, "promise")
    assert not world.app.ticker.dropped


async def test_the_failures_of_one_timer_are_not_counted_against_the_next(world: World, broken: list[int]) -> None:
    for name in ("first", "second"):  # SQLite gives the second the id of the first
        await world.run(set_timer, "broken", name, world.clock.now(), void_after=world.clock.now() + HOUR)
        await world.move(timedelta(minutes=30))
    assert len(broken) == 6


async def test_many_due_at_once_fire_in_their_order_and_share_their_commits(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rang: list[int] = []

    def rings(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
        rang.append(timer.id)
        return False

    monkeypatch.setattr(timers, "_KINDS", {**timers._KINDS, "well": rings})
    start = world.clock.now() - HOUR
    await world.run(_set_many, start, 1000)
    at_once = [timer.id for timer in await world.read(due_timers, world.clock.now(), 2000)]
    said: list[str] = []
    await world.run(lambda conn: driver(conn).set_trace_callback(said.append))
    assert await world.app.ticker.tick() == 1000
    assert rang == at_once
    assert said.count(COMMIT) < 1000 / 2


async def test_a_timer_cancelled_by_the_one_before_it_does_not_fire(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rang: list[str] = []

    def rings(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
        rang.append(str(timer.about))
        void_timers(conn, "second")
        set_timer(conn, "well", "third", now + HOUR, about="third")
        return False

    monkeypatch.setattr(timers, "_KINDS", {**timers._KINDS, "well": rings})
    for name in ("first", "second"):
        await world.run(set_timer, "well", name, world.clock.now(), about=name)
    assert await world.app.ticker.tick() == 1
    assert rang == ["first"]
    assert await world.read(is_set, "third")


async def test_two_who_knock_at_once_fire_each_timer_once(world: World, broken: list[int]) -> None:
    for number in range(10):
        await world.run(set_timer, "well", f"well:{number}", world.clock.now())
    await world.run(set_timer, "broken", "broken", world.clock.now())
    assert sum(await asyncio.gather(*(world.app.ticker.tick() for _ in range(3)))) == 10
    assert len(broken) == 1


async def test_a_full_disk_is_not_the_fault_of_a_timer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.run(set_timer, "retention", "again", world.clock.now())

    def full(*_: object) -> bool:
        raise NotDurable("no room")

    with monkeypatch.context() as disk:
        disk.setattr(timers, "_KINDS", {"retention": full})
        with pytest.raises(NotDurable):
            await world.app.ticker.tick()
    assert not world.app.ticker._failures
    assert await world.app.ticker.tick() == 1


def _set_many(conn: Connection, start: datetime, number: int) -> None:
    """Not in the order of their ids, and some at the same moment."""
    for at in range(number):
        set_timer(conn, "well", f"well:{at}", start + timedelta(seconds=(at * 7919) % 500))


def _bytes(world: World) -> bytes:
    files = (world.database, world.database.with_name(world.database.name + "-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists())
