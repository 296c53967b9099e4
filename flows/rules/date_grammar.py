"""Understands typed signs as what was said of a day and an hour, and refuses whatever leaves a word over.

Each rule is a pattern over the signs of `date_words` and what it means. A message is a date only if rules and small
words cover all of it; every way to cover it is returned, since people differ in what they mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from flows.rules import date_days
from flows.rules.date_days import MONTH, Said, has, months, shifted, value
from flows.rules.date_words import Sign

NOON, DAY = 12 * 60, 24 * 60
EVENING = 3  # in DAY_PARTS

Rule = Callable[[Sequence[Sign], Said, date], Said | None]


def readings(signs: Sequence[Sign], today: date) -> Iterator[Said]:
    """Every way in which the rules cover all of these signs."""
    kinds = "".join(kind for kind, _ in signs)
    yield from (said for said in _covered(kinds, signs, 0, Said(), today) if said != Said())


def _covered(kinds: str, signs: Sequence[Sign], at: int, said: Said, today: date) -> Iterator[Said]:
    if at == len(kinds):
        yield said
        return
    for pattern, rule in RULES:
        found = pattern.match(kinds, at)
        meant = found and rule(signs[at : found.end()], said, today)
        both = meant and _together(said, meant)
        if found and both:
            yield from _covered(kinds, signs, found.end(), both, today)
    if kinds[at] in "BEF,":
        yield from _covered(kinds, signs, at + 1, said, today)


def months_said(signs: Sequence[Sign], today: date) -> tuple[date, ...]:
    """The first days of the months that are meant; empty if a day is named as well, or the month is over."""
    kinds = "".join(kind for kind, _ in signs)
    if value(signs, "U", MONTH) != MONTH:
        return ()
    if re.fullmatch("[BEF,]*(?:nU|UF*n)[BEF,]*", kinds):
        return (shifted(today.replace(day=1), months=1),)
    if re.fullmatch("[BEF,]*(?:U[BEF]*)?[MX][F,]*V?[F,]*", kinds):
        return months(value(signs, "MX"), value(signs, "V"), today)
    year = value(signs, "N")
    if re.fullmatch("[BEF,]*(?:U[BEF]*)?MN[F,]*", kinds) and 24 < year < 100:
        return months(value(signs, "M"), 2000 + year, today)
    return ()


def _together(said: Said, more: Said) -> Said | None:
    """Both things said at once; None if they are two of a kind and differ."""
    if said == Said():
        return more
    if (said.weekday and more.weekday) or (said.minutes and more.minutes) or said.later or more.later:
        return None
    if None not in {said.part, more.part} and said.part != more.part:
        return None
    days = tuple(day for day in said.days if day in more.days) if said.days and more.days else said.days or more.days
    if not days and said.days:
        return None
    return Said(
        days=days,
        nearest=said.nearest or more.nearest,
        exact=said.exact or more.exact,
        weekday=said.weekday or more.weekday,
        minutes=said.minutes or more.minutes,
        part=more.part if said.part is None else said.part,
        dotted=said.dotted or more.dotted,
    )


# ----------------------------------------------------------------------------------------------------------- hours


def _clock(signs: Sequence[Sign], said: Said, today: date) -> Said:
    minutes = value(signs, "Cc")
    return Said(minutes=(minutes, minutes + NOON) if has(signs, "c") else (minutes,))


def _dotted_clock(signs: Sequence[Sign], said: Said, today: date) -> Said:
    minutes = value(signs, "p")
    either = 60 <= minutes < 7 * 60
    return Said(minutes=(minutes, minutes + NOON) if either else (minutes,), dotted=not has(signs, "A"))


def _dotted_clock_of_a_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """Beside a written date only if it could be no second date, as in "3.12 5.12"."""
    hour, minute = divmod(value(signs, "p"), 60)
    is_second_date = said.exact and hour and 1 <= minute <= 12
    return _dotted_clock(signs, said, today) if said.has_day and not is_second_date else None


def _hour(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """An hour in words or as a bare number: up to eleven it may be either half of the day, twelve is noon."""
    hour, more = value(signs, "N"), value(signs, "hQ")
    minutes = hour * 60 + more
    if not 0 <= minutes <= DAY or hour > 24:
        return None
    return Said(minutes=(minutes, minutes + NOON) if 0 < hour <= 12 and minutes < NOON else (minutes,))


def _hour_of_a_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """Not after a day that was a bare number itself: "Thursday 19 until 21"."""
    return _hour(signs, said, today) if said.has_day and (said.exact or not said.nearest) else None


def _hour_behind_a_small_word(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """Not after a written date: "5 January until 7" is a stretch of days."""
    return None if said.exact else _hour_of_a_day(signs, said, today)


def _part(signs: Sequence[Sign], said: Said, today: date) -> Said:
    return Said(part=value(signs, "P"))


def _evening_of_a_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """The bare word: after a day it is its evening, before a day it may be its eve."""
    return Said(part=EVENING) if said.has_day else None


def _midnight(signs: Sequence[Sign], said: Said, today: date) -> Said:
    """Before the day or after it: people differ."""
    return Said(minutes=(0, DAY))


# ----------------------------------------------------------------------------------------------------------- rules


RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"T", date_days.counted_day),
        (r"[nkt]?[Yy]?W(?:[nkt](?![BEF]*U))?", date_days.weekday),
        (r"(?:[Yy][BEF]*)?[NOL][BEF]*[MX](?:[F,]*V)?", date_days.calendar_day),
        (r"o[BEF]+[MX](?:[F,]*V)?", date_days.calendar_day),
        (r"XF*[NO](?:[F,]*V)?", date_days.calendar_day),
        (r"(?:[Yy][BEF]*)?N[BEF]*[MX]F*N", date_days.calendar_day_of_short_year),
        (r"(?:(?:[Yy][BEF]*)?[LN][BEF]*|o[BEF]+)H(?:[EF]*J)?", date_days.hebrew_day),
        (r"[NOo][BEF]+(?:Un?|n[BEF]*U)", date_days.day_of_month),
        (r"EN|O|yF*N", date_days.day_of_month),
        (r"B[EF]*N[BEF,]*$", date_days.day_of_month_alone),
        (r"N(?![BEF]*[MXUPhH])", date_days.day_after_weekday),
        (r"(?:I[BEF]*(?:[Ndf][BEF]*)?[UD]h?|(?:[Ndf][BEF]*)?[UD]h?F*R)(?![BEF]*[WY])", date_days.after_so_long),
        (r"[SmZ][BEF]*(?:n[BEF]*U|U[BEF]*n?|[MX](?:[F,]*V)?)", date_days.edge),
        (r"n[BEF]*U|U[BEF]*n", date_days.next_period),
        (r"[nkt]?K[nkt]?", date_days.weekend),
        (r"(?:A[BEF]*)?[Cc]", _clock),
        (r"[AB][BEF]*p|p(?=[BEF]*P)", _dotted_clock),
        (r"p", _dotted_clock_of_a_day),
        (r"[AB][BEF]*Nh?(?![BEF]*[MXUH])|Nh|(?<!E)N(?=[BEF]*P)|(?:A[BEF]*)?Q[BEF]*N", _hour),
        (r"(?<!F)N(?![BEF]*[MXUH])", _hour_of_a_day),
        (r"(?<=F)N(?![BEF]*[MXUH])", _hour_behind_a_small_word),
        (r"(?:A[BEF]*)?P", _part),
        (r"e", _evening_of_a_day),
        (r"(?:A[BEF]*)?G", _midnight),
    )
)
