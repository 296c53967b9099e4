"""Runs the form on aiogram, with the answers in SQLite: it brings no such storage, so this is the usual one."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiosqlite
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tests.bench.peers.form import API, CHOICES, DONE, FOLDER, PORT, QUESTIONS, SECRET, TOKEN

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=choice, callback_data=choice)] for choice in CHOICES]
)
router = Router()


class Form(StatesGroup):  # type: ignore[misc]  # the library is not installed where types are checked
    answering = State()


class SqliteStorage(BaseStorage):  # type: ignore[misc]  # as above
    """One row a chat; WAL and NORMAL, as most who write such a thing set it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: aiosqlite.Connection | None = None

    async def open(self) -> None:
        self._db = await aiosqlite.connect(self._path)
        await self._db.execute("PRAGMA journal_mode=WAL")
        await self._db.execute("PRAGMA synchronous=NORMAL")
        await self._db.execute("CREATE TABLE IF NOT EXISTS chats (id INTEGER PRIMARY KEY, state TEXT, data TEXT)")
        await self._db.commit()

    async def set_state(self, key: StorageKey, state: Any = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._write("state", key, name)

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._read("state", key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._write("data", key, json.dumps(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(await self._read("data", key) or "{}")
        return found

    async def close(self) -> None:
        if self._db is not None:
            await self._db.close()

    async def _read(self, column: str, key: StorageKey) -> str | None:
        assert self._db is not None
        query = f"SELECT {column} FROM chats WHERE id = ?"  # noqa: S608 - one of two words of ours
        async with self._db.execute(query, (key.chat_id,)) as rows:
            row = await rows.fetchone()
        return row[0] if row else None

    async def _write(self, column: str, key: StorageKey, value: str | None) -> None:
        assert self._db is not None
        await self._db.execute(
            f"INSERT INTO chats (id, {column}) VALUES (?, ?)"  # noqa: S608 - one of two words of ours
            f" ON CONFLICT (id) DO UPDATE SET {column} = excluded.{column}",
            (key.chat_id, value),
        )
        await self._db.commit()


@router.message(CommandStart())  # type: ignore[untyped-decorator]  # as above
async def begun(message: Message, state: FSMContext) -> None:
    await state.set_state(Form.answering)
    await state.set_data({"answers": []})
    await _asked(message, 0)


@router.message(Form.answering, F.text)  # type: ignore[untyped-decorator]  # as above
async def said(message: Message, state: FSMContext) -> None:
    await _kept(message, state, message.text)


@router.callback_query(Form.answering)  # type: ignore[untyped-decorator]  # as above
async def pressed(press: CallbackQuery, state: FSMContext) -> None:
    await press.answer()
    await _kept(press.message, state, press.data)


async def _kept(message: Message, state: FSMContext, answer: str) -> None:
    answers = [*(await state.get_data())["answers"], answer]
    await state.update_data(answers=answers)
    if len(answers) < len(QUESTIONS):
        return await _asked(message, len(answers))
    await state.set_state(None)
    await message.answer(DONE)


async def _asked(message: Message, number: int) -> None:
    how, words = QUESTIONS[number]
    await message.answer(words, reply_markup=KEYBOARD if how == "choice" else None)


def main() -> None:
    port, secret = int(os.environ[PORT]), os.environ[SECRET]
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(os.environ[API])))
    storage = SqliteStorage(Path(os.environ[FOLDER]) / "kept.db")
    dispatcher = Dispatcher(storage=storage)
    dispatcher.include_router(router)

    async def opened(bot: Bot) -> None:
        await storage.open()
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=secret)

    dispatcher.startup.register(opened)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main()
