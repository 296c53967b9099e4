"""A bot without any library and a person with a phone: what the tests of the fake Telegram share."""

import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest_asyncio

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_control import Control
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_rules import Json


@dataclass
class Wire:
    """A bot without any library: it posts and looks at the bare answer."""

    telegram: Control
    session: aiohttp.ClientSession

    def url(self, method: str) -> str:
        return f"{self.telegram.root}/bot{self.telegram.token}/{method}"

    async def call(self, method: str, **params: Any) -> Json:
        async with self.session.post(self.url(method), json=params) as answer:
            body: Json = json.loads(await answer.text())
        assert body["ok"] is (answer.status == 200)
        assert body.get("error_code", 200) == answer.status
        return body

    async def ok(self, method: str, **params: Any) -> Any:
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> str:
        body = await self.call(method, **params)
        assert set(body) == {"ok", "error_code", "description"}
        assert not body["ok"]
        return str(body["description"])

    async def upload(self, method: str, name: str, data: bytes, **fields: str) -> Json:
        form = aiohttp.FormData(fields)
        form.add_field(name, io.BytesIO(data), filename="x.png", content_type="image/png")
        async with self.session.post(self.url(method), data=form) as answer:
            body: Json = await answer.json()
        return body


def rows(*labels: str) -> Json:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"d:{label}"}] for label in labels]}


def codes(telegram: Control) -> list[str]:
    return [fault.code for fault in telegram.faults]


async def send(wire: Wire, chat: Phone, text: str = "x") -> Any:
    return await wire.call("sendMessage", chat_id=chat.id, text=text)


def shown(chat: Phone) -> list[str]:
    return [message.text for message in chat.messages if message.from_bot]


@pytest_asyncio.fixture(name="telegram")
async def a_telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest_asyncio.fixture(name="wire")
async def a_wire(telegram: FakeTelegram) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(telegram, session)


@pytest_asyncio.fixture(name="noa")
async def a_noa(telegram: FakeTelegram) -> Phone:
    """Somebody who has started the bot and whose /start was taken."""
    phone = await telegram.person("נועה", username="noa")
    await phone.start()
    telegram.world.updates.drop_all()
    return phone
