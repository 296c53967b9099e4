"""Sums up a coalition's week for its coordinators: how much moved, what is stuck, and one thing that may help.

Where fewer than three people answered there are only counts: neither wins nor mood may point at one person.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flows.facts import Table
from flows.model import Fields
from flows.rules.weekly import BLOCKERS, is_of_week, open_records, week_of

ENOUGH_VOICES: Final = 3
WINS_TOLD: Final = 5
MOODS: Final = ("good", "ok", "low")


@dataclass(frozen=True, slots=True)
class Digest:
    """One week in numbers. `wins` and `mood` (mood → how many) are empty where too few answered."""

    done: int
    stuck: int
    at_risk: int
    answered: int
    wins: tuple[str, ...]
    wins_count: int
    mood: Mapping[str, int]
    suggestion: str

    @property
    def is_empty(self) -> bool:
        return not (self.done or self.stuck or self.at_risk or self.answered)


def digest_of(tables: Mapping[str, Table], today: date) -> Digest:
    """The week that ended yesterday, from the records `task`, `milestone` and `checkin`."""
    yesterday = today - timedelta(1)
    week = week_of(yesterday)
    work = [*_standing(tables["task"]), *_standing(tables["milestone"])]
    checkins = [f for item, f in tables["checkin"].items() if is_of_week(item, week) and f.get("opened") == "now"]
    done = [f for f in work if f.get("status") == "done" and _is_in_week(f.get("done_at"), week)]
    stuck = [f for f in work if f.get("status") == "stuck"]
    at_risk = sum(f.get("health") == "red" for f in open_records(tables["milestone"]).values())
    wins = tuple(str(f["win"]) for f in (*checkins, *done) if f.get("win"))
    are_enough = len(checkins) >= ENOUGH_VOICES
    return Digest(
        done=len(done),
        stuck=len(stuck),
        at_risk=at_risk,
        answered=len(checkins),
        wins=wins[:WINS_TOLD] if are_enough else (),
        wins_count=len(wins),
        mood=_mood(checkins) if are_enough else {},
        suggestion=suggestion_for(stuck, at_risk),
    )


def suggestion_for(stuck: list[Fields], at_risk: int) -> str:
    """The most common blocker (of several as common, the one asked first); else what the numbers say."""
    blockers = Counter(str(f["blocker_kind"]) for f in stuck if f.get("blocker_kind") in BLOCKERS)
    if blockers:
        return max(BLOCKERS, key=lambda kind: blockers[kind])
    if stuck:
        return "stuck"
    return "at_risk" if at_risk else "going_well"


def _standing(table: Table) -> Iterator[Fields]:
    return (f for f in table.values() if f.get("title") and not f.get("removed"))


def _is_in_week(day: object, week: str) -> bool:
    return isinstance(day, str) and bool(day) and week_of(date.fromisoformat(day[:10])) == week


def _mood(checkins: list[Fields]) -> dict[str, int]:
    felt = Counter(f.get("mood") for f in checkins)
    return {mood: felt[mood] for mood in MOODS if felt[mood]}
