"""Remembers what already arrived, so that a second delivery has no effect, and keeps what could not be taken."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.compiled import Prepared
from storage.tables import inbox, quarantine

_INSERTS = {
    name: Prepared(database.insert(inbox).on_conflict_do_nothing())
    for name, database in {"sqlite": sqlite, "postgresql": postgresql}.items()
}
_KNOWN = Prepared(select(literal(1)).where(inbox.c.key == bindparam("key")))


def first_time(conn: Connection, key: bytes, now: datetime) -> bool:
    """Write the dedupe key; False when it was there already, and the delivery is a repetition."""
    return _INSERTS[conn.dialect.name].run(conn, key=key, received_at=now) == 1


def is_known(conn: Connection, key: bytes) -> bool:
    return _KNOWN.first(conn, key=key) is not None


def forget_keys(conn: Connection, before: datetime) -> None:
    conn.execute(delete(inbox).where(inbox.c.received_at < before))


@dataclass(frozen=True, slots=True)
class Quarantined:
    channel: str
    row: str
    sealed: bytes
    trouble: str


def keep_in_quarantine(conn: Connection, kept: Quarantined, now: datetime) -> None:
    """Keep an authentic event whose turn failed, sealed, until somebody looks or its time is over."""
    values = {
        "channel": kept.channel,
        "row": kept.row,
        "sealed": kept.sealed,
        "trouble": kept.trouble,
        "received_at": now,
    }
    conn.execute(insert(quarantine).values(values))


def quarantined(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(quarantine)).scalar_one()


def empty_quarantine(conn: Connection, before: datetime) -> None:
    conn.execute(delete(quarantine).where(quarantine.c.received_at < before))
