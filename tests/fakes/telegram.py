"""A strict Telegram on loopback, for tests: the Bot API, people with phones, a log of all calls, and
trouble.

In one process with the test:

    async with FakeTelegram() as telegram:
        noa = await telegram.person("Noa")
        await noa.start()                                   # the bot, pointed at telegram.root, gets /start
        assert (await noa.wait_for()).labels == ["Yes", "No"]
        await noa.press("Yes")
        assert telegram.faults == []

In a process of its own, `python -m tests.fakes.telegram --port 8090` prints its address when it is ready,
and `RemoteTelegram(address)` has the same methods.

Where to read on: `telegram_control` and `telegram_phone` (what a test can ask and do), `telegram_faults`
(knobs), `telegram_weather` (trouble by chance), `telegram_rules` (limits), `telegram_methods` (what each
method does), `telegram_updates` (polling and webhook).
"""

import argparse
import asyncio
import signal
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from aiohttp import web

from tests.fakes.telegram_api import BotApi
from tests.fakes.telegram_chats import ACTIONS, Chat
from tests.fakes.telegram_control import Control
from tests.fakes.telegram_faults import Rates, Trouble
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_rules import UPLOAD_BYTES, Json
from tests.fakes.telegram_weather import Spell, Weather
from tests.fakes.telegram_world import Person, Press, World

TOKEN = "8090:fake-telegram-knows-no-secrets"


class FakeTelegram(Control):
    def __init__(self, token: str = TOKEN, port: int = 0, username: str = "rakezet_bot") -> None:
        self.token, self.root = token, ""
        self.world = World(token, username)
        self.log, self.faults, self.deliveries = (
            self.world.log,
            self.world.faults,
            self.world.updates.deliveries,
        )
        self.acknowledged = self.world.updates.acknowledged
        self._port = port
        self._runner: web.AppRunner | None = None
        self._api = BotApi(self.world)

    # --- life ---

    async def start(self) -> None:
        app = web.Application(client_max_size=UPLOAD_BYTES + 2**20)
        self._api.add_routes(app)
        app.router.add_post("/control/order/{name}", self._control_order)
        app.router.add_post("/control/chat/{chat:-?[0-9]+}", self._control_look)
        app.router.add_post("/control/chat/{chat:-?[0-9]+}/{action}", self._control_act)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.root = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.world.updates.close_webhook()
        self._api.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "FakeTelegram":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # --- what a test asks, from here or from another process ---

    @property
    def presses(self) -> list[Press]:
        return list(self.world.presses.values())

    async def refresh(self) -> None:
        """Everything here is current already."""

    async def chat(self, chat_id: int) -> Phone:
        return self.world.phones[chat_id]

    async def order(self, name: str, **values: Any) -> Any:
        result = await ORDERS[name](self, **values)
        await self.world.bell.ring()
        return result

    async def _person(self, user_id: int | None, **about: Any) -> int:
        owner = Person(user_id or 5_000_000_000 + self.world.number(), **about)
        return Chat(self.world, owner).id

    async def _group(self, founder: int, title: str, kind: str, members: list[int]) -> int:
        people = [chat.owner for chat in map(self._private, [founder, *members])]
        group = Chat(self.world, people[0], kind, title)
        group.members = {person.id: person for person in people}
        return group.id

    def _private(self, chat_id: int) -> Chat:
        chat = self.world.phones[chat_id]
        assert isinstance(chat, Chat)
        return chat

    async def _turn(self, kind: str, method: str | None, chat: int | None, times: int | None, values: Json) -> None:
        self.world.troubles.waiting.append(Trouble(kind, method, chat, times, values))

    async def _release(self) -> None:
        troubles = self.world.troubles
        troubles.waiting = [trouble for trouble in troubles.waiting if trouble.kind != "hold"]
        self.world.gate_open += 1

    async def _clear_knobs(self) -> None:
        self.world.troubles.waiting.clear()
        self.world.weather = Weather(self.world.clock)
        self.world.gate_open += 1

    async def _weather(self, seed: int, spells: list[Json]) -> None:
        self.world.weather = Weather(self.world.clock, seed, [Spell.read(spell) for spell in spells])

    async def _people(self, count: int, first_id: int) -> None:
        for user_id in range(first_id, first_id + count):
            Chat(self.world, Person(user_id, "A")).reachable = True

    async def _duplicate_updates(self, count: int) -> None:
        self.world.updates.repeats = count

    async def _hold_updates(self, held: bool) -> None:
        self.world.updates.held = held

    async def _advance(self, seconds: float) -> None:
        self.world.clock.advance(seconds)

    async def _set_wall(self, when: str) -> None:
        self.world.clock.set_wall(datetime.fromisoformat(when))

    async def _watch_rates(self, per_second: float, burst: int, per_bot: int) -> None:
        self.world.rates = Rates(self.world.clock, per_second, burst, per_bot, watched=True)

    async def _wait_for_calls(self, count: int, method: str | None, chat: int | None, seconds: float) -> bool:
        return await self.world.bell.until(lambda: len(self.calls(method, chat)) >= count, seconds)

    async def _wait_for_held(self, count: int, seconds: float) -> bool:
        return await self.world.bell.until(lambda: self.world.held >= count, seconds)

    async def _wait_for_updates_taken(self, seconds: float) -> bool:
        return await self.world.bell.until(lambda: self.world.updates.all_taken, seconds)

    async def _state(self) -> Json:
        return {
            "token": self.token,
            "log": [asdict(call) for call in self.log],
            "faults": [asdict(fault) for fault in self.faults],
            "presses": [asdict(press) for press in self.presses],
            "deliveries": [asdict(delivery) for delivery in self.deliveries],
            "acknowledged": self.acknowledged,
        }

    # --- the same over HTTP ---

    async def _control_order(self, request: web.Request) -> web.Response:
        return await _controlled(self.order(request.match_info["name"], **await request.json()))

    async def _control_look(self, request: web.Request) -> web.Response:
        asked = await request.json()
        return await _controlled(self._look(int(request.match_info["chat"]), **asked))

    async def _look(self, chat_id: int, version: int, seconds: float) -> Json:
        phone = self.world.phones[chat_id]
        await phone.changed(version, seconds)
        return phone.seen.written()

    async def _control_act(self, request: web.Request) -> web.Response:
        chat, action = request.match_info["chat"], request.match_info["action"]
        return await _controlled(self._act(int(chat), action, await request.json()))

    async def _act(self, chat_id: int, action: str, values: Json) -> Any:
        if action not in ACTIONS:
            raise LookupError(f"no action {action}")
        return await self.world.phones[chat_id].act(action, **values)


ORDERS: dict[str, Any] = {
    "person": FakeTelegram._person,
    "group": FakeTelegram._group,
    "turn": FakeTelegram._turn,
    "release": FakeTelegram._release,
    "clear_knobs": FakeTelegram._clear_knobs,
    "weather": FakeTelegram._weather,
    "people": FakeTelegram._people,
    "duplicate_updates": FakeTelegram._duplicate_updates,
    "hold_updates": FakeTelegram._hold_updates,
    "advance": FakeTelegram._advance,
    "set_wall": FakeTelegram._set_wall,
    "watch_rates": FakeTelegram._watch_rates,
    "wait_for_calls": FakeTelegram._wait_for_calls,
    "wait_for_held": FakeTelegram._wait_for_held,
    "wait_for_updates_taken": FakeTelegram._wait_for_updates_taken,
    "state": FakeTelegram._state,
}


async def _controlled(work: Any) -> web.Response:
    try:
        return web.json_response({"result": await work})
    except (LookupError, ValueError) as problem:
        kind = type(problem).__name__
        return web.json_response({"error": kind, "message": str(problem.args[0])}, status=422)


async def _run(port: int, token: str) -> None:
    stopped = asyncio.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal_number, stopped.set)
    async with FakeTelegram(token, port) as telegram:
        print(telegram.root, flush=True)
        await stopped.wait()


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fakes.telegram", description="A fake Telegram on loopback."
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN, help="the only token it knows")
    given = parser.parse_args()
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(given.port, given.token))


if __name__ == "__main__":
    main()
