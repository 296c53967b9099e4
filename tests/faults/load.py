"""Gives a bot much to do at once: people who answer without end, calls to very many, crisis messages in between.

Calls and crisis messages are written beside the running bot, through the storage room, as an approval would write
them. Each holds words that no other message has (`#b17`), so that a copy is seen as a copy.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random  # noqa: TID251 (drawn from a seed, so that a bad run can be had again)
from typing import Self

from bot.app import fresh_id
from flows.effects import Say
from flows.model import Phrase
from storage import outbox
from storage.coding import say_json
from storage.db import Connection, Database, open_database
from storage.outbox import Draft, Lane, MessageClass
from storage.people import Address, add_person, find_address
from storage.seals import Keys

LINE = "log-line"
"""A text of ours with a place for words."""


class Callers:
    """Writes rows for people who never say a word; `audiences` is what `tests.history.PutIn` asks for."""

    def __init__(self, database: str, key_file: Path, chats: Sequence[int], chance: Random) -> None:
        self._database, self.keys, self.chats, self._chance = database, Keys.load(key_file), chats, chance
        self.audiences: dict[str, dict[str, tuple[int, str]]] = {}
        self._numbers = count(1)
        self._db: Database | None = None
        self._addresses: dict[int, Address] = {}

    async def __aenter__(self) -> Self:
        self._db = await open_database(self._database, alone=False)
        await self._db.migrate()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._db is not None:
            await self._db.close()

    async def call(self, people: int) -> None:
        """To so many of them at once, in the bulk lane."""
        await self._write("b", people, MessageClass.BULK, Lane.BULK)

    async def alarm(self, people: int) -> None:
        """A crisis message to so many of them."""
        await self._write("c", people, MessageClass.CRISIS, Lane.CRISIS)

    async def _write(self, letter: str, people: int, message_class: MessageClass, lane: Lane) -> None:
        assert self._db is not None
        about = f"{letter}:{next(self._numbers)}"
        audience = {fresh_id(): (chat, f"#{letter}{next(self._numbers)}") for chat in self._drawn(people)}
        await self._db.run(self._put, audience, message_class, lane, about)
        self.audiences[about] = audience

    def _drawn(self, people: int) -> list[int]:
        return self._chance.sample(self.chats, people)

    def _put(
        self,
        conn: Connection,
        audience: dict[str, tuple[int, str]],
        message_class: MessageClass,
        lane: Lane,
        about: str,
    ) -> None:
        now = datetime.now(UTC)  # noqa: TID251 (the bot beside us goes by the same clock)
        drafts = []
        for key, (chat, words) in audience.items():
            address = find_address(conn, self.keys, "telegram", str(chat))
            address = address or add_person(conn, self.keys, "telegram", str(chat), now)
            say = say_json(Say((Phrase(LINE, {"hour": "08:00", "text": words}),)))
            drafts.append(
                Draft(
                    key=key,
                    person=address.person,
                    address=address.id,
                    channel="telegram",
                    message_class=message_class,
                    lane=lane,
                    content={"say": say},
                    about=about,
                )
            )
        outbox.put_all(conn, drafts, now)


def always_open() -> asyncio.Event:
    """The way of people who wait for nobody."""
    way = asyncio.Event()
    way.set()
    return way
