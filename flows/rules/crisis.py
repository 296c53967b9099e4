"""Knows what stands in a crisis space: what each person wrote, merged into one picture, and what came of it.

Everybody keeps lists of their own (`voice`, an item for each person), so that a shaken team can think at the same
time; the picture is all of them, each thing said once. `crisis/now` is the crisis itself, `crisis/statement` what is
said to the world.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.facts import Table
from flows.model import Fields, Phrase, Verbatim, Wording
from flows.rendering import cut
from flows.rules.dates import Moment
from flows.typed import folded

Tables = Mapping[str, Table]

NOW, STATEMENT = "now", "statement"
CRISIS = frozenset({"crisis", "voice", "decision", "task", "role"})

DEAD_END, CLOSED = "dead_end", "closed"
OTHER, NEVER = "other", "never"
"""Instead of one of the moments offered: a day of their own, or none."""
LISTS = ("facts", "unknowns", "rumours", "affected", "goals", "control", "influence", "aside", "options", "partners")
HORIZONS = ("hour", "day", "week")
ROLES = ("facts", "voice", "partners", "care", "legal")
ARENAS = ("council", "knesset", "office", "court", "media", "field", "alliance")

WAY = "way:"
PAUSE = f"{WAY}pause"
OPTIONS_TO_CHOOSE_FROM, ARENAS_TO_CHOOSE_FROM = 6, 2
LONGEST_LABEL = 60
LONGEST_OWNER = 25
SOURCE = "crisis"
"""Whose tasks these are: `task.source` says where a step came from."""

_OWNER = re.compile(r"(?P<title>.+\S)\s+[–—-]\s+(?P<owner>[^–—]+)")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was written, by how many and by whom (persons' ids, the first first)."""

    text: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the action table; `due` as it was kept, "" where nothing is known."""

    item: str
    title: str
    horizon: str
    owner: str
    due: str
    done: bool


def now_of(tables: Tables) -> Fields:
    return tables.get("crisis", {}).get(NOW, {})


def statement_of(tables: Tables) -> Fields:
    return tables.get("crisis", {}).get(STATEMENT, {})


def text_in(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def listed(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name)
    return tuple(value) if isinstance(value, list) else ()


def is_dead_end(tables: Tables) -> bool:
    return now_of(tables).get("trigger") == DEAD_END


def is_closed(tables: Tables) -> bool:
    return now_of(tables).get("status") == CLOSED


def next_look(tables: Tables) -> str:
    """When the team looks again, as days are kept; "" where nobody said, and once it is over."""
    now = now_of(tables)
    chosen = text_in(now, "next_update_at")
    if is_closed(tables):
        return ""
    return chosen if chosen[:4].isdecimal() else text_in(now, "next_day") if chosen == OTHER else ""


def all_said(tables: Tables, name: str) -> tuple[Said, ...]:
    """What everybody wrote in this list: each thing once, in the order it was first written."""
    found: dict[str, Said] = {}
    for person, voice in tables.get("voice", {}).items():
        for text in listed(voice, name):
            key = folded(text)
            known = found.get(key)
            found[key] = Said(known.text, (*known.authors, person)) if known else Said(text, (person,))
    return tuple(found.values())


def texts(tables: Tables, name: str) -> tuple[str, ...]:
    return tuple(said.text for said in all_said(tables, name))


def have_thought(tables: Tables) -> int:
    """How many people have written anything."""
    return sum(any(listed(voice, name) for name in (*LISTS, *HORIZONS)) for voice in tables.get("voice", {}).values())


# -- ways and decisions ----------------------------------------------------------------------------------------------


def ways(tables: Tables) -> tuple[str, ...]:
    """What can be chosen from: the options people wrote, other arenas they ticked, and always a pause."""
    arenas = tuple(f"{WAY}{arena}" for arena in texts(tables, "arenas") if arena in ARENAS)
    options = texts(tables, "options")[:OPTIONS_TO_CHOOSE_FROM]
    return (*options, *arenas[:ARENAS_TO_CHOOSE_FROM], PAUSE)


def way_said(way: str) -> Wording:
    """An option in the words it was written in; a pause or another arena in those of the reader."""
    return Phrase(f"crisis-way.{way.removeprefix(WAY)}") if is_known_way(way) else Verbatim(way)


def is_known_way(way: str) -> bool:
    return way.startswith(WAY) and way.removeprefix(WAY) in (*ARENAS, PAUSE.removeprefix(WAY))


def decisions_of(tables: Tables) -> list[Fields]:
    """The decision log, the first decision first; one that was just made has no number yet."""
    made = [fields for fields in tables.get("decision", {}).values() if fields.get("text")]
    return sorted(made, key=lambda fields: int(str(fields.get("number") or len(made))))


# -- actions ---------------------------------------------------------------------------------------------------------


def actions_of(tables: Tables) -> tuple[Action, ...]:
    """The action table: first the hour, then the day, then the week."""
    tasks = tables.get("task", {}).items()
    of_crisis = (_action(item, f) for item, f in tasks if f.get("source") == SOURCE and not f.get("removed"))
    return tuple(sorted((a for a in of_crisis if a.title), key=lambda a: HORIZONS.index(a.horizon)))


def _action(item: str, fields: Fields) -> Action:
    horizon = text_in(fields, "horizon")
    return Action(
        item,
        text_in(fields, "title"),
        horizon if horizon in HORIZONS else HORIZONS[-1],
        text_in(fields, "owner"),
        text_in(fields, "due"),
        fields.get("status") == "done",
    )


def proposed(tables: Tables, me: str) -> tuple[tuple[str, str], ...]:
    """(horizon, line) that others wrote and that is no step yet."""
    return tuple(
        (horizon, said.text)
        for horizon in HORIZONS
        for said in all_said(tables, horizon)
        if me not in said.authors and not is_taken_on(tables, said.text)
    )


def not_taken_on(tables: Tables, person: str) -> int:
    """How many lines of this person are no steps yet."""
    voice = tables.get("voice", {}).get(person, {})
    return sum(not is_taken_on(tables, line) for horizon in HORIZONS for line in listed(voice, horizon))


def is_taken_on(tables: Tables, line: str) -> bool:
    title, _ = split_owner(line)
    kept = {folded(action.title) for action in actions_of(tables)}
    return folded(title) in kept or folded(line) in kept


def split_owner(line: str) -> tuple[str, str]:
    """(what, who) of "call the two volunteers – Liat"; who is "" where no short name stands at the end."""
    match = _OWNER.fullmatch(line.strip())
    if match is None or len(match["owner"].strip()) > LONGEST_OWNER:
        return line.strip(), ""
    return match["title"], match["owner"].strip()


def due_of(horizon: str, now: datetime) -> str:
    """Until when an action of this horizon is due. `now` is local."""
    if horizon == "hour":
        at = now + timedelta(hours=1)
        return Moment(at.date(), time(at.hour, at.minute)).iso()
    if horizon == "day":
        return Moment(now.date() + timedelta(days=1), time(20)).iso()
    return Moment(end_of_next_week(now), time(18)).iso()


def end_of_next_week(now: datetime) -> date:
    """Thursday of the week that begins next Sunday."""
    until_sunday = (6 - now.weekday()) % 7 or 7
    return now.date() + timedelta(days=until_sunday + 4)


# -- what it is called -----------------------------------------------------------------------------------------------


def title_of(tables: Tables) -> str:
    """The first words of what happened; "" while nobody has told."""
    first = text_in(now_of(tables), "summary").splitlines()[:1]
    return cut(first[0].strip(), LONGEST_LABEL) if first else ""


def roles_held(tables: Tables) -> Iterator[tuple[str, str, str]]:
    """(role, who, who stands in) for every part somebody holds."""
    for role in ROLES:
        fields = tables.get("role", {}).get(role, {})
        if fields.get("owner"):
            yield role, text_in(fields, "owner"), text_in(fields, "backup")


def statement_parts(statement: Fields) -> tuple[tuple[str, str], ...]:
    """(part, words) of the holding statement, in the order in which it is said."""
    parts = ((name, text_in(statement, name)) for name in STATEMENT_PARTS)
    return tuple((name, text) for name, text in parts if text)


STATEMENT_PARTS = ("feel", "known", "unknown", "doing", "next", "contact")


def statement_words(statement: Fields) -> str:
    """All that would go out, in every language: what an approval is of."""
    return "\n".join((*(text for _, text in statement_parts(statement)), text_in(statement, "second")))


def statement_state(statement: Fields) -> str:
    """none, asked, approved, returned or outside; what was changed after its approval is not approved."""
    state = text_in(statement, "state") or "none"
    approved = statement.get("approved_words")
    changed = state == "approved" and approved is not None and approved != statement_words(statement)
    return "none" if changed else state
