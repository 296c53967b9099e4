"""Gathers what a fault test left behind: the platform's own log, what the database says, what was put in.

    history = await history_of(telegram, bot.rows, keys, PutIn(said={noa.id: [("name", "Buses")]}))
    assert broken_promises(history) == []        # tests.promises

The platform's log is the truth about what arrived. Nothing here asks the bot for its opinion.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flows.wording import plain
from storage.seals import Keys
from tests.fakes.telegram_control import Control
from tests.fakes.telegram_faults import RATED
from tests.fakes.telegram_rules import Fault
from tests.fakes.telegram_world import Call

Rows = Callable[..., list[tuple[Any, ...]]]
"""Runs a query with its values: `RunningBot.rows`."""

CHANNEL = "telegram"
_PART = re.compile(r"\n\D*(\d+)\D+(\d+)\D*$")
"""What the last line says of a message in several parts: part i of n."""


@dataclass(frozen=True)
class PutIn:
    """What a test gave the bot to do, and may hold it to.

    `said`: by chat, every answer given there as (field, value), in order. `audiences`: by name of a broadcast, the
    key of each row with the chat it is for and words that no other message holds. `per_second`: the bot's own budget.
    """

    said: Mapping[int, Sequence[tuple[str, Any]]] = field(default_factory=dict)
    audiences: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)
    per_second: int | None = None

    @cached_property
    def marks(self) -> Mapping[tuple[int, str], str]:
        """Row keys by chat and words."""
        return {where: key for audience in self.audiences.values() for key, where in audience.items()}


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of the outbox. `chat` is None where no chat of the log belongs to its address (any more)."""

    id: int
    key: str
    chat: int | None
    person: int
    message_class: str
    lane: int
    state: str
    held_back: bool
    provider_id: str | None
    reason: str | None
    attempted: bool
    repeats: str | None
    live: str | None = None


@dataclass(frozen=True)
class History:
    """All of it. `answers`: by chat, (field, value) of every answer kept, in order, of the fields in `put.said`."""

    log: Sequence[Call]
    faults: Sequence[Fault]
    acknowledged: Sequence[int]
    taken: frozenset[bytes]
    rows: Sequence[Sent]
    answers: Mapping[int, Sequence[tuple[str, Any]]]
    put: PutIn
    keys: Keys

    @cached_property
    def by_key(self) -> Mapping[str, Sent]:
        return {row.key: row for row in self.rows}

    @cached_property
    def arrived(self) -> Mapping[str, Sequence[Call]]:
        """The messages that arrived, by the key of the row they are copies of; of several parts the last."""
        return self._sorted_out[0]

    @cached_property
    def unclaimed(self) -> Sequence[Call]:
        """Messages that arrived and bear no sign of any row: a row of uncertain fate without buttons, or a stray."""
        return self._sorted_out[1]

    @cached_property
    def _sorted_out(self) -> tuple[Mapping[str, Sequence[Call]], Sequence[Call]]:
        accepted: dict[tuple[int | None, str | None], str] = {}
        for row in self.rows:  # the later states of a message that edits itself are no messages of their own
            if row.provider_id is not None:
                accepted.setdefault((row.chat, row.provider_id), row.key)
        arrived: dict[str, list[Call]] = {}
        unclaimed = []
        for call in filter(is_whole_message, self.log):
            key = self._key_of(call, accepted)
            if key is None:
                unclaimed.append(call)
            else:
                arrived.setdefault(key, []).append(call)
        return arrived, unclaimed

    def _key_of(self, call: Call, accepted: Mapping[tuple[int | None, str | None], str]) -> str | None:
        """By what its buttons carry, by the number the platform gave it, by words only it and its repeats hold."""
        for row in (call.params.get("reply_markup") or {}).get("inline_keyboard", []):
            for button in row:
                carried = str(button.get("callback_data", "")).partition(".")[0]
                if carried in self.by_key:
                    return carried
        if (call.chat, str(call.message_id)) in accepted:
            return accepted[call.chat, str(call.message_id)]
        known = (self.put.marks.get((call.chat or 0, mark)) for mark in _MARK.findall(words_of(call)))
        return next((key for key in known if key), None)


_MARK = re.compile(r"#\w+")
"""The form of words that no other message holds."""


async def history_of(telegram: Control, rows: Rows, keys: Keys, put: PutIn | None = None) -> History:
    """As of now; the fake may live in another process."""
    await telegram.refresh()
    put = put or PutIn()
    known = {call.chat for call in telegram.log} | {chat for chat, _ in put.marks} | set(put.said)
    chats = {keys.lookup(CHANNEL, str(chat)): chat for chat in known}
    homes = {
        row[0]: (row[1], chats.get(bytes(row[2]))) for row in rows("SELECT id, person_id, lookup FROM addresses")
    }
    return History(
        log=tuple(telegram.log),
        faults=tuple(telegram.faults),
        acknowledged=tuple(telegram.acknowledged),
        taken=frozenset(bytes(key) for (key,) in rows("SELECT key FROM inbox")),
        rows=_rows(rows, {address: chat for address, (_, chat) in homes.items()}),
        answers=_answers(rows, put, {chat: person for person, chat in homes.values() if chat is not None}),
        put=put,
        keys=keys,
    )


def _rows(rows: Rows, chats: Mapping[int, int | None]) -> tuple[Sent, ...]:
    found = rows(
        "SELECT id, key, address_id, person_id, message_class, lane, state, not_before, provider_id, reason,"
        " attempt_id, repeats, live FROM outbox ORDER BY id"
    )
    return tuple(
        Sent(
            id=row[0],
            key=row[1],
            chat=chats.get(row[2]),
            person=row[3],
            message_class=row[4],
            lane=row[5],
            state=row[6],
            held_back=row[7] is not None,
            provider_id=row[8],
            reason=row[9],
            attempted=row[10] is not None,
            repeats=row[11],
            live=row[12],
        )
        for row in found
    )


def _answers(rows: Rows, put: PutIn, persons: Mapping[int, int]) -> Mapping[int, Sequence[tuple[str, Any]]]:
    return {
        chat: tuple(
            (field_, json.loads(value))
            for field_, value in rows(
                "SELECT field, value FROM answers WHERE author_id = ? ORDER BY id", persons.get(chat, 0)
            )
            if field_ in {name for name, _ in said}
        )
        for chat, said in put.said.items()
    }


def words_of(call: Call) -> str:
    """What a call says, without marks of direction."""
    return plain(str(call.params.get("text", call.params.get("caption", ""))))


def is_whole_message(call: Call) -> bool:
    """A message that arrived; of several parts only the last, which is the one that counts."""
    if call.method not in RATED or not call.delivered:
        return False
    part = _PART.search(words_of(call))
    return part is None or part[1] == part[2]
