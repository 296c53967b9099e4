"""Sends one message to very many with python-telegram-bot, as its documentation shows it: all at once, limited."""

import asyncio
import os
import sys
from contextlib import suppress

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder

from tests.bench.peers.form import API, TOKEN
from tests.bench.peers.words import CHATS, FIRST, RATE, WORDS, finished

CONNECTIONS = 64


async def main(retries: int) -> None:
    rate, first, chats = int(os.environ[RATE]), int(os.environ[FIRST]), int(os.environ[CHATS])
    app = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{os.environ[API]}/bot")
        .connection_pool_size(CONNECTIONS)
        .pool_timeout(600)
        .rate_limiter(AIORateLimiter(overall_max_rate=rate, overall_time_period=1, max_retries=retries))
        .updater(None)
        .build()
    )
    async with app:
        await asyncio.gather(*(_said(app.bot, chat) for chat in range(first, first + chats)))
    finished()


async def _said(bot: Bot, chat: int) -> None:
    with suppress(TelegramError):  # a broadcast goes on
        await bot.send_message(chat, WORDS)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
