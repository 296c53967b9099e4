"""Measures how long each drawing takes, with as much on it as a busy coalition has."""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.app import LIMITS, fresh_code, fresh_id
from bot.speaking import load_conversations
from flows.facts import RECORD_KINDS, Table
from flows.wording import Voice
from handlers.drawing import drawn
from handlers.kit import Kit, Policy
from handlers.sitter import Sitter
from storage.seals import KEY_BYTES, Keys
from tests.bench.table import table
from tests.flows.test_plan import world

HEADS = ("drawing", "first ms", "again ms", "KiB")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
STANCES = ("active_ally", "passive_ally", "neutral", "passive_opp", "active_opp")
INFLUENCES = ("low", "mid", "high")
CASES = (
    ("power_map", 25, 0),
    ("power_map", 40, 0),
    ("plan", 40, 60),
    ("timeline", 40, 60),
    ("share_card", 40, 60),
    ("inventory", 40, 60),
)


def as_table() -> str:
    """Each made twice: the first also loads what drawing needs."""
    conversations = load_conversations(("he", "ar", "en"), None)
    kit = Kit(conversations, Keys(bytes(KEY_BYTES)), fresh_id, Policy(), fresh_code, lambda _: None, LIMITS)
    return table(HEADS, [_row(kit, *case) for case in CASES])


def _row(kit: Kit, name: str, actors: int, tasks: int) -> tuple[str, ...]:
    sitter = Sitter(tables_of(actors, tasks), Voice("he"), "lead", NOW, kit)
    first, again = _timed(name, sitter), _timed(name, sitter)
    made = drawn(name, sitter).attachment
    size = f"{len(made.content) / 1024:.0f}" if made else "-"
    what = f"{name}, {actors} actors" + (f", {tasks} tasks" if tasks else "")
    return (what, f"{first * 1000:.0f}", f"{again * 1000:.0f}", size)


def _timed(name: str, sitter: Sitter) -> float:
    began = time.perf_counter()
    drawn(name, sitter)
    return time.perf_counter() - began


def tables_of(actors: int, tasks: int) -> Mapping[str, Table]:
    """A coalition with a little of everything, and so many actors and tasks."""
    tables: dict[str, Any] = {kind: {} for kind in RECORD_KINDS} | {**world()}
    tables["actor"] = dict(_actors(actors))
    tables["task"] = dict(_tasks(tasks))
    return tables


def _actors(number: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for at in range(number):
        yield (
            f"actor{at}",
            {
                "name": f"ועד שכונת הגפן {at + 1}",
                "kind": "ngo",
                "stance": STANCES[at % len(STANCES)],
                "influence": INFLUENCES[at % len(INFLUENCES)],
                "shares_goal": at % 2 == 0,
                "commitment_level": "member",
            },
        )


def _tasks(number: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for at in range(number):
        day = date(2026, 11, 25) + timedelta(days=3 * at)
        yield f"task{at}", {"title": f"לדבר עם הוועד {at + 1}", "due": day.isoformat(), "owner": "סוהא"}
