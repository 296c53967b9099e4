"""Tells what stands in the crisis log, which one needs to explain afterwards, and to learn from.

A timeline, the decisions and why, who did what until when; then what was known and thought, as everybody wrote it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from flows.model import Fields, Phrase
from flows.rules import crisis as rules
from flows.rules.crisis import Tables
from flows.rules.crisis_page import (
    HOUR,
    Say,
    Section,
    at_line,
    dashed,
    day_line,
    kind_line,
    lines_of,
    local_of,
    team_lines,
    title_line,
    word,
)
from flows.rules.crisis_saying import statement_lines
from flows.rules.plan import isolated
from flows.rules.plan_sections import Grid

_CLOCK: Final = re.compile(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the log: lists and tables."""

    label: str
    blocks: tuple[Section | Grid, ...]


@dataclass(frozen=True, slots=True)
class Log:
    heading: str
    title: str
    facts: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]


def log_of(tables: Tables, say: Say, zone: ZoneInfo) -> Log:
    now = rules.now_of(tables)
    facts = (
        (word(say, "kind"), kind_line(say, now)),
        (word(say, "lead"), rules.text_in(now, "lead")),
        (word(say, "started"), rules.text_in(now, "started") or at_line(now.get("opened_at"), zone)),
        (word(say, "next"), day_line(say, rules.next_look(tables))),
    )
    return Log(
        word(say, "log"),
        title_line(now, say),
        tuple((label, value) for label, value in facts if value),
        tuple(chapter for chapter in _chapters(tables, say, zone) if chapter.blocks),
    )


def _chapters(tables: Tables, say: Say, zone: ZoneInfo) -> Iterator[Chapter]:
    now = rules.now_of(tables)
    yield Chapter(word(say, "timeline"), _blocks(_timeline(tables, say, zone)))
    yield Chapter(word(say, "decisions"), _blocks(_decisions(tables, say)))
    yield Chapter(word(say, "actions"), _blocks(_actions(tables, say)))
    known = ("facts", "unknowns", "rumours", "affected")
    yield Chapter(word(say, "picture"), _blocks(*(_all(tables, say, name) for name in known)))
    thought = ("goals", "control", "influence", "aside", "options")
    yield Chapter(word(say, "thinking"), _blocks(*(_all(tables, say, name) for name in thought)))
    yield Chapter(word(say, "partners"), _blocks(Section("", lines_of(tables, "partners"))))
    statement = tuple(say(line) for line in statement_lines(tables))
    second = rules.text_in(rules.statement_of(tables), "second")
    yield Chapter(word(say, "statement"), _blocks(Section("", statement), Section("", (second,) if second else ())))
    care = rules.text_in(now, "care_plan")
    yield Chapter(word(say, "care"), _blocks(Section("", (care,) if care else ()), _checks(now, say)))
    yield Chapter(word(say, "team"), _blocks(Section("", tuple(team_lines(tables, say)))))


def _timeline(tables: Tables, say: Say, zone: ZoneInfo) -> Grid:
    """What has a moment, in its order: the opening, decisions, the statement, the end."""
    now, statement = rules.now_of(tables), rules.statement_of(tables)
    events = [(now.get("opened_at"), word(say, "opened"))]
    events += [(d.get("at"), say(rules.way_said(str(d["text"])))) for d in rules.decisions_of(tables)]
    events += [(statement.get("released_at"), word(say, "released")), (now.get("closed_at"), word(say, "ended"))]
    timed = ((local_of(value, zone), what) for value, what in events if value)
    moments = sorted(timed, key=lambda moment: moment[0])
    rows = [(f"{at.day}.{at.month} {at:{HOUR}}", what) for at, what in moments]
    began = [(rules.text_in(now, "started"), word(say, "began"))] if now.get("started") else []
    return Grid((word(say, "when"), word(say, "what")), (*began, *_hours_told(tables), *rows))


def _hours_told(tables: Tables) -> list[tuple[str, str]]:
    """Facts that name an hour, in the order of those hours."""
    told = ((_CLOCK.search(fact), fact) for fact in rules.texts(tables, "facts"))
    return sorted((hour[0].rjust(5, "0"), fact) for hour, fact in told if hour)


def _decisions(tables: Tables, say: Say) -> Grid:
    columns = ("number", "decision", "reason", "weighed", "by", "review")
    rows = tuple(
        (
            str(decision.get("number") or ""),
            say(rules.way_said(str(decision["text"]))),
            rules.text_in(decision, "reason"),
            " · ".join(rules.listed(decision, "options")),
            rules.text_in(decision, "by"),
            day_line(say, decision.get("review_at")),
        )
        for decision in rules.decisions_of(tables)
    )
    return Grid(tuple(word(say, column) for column in columns), rows)


def _actions(tables: Tables, say: Say) -> Grid:
    columns = ("horizon", "action", "owner", "due", "done")
    rows = tuple(
        (
            word(say, action.horizon),
            action.title,
            action.owner,
            day_line(say, action.due),
            word(say, "yes") if action.done else "",
        )
        for action in rules.actions_of(tables)
    )
    return Grid(tuple(word(say, column) for column in columns), rows)


def _checks(now: Fields, say: Say) -> Section:
    checked = rules.listed(now, "first_hour_checks")
    return Section(word(say, "checks"), tuple(say(Phrase(f"cr_hold.choice-{check}")) for check in checked))


def log_in_words(log: Log) -> tuple[str, ...]:
    """The same as lines for a chat: a table's row is one line, its cells apart by dots."""
    lines = [log.heading, isolated(log.title)]
    lines += [f"{label}: {isolated(value)}" for label, value in log.facts]
    for chapter in log.chapters:
        lines += ["", chapter.label]
        for block in chapter.blocks:
            lines += _rows(block) if isinstance(block, Grid) else _labelled(block)
    return tuple(lines)


def _rows(grid: Grid) -> Iterable[str]:
    return (f"– {' · '.join(isolated(cell) for cell in row if cell)}" for row in grid.rows)


def _labelled(section: Section) -> Iterator[str]:
    if section.label:
        yield f"{section.label}:"
    yield from dashed(section)


def _all(tables: Tables, say: Say, name: str) -> Section:
    return Section(word(say, name), lines_of(tables, name))


def _blocks(*blocks: Section | Grid) -> tuple[Section | Grid, ...]:
    return tuple(block for block in blocks if (block.rows if isinstance(block, Grid) else block.lines))
