"""Decides who a call to action is for, how many that is on each channel, and how long it takes to reach them.

A filter is a short text, `kind:value`; two filters must both hold. What is known of people comes in groups of those
who are alike, so that counting ten thousand costs no more than counting their differences.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from flows.facts import Table
from flows.model import Fields
from flows.rules.quiet_choices import quiet_choices
from flows.rules.quiet_times import Urgency, next_allowed

ALL: Final = "all"
KINDS: Final = ("role", "organisation", "language", "event", "reply", "step", "silent")
"""What people can be chosen by; `reply` is what they answered to an earlier call."""

SILENT_DAYS: Final = (7, 14, 30, 60)
NO_ANSWER: Final = "none"
USUAL_RATE: Final = 25
"""Messages a second where nobody said another."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What choosing people needs to know of one, or of many who are alike.

    `heard`: whole days since their last word; `waits`: "flow:step"; `said`: "event:<action>:<answer>" and
    "reply:<call>:<answer>"; `channel` None: out of reach; `quiet`: what they chose about quiet times, as JSON.
    """

    role: str
    language: str
    channel: str | None
    muted: bool = False
    organisation: str = ""
    waits: frozenset[str] = frozenset()
    heard: int = 0
    said: frozenset[str] = frozenset()
    quiet: str = ""

    @property
    def can_be_told(self) -> bool:
        return self.channel is not None and not self.muted


Crowd = Mapping[Traits, int]
"""How many people are alike in everything that is asked here."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a call would reach now. `resting`: how many get it only when their quiet ends, the last at `last`."""

    by_channel: Mapping[str, int]
    by_language: Mapping[str, int]
    muted: int
    unreachable: int
    resting: int = 0
    last: datetime | None = None

    @property
    def people(self) -> int:
        return sum(self.by_channel.values())


def alike(everyone: Iterable[Traits]) -> Crowd:
    return Counter(everyone)


def crowd_facts(crowd: Crowd) -> Table:
    """The crowd as facts: one record for each group."""
    return {
        str(at): {
            "role": t.role,
            "language": t.language,
            "channel": t.channel,
            "muted": t.muted,
            "organisation": t.organisation,
            "waits": sorted(t.waits),
            "heard": t.heard,
            "said": sorted(t.said),
            "quiet": t.quiet,
            "people": people,
        }
        for at, (t, people) in enumerate(crowd.items())
    }


def crowd_from(table: Table) -> Crowd:
    crowd: Counter[Traits] = Counter()
    for fields in table.values():
        crowd[_traits(fields)] += _number(fields.get("people"))
    return crowd


def belongs(one: Traits, filters: Iterable[str]) -> bool:
    """Whether somebody is meant, whatever can reach them."""
    return all(_holds(one, wanted) for wanted in filters if wanted)


def reach(crowd: Crowd, filters: Iterable[str]) -> Reach:
    """Whom these filters reach."""
    wanted = tuple(filters)
    meant = {one: people for one, people in crowd.items() if belongs(one, wanted)}
    channels: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for one, people in meant.items():
        if one.can_be_told:
            channels[one.channel or ""] += people
            languages[one.language] += people
    muted = sum(people for one, people in meant.items() if one.muted)
    lost = sum(people for one, people in meant.items() if one.channel is None and not one.muted)
    return Reach(channels, languages, muted, lost)


def resting(
    crowd: Crowd, filters: Iterable[str], start: datetime, zone: ZoneInfo, *, urgent: bool
) -> tuple[int, datetime | None]:
    """How many rest at this moment, and when the last of them may be told."""
    wanted = tuple(filters)
    ends: dict[str, datetime] = {}
    people, last = 0, None
    for one, count in crowd.items():
        if not one.can_be_told or not belongs(one, wanted):
            continue
        if one.quiet not in ends:
            ends[one.quiet] = free_at(one.quiet, start, zone, urgent=urgent)
        if ends[one.quiet] > start:
            people += count
            last = ends[one.quiet] if last is None else max(last, ends[one.quiet])
    return people, last


def free_at(quiet: str, start: datetime, zone: ZoneInfo, *, urgent: bool) -> datetime:
    """The first moment from `start` on at which somebody may be told."""
    kept = json.loads(quiet) if quiet else None
    return next_allowed(start, quiet_choices(kept, zone), Urgency.APPROVED if urgent else Urgency.ROUTINE)


def seconds_for(people: int, rate: int) -> int:
    """How long so many messages take at so many a second."""
    return math.ceil(people / max(1, rate))


def platform(channel: str) -> str:
    """The platform a channel stands for: the playground's looks are those of the platforms."""
    return channel.removeprefix("playground_")


def values_of(crowd: Crowd, kind: str) -> dict[str, int]:
    """Every filter of a kind that somebody fits, with how many can be told, the most first."""
    counted: Counter[str] = Counter()
    for one, people in crowd.items():
        if one.can_be_told:
            for value in _VALUES[kind](one):
                counted[value] += people
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return {f"{kind}:{value}": people for value, people in ordered}


def _silent_since(one: Traits) -> tuple[str, ...]:
    return tuple(str(days) for days in SILENT_DAYS if one.heard >= days)


def _saying(kind: str, one: Traits) -> tuple[str, ...]:
    return tuple(said.removeprefix(f"{kind}:") for said in sorted(one.said) if said.startswith(f"{kind}:"))


_VALUES = {
    "role": lambda one: (one.role,),
    "organisation": lambda one: (one.organisation,) if one.organisation else (),
    "language": lambda one: (one.language,),
    "event": lambda one: _saying("event", one),
    "reply": lambda one: _saying("reply", one),
    "step": lambda one: tuple(sorted(one.waits)),
    "silent": _silent_since,
}


def _holds(one: Traits, wanted: str) -> bool:
    kind, _, value = wanted.partition(":")
    if kind == "event" and value.endswith(f":{NO_ANSWER}"):
        action = value.removesuffix(NO_ANSWER)
        return not any(said.startswith(f"event:{action}") for said in one.said)
    if kind == "silent":
        return value.isdecimal() and one.heard >= int(value)
    return kind == ALL or (kind in _VALUES and value in _VALUES[kind](one))


def _traits(fields: Fields) -> Traits:
    channel = fields.get("channel")
    return Traits(
        str(fields.get("role") or ""),
        str(fields.get("language") or ""),
        str(channel) if channel else None,
        bool(fields.get("muted")),
        str(fields.get("organisation") or ""),
        _several(fields.get("waits")),
        _number(fields.get("heard")),
        _several(fields.get("said")),
        str(fields.get("quiet") or ""),
    )


def _several(value: object) -> frozenset[str]:
    return frozenset(value) if isinstance(value, list) else frozenset()


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
