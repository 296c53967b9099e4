"""Two processes on one server are one bot: one leads and sends, the other takes turns, and either can go."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.playground.phones import Phones
from handlers import leading, sender
from handlers.starting import put_right
from storage.outbox import State
from storage.people import load_person
from storage.timers import due_timers
from tests.cast import MORNING, PATIENCE_SECONDS, POLICY, Someone, World
from tests.storage.postgres_server import Server, running
from tests.storage.test_postgres import hang_up


@dataclass(slots=True)
class Pair:
    """Two running bots on one database, and the same phones in front of both. The first one leads."""

    first: World
    second: World
    url: str

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something that the bots do by themselves."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not happened():
                await self.second.read(lambda conn: None)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest_asyncio.fixture
async def pair(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pair]:
    # Nobody looks by themselves while a test lasts: what is seen was rung for.
    monkeypatch.setattr(sender, "IDLE_LOOK", 3600.0)
    monkeypatch.setattr(leading, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(leading, "LANDING_SECONDS", 0.05)
    phones = Phones()
    with server.database() as url:
        first, second = [World(tmp_path, POLICY, phones, MORNING) for _ in range(2)]
        for world in (first, second):
            world.plan = replace(world.plan, database_url=url)
            await world.start()
        try:
            yield Pair(first, second, url)
        finally:
            await second.stop()
            await first.stop()


@pytest.fixture
def noa(pair: Pair) -> Someone:
    return pair.first.someone("Noa", "he")


async def test_one_of_two_leads_and_its_sender_alone_has_the_seat(pair: Pair) -> None:
    assert [world.app.leading.leads for world in (pair.first, pair.second)] == [True, False]
    assert pair.first.app.sender.seat is not None
    assert pair.second.app.sender.seat is None
    await pair.second.rest()  # there is nothing to wait for where nothing is sent


async def test_a_reply_to_a_turn_of_the_one_is_sent_by_the_other(pair: Pair, noa: Someone) -> None:
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await pair.until(lambda: len(noa.chat) == 1)
    assert pair.second.lines[noa.phone.look].tried == []
    assert len(pair.first.lines[noa.phone.look].tried) == 1


async def test_one_persons_turns_in_two_processes_are_answered_once_each_and_in_order(
    pair: Pair, noa: Someone
) -> None:
    """Among them the very first words, and each delivery to both processes at once."""
    arrivals = [noa.speaks(f"hello {number}") for number in range(10)]
    receivers = [world.app.receiver for world in (pair.first, pair.second)]
    taken = await asyncio.gather(*(receiver.receive(arrival) for arrival in arrivals for receiver in receivers))
    assert all(taken)
    await pair.until(lambda: len(noa.chat) == len(arrivals))
    assert await pair.first.count("persons") == 1
    assert await pair.first.count("quarantine") == 0
    counted = receivers[0].counts + receivers[1].counts
    assert sorted(counted.values()) == [10, 10]  # as many turns as repetitions
    rows = await pair.first.rows()
    assert [row.state for row in rows] == [State.ACCEPTED] * len(arrivals)
    sent = [message.id for message in noa.phone.messages if not message.mine]
    assert [row.provider_id for row in rows] == sent


async def test_a_leader_that_stops_hands_over_and_nothing_waits(pair: Pair, noa: Someone) -> None:
    await pair.first.stop()
    await pair.until(lambda: pair.second.app.leading.leads)
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await pair.second.rest()
    assert len(noa.chat) == 1


async def test_what_waited_while_nobody_led_is_sent_by_the_next_leader(pair: Pair, noa: Someone) -> None:
    """The last leader is busy letting messages land when a turn is taken elsewhere."""
    pair.first.app.sender.stop()
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await pair.first.stop()
    await pair.until(lambda: len(noa.chat) == 1)
    assert len(pair.second.lines[noa.phone.look].tried) == 1


async def test_a_question_in_the_air_when_the_leader_died_is_drawn_again_by_the_next(
    pair: Pair, noa: Someone
) -> None:
    line = pair.first.lines[noa.phone.look]
    line.held[noa.phone.id] = asyncio.Event()
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await line.has_tried(1)
    await pair.first.crash()
    await pair.until(lambda: len(noa.chat) == 1)
    await pair.second.rest()
    [said] = noa.in_world(pair.second).chat
    assert said.startswith(noa.words("we-stopped"))
    assert [(row.state, row.reason) for row in await pair.second.rows()] == [
        (State.UNKNOWN, "drawn_again"),
        (State.ACCEPTED, None),
    ]


async def test_a_leader_that_loses_its_seat_stops_and_one_of_the_two_leads_anew(
    pair: Pair, noa: Someone, server: Server
) -> None:
    seat = pair.first.app.sender.seat
    line = pair.first.lines[noa.phone.look]
    line.held[noa.phone.id] = asyncio.Event()
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await line.has_tried(1)
    del line.held[noa.phone.id]
    await asyncio.to_thread(hang_up, server, pair.url)
    seats = [pair.first.app.sender, pair.second.app.sender]
    await pair.until(lambda: any(one.seat not in (None, seat) for one in seats))
    await pair.until(lambda: len(noa.chat) == 1)
    assert seat is not None
    assert seat.is_over
    assert [world.app.leading.leads for world in (pair.first, pair.second)].count(True) == 1
    assert noa.chat[0].startswith(noa.words("we-stopped"))
    states = sorted(row.state for row in await pair.second.rows())
    assert states == [State.ACCEPTED, State.UNKNOWN]


async def test_a_take_over_that_fails_is_tried_again(
    pair: Pair, noa: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def fails_once(*given: object) -> int:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("a row nobody can read")
        return put_right(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(leading, "put_right", fails_once)
    with capture_logs() as logged:
        await pair.first.stop()
        await pair.until(lambda: pair.second.app.leading.leads)
    assert len(tries) == 2
    assert {"event": "leading.fault", "kind": "ValueError", "log_level": "error"} in logged


async def test_a_timer_fires_once_whoever_comes_to_it(pair: Pair, noa: Someone) -> None:
    """Somebody who did not consent is forgotten a day later: by both at once, which is once."""
    assert await pair.second.app.receiver.receive(noa.speaks("hello"))
    await pair.until(lambda: len(noa.chat) == 1)
    person = await noa.number()
    assert not (await pair.first.read(load_person, person)).has_consented
    due = max(timer.due_at for timer in await pair.first.read(due_timers, MORNING.replace(year=2027), 10))
    for world in (pair.first, pair.second):
        world.clock.move_to(due)
    await asyncio.gather(pair.first.app.ticker.tick(), pair.second.app.ticker.tick())
    assert await pair.first.count("persons") == 0
    [again] = await pair.first.read(due_timers, MORNING.replace(year=2027), 10)
    assert again.kind == "retention"


async def test_work_for_the_leader_alone_is_cancelled_where_another_takes_over(pair: Pair, server: Server) -> None:
    stop, at_work = asyncio.Event(), [0, 0]

    def working(which: int) -> Callable[[asyncio.Event], asyncio.Future[None]]:
        async def work(stopped: asyncio.Event) -> None:
            at_work[which] += 1
            try:
                await stopped.wait()
            finally:
                at_work[which] -= 1

        return lambda stopped: asyncio.ensure_future(work(stopped))

    tasks = [
        asyncio.create_task(world.app.leading.while_leading(working(which), stop))
        for which, world in enumerate((pair.first, pair.second))
    ]
    await pair.until(lambda: at_work == [1, 0])
    await pair.first.app.leading.end()
    await pair.until(lambda: at_work == [0, 1])
    stop.set()
    async with asyncio.timeout(PATIENCE_SECONDS):
        await asyncio.gather(*tasks)
    assert at_work == [0, 0]


async def test_on_a_file_the_one_process_leads_from_its_start(world: World) -> None:
    assert world.app.leading.leads
    assert not world.app.db.shared
