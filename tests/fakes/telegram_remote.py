"""Lets a test drive a fake Telegram in another process, which outlives the bots that are killed."""

from typing import Any

import aiohttp

from tests.fakes.telegram_control import Control
from tests.fakes.telegram_phone import Phone, Seen
from tests.fakes.telegram_rules import Fault, Json
from tests.fakes.telegram_updates import Delivery
from tests.fakes.telegram_world import Call, Press

ERRORS = {error.__name__: error for error in (LookupError, KeyError, ValueError)}
NO_LIMIT = aiohttp.ClientTimeout(total=None)


class RemoteTelegram(Control):
    """`async with RemoteTelegram("http://127.0.0.1:8090") as telegram:` and then as with the fake itself."""

    def __init__(self, root: str) -> None:
        self.root, self.token = root, ""
        self.log, self.faults, self.deliveries, self.acknowledged = [], [], [], []
        self._presses: list[Press] = []
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "RemoteTelegram":
        self._session = aiohttp.ClientSession(timeout=NO_LIMIT)
        await self.refresh()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    @property
    def presses(self) -> list[Press]:
        return self._presses

    async def ask(self, path: str, values: Json) -> Any:
        assert self._session, "use `async with`"
        async with self._session.post(f"{self.root}/control/{path}", json=values) as answer:
            said = await answer.json()
        if answer.status != 200:
            raise ERRORS.get(said["error"], RuntimeError)(said["message"])
        return said["result"]

    async def order(self, name: str, **values: Any) -> Any:
        return await self.ask(f"order/{name}", values)

    async def chat(self, chat_id: int) -> Phone:
        return RemotePhone(self, Seen.read(await self.ask(f"chat/{chat_id}", {"version": -1, "seconds": 0})))

    async def refresh(self) -> None:
        state = await self.order("state")
        self.token = state["token"]
        self.log = [Call(**call) for call in state["log"]]
        self.faults = [Fault(**fault) for fault in state["faults"]]
        self._presses = [Press(**press) for press in state["presses"]]
        self.deliveries = [Delivery(**delivery) for delivery in state["deliveries"]]
        self.acknowledged = state["acknowledged"]


class RemotePhone(Phone):
    def __init__(self, telegram: RemoteTelegram, seen: Seen) -> None:
        super().__init__(seen)
        self._telegram = telegram

    async def act(self, action: str, **values: Any) -> Any:
        result = await self._telegram.ask(f"chat/{self.id}/{action}", values)
        await self.refresh()
        return result

    async def changed(self, version: int, seconds: float) -> None:
        state = await self._telegram.ask(f"chat/{self.id}", {"version": version, "seconds": seconds})
        self.seen = Seen.read(state)
