"""The scheduler wakes at the instant the next timer is due, also when that timer was set a moment ago."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import scheduler as module
from bot.clock import MovableClock, SystemClock
from bot.scheduler import Scheduler
from handlers import timers
from storage.timers import Timer, next_due, set_timer, waiting_timers
from storage.timers import fired as fired_off
from tests.cast import PATIENCE_SECONDS, World, cast_of, world_in

HOUR = timedelta(hours=1)
Fired = asyncio.Queue[str]


@pytest_asyncio.fixture(name="world")
async def a_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    # Nobody looks by themselves while a test lasts: what is seen was planned.
    monkeypatch.setattr(module, "SAFETY_SECONDS", 3600)
    monkeypatch.setattr(module, "LOOK_AFTER", timedelta())
    async with world_in(tmp_path) as world:
        world.clock.move_to(SystemClock().now())
        world.app.ticker.clock = SystemClock()
        await no_timers(world)
        yield world


@pytest_asyncio.fixture
async def scheduler(world: World) -> AsyncIterator[Scheduler]:
    scheduler = Scheduler(world.app.ticker, SystemClock(), world.app.leading)
    scheduler.start()
    yield scheduler
    scheduler.stop()


@pytest_asyncio.fixture
async def fired(world: World, monkeypatch: pytest.MonkeyPatch) -> Fired:
    """The occurrences that fired, as they do; only timers of the kind `sign` are told."""
    loop, queue = asyncio.get_running_loop(), Fired()

    def tell(conn: object, kit: object, timer: Timer, now: datetime) -> bool:
        loop.call_soon_threadsafe(queue.put_nowait, str(timer.about))
        return False

    monkeypatch.setattr(timers, "_KINDS", {**timers._KINDS, "sign": tell})
    return queue


async def until(world: World, happened: Callable[[], bool]) -> None:
    """Wait for what the scheduler does by itself."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not happened():
            await world.read(lambda conn: None)


async def no_timers(world: World) -> None:
    for timer in await world.read(waiting_timers, 10):
        await world.run(fired_off, timer)


def about(at: datetime | None, expected: datetime) -> bool:
    """The same instant, on clocks that were read one after the other."""
    return at is not None and abs(at - expected) < timedelta(minutes=1)


async def sign(world: World, name: str, at: datetime) -> None:
    await world.run(set_timer, "sign", name, at, about=name)


async def test_it_wakes_at_the_very_instant_of_the_next_timer(world: World, scheduler: Scheduler) -> None:
    due = SystemClock().now() + HOUR
    await sign(world, "later", due + HOUR)
    await sign(world, "first", due)
    world.app.sender.wake()
    await until(world, lambda: about(scheduler.wakes_at, due))


async def test_a_nearer_timer_that_a_turn_sets_moves_the_wake(world: World, scheduler: Scheduler) -> None:
    far = SystemClock().now() + 1000 * HOUR
    await sign(world, "far", far)
    world.app.sender.wake()
    await until(world, lambda: about(scheduler.wakes_at, far))
    neta, _, _ = cast_of(world)
    await neta.start()  # whoever does not consent is forgotten a day later
    near = await world.read(next_due)
    assert near is not None
    await until(world, lambda: about(scheduler.wakes_at, near))


async def test_what_is_due_fires_by_itself_and_then_what_comes_next(
    world: World, scheduler: Scheduler, fired: Fired
) -> None:
    now = SystemClock().now()
    for name, milliseconds in (("second", 40), ("first", 20), ("third", 60)):
        await sign(world, name, now + timedelta(milliseconds=milliseconds))
    world.app.sender.wake()
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert [await fired.get() for _ in range(3)] == ["first", "second", "third"]


async def test_what_came_due_while_the_bot_was_away_fires_at_the_start(world: World, fired: Fired) -> None:
    await sign(world, "missed", SystemClock().now() - 1000 * HOUR)
    scheduler = Scheduler(world.app.ticker, SystemClock(), world.app.leading)
    scheduler.start()
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert await fired.get() == "missed"
    scheduler.stop()


async def test_a_wake_is_planned_on_the_machines_clock_when_ours_is_ahead(world: World) -> None:
    clock = MovableClock()
    clock.move_to(SystemClock().now() + 500 * HOUR)
    world.app.ticker.clock = clock
    await sign(world, "soon", clock.now() + HOUR)
    scheduler = Scheduler(world.app.ticker, clock, world.app.leading)
    scheduler.start()
    await until(world, lambda: scheduler.wakes_at is not None)
    assert about(scheduler.wakes_at, SystemClock().now() + HOUR)
    scheduler.stop()


async def test_who_does_not_lead_fires_nothing(world: World, fired: Fired) -> None:
    await sign(world, "due", SystemClock().now() - HOUR)
    await world.app.leading.end()
    scheduler = Scheduler(world.app.ticker, SystemClock(), world.app.leading)
    scheduler.start()
    await scheduler._knock()
    assert fired.empty()
    assert "sign" in {timer.kind for timer in await world.read(waiting_timers, 10)}
    scheduler.stop()


async def test_once_stopped_it_hears_no_more(world: World) -> None:
    scheduler = Scheduler(world.app.ticker, SystemClock(), world.app.leading)
    scheduler.start()
    scheduler.stop()
    world.app.sender.wake()
    await world.rest()
    assert scheduler.wakes_at is None
