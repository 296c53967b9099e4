"""Keeps what is due in our own table: the whole app and its scheduler, everything on the disk before it counts."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.app import App, Plan, fresh_id, opened
from bot.clock import SystemClock
from bot.journal import start_journal
from bot.scheduler import Scheduler
from bot.speaking import load_conversations
from handlers.alerts import ALERT, hang
from handlers.consent import FORGET_UNCONSENTED
from handlers.kit import Policy
from handlers.timers import fire
from storage.answers import keep_answer
from storage.db import Connection, Database
from storage.people import add_person, record_consent, set_person
from storage.seals import Keys
from storage.tables import timers
from storage.timers import set_timer, void_timers
from storage.workspaces import found_workspace
from tests.bench.peers.apscheduler_jobs import instant

COALITIONS = 100
TAKEN_OFF, RUNG = "taken off", "an alert in the outbox"
IN_ONE_UNIT = 5000
DAY = "2026-12-20"


@dataclass(slots=True)
class Watched:
    """The database as the ticker sees it; notes how long after its moment each timer was durable."""

    db: Database
    late: list[float]

    async def run(self, f: Any, /, *given: Any) -> Any:
        end = await self.db.run(f, *given)
        if f is fire:
            self.late.append(time.time() - given[1].due_at.timestamp())
        return end

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)


class Ours:
    """The app as `python -m bot run` builds it, without a platform: what it would send stays in the outbox."""

    survives = True
    in_one = True
    rounds = (TAKEN_OFF, RUNG)

    def __init__(self) -> None:
        self.late: list[float] = []
        self.conversations = load_conversations(("en",), None)
        self.stack = AsyncExitStack()
        self.people: list[tuple[int, str]] = []

    async def open(self, folder: Path) -> None:
        start_journal("info")
        clock = SystemClock()
        keys = Keys.load(folder / "key")
        plan = Plan(f"sqlite:///{folder / 'rakezet.db'}", keys, self.conversations, Policy(), clock)
        self.app: App = await self.stack.enter_async_context(opened(plan, {}))
        self.app.ticker.db = Watched(self.app.db, self.late)  # type: ignore[assignment]
        scheduler = Scheduler(self.app.ticker, clock, self.app.leading)
        scheduler.start()
        self.stack.callback(scheduler.stop)
        while scheduler.wakes_at is None:  # noqa: ASYNC110 - nobody tells that the first look has been taken
            await asyncio.sleep(0.005)

    async def close(self) -> None:
        await self.stack.aclose()

    async def fill(self, number: int, at: float) -> None:
        for first in range(0, number, IN_ONE_UNIT):
            rows = [_waiting(one, at + one) for one in range(first, min(first + IN_ONE_UNIT, number))]
            await self.app.db.run(_put, rows)

    async def settle(self) -> None:
        """And people who coordinate a coalition each, with a milestone."""
        self.people = [await self.app.db.run(_settle, self.app.kit.keys, number) for number in range(COALITIONS)]
        await self.move_ladder(time.time())

    async def add(self, name: str, at: float) -> None:
        await self.app.db.run(
            set_timer, ALERT, name, instant(at), about=name, detail=_detail(), void_after=instant(at)
        )

    async def move_ladder(self, at: float) -> None:
        _, workspace = self.people[0]
        fields = {"due": instant(at).date().isoformat()}
        await self.app.db.run(hang, self.app.kit, workspace, "milestone", "m", fields, datetime.now(UTC))

    async def hang(self, number: int, at: float) -> None:
        await self.app.db.run(_hang_anew, number, instant(at))

    async def move(self, number: int, at: float) -> None:
        await self.app.db.run(_hang_anew, number, instant(at))

    async def fall_due(self, how: str, number: int, at: float) -> None:
        await self.app.db.run(_fall_due, self.people, how == RUNG, number, instant(at))
        self.app.sender.wake()  # as every turn does after its commit


def _put(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    conn.execute(insert(timers), rows)


def _waiting(number: int, at: float) -> dict[str, Any]:
    return {
        "kind": ALERT,
        "occurrence": f"waiting:{number}",
        "about": f"waiting:{number // 6}",
        "detail": _detail(),
        "due_at": instant(at),
        "void_after": instant(at) + timedelta(days=1),
    }


def _detail() -> dict[str, str]:
    return {"name": "milestone", "item": "m", "rung": "t-1", "day": DAY}


def _settle(conn: Connection, keys: Keys, number: int) -> tuple[int, str]:
    now, workspace = datetime.now(UTC), fresh_id()
    person = add_person(conn, keys, "telegram", str(number), now).person
    record_consent(conn, person, "use", "1", now)
    set_person(conn, person, language="en", display_name="A")
    found_workspace(conn, workspace, "coalition", person, now)
    keep_answer(conn, workspace, "milestone", "m", "title", "A first meeting", person, now)
    keep_answer(conn, workspace, "milestone", "m", "due", DAY, person, now)
    return person, workspace


def _hang_anew(conn: Connection, number: int, at: datetime) -> None:
    void_timers(conn, "one thing")
    for one in range(number):
        set_timer(conn, ALERT, f"one thing:{one}", at, about="one thing", detail=_detail(), void_after=at)


def _fall_due(conn: Connection, people: list[tuple[int, str]], rings: bool, number: int, at: datetime) -> None:
    for one in range(number):
        person, workspace = people[one % len(people)]
        if rings:
            until = at + timedelta(hours=1)
            set_timer(conn, ALERT, f"due:{one}", at, workspace=workspace, detail=_detail(), void_after=until)
        else:
            set_timer(conn, FORGET_UNCONSENTED, f"due:{one}", at, person)
