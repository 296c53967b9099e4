"""Decides when nobody is disturbed: at night, on Shabbat, and on the holy days each person chose to keep.

One question, `quiet_at`. Everything quiet is a stretch with a beginning, an end and a reason; stretches that touch
are one quiet, which ends when none goes on. Replies to somebody who has just written are never held: do not ask.

- Shabbat and Jewish holidays: from lighting candles to nightfall, by the city. With the holidays goes the fast of Av,
  from sunset.
- Memorial days (Holocaust, the fallen), from sunset to nightfall: people may write, we only hold what can wait.
- Muslim feasts: from sunset to sunset. The moon may move them by a day: the morning of the day before and of the day
  after is quiet too, when a feast is prayed and greeted. Ramadan, by choice: iftar, and the night up to dawn prayer.
- Christian feasts: from sunset on their eve to midnight. Druze: Eid al-Adha as above, Nabi Shu'ayb as civil days.

Nights and midnights are those of the person's zone, sunsets those of the city.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from flows.rules import holidays
from flows.rules.cities import City
from flows.rules.dates import Moment, instant_of
from flows.rules.sunsets import candle_lighting, dawn, nightfall, sunset

EARLIEST_NIGHT, LATEST_NIGHT = time(18), time(4)
LATEST_MORNING = time(12)
BEFORE_IFTAR, AFTER_IFTAR = timedelta(minutes=15), timedelta(minutes=60)
AFTER_DAWN = timedelta(minutes=30)
"""The dawn prayer, after the meal before it."""

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_MIDNIGHT, _MORNING, _NOON = time(0), time(5), time(12)
_CHOICES_TIMES_DAYS = 8192


class Urgency(StrEnum):
    """How much a message presses. Only a second person's approval lets an urgent one pass the quiet."""

    ROUTINE = "routine"
    URGENT = "urgent"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Night:
    """Local hours: begins at 18:00 or later (before 4:00), ends by noon, so that every day leaves an afternoon.

    Raises ValueError for other hours.
    """

    begin: time = time(22)
    end: time = time(7)

    def __post_init__(self) -> None:
        if self.begin.tzinfo or self.end.tzinfo:
            raise ValueError("a night's hours are those of the person's zone")
        if LATEST_NIGHT <= self.begin < EARLIEST_NIGHT or self.end > LATEST_MORNING:
            raise ValueError(f"{self.begin}-{self.end} leaves no afternoon")
        if self.after_midnight and self.end <= self.begin:
            raise ValueError(f"{self.begin}-{self.end} is no night")

    @property
    def after_midnight(self) -> bool:
        """Whether it begins and ends on one day."""
        return self.begin < LATEST_NIGHT


@dataclass(frozen=True, slots=True)
class QuietChoices:
    """What a person, or a coalition, keeps. Nothing but the night is taken for granted; `night=None` is no night."""

    zone: ZoneInfo
    city: City
    night: Night | None = Night()
    keep_shabbat: bool = False
    jewish_holidays: bool = False
    memorial_days: bool = False
    muslim_feasts: bool = False
    ramadan_iftar: bool = False
    ramadan_night: bool = False
    christian_western: bool = False
    christian_eastern: bool = False
    druze_days: bool = False


@dataclass(frozen=True, slots=True)
class Quiet:
    """Why it is quiet (the key of a text, such as `quiet.shabbat`), and the first instant that is not, UTC."""

    why: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `begin` to just before `end`, UTC."""

    begin: datetime
    end: datetime
    why: str


def quiet_at(instant: datetime, choices: QuietChoices, urgency: Urgency = Urgency.ROUTINE) -> Quiet | None:
    """The quiet this instant lies in, or None if the message may go. Raises ValueError for a naive instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone is no instant")
    stretch = None if urgency is Urgency.APPROVED else _stretch_at(instant.astimezone(UTC), choices)
    if stretch is None:
        return None
    going_on: Stretch | None = stretch
    while going_on:
        until = going_on.end
        going_on = _stretch_at(until, choices)
    return Quiet(stretch.why, until)


def next_allowed(instant: datetime, choices: QuietChoices, urgency: Urgency = Urgency.ROUTINE) -> datetime:
    """The first moment from this instant on that is not quiet, UTC."""
    quiet = quiet_at(instant, choices, urgency)
    return quiet.until if quiet else instant.astimezone(UTC)


def _stretch_at(instant: datetime, choices: QuietChoices) -> Stretch | None:
    """The weightiest stretch this instant lies in: a holiday is named before the Shabbat and the night it covers."""
    near = _stretches_near(instant.astimezone(choices.zone).date(), choices)
    return next((stretch for stretch in near if stretch.begin <= instant < stretch.end), None)


@lru_cache(_CHOICES_TIMES_DAYS)
def _stretches_near(day: date, choices: QuietChoices) -> tuple[Stretch, ...]:
    """All that may touch this local day, weightiest first: its own, last night's, and what begins this evening.

    Enough also for who is far from the city: a day that has only begun there has no evening yet.
    """
    days = [day + timedelta(offset) for offset in (-1, 0, 1)]
    return tuple(stretch for kept in _KEPT for near in days for stretch in kept(near, choices))


# Each says which stretches belong to a day; those of an evening before belong to the day that follows.


def _jewish_holiday(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    why = holidays.jewish_holiday(day) if choices.jewish_holidays else None
    if why:
        begins = sunset if why == holidays.TISHA_BEAV else candle_lighting
        yield Stretch(begins(choices.city, day - _ONE_DAY), nightfall(choices.city, day), why)


def _memorial_day(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    why = holidays.memorial_day(day) if choices.memorial_days else None
    if why:
        yield Stretch(sunset(choices.city, day - _ONE_DAY), nightfall(choices.city, day), why)


def _muslim_feasts(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    if choices.muslim_feasts:
        yield from _by_the_moon(day, choices)


def _druze_days(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    if not choices.druze_days:
        return
    yield from (feast for feast in _by_the_moon(day, choices) if feast.why == holidays.EID_AL_ADHA)
    pilgrimage = holidays.druze_pilgrimage(day)
    if pilgrimage:
        yield Stretch(_at(day, _MIDNIGHT, choices), _at(day + _ONE_DAY, _MIDNIGHT, choices), pilgrimage)


def _by_the_moon(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    feast, beside = holidays.muslim_feast(day), holidays.beside_muslim_feast(day)
    if feast:
        yield Stretch(sunset(choices.city, day - _ONE_DAY), sunset(choices.city, day), feast)
    if beside:
        yield Stretch(_at(day, _MORNING, choices), _at(day, _NOON, choices), beside)


def _christian_holiday(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    why = holidays.christian_holiday(day, choices.christian_western, choices.christian_eastern)
    if why:
        yield Stretch(sunset(choices.city, day - _ONE_DAY), _at(day + _ONE_DAY, _MIDNIGHT, choices), why)


def _shabbat(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    if choices.keep_shabbat and day.weekday() == _SATURDAY:
        begin = candle_lighting(choices.city, day - _ONE_DAY)
        yield Stretch(begin, nightfall(choices.city, day), "quiet.shabbat")


def _ramadan(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    """The evening before a day of fasting belongs to its night: the month begins with it."""
    if not ((choices.ramadan_iftar or choices.ramadan_night) and holidays.in_ramadan(day)):
        return
    iftar = sunset(choices.city, day)
    if choices.ramadan_iftar:
        yield Stretch(iftar - BEFORE_IFTAR, iftar + AFTER_IFTAR, "quiet.iftar")
    if choices.ramadan_night:
        begin = sunset(choices.city, day - _ONE_DAY) + AFTER_IFTAR
        yield Stretch(begin, dawn(choices.city, day) + AFTER_DAWN, "quiet.ramadan-night")


def _night(day: date, choices: QuietChoices) -> Iterator[Stretch]:
    if choices.night:
        following = day if choices.night.after_midnight else day + _ONE_DAY
        begin, end = _at(day, choices.night.begin, choices), _at(following, choices.night.end, choices)
        yield Stretch(begin, end, "quiet.night")


def _at(day: date, hour: time, choices: QuietChoices) -> datetime:
    """UTC. An hour that spring skips is the first valid minute after; of a double hour, the first."""
    return instant_of(Moment(day, hour), choices.zone)


_KEPT: tuple[Callable[[date, QuietChoices], Iterator[Stretch]], ...] = (
    _jewish_holiday,
    _memorial_day,
    _muslim_feasts,
    _druze_days,
    _christian_holiday,
    _shabbat,
    _ramadan,
    _night,
)
"""Weightiest reason first."""
