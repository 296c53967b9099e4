"""Knows when the alerts of one date are due, so that a date moves and everything that hangs on it moves along.

Day rungs ring at a fixed local hour, the others so long before or after the moment itself. Each rung has an end of
its own: an alert that comes later than that helps nobody, and is dropped.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.rules.dates import Moment, instant_of

MORNING, LATE_MORNING, EVENING = time(9), time(11), time(18)
LATE_EVENING = time(21)


@dataclass(frozen=True, slots=True)
class Rung:
    """One alert: its name on the ladder, when it rings, and when it no longer matters. Both in UTC."""

    name: str
    at: datetime
    void_after: datetime


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    at: Callable[[Moment, ZoneInfo], datetime]
    until: Callable[[Moment, ZoneInfo], datetime]


def ladder(kind: str, moment: Moment, zone: ZoneInfo) -> tuple[Rung, ...]:
    """The rungs of one date in order, of a kind that has a ladder below. Raises KeyError for another."""
    return tuple(Rung(step.name, step.at(moment, zone), step.until(moment, zone)) for step in _LADDERS[kind])


def starts_at(moment: Moment, zone: ZoneInfo) -> datetime:
    """The moment itself in UTC; a whole day begins at nine."""
    return instant_of(moment, zone, MORNING)


def _on_day(days: int, hour: time) -> Callable[[Moment, ZoneInfo], datetime]:
    def on_day(moment: Moment, zone: ZoneInfo) -> datetime:
        return instant_of(Moment(moment.day + timedelta(days), hour), zone)

    return on_day


def _after(**delta: float) -> Callable[[Moment, ZoneInfo], datetime]:
    def after(moment: Moment, zone: ZoneInfo) -> datetime:
        return starts_at(moment, zone) + timedelta(**delta)

    return after


def _ahead(name: str, days: int, hour: time) -> _Step:
    """So many days before, until the evening of that day."""
    return _Step(name, _on_day(-days, hour), _on_day(-days, LATE_EVENING))


def _behind(name: str, days: int, hour: time, matters: int) -> _Step:
    return _Step(name, _on_day(days, hour), _on_day(days + matters, LATE_EVENING))


_OF_WORK = (
    _ahead("t-1", 1, MORNING),
    _ahead("due", 0, MORNING),
    _behind("overdue", 1, MORNING, 3),
    _behind("overdue_committee", 4, MORNING, 3),
)

_LADDERS: Mapping[str, tuple[_Step, ...]] = {
    "task": _OF_WORK,
    "milestone": (_ahead("t-14", 14, MORNING), _ahead("t-7", 7, MORNING), *_OF_WORK),
    "crisis_task": (_Step("now", _after(), _after(hours=6)),),
    "decision": (_Step("review", _after(), _after(hours=12)),),
    "talk": (_ahead("t-1", 1, EVENING), _behind("report", 1, LATE_MORNING, 6)),
    "action": (
        _ahead("t-14", 14, LATE_MORNING),
        _ahead("t-7", 7, LATE_MORNING),
        _ahead("t-3", 3, LATE_MORNING),
        _ahead("t-1", 1, LATE_MORNING),
        _Step("t-3h", _after(hours=-3), _after()),
        _Step("start", _after(), _after(minutes=30)),
        _Step("t+1h", _after(hours=1), _after(hours=12)),
        _Step("t+1", _on_day(1, time(10)), _on_day(4, time(10))),
    ),
}
