"""Understands typed signs as what was said of a day and an hour, and refuses whatever leaves a word over.

Each rule is a pattern over the signs of `date_words` and what it means. A message is a date only if rules and small
words cover all of it; every way to cover it is returned, since people differ in what they mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
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
    if kinds[at] in "BEF":
        yield from _covered(kinds, signs, at + 1, said, today)


def months_said(signs: Sequence[Sign], today: date) -> tuple[date, ...]:
    """The first days of the months that are meant; empty if a day is named as well, or the month is over."""
    kinds = "".join(kind for kind, _ in signs)
    if re.fullmatch("[BEF]*(?:nU|UF*n)[BEF]*", kinds) and value(signs, "U") == MONTH:
        return (shifted(today.replace(day=1), months=1),)
    if not re.fullmatch("[BEF]*MF*V?F*", kinds):
        return ()
    return months(value(signs, "M"), value(signs, "V"), today)


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
    return _dotted_clock(signs, said, today) if said.has_day else None


def _hour(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    """An hour in words or as a bare number: up to eleven it may be either half of the day, twelve is noon."""
    hour, more = value(signs, "N"), value(signs, "hQ")
    minutes = hour * 60 + more
    if not 0 <= minutes <= DAY or hour > 24:
        return None
    return Said(minutes=(minutes, minutes + NOON) if 0 < hour <= 12 and minutes < NOON else (minutes,))


def _hour_of_a_day(signs: Sequence[Sign], said: Said, today: date) -> Said | None:
    return _hour(signs, said, today) if said.has_day else None


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
        (r"[nkt]?[Yy]?W[nkt]?", date_days.weekday),
        (r"(?:[Yy][BEF]*)?[NOL][BEF]*M(?:F*V)?", date_days.calendar_day),
        (r"o[BEF]*M(?:F*V)?", date_days.calendar_day),
        (r"MF*[NO](?:F*V)?", date_days.calendar_day),
        (r"(?:[Yy][BEF]*)?N[BEF]*MF*N", date_days.calendar_day_of_short_year),
        (r"(?:[Yy][BEF]*)?[LNo][BEF]*H(?:[EF]*J)?", date_days.hebrew_day),
        (r"[NOo][BEF]*(?:Un?|n[BEF]*U)", date_days.day_of_month),
        (r"EN|O|yF*N", date_days.day_of_month),
        (r"B[EF]*N[BEF]*$", date_days.day_of_month_alone),
        (r"N(?![BEF]*[MUPhH])", date_days.day_after_weekday),
        (r"(?:I[BEF]*(?:[Nf][BEF]*)?[UD]h?|(?:[Nf][BEF]*)?[UD]h?F*R)(?![BEF]*[WY])", date_days.after_so_long),
        (r"[SmZ][BEF]*(?:n[BEF]*U|U[BEF]*n?|M(?:F*V)?)", date_days.edge),
        (r"n[BEF]*U|U[BEF]*n", date_days.next_period),
        (r"[nkt]?K[nkt]?", date_days.weekend),
        (r"(?:A[BEF]*)?[Cc]", _clock),
        (r"[AB][BEF]*p|p(?=[BEF]*P)", _dotted_clock),
        (r"p", _dotted_clock_of_a_day),
        (r"[AB][BEF]*Nh?|Nh|N(?=[BEF]*P)|(?:A[BEF]*)?Q[BEF]*N", _hour),
        (r"N(?![BEF]*[MUH])", _hour_of_a_day),
        (r"(?:A[BEF]*)?P", _part),
        (r"e", _evening_of_a_day),
        (r"(?:A[BEF]*)?G", _midnight),
    )
)
