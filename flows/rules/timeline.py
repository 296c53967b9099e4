"""Puts what has a date in the order of time, so that a tired reader sees what comes next and what waits since when.

Pure numbers: no words, no drawing. `at` runs from 0 (the first day shown) to 1 (the end of the last month); whoever
draws decides from which side time starts. The strip of time covers at most a year back and three years ahead; what
lies beyond stands at its edge, and in its true month in `rows`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

Fields = Mapping[str, object]


class Kind(StrEnum):
    """What stands on the timeline, in the order in which things of one day are told."""

    LAUNCH = "launch"
    MILESTONE = "milestone"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Station:
    """One thing to come or to look back on. `hour` is "18:00" or ""; `number` counts dated milestones from 1.

    `at_risk`: the coalition said so of a milestone that is not done.
    """

    id: str
    kind: Kind
    title: str
    owner: str
    day: date | None
    hour: str
    done: bool
    late: bool
    number: int = 0
    at_risk: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A milestone or the launch on the strip. Flags of one lane (0 is nearest to the strip) do not touch."""

    station: Station
    at: float
    lane: int


@dataclass(frozen=True, slots=True)
class Pile:
    """Tasks that are due so close to each other that they share a place on the strip."""

    at: float
    count: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month begins here: a tick of the strip (with `at`), or a heading among the rows."""

    first: date
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Today:
    """Here we stand."""

    day: date
    at: float


Row = Month | Today | Station


@dataclass(frozen=True, slots=True)
class Timeline:
    """The strip (`ticks`, `flags`, `piles`, `today`), and the same in the order of reading (`rows`, `undated`)."""

    today: Today
    ticks: tuple[Month, ...]
    flags: tuple[Flag, ...]
    piles: tuple[Pile, ...]
    rows: tuple[Row, ...]
    undated: tuple[Station, ...]

    @property
    def is_empty(self) -> bool:
        return not self.undated and not any(isinstance(row, Station) for row in self.rows)


FLAG_WIDTH: Final = 0.05
"""How much of the strip one flag takes."""

SLOTS: Final = 45
"""How many places for piles the strip has."""

_MOST_TICKS: Final = 12
_LEAST_MONTHS: Final = 3
_BACK, _AHEAD = timedelta(days=366), timedelta(days=3 * 366)
_HOUR: Final = re.compile(r"[T ]([01]\d|2[0-3]):([0-5]\d)")


def moment_of(value: object) -> tuple[date | None, str]:
    """Day and hour of an ISO date ("2026-11-26", "2026-11-26T18:00"); (None, "") for anything else."""
    if not isinstance(value, str):
        return None, ""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None, ""
    hour = _HOUR.match(value[10:])
    return day, f"{hour[1]}:{hour[2]}" if hour else ""


def spelled(value: object) -> str:
    """A saved date as people write it ("26.11.2026, 18:00"); what is no date stays as it was said."""
    day, hour = moment_of(value)
    if day is None:
        return value.strip() if isinstance(value, str) else ""
    return f"{day.day}.{day.month}.{day.year}" + (f", {hour}" if hour else "")


def written(fields: Fields, name: str) -> str:
    """What stands in a field in words; several are joined, anything else is ""."""
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ", ".join(texts_of(fields, name))


def texts_of(fields: Fields, name: str) -> tuple[str, ...]:
    """The entries of a field that holds a list; one text alone is a list of one."""
    value = fields.get(name)
    several = value if isinstance(value, list | tuple) else [value]
    return tuple(text.strip() for text in several if isinstance(text, str) and text.strip())


def timeline_of(
    milestones: Mapping[str, Fields], tasks: Mapping[str, Fields], launch: object, today: date
) -> Timeline:
    """All that has a title, in time; what has no date waits in `undated`, milestones first."""
    found = [
        *_launch(launch, today),
        *_stations(Kind.MILESTONE, milestones, today),
        *_stations(Kind.TASK, tasks, today),
    ]
    dated = tuple(_numbered(sorted((s for s in found if s.day), key=_order)))
    start, end = _span([station.day for station in dated if station.day], today)
    return Timeline(
        today=Today(today, _at(today, start, end)),
        ticks=tuple(_ticks(start, end)),
        flags=tuple(_flags((s for s in dated if s.kind is not Kind.TASK), start, end)),
        piles=tuple(_piles((s for s in dated if s.kind is Kind.TASK), start, end)),
        rows=tuple(_rows(dated, Today(today, _at(today, start, end)))),
        undated=tuple(station for station in found if station.day is None),
    )


def _stations(kind: Kind, several: Mapping[str, Fields], today: date) -> Iterator[Station]:
    for item, fields in several.items():
        title = written(fields, "title")
        if not title or fields.get("removed"):
            continue
        day, hour = moment_of(fields.get("due"))
        done = fields.get("status") == "done"
        late = day is not None and day < today and not done
        at_risk = fields.get("health") == "red" and not done
        yield Station(item, kind, title, written(fields, "owner"), day, hour, done, late, at_risk=at_risk)


def _launch(value: object, today: date) -> Iterator[Station]:
    day, hour = moment_of(value)
    if day:
        yield Station("launch", Kind.LAUNCH, "", "", day, hour, day < today, False)


def _order(station: Station) -> tuple[date, int, str, str, str]:
    return station.day or date.max, list(Kind).index(station.kind), station.hour, station.title, station.id


def _numbered(stations: Iterable[Station]) -> Iterator[Station]:
    number = 0
    for s in stations:
        number += s.kind is Kind.MILESTONE
        own = number if s.kind is Kind.MILESTONE else 0
        yield replace(s, number=own)


def _span(days: list[date], today: date) -> tuple[date, date]:
    """First day of the first month shown, and the first day after the last one."""
    near = [_within(day, today) for day in [*days, today]]
    start = min(near).replace(day=1)
    end = max(_months_later(max(near).replace(day=1), 1), _months_later(start, _LEAST_MONTHS))
    return start, end


def _within(day: date, today: date) -> date:
    earliest = today - min(_BACK, today - date.min)
    return min(max(day, earliest), today + min(_AHEAD, date(9990, 1, 1) - today))


def _months_later(first: date, count: int) -> date:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _at(day: date, start: date, end: date) -> float:
    return min(max((day - start).days / (end - start).days, 0.0), 1.0)


def _ticks(start: date, end: date) -> Iterator[Month]:
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next(step for step in (1, 2, 3, 6, 12) if months <= step * _MOST_TICKS)
    firsts = (_months_later(start, count) for count in range(0, months, step))
    yield from (Month(first, _at(first, start, end)) for first in firsts)


def _flags(stations: Iterable[Station], start: date, end: date) -> Iterator[Flag]:
    """Each in the lowest lane where the one before it is far enough away."""
    lanes: list[float] = []
    for station in stations:
        at = _at(station.day or start, start, end)
        lane = next((lane for lane, last in enumerate(lanes) if at - last >= FLAG_WIDTH), len(lanes))
        lanes[lane : lane + 1] = [at]
        yield Flag(station, at, lane)


def _piles(tasks: Iterable[Station], start: date, end: date) -> Iterator[Pile]:
    slots: dict[int, list[Station]] = {}
    for task in tasks:
        slot = min(int(_at(task.day or start, start, end) * SLOTS), SLOTS - 1)
        slots.setdefault(slot, []).append(task)
    for slot, several in slots.items():
        yield Pile((slot + 0.5) / SLOTS, len(several), sum(t.done for t in several), sum(t.late for t in several))


def _rows(dated: tuple[Station, ...], today: Today) -> Iterator[Row]:
    """Stations under their months; today stands before what is due today."""
    past = [station for station in dated if station.day and station.day < today.day]
    told: list[Station | Today] = [*past, today, *dated[len(past) :]]
    for first, rows in groupby(told, key=lambda row: (row.day or today.day).replace(day=1)):
        yield Month(first)
        yield from rows
