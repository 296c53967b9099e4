"""Draws what has a date, because a group keeps the dates it can see.

A strip on top shows at a glance where we stand and when much comes together; below it everything stands in order, as
a list that a thumb scrolls. A wide chart would shrink to nothing on a phone, and a strip wrapped into several rows of
months cannot hold a title beside each point. Numbers come from `flows/rules/timeline.py`, words from the caller.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.rules.plan import isolated
from flows.rules.timeline import Kind, Month, Row, Station, Timeline, Today, spelled
from handlers.artefacts.typesetting import (
    all_marked,
    direction_of,
    picture,
    printable,
    printable_name,
    reading,
    shortened,
)

_TEMPLATE: Final = "timeline.typ"
_PIXELS_PER_INCH: Final = 216.0  # the page is 360 pt wide: 1080 pixels
_MOST_PIXELS: Final = 9800  # width and height together; phones are sent no larger photo
_MOST_ROWS: Final = 150
_LONGEST_TITLE, _LONGEST_OWNER = 120, 40


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """Every word on the picture, already in the reader's language.

    `months` are twelve names from January, `weekdays` seven short ones from Monday. `late` stands beside what should
    be done by now, `no_date` over what waits for a date.
    """

    title: str
    coalition: str
    date: str
    today: str
    launch: str
    milestone: str
    task: str
    done: str
    late: str
    no_date: str
    empty: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    at_risk: str = ""


def draw_timeline(timeline: Timeline, words: TimelineWords, language: str) -> bytes:
    """PNG, 1080 pixels wide, as high as it needs to be; a very long one in fewer pixels. Call it in a thread."""
    page = _page(timeline, words, language)
    drawn = picture(_TEMPLATE, page, _PIXELS_PER_INCH)
    pixels = sum(struct.unpack(">II", drawn[16:24]))
    return drawn if pixels <= _MOST_PIXELS else picture(_TEMPLATE, page, _PIXELS_PER_INCH * _MOST_PIXELS / pixels)


def timeline_boxes(timeline: Timeline, words: TimelineWords, language: str) -> tuple[object, list[object]]:
    """Where everything went, in points: the strip (`width`, `height`, `boxes`), then every box of the list."""
    page = _page(timeline, words, language)
    return all_marked(_TEMPLATE, page, "strip")[0], all_marked(_TEMPLATE, page, "box")


def timeline_in_words(timeline: Timeline, words: TimelineWords) -> tuple[str, ...]:
    """The same as lines for a chat, what is over first; people's own words are isolated."""
    if timeline.is_empty:
        return (words.empty,)
    lines = [line for row in timeline.rows for line in _line(row, words)]
    if timeline.undated:
        lines += ["", f"{words.no_date}:", *(line for row in timeline.undated for line in _line(row, words))]
    return tuple(lines)


def strip_of(timeline: Timeline, months: tuple[str, ...]) -> dict[str, object]:
    """What the template needs for the strip alone."""
    ticks = [
        {
            "at": m.at,
            "name": printable(_month(m.first, months)),
            "number": str(m.first.month),
            "year": str(m.first.year),
        }
        for m in timeline.ticks
    ]
    flags = [
        {"at": flag.at, "lane": flag.lane, "kind": flag.station.kind.value, **_state(flag.station)}
        for flag in timeline.flags
    ]
    piles = [{"at": p.at, "count": p.count, "done": p.done, "late": p.late} for p in timeline.piles]
    return {"today": {"at": timeline.today.at}, "ticks": ticks, "flags": flags, "piles": piles}


def _page(timeline: Timeline, words: TimelineWords, language: str) -> dict[str, object]:
    direction = direction_of(language)
    rows, undated = timeline.rows[:_MOST_ROWS], timeline.undated[:_MOST_ROWS]
    left_out = len(timeline.rows) + len(timeline.undated) - len(rows) - len(undated)
    names = ("title", "date", "today", "launch", "milestone", "task", "done", "late", "at_risk", "empty")
    coalition = {"text": shortened(words.coalition, 90), "dir": reading(words.coalition, direction)}
    listed = {
        "rows": list(_rows(rows, words, language)),
        "undated": list(_undated(undated, words, language)),
        "has": _legend(timeline),
        "empty": timeline.is_empty,
        "more": f"+{left_out}" if left_out else "",
    }
    return {
        "page": "timeline",
        "direction": direction,
        "language": language,
        "words": {name: printable(getattr(words, name)) for name in names} | {"coalition": coalition},
        "timeline": strip_of(timeline, words.months) | listed,
    }


def _legend(timeline: Timeline) -> dict[str, bool]:
    stations = [*(row for row in timeline.rows if isinstance(row, Station)), *timeline.undated]
    kinds = {kind.value: any(station.kind is kind for station in stations) for kind in Kind}
    done = any(s.done for s in stations if s.kind is Kind.TASK)
    return kinds | {"done": done, "late": any(s.late for s in stations)}


def _rows(rows: tuple[Row, ...], words: TimelineWords, language: str) -> Iterator[dict[str, object]]:
    """Rows of the list; a day is written once, before the first thing of that day."""
    written: date | None = None
    for row in rows:
        if isinstance(row, Month):
            yield {"kind": "month", "text": f"{printable(_month(row.first, words.months))} {row.first.year}"}
        elif isinstance(row, Today):
            yield {"kind": "today", "text": f"{row.day.day}.{row.day.month}"}
        else:
            known = row.day if row.day != written else None
            written = row.day
            weekday = printable(words.weekdays[known.weekday()]) if known else ""
            yield _station(row, str(known.day) if known else "", weekday, words, language)


def _undated(several: tuple[Station, ...], words: TimelineWords, language: str) -> Iterator[dict[str, object]]:
    if several:
        yield {"kind": "month", "text": printable(words.no_date)}
    yield from (_station(station, "", "", words, language) for station in several)


def _station(station: Station, day: str, weekday: str, words: TimelineWords, language: str) -> dict[str, object]:
    direction = direction_of(language)
    title = shortened(station.title, _LONGEST_TITLE) or printable(words.launch)
    return {
        "kind": station.kind.value,
        "day": day,
        "weekday": weekday,
        "hour": station.hour,
        "title": {"text": title, "dir": reading(title, direction)},
        "owner": {
            "text": shortened(station.owner, _LONGEST_OWNER, 12),
            "dir": reading(printable_name(station.owner), direction),
        },
        "at_risk": station.at_risk,
        **_state(station),
    }


def _state(station: Station) -> dict[str, object]:
    return {"done": station.done, "late": station.late, "number": station.number}


def _month(first: date, months: tuple[str, ...]) -> str:
    return months[first.month - 1]


def _line(row: Row, words: TimelineWords) -> Iterator[str]:
    if isinstance(row, Month):
        yield from ("", f"{_month(row.first, words.months)} {row.first.year}")
    elif isinstance(row, Today):
        yield f"— {words.today}: {spelled(row.day.isoformat())} —"
    else:
        when = spelled(row.day.isoformat()) if row.day else ""
        state = words.late if row.late else words.done if row.done else words.at_risk if row.at_risk else ""
        parts = (row.title or words.launch, when, row.hour, row.owner, state)
        yield "- " + " · ".join(isolated(part) for part in parts if part)
