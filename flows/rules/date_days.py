"""Knows which days are meant by what people say of them, counted from today; what is over is left out.

Each rule takes the signs that its pattern covered (see `date_grammar`), what was said before them, and today. None
means that the signs make no sense together.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flows.rules.date_words import Sign

MINUTE, HOUR, DAYS, WEEK, MONTH, YEAR = range(6)
SOME_ADAR, FIRST_ADAR, SECOND_ADAR = 14, 12, 13


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: days it may be (`nearest`: the first that fits), a weekday, minutes of the day, a part of it."""

    days: tuple[date, ...] = ()
    nearest: bool = False
    exact: bool = False  # the days were written as a date, which may contradict the weekday
    weekday: Sign | None = None  # the sign before or after it (n, k, t or "") and Monday = 0
    minutes: tuple[int, ...] = ()  # 1440 and more: in the night that follows
    part: int | None = None  # index in DAY_PARTS
    later: timedelta | None = None
    dotted: bool = False  # an hour was read from what may be a day and a month

    @property
    def has_day(self) -> bool:
        return bool(self.days or self.weekday or self.later)


def value(signs: Sequence[Sign], kinds: str, otherwise: int = 0) -> int:
    return next((value for kind, value in signs if kind in kinds), otherwise)


def has(signs: Sequence[Sign], kinds: str) -> bool:
    return any(kind in kinds for kind, _ in signs)


def months(month: int, year: int, today: date) -> tuple[date, ...]:
    """The first day of that month; of the running month, of this year's and of next year's. Year 0 is not said."""
    this = today.replace(day=1)
    if year:
        named = date(year, month, 1)
        return (named,) if named >= this else ()
    following = date(today.year + (month < today.month), month, 1)
    if month != today.month or today.day == 1:
        return (following,)
    return (this, shifted(this, months=12))


def counted_day(signs: Sequence[Sign], said: Said, today: date) -> Said:
    return Said(days=(today + timedelta(value(signs, "T")),))


def weekday(signs: Sequence[Sign], said: Said, today: date) -> Said:
    which = next((kind for kind, _ in signs if kind in "nkt"), "")
    return Said(weekday=(which, value(signs, "W")))


def calendar_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    return _named_day(value(signs, "NOoL"), value(signs, "MX"), value(signs, "V"), today)


def calendar_day_of_short_year(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    (_, day), (_, year) = (sign for sign in signs if sign[0] == "N")
    return _named_day(day, value(signs, "MX"), 2000 + year, today) if 24 < year < 100 else None


def _named_day(day: int, month: int, year: int, today: date) -> Said | None:
    years = (year,) if year else range(today.year, today.year + 9)
    days = (date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1])
    ahead = next((d for d in days if d >= today), None)
    return Said(days=(ahead,), exact=True) if ahead else None


def hebrew_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    day, month, year = value(signs, "LNo"), value(signs, "H"), value(signs, "J")
    this = today.year + 3760
    for tried in (year,) if year else range(this, this + 9):
        days = tuple(d for d in _hebrew_dates(tried, month, day) if d >= today)
        if days:
            return Said(days=days, exact=True)
    return None


def _hebrew_dates(year: int, month: int, day: int) -> Iterator[date]:
    from pyluach.dates import HebrewDate  # type: ignore[import-untyped]  # kept out of start-up: few people type Hebrew dates

    for m in (FIRST_ADAR, SECOND_ADAR) if month == SOME_ADAR else (month,):
        try:
            if month != FIRST_ADAR or _is_leap(year):
                yield HebrewDate(year, m, day).to_pydate()
        except ValueError:
            continue  # a month or a day which this year does not have


def _is_leap(hebrew_year: int) -> bool:
    return (7 * hebrew_year + 1) % 19 < 7


def day_of_month(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    day = value(signs, "NOo")
    if not 1 <= day <= 31 or value(signs, "U", MONTH) != MONTH:
        return None
    ahead = (shifted(today.replace(day=1), months=m) for m in ((1,) if has(signs, "n") else range(13)))
    days = tuple(month.replace(day=day) for month in ahead if day <= monthrange(month.year, month.month)[1])
    days = tuple(d for d in days if d >= today)
    return Said(days=days[:2], nearest=True, exact=True) if days else None


def day_of_month_alone(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    return day_of_month(signs, said, today) if said == Said() else None


def day_after_weekday(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """The 19 of "Thursday 19", if that is a Thursday."""
    meant = day_of_month(signs, said, today) if said.weekday and not said.days else None
    return meant and replace(meant, days=meant.days[:1], exact=False)


def after_so_long(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    unit, count = value(signs, "UD"), (2 if has(signs, "D") else value(signs, "Nd", 1))
    part = value(signs, "fh")
    if unit in (MINUTE, HOUR):
        whole = 0 if has(signs, "f") else count * (60 if unit == HOUR else 1)
        minutes = whole + part
        return Said(later=timedelta(minutes=minutes)) if (unit == HOUR or not part) and minutes > 0 else None
    if part:
        return None
    if unit in (MONTH, YEAR):
        return Said(days=(shifted(today, months=count * (12 if unit == YEAR else 1)),))
    return Said(days=(today + timedelta(count * (7 if unit == WEEK else 1)),))


def edge(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """Beginning, middle or end of a month, or the beginning or end of a year."""
    next_one, edge = has(signs, "n"), next(kind for kind, _ in signs if kind in "SmZ")
    if has(signs, "MX"):
        named = months(value(signs, "MX"), value(signs, "V"), today)
        return _first_ahead((_at_edge(month, edge) for month in named), today)
    unit = value(signs, "U")
    if unit == WEEK and edge == "S":
        return Said(days=(coming_sunday(today),))
    if unit == MONTH:
        first = today.replace(day=1)
        ahead = (shifted(first, months=m) for m in ((1,) if next_one else (0, 1)))
        return _first_ahead((_at_edge(month, edge) for month in ahead), today)
    if unit == YEAR and edge != "m":
        years = (today.year + 1,) if next_one or edge == "S" else (today.year,)
        return Said(days=tuple(date(y, 1, 1) if edge == "S" else date(y, 12, 31) for y in years))
    return None


def _at_edge(month: date, edge: str) -> date:
    last = monthrange(month.year, month.month)[1]
    return month.replace(day={"S": 1, "m": 15, "Z": last}[edge])


def _first_ahead(days: Iterator[date], today: date) -> Said | None:
    ahead = next((day for day in days if day >= today), None)
    return Said(days=(ahead,)) if ahead else None


def next_period(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """Next week is any of its days if a weekday is said too, else its Sunday; next month is its first day."""
    unit = value(signs, "U")
    if unit == WEEK:
        return Said(days=tuple(coming_sunday(today) + timedelta(n) for n in range(7)), nearest=True)
    if unit == MONTH:
        return Said(days=(shifted(today.replace(day=1), months=1),))
    return None


def weekend(signs: Sequence[Sign], said: Said, today: date) -> Said:
    """Friday or Saturday; with "next", people differ in which."""
    friday = today + timedelta((4 - today.weekday()) % 7 - (7 if today.weekday() == 5 else 0))
    ahead = [friday, friday + timedelta(1)]
    if has(signs, "n"):
        ahead += [day + timedelta(7) for day in ahead]
    return Said(days=tuple(day for day in ahead if day >= today))


def coming_sunday(today: date) -> date:
    """The first day of next week."""
    return today + timedelta(7 - (today.weekday() + 1) % 7)


def shifted(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
