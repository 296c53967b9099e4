"""Holds that two processes on one PostgreSQL database are one bot: whoever dies, nobody's answer is lost or doubled.

Telegram brings updates to a crossroads on loopback, which hands each to either process, and some to both at once, as
a balancer with a short memory might. One process leads and sends: it is killed while messages hang in the air.
"""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random  # noqa: TID251 (the ways are drawn from a seed, so that a bad one can be had again)
from typing import Any, Self

import aiohttp
import psycopg
import pytest
import pytest_asyncio
from aiohttp import web
from psycopg.types.json import set_json_loads

from storage.seals import Keys
from tests.bot.running_bot import TOKEN, TROUBLE, RunningBot, assert_nothing_was_amiss
from tests.bot.test_run_kill import (
    PEOPLE,
    UNHURRIED,
    Persistent,
    every_promise_was_kept,
    everybody_has_their_question,
    nothing_was_lost_or_doubled,
    what_may_be_there_twice_says_so,
)
from tests.conversations.walker import Walker
from tests.fakes.telegram import FakeTelegram
from tests.storage.postgres_server import Server, running

MENDABLE = 2
LEADING = "event='leading'"
SEED = 2112
SOMETIMES_BOTH = 0.2
SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Sharing(RunningBot):
    """One of several processes on one database."""

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.settings["DATABASE_URL"]) as connection:
            set_json_loads(_as_a_file_keeps_it, connection)
            return connection.execute(query.replace("?", "%s").encode(), values).fetchall()

    @property
    def leads(self) -> bool:
        """Whether it said so since its latest start; it says so once."""
        return self.runs and LEADING in self.log


def _as_a_file_keeps_it(json: str | bytes) -> str:
    return json if isinstance(json, str) else json.decode()


class Crossroads:
    """Brings what Telegram brings to either process: `brought` counts by port, and "both"."""

    def __init__(self) -> None:
        self.ports: list[int] = []
        self.brought: Counter[int | str] = Counter()
        self._chance = Random(SEED)  # noqa: S311
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._bring)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await runner.setup()
        self._open.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._session = await self._open.enter_async_context(aiohttp.ClientSession())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def _bring(self, request: web.Request) -> web.Response:
        body, ways = await request.read(), self._chance.sample(self.ports, 2)
        if self._chance.random() < SOMETIMES_BOTH:
            self.brought["both"] += 1
            answers = await asyncio.gather(*(self._post(port, request, body) for port in ways))
            return web.Response(status=200 if 200 in answers else 502)
        for port in ways:  # where nobody answers, the other one may
            status = await self._post(port, request, body)
            if status:
                self.brought[port] += 1
                return web.Response(status=status)
        return web.Response(status=502)

    async def _post(self, port: int, request: web.Request, body: bytes) -> int:
        """The status, 0 for no answer."""
        secret = {SECRET: request.headers.get(SECRET, "")}
        try:
            async with self._session.post(
                f"http://127.0.0.1:{port}{request.path}", data=body, headers=secret
            ) as said:
                return said.status
        except aiohttp.ClientError:
            return 0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def shared(server: Server, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What two processes have in common: an empty database and the key."""
    key = tmp_path / "data" / "key"
    Keys.load(key)
    with server.database() as url:
        yield {"DATABASE_URL": url, "KEY_FILE": str(key), **UNHURRIED}


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(TOKEN) as telegram:
        yield telegram


async def who_leads(bots: tuple[Sharing, Sharing]) -> tuple[Sharing, Sharing]:
    """(the one that leads, the other one), as /health says."""
    for one, other in (bots, bots[::-1]):
        if await one.health() == (200, {"ready": True, "leads": True}):
            assert await other.health() == (200, {"ready": True, "leads": False})
            return one, other
    raise AssertionError("nobody leads")


async def test_two_processes_are_one_bot_whichever_of_them_is_killed(
    telegram: FakeTelegram, shared: dict[str, str], tmp_path: Path
) -> None:
    """All the while every update comes a second time, and some to both processes at once."""
    async with (
        Crossroads() as crossroads,
        Sharing(tmp_path, telegram, **shared, TELEGRAM_MODE="webhook", PUBLIC_URL=crossroads.url) as one,
        Sharing(tmp_path, telegram, **shared, TELEGRAM_MODE="webhook", PUBLIC_URL=crossroads.url) as other,
    ):
        crossroads.ports = [one.port, other.port]
        await asyncio.gather(one.start(), other.start())
        leader, follower = await who_leads((one, other))
        await telegram.duplicate_updates(100_000)
        way = asyncio.Event()
        way.set()
        people = [Persistent(await telegram.person(name), language, name, way) for name, language in PEOPLE]
        walks = [asyncio.create_task(person.walk()) for person in people]
        await goes_on(telegram, 60)
        await follower.kill()
        await goes_on(telegram, 20)
        await follower.start()
        await goes_on(telegram, 40)
        way.clear()  # whoever gets a question now keeps it for a while
        await telegram.hold("sendMessage", when="after", times=len(people))
        await telegram.wait_for_held()
        await leader.kill()
        await telegram.clear_knobs()
        await follower.said(LEADING)
        await everybody_has_their_question(follower, people, walks)
        way.set()
        await goes_on(telegram, 40)
        way.clear()
        await everybody_has_their_question(follower, people, walks)
        for walk in walks:
            walk.cancel()
        await telegram.duplicate_updates(0)
        await telegram.wait_for_updates_taken()
        assert await follower.stop() == 0
        assert telegram.faults == []
        assert TROUBLE.findall(one.printed + other.printed) == []
        nothing_was_lost_or_doubled(one, people)
        what_may_be_there_twice_says_so(telegram, people)
        await every_promise_was_kept(telegram, one, people)
        for person in people:
            every_reply_came_once_and_in_order(one, person)
        assert all(crossroads.brought[taken] for taken in (one.port, other.port, "both"))


async def goes_on(telegram: FakeTelegram, calls: int) -> None:
    await telegram.wait_for_calls(len(telegram.log) + calls)


def every_reply_came_once_and_in_order(bot: Sharing, person: Walker) -> None:
    """The chat is what stands in the outbox, row by row; rows of uncertain fate may have arrived or not."""
    written = bot.rows(
        "SELECT provider_id FROM outbox JOIN persons ON persons.id = person_id"
        " WHERE display_name = ? ORDER BY outbox.id",
        person.name,
    )
    accepted = [int(number) for (number,) in written if number is not None]
    assert [number for number in person.phone.seen.from_bot if number in accepted] == accepted
    assert len(person.phone.seen.from_bot) <= len(written)


async def test_of_two_that_ask_for_updates_one_asks_and_the_other_stands_by(
    telegram: FakeTelegram, shared: dict[str, str], tmp_path: Path
) -> None:
    async with Sharing(tmp_path, telegram, **shared) as one, Sharing(tmp_path, telegram, **shared) as other:
        await one.start()
        await other.launch()
        noa = Walker(await telegram.person("Noa"), "he", "Noa")
        await noa.start()
        await noa.asked("choose_language")
        await telegram.wait_for_calls(2, "deleteWebhook")
        await noa.choose("choose_language.choice-he")
        await noa.asked("privacy_consent")
        assert (one.leads, other.leads) == (True, False)
        assert (await other.health())[1] == {"ready": True, "leads": False}
        assert await one.stop() == 0
        await other.said(LEADING)
        await noa.choose("privacy_consent.choice-yes")
        await noa.asked("address_form")
        assert await other.stop() == 0
        assert_nothing_was_amiss(telegram, one)
        assert TROUBLE.findall(other.printed) == []


async def test_what_an_operator_does_to_a_server_works_or_says_why_not(
    shared: dict[str, str], tmp_path: Path
) -> None:
    async with Sharing(tmp_path, None, **shared) as one, Sharing(tmp_path, None, **shared) as other:
        assert list(await asyncio.gather(one.run("backup", "copy.db"), other.run("migrate"))) == [MENDABLE, 0]
        assert one.value("SELECT count(*) FROM persons") == 0
        assert "pg_dump" in one.log
        assert not (tmp_path / "copy.db").exists()
        assert await other.run("invite", "coordinator") == 0
        assert re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{4}", other.out[-1])
        assert one.value("SELECT count(*) FROM invitations") == 1
