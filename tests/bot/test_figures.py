"""An operator must be able to trust the figures, and nobody may learn from them who said what."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest_asyncio
from prometheus_client import REGISTRY, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.figures import PATH, Counted, figures_routes
from bot.web import address_of, listening, serve, web_app
from storage.db import Database, open_database
from storage.inbox import Quarantined, keep_in_quarantine
from storage.outbox import State
from storage.timers import count_timers, set_timer
from tests.cast import World, cast_of, unknown, world_in

TOKEN = "figures-for-nobody-else"
BEARER = f"Bearer {TOKEN}"
PATIENCE = 30.0
CODE = re.compile(r"[a-z][a-z0-9_:]*")

Figures = dict[tuple[str, ...], float]


@pytest_asyncio.fixture(name="world")
async def a_world(tmp_path: Path) -> AsyncIterator[World]:
    async with world_in(tmp_path) as world:
        yield world


@asynccontextmanager
async def served(db: Database, counted: Counted, token: str | None = TOKEN) -> AsyncIterator[str]:
    """The address of the page."""
    bound, stop = listening("127.0.0.1", 0), asyncio.Event()
    bound.listen()  # whoever comes before the server is up waits
    app = web_app(lambda: (), figures_routes(db, counted, token))
    running = asyncio.create_task(serve(app, bound, stop))
    try:
        yield address_of(bound) + PATH
    finally:
        stop.set()
        await asyncio.wait_for(running, PATIENCE)


async def asked(address: str, authorization: str | None = BEARER) -> tuple[int, str]:
    """(status, body)"""
    headers = {} if authorization is None else {"Authorization": authorization}
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return answer.status, await answer.text()


def read(page: str) -> Figures:
    """(name, label values in the order of their names) -> value."""
    samples = (sample for family in text_string_to_metric_families(page) for sample in family.samples)
    return {(one.name, *(one.labels[name] for name in sorted(one.labels))): one.value for one in samples}


def counted_by(world: World) -> Counted:
    return Counted(sorted(world.app.channels), world.app.receiver.counts)


async def figures(world: World) -> Figures:
    async with served(world.app.db, counted_by(world)) as address:
        return read((await asked(address))[1])


# --- what they say ------------------------------------------------------------------------------------------


async def test_a_talk_shows_as_turns_and_messages(world: World) -> None:
    neta, samir, _ = cast_of(world)
    await neta.arrives()
    await samir.arrives()
    found = await figures(world)
    for channel in world.app.channels:
        assert found["rakezet_turns_total", channel] == sum(one.channel == channel for one in world.arrived) > 0
        assert found["rakezet_inbound_duplicates_total", channel] == 0
    rows = {key: value for key, value in found.items() if key[0] == "rakezet_outbox_rows"}
    assert sum(rows.values()) == await world.count("outbox") > 0
    assert {state for *_, state in rows} == {State.ACCEPTED}
    assert found["rakezet_quarantine_rows",] == 0


async def test_what_comes_twice_is_a_duplicate_and_no_turn(world: World) -> None:
    neta, _, _ = cast_of(world)
    words = neta.speaks("שלום")
    for _ in range(3):
        assert await world.app.receiver.receive(words)
    found = await figures(world)
    assert (
        found["rakezet_turns_total", words.channel],
        found["rakezet_inbound_duplicates_total", words.channel],
    ) == (1, 2)


async def test_every_state_of_a_message_is_a_figure_of_its_own(world: World) -> None:
    neta, _, robin = cast_of(world)
    world.lines[robin.phone.look].fates[robin.phone.id] = [unknown()]
    await robin.start()
    await neta.start()
    found = await figures(world)
    channel = world.platforms[robin.phone.look].name
    assert found["rakezet_outbox_rows", channel, "c0", "unknown"] == 1
    assert found["rakezet_outbox_rows", channel, "c0", "accepted"] >= 1


async def test_quarantine_and_timers_are_counted_as_they_stand(world: World) -> None:
    now = world.clock.now()
    await world.run(keep_in_quarantine, Quarantined("telegram", "row", b"sealed", "KeyError"), now)
    await world.run(set_timer, "talk", "talk:1", now + timedelta(days=3))
    found = await figures(world)
    assert found["rakezet_quarantine_rows",] == 1
    assert found["rakezet_timers_waiting",] == await world.read(count_timers) > 0


async def test_what_the_running_parts_count_is_shown_as_it_is_at_that_moment(world: World) -> None:
    sends, faults = (
        Counter({"telegram:accepted": 4}),
        Counter({("missing", "hello", "ar"): 2, ("broken", "x", "he"): 1}),
    )
    counted = Counted(
        ("telegram",),
        sends=sends,
        courtesies={"answer_press:press_too_old": 5},
        text_faults=faults,
        webhooks={"telegram": {"not_authentic": 6}},
        timers_dropped={"alert:late": 7, "alert:failed": 8},
    )
    async with served(world.app.db, counted) as address:
        before = read((await asked(address))[1])
        sends["telegram:unknown"] += 1
        faults["missing", "hello", "ar"] += 7
        after = read((await asked(address))[1])
    assert before["rakezet_sends_total", "telegram", "accepted"] == 4
    assert before["rakezet_courtesies_failed_total", "answer_press:press_too_old"] == 5
    assert before["rakezet_webhook_troubles_total", "telegram", "not_authentic"] == 6
    assert [before["rakezet_timers_dropped_total", "alert", why] for why in ("late", "failed")] == [7, 8]
    assert (before["rakezet_text_faults_total",], after["rakezet_text_faults_total",]) == (3, 10)
    assert after["rakezet_sends_total", "telegram", "unknown"] == 1


async def test_every_figure_we_promise_is_there_from_the_start(world: World) -> None:
    async with served(world.app.db, counted_by(world)) as address:
        _, page = await asked(address)
    assert re.findall(r"^# TYPE (\w+ \w+)$", page, re.MULTILINE) == [
        "rakezet_outbox_rows gauge",
        "rakezet_quarantine_rows gauge",
        "rakezet_timers_waiting gauge",
        "rakezet_leads gauge",
        "rakezet_turns_total counter",
        "rakezet_inbound_duplicates_total counter",
        "rakezet_sends_total counter",
        "rakezet_courtesies_failed_total counter",
        "rakezet_webhook_troubles_total counter",
        "rakezet_timers_dropped_total counter",
        "rakezet_text_faults_total counter",
    ]


# --- what they do not say -----------------------------------------------------------------------------------


async def test_no_figure_tells_who_or_what(world: World) -> None:
    neta, samir, robin = cast_of(world)
    await neta.arrives()
    await neta.founds("סוד הגג")
    code = await neta.invites()
    await samir.joins(code)
    await robin.joins(code)
    counted = Counted(
        sorted(world.app.channels), world.app.receiver.counts, text_faults=Counter({("missing", "a-key", "he"): 1})
    )
    async with served(world.app.db, counted) as address:
        _, page = await asked(address)
    labels = {key[1:] for key in read(page)}
    assert all(CODE.fullmatch(value) for values in labels for value in values)
    known = {*world.app.channels, *State, "c0", "c1", "c2", "c3"}
    assert {value for values in labels for value in values} <= known
    for someone in (neta, samir, robin):
        assert someone.name not in page
        assert someone.phone.id not in re.findall(r"\w+", page)
    assert "סוד" not in page


async def test_nothing_is_left_behind_in_the_process(world: World) -> None:
    await figures(world)
    await figures(world)
    assert b"rakezet" not in generate_latest(REGISTRY)


# --- who may see them ---------------------------------------------------------------------------------------


async def test_without_a_token_there_is_no_such_page(world: World) -> None:
    for token in (None, ""):
        async with served(world.app.db, counted_by(world), token=token) as address:
            assert [(await asked(address, given))[0] for given in (None, "Bearer ", BEARER)] == [404, 404, 404]


async def test_only_the_bearer_of_the_token_sees_them(world: World) -> None:
    strangers = (
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN.upper()}",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer סוד",
    )
    async with served(world.app.db, counted_by(world)) as address:
        assert [await asked(address, given) for given in strangers] == [(401, "")] * len(strangers)
        assert [(await asked(address, given))[0] for given in (BEARER, f"bearer  {TOKEN}")] == [200, 200]


async def test_a_token_may_be_of_any_letters(world: World) -> None:
    async with served(world.app.db, counted_by(world), token="סוד") as address:
        assert (await asked(address, "Bearer סוד"))[0] == 200
        assert (await asked(address, "Bearer דוס"))[0] == 401


async def test_a_database_that_cannot_be_read_is_said_with_a_status_alone(tmp_path: Path) -> None:
    empty = await open_database(f"sqlite:///{tmp_path / 'without_tables.db'}")
    async with served(empty, Counted(())) as address:
        assert await asked(address) == (503, "")
    await empty.close()
