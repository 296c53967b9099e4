"""A few people, coalitions and messages to ask about, so that a query's test begins where it becomes interesting."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from flows.model import Frame, Place
from storage.answers import keep_answer
from storage.outbox import Draft, Lane, MessageClass, Row, by_key, put
from storage.people import Address, add_person
from storage.seals import KEY_BYTES, Keys
from storage.workspaces import found_workspace

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
KEYS = Keys(bytes(KEY_BYTES))


def named(what: str) -> str:
    """An id that can be read, as long as ours are."""
    return what.ljust(22, "_")


def somebody(conn: Connection, number: int = 1) -> Address:
    """A person of whom we know the address alone."""
    return add_person(conn, KEYS, "telegram", str(number), NOW)


def coalition(conn: Connection, founder: int, what: str = "coalition", name: str | None = None) -> str:
    found_workspace(conn, named(what), "coalition", founder, NOW)
    if name is not None:
        keep_answer(conn, named(what), "coalition", "", "name", name, founder, NOW)
    return named(what)


def message(to: Address, key: str = "message", **columns: Any) -> Draft:
    row = Draft(named(key), to.person, to.id, to.channel, MessageClass.REPLY, Lane.REPLY, {"say": {"lines": [key]}})
    return replace(row, **columns)


def queued(conn: Connection, to: Address, key: str = "message", /, **columns: Any) -> Row:
    put(conn, message(to, key, **columns), NOW)
    found = by_key(conn, named(key))
    assert found is not None
    return found


def standing(what: str = "place", flow: str = "coalition_need", **parts: Any) -> Place:
    return Place(named(what), flow, parts.pop("workspace", None), (Frame(flow, "a_problem"),), **parts)
