"""Reads the days and hours people type and says them back, so that a plan hangs on real dates and nobody guesses.

What may be meant in two ways is returned as two moments, to be asked; what is over, or not understood, as none.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import total_ordering
from itertools import product
from zoneinfo import ZoneInfo

from flows.rules.date_days import Said, coming_sunday
from flows.rules.date_grammar import months_said, readings
from flows.rules.date_signs import sides_of, signs_of
from flows.rules.date_words import ALTERNATIVES, ARTICLES, DAY_PARTS, SPOKEN, WEAK_ALONE, key_of
from flows.typed import cleaned

FARTHEST_YEARS = 20  # what is farther is a slip of the finger
NOON, DAY = 12 * 60, 24 * 60
THURSDAY = 3
MOST_SIDES = 3  # wordings joined by "or"
LONGEST_EDGE = 8  # words of an item that may be its date


@total_ordering
@dataclass(frozen=True, slots=True)
class Moment:
    """A local day, and its hour if one was said. None is the whole day, and sorts before the day's hours."""

    day: date
    hour: time | None = None

    def iso(self) -> str:
        """2026-11-26, or 2026-11-26T18:00."""
        return self.day.isoformat() + (self.hour.strftime("T%H:%M") if self.hour else "")

    def __lt__(self, other: "Moment") -> bool:
        return self.iso() < other.iso()


def moment_from(iso: str) -> Moment:
    """The moment that `iso()` wrote. Raises ValueError for anything else."""
    day, _, hour = iso.partition("T")
    moment = Moment(date.fromisoformat(day), time.fromisoformat(hour) if hour else None)
    if moment.iso() != iso:
        raise ValueError(f"{iso!r} is no moment such as 2026-11-26T18:00")
    return moment


def read_date(text: str, now: datetime) -> tuple[Moment, ...]:
    """What this message may mean, in order: none, one (certain enough to be echoed), or several (to be asked).

    The whole message must be a date. `now` is aware, in the coalition's zone; nothing before it is ever returned.
    """
    sides = [_side(side, now) for side in sides_of(text)[: MOST_SIDES + 1]]
    if len(sides) > MOST_SIDES or (len(sides) > 1 and not all(s.certain and s.names_day for s in sides)):
        return ()
    return tuple(sorted({moment for side in sides for moment in side.certain or side.doubtful}))


def read_day_or_month(text: str, now: datetime) -> tuple[Moment, ...]:
    """The same for answers that may be rough: a month alone is its first day, the running one its last."""
    return read_date(text, now) or _month_as_days(text, now)


def read_month(text: str, now: datetime) -> tuple[date, ...]:
    """The first day of the month that was named. The running month may mean this year's or next year's: both."""
    months = {month for signs in signs_of(text) for month in months_said(signs, now.date())}
    return tuple(sorted(month for month in months if month.year <= now.year + FARTHEST_YEARS))


def instant_of(moment: Moment, zone: ZoneInfo, default_hour: time = time(9)) -> datetime:
    """The moment in UTC. An hour that spring skips is the first valid minute after; of a double hour, the first."""
    return _instant(moment, zone, default_hour)


def usual_days(now: datetime) -> tuple[tuple[str, Moment], ...]:
    """The days for buttons, each once: today, tomorrow, this_thursday (never today) and next_week (its Sunday)."""
    today = now.date()
    days = {
        "today": today,
        "tomorrow": today + timedelta(1),
        "this_thursday": today + timedelta((THURSDAY - today.weekday()) % 7 or 7),
        "next_week": coming_sunday(today),
    }
    first_keys = {day: key for key, day in reversed(days.items())}
    return tuple((key, Moment(day)) for key, day in days.items() if first_keys[day] == key)


def phrase_of(moment: Moment, language: str) -> str:
    """Weekday, day.month.year and hour, in western digits. Raises KeyError for a language that is not ours."""
    spoken, day = SPOKEN[language], moment.day
    said = f"{spoken.weekdays[day.weekday()]}{spoken.before_date}{day.day}.{day.month}.{day.year}"
    return said + (f"{spoken.before_hour}{moment.hour:%H:%M}" if moment.hour else "")


def split_item_and_date(text: str, now: datetime) -> tuple[str, tuple[Moment, ...]]:
    """What is left without the date it begins or ends with, and the date: "נייר עמדה – 5.1"; () if there is none.

    A month is its first day, the running month its last. Two dates are none: which one counts is not ours to say.
    """
    whole = cleaned(text)
    for cuts in (_cuts_at_the_end, _cuts_at_the_start):
        for item, typed, apart in cuts(whole):
            moments = _date_beside(typed, apart, now)
            if moments:
                again = any(_date_beside(more, set_off, now) for _, more, set_off in cuts(item))
                return (whole, ()) if again or _TORN.search(item) else (item.strip(_AROUND), moments)
    return whole, ()


# ------------------------------------------------------------------------------------------------------- splitting


_WORD = re.compile(r"(?:[^\s–—:]|(?<=\d)[–—:](?=\d))+")
_APART = re.compile(r"\s-\s|[–—;؛·|\n]|(?<!\d):|:(?!\d)")
_OR = "|".join(ALTERNATIVES)
_TORN = re.compile(
    rf"\d\s*[-–—]\s*$|\s(?:{_OR})\s*$|^\s*(?:[-–—]\s*\d|(?:{_OR})\s)"
)  # half of "5.1 – 7.1" is no date
_AROUND = " \n-–—:,;،؛·|()[]"
_Cut = tuple[str, str, bool]


def _cuts_at_the_end(whole: str) -> Iterator[_Cut]:
    """The item, what may be a date behind it (the longest first), and whether a mark sets the two apart."""
    edge = max((mark.end() for mark in _APART.finditer(whole)), default=0)
    begins = [word.start() for word in _WORD.finditer(whole, edge)][-LONGEST_EDGE:]
    for begin in begins:
        item = whole[:begin]
        yield item, whole[begin:], not item.strip() or item.rstrip()[-1] in _AROUND


def _cuts_at_the_start(whole: str) -> Iterator[_Cut]:
    mark = _APART.search(whole)
    ends = [word.end() for word in _WORD.finditer(whole, 0, mark.start() if mark else len(whole))]
    for end in reversed(ends[:LONGEST_EDGE]):
        rest = whole[end:]
        yield rest, whole[:end], not rest.strip() or rest.lstrip()[0] in _AROUND


def _date_beside(typed: str, apart: bool, now: datetime) -> tuple[Moment, ...]:
    """The date these words are, unless they are more likely part of the item."""
    side = _side(typed, now)
    moments = side.certain if side.names_day else ()
    if not side.certain:
        moments = _month_as_days(typed, now)
    return () if moments and not apart and _is_weak(typed) else moments


def _month_as_days(text: str, now: datetime) -> tuple[Moment, ...]:
    return tuple(Moment(m if m >= now.date() else _last_day(m)) for m in read_month(text, now))


def _last_day(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _is_weak(typed: str) -> bool:
    """One word that also means something else, a letter, or a bare number in a row ("the 5th", "organisation א׳")."""
    words = [word for word in map(key_of, typed.split()) if word not in ARTICLES]
    if len(words) <= 1 and (not words or words[0] in WEAK_ALONE or len(words[0]) == 1):
        return True
    kinds = ["".join(kind for kind, _ in signs) for signs in signs_of(typed)]
    return any(re.fullmatch("[EF,]*[NO]|.*F", row) for row in kinds)


# --------------------------------------------------------------------------------------------------------- meaning


@dataclass(frozen=True, slots=True)
class _Side:
    """What one wording may mean; `doubtful` counts only if nothing is certain. `names_day`: not only an hour."""

    certain: tuple[Moment, ...]
    doubtful: tuple[Moment, ...]
    names_day: bool


def _side(text: str, now: datetime) -> _Side:
    """What a wording without "or" may mean."""
    said = [s for signs in signs_of(text) for s in readings(signs, now.date())]
    certain = {s: tuple(_ahead(_moments(s, now), now)) for s in said if not s.dotted}
    dotted = {m for s in said if s.dotted for m in _ahead(_moments(s, now), now)}
    contradicting = {m for s in certain if not certain[s] for m in _ahead(_either_day(s, now), now)}
    return _Side(
        certain=tuple(sorted({moment for moments in certain.values() for moment in moments})),
        doubtful=tuple(sorted(dotted | contradicting)),
        names_day=all(s.has_day for s, moments in certain.items() if moments),
    )


def _ahead(moments: Iterable[Moment], now: datetime) -> Iterator[Moment]:
    for moment in moments:
        if moment.day.year <= now.year + FARTHEST_YEARS and _is_ahead(moment, now):
            yield moment


def _is_ahead(moment: Moment, now: datetime) -> bool:
    if moment.hour is None:
        return moment.day >= now.date()
    return _instant(moment, now.tzinfo or UTC, moment.hour) > now


def _moments(said: Said, now: datetime) -> Iterator[Moment]:
    if said.later:
        then = (now.astimezone(UTC) + said.later).astimezone(now.tzinfo)
        yield Moment(then.date(), time(then.hour, then.minute))
    elif said.has_day:
        yield from _on_days(said, _days(said, now.date()), now)
    else:
        yield from _at_the_next_such_hour(said, now)


def _at_the_next_such_hour(said: Said, now: datetime) -> Iterator[Moment]:
    """Without a day an hour means today's, or tomorrow's if that is gone."""
    days = (now.date(), now.date() + timedelta(1))
    usual = () if said.minutes or said.part is None else (DAY_PARTS[said.part].usual,)
    for minutes in _minutes(said) or usual:
        yield from list(_ahead((_at(day, minutes) for day in days), now))[:1]


def _on_days(said: Said, days: tuple[date, ...], now: datetime) -> Iterator[Moment]:
    if said.minutes:
        yield from (_at(day, minutes) for day, minutes in product(days, _minutes(said)))
    elif said.part is None:
        yield from (Moment(day) for day in days)
    elif said.weekday:
        yield from (_at(day, DAY_PARTS[said.part].usual) for day in days)
    else:
        yield from (_in_part(day, said.part, now) for day in days)


def _at(day: date, minutes: int) -> Moment:
    days, rest = divmod(minutes, DAY)
    return Moment(day + timedelta(days), time(rest // 60, rest % 60))


def _in_part(day: date, part: int, now: datetime) -> Moment:
    """The usual hour of this part; the whole day if that hour has just gone, but the part has not."""
    usual = _at(day, DAY_PARTS[part].usual)
    under_way = day == now.date() and now.hour * 60 + now.minute < DAY_PARTS[part].over
    return Moment(day) if under_way and not _is_ahead(usual, now) else usual


def _minutes(said: Said) -> tuple[int, ...]:
    """The hours that fit the part of the day which was said with them."""
    if said.part is None:
        return said.minutes
    stretches = DAY_PARTS[said.part].stretches
    shown = {m % NOON + half for m in said.minutes if m < NOON + 60 for half in range(0, 3 * NOON, NOON)}
    exact = {m for m in said.minutes if m >= NOON + 60}
    return tuple(m for m in sorted(shown | exact) if any(begin <= m < end for begin, end in stretches))


def _days(said: Said, today: date) -> tuple[date, ...]:
    if said.weekday is None:
        return said.days[:1] if said.nearest else said.days
    which, weekday = said.weekday
    if not said.days:
        return _on_weekday(which, weekday, today)
    fitting = tuple(day for day in said.days if day.weekday() == weekday)
    return fitting[:1] if said.nearest else fitting


def _on_weekday(which: str, weekday: int, today: date) -> tuple[date, ...]:
    """On the day itself its name may mean today or in a week; this one is today, the coming one in a week.

    The next one is certain if it lies in next week and at least four days ahead; else people differ by a week.
    """
    ahead = (weekday - today.weekday()) % 7
    coming = today + timedelta(ahead or 7)
    if which == "n":
        certain = coming >= coming_sunday(today) and (coming - today).days >= 4
        return (coming,) if certain else (coming, coming + timedelta(7))
    if ahead or which == "k":
        return (coming,)
    return (today,) if which == "t" else (today, coming)


def _either_day(said: Said, now: datetime) -> Iterator[Moment]:
    """If a date falls on another weekday than the one written beside it: the date, or that weekday near it."""
    if said.exact and said.weekday and said.days and not _days(said, now.date()):
        written = said.days[0]
        near = (written + timedelta(n) for n in range(-3, 4))
        weekday = next(day for day in near if day.weekday() == said.weekday[1])
        yield from _on_days(said, (written, weekday), now)


def _instant(moment: Moment, zone: tzinfo, default_hour: time) -> datetime:
    wall = datetime.combine(moment.day, moment.hour or default_hour)
    while wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        wall = wall.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return wall.replace(tzinfo=zone).astimezone(UTC)
