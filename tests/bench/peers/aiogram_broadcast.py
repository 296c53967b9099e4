"""Sends one message to very many with aiogram: its example's loop with a pause, or the usual pool of workers."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import suppress

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from tests.bench.peers.form import API, TOKEN
from tests.bench.peers.words import CHATS, FIRST, WORDS, finished

PAUSE = 0.05
"""Seconds between two messages, as in the example: 20 a second."""
WORKERS = 64


async def main(how: str) -> None:
    first, chats = int(os.environ[FIRST]), int(os.environ[CHATS])
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(os.environ[API])))
    left = iter(range(first, first + chats))
    if how == "loop":
        for chat in left:
            await _said(bot, chat)
            await asyncio.sleep(PAUSE)
    else:
        await asyncio.gather(*(_worked(bot, left) for _ in range(WORKERS)))
    await bot.session.close()
    finished()


async def _worked(bot: Bot, left: Iterator[int]) -> None:
    for chat in left:
        await _said(bot, chat)


async def _said(bot: Bot, chat: int) -> None:
    with suppress(TelegramAPIError):
        try:
            await bot.send_message(chat, WORDS)
        except TelegramRetryAfter as throttled:
            await asyncio.sleep(throttled.retry_after)
            await _said(bot, chat)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
