"""Measures what one turn costs in the database: a key, a place read and moved, an answer, two messages to send."""

import asyncio
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import fresh_id
from flows.effects import Say
from flows.model import Frame, Phrase, Place
from storage import outbox
from storage.answers import keep_answer
from storage.coding import say_json
from storage.db import Connection, Database, open_database
from storage.inbox import first_time
from storage.outbox import Draft, Lane, MessageClass
from storage.people import Address, add_person
from storage.places import add_place, load_place, move_place
from storage.seals import KEY_BYTES, Keys
from storage.workspaces import found_workspace
from tests.bench.contenders import TICKS
from tests.bench.table import ms, table
from tests.storage import postgres_server

IN_FLIGHT = 32
HEADS = ("storage", "units/s", "CPU us a unit", "+ server us", "p50 ms", "p99 ms")
QUESTION = {"say": say_json(Say((Phrase("a_problem"), Phrase("progress", {"number": 1, "total": 6}))))}


@dataclass(frozen=True, slots=True)
class Somebody:
    address: Address
    workspace: str
    place: str


async def as_table(seconds: float) -> str:
    """SQLite with a sync for every commit, and PostgreSQL where there is one to be had."""
    with tempfile.TemporaryDirectory(prefix="rakezet-bench-") as folder:
        rows = [await _measured("SQLite FULL", f"sqlite:///{Path(folder) / 'rakezet.db'}", seconds)]
    try:
        with postgres_server.running() as server, server.database() as url:
            rows.append(await _measured("PostgreSQL (no fsync)", url, seconds))
    except pytest.skip.Exception as missing:
        rows.append(("PostgreSQL", "NOT MEASURED", str(missing.msg), "", "", ""))
    return table(HEADS, rows)


async def _measured(name: str, url: str, seconds: float) -> Sequence[str]:
    db = await open_database(url)
    try:
        await db.migrate()
        people = [await db.run(_settle, number) for number in range(IN_FLIGHT)]
        await _work(db, people, seconds / 4)
        cpu, server, began = time.process_time(), _servers_cpu(), time.perf_counter()
        waits = sorted(await _work(db, people, seconds))
        took = time.perf_counter() - began
        cpu, server = time.process_time() - cpu, _servers_cpu() - server
    finally:
        await db.close()
    return (
        name,
        f"{len(waits) / took:.0f}",
        f"{cpu / len(waits) * 1e6:.0f}",
        f"{server / len(waits) * 1e6:.0f}" if url.startswith("postgres") else "-",
        ms(waits[len(waits) // 2]),
        ms(waits[int(len(waits) * 0.99)]),
    )


async def _work(db: Database, people: Sequence[Somebody], seconds: float) -> list[float]:
    end = time.perf_counter() + seconds
    return [wait for waits in await asyncio.gather(*(_one(db, person, end) for person in people)) for wait in waits]


async def _one(db: Database, person: Somebody, end: float) -> list[float]:
    waits: list[float] = []
    while (began := time.perf_counter()) < end:
        await db.run(_unit, person, os.urandom(16), datetime.now(UTC))
        waits.append(time.perf_counter() - began)
    return waits


def _unit(conn: Connection, who: Somebody, key: bytes, now: datetime) -> None:
    if not first_time(conn, key, now):
        return
    place = load_place(conn, who.address.person, who.place)
    assert place is not None
    move_place(conn, replace(place, version=place.version + 1), now)
    keep_answer(
        conn,
        who.workspace,
        "coalition",
        "",
        "why_together",
        f"only {key.hex()}",
        who.address.person,
        now,
        "b_why",
        key,
    )
    for _ in range(2):
        draft = Draft(
            key=fresh_id(),
            person=who.address.person,
            address=who.address.id,
            channel="telegram",
            message_class=MessageClass.REPLY,
            lane=Lane.REPLY,
            content=QUESTION,
            workspace=who.workspace,
            place=who.place,
            place_version=place.version,
        )
        outbox.put(conn, draft, now)


def _settle(conn: Connection, number: int) -> Somebody:
    now = datetime.now(UTC)
    address = add_person(conn, Keys(bytes(KEY_BYTES)), "telegram", str(number), now)
    workspace, place = fresh_id(), fresh_id()
    found_workspace(conn, workspace, "coalition", address.person, now)
    add_place(conn, address.person, Place(place, "form", workspace, (Frame("form", "a_problem"),)), now)
    return Somebody(address, workspace, place)


def _servers_cpu() -> float:
    """Seconds that all processes of a PostgreSQL server on this machine have used."""
    total = 0
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "comm").read_text().strip() == "postgres":
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                total += sum(map(int, fields[11:15]))  # with those of children that have ended
        except OSError:  # it ended just now
            continue
    return total / TICKS
