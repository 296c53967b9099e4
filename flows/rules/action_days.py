"""Decides what an action still needs, who holds which part in it, and what is left open before the day.

A part is a record of kind "role" with the item "<action>:<role>".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.model import Fields
from flows.rules.action import HIGH, PUBLISHED
from flows.rules.timeline import texts_of, written

OWNER, BACKUP = "owner", "backup"
CARE = "care"

_MUST = ("purpose", "start_at", "place")


class State(StrEnum):
    """Where a part stands: nobody who can be asked, somebody to be asked, taken, or refused by all."""

    UNNAMED = "unnamed"
    ASKED = "asked"
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Part:
    """One part in an action. `whom`: the member to be asked, or who took it; None where there is none."""

    item: str
    name: str
    state: State
    seat: str
    whom: int | None

    @property
    def role(self) -> str:
        return self.item.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Point:
    """Something open: the text that says it, and the role or thing it is about."""

    key: str
    about: str = ""


def missing(action: Fields) -> tuple[str, ...]:
    """What must be known before anybody is invited; empty when nothing is missing."""
    blank = [name for name in _MUST if not written(action, name)]
    if not _agreed(action):
        blank.append("nonviolence")
    if action.get("risk_level") == HIGH and not written(action, "reviewed_by"):
        blank.append("reviewed_by")
    return tuple(blank)


def _agreed(action: Fields) -> bool:
    """Whether the action agreement stands, as it was offered or in the coalition's own words."""
    said = action.get("nonviolence")
    return said == "yes" or (said == "edit" and bool(written(action, "agreement")))


def title_of(action: Fields) -> str:
    """What it is called; the purpose where nobody gave it a name."""
    return written(action, "title") or written(action, "purpose") or "–"


def is_published(action: Fields) -> bool:
    return action.get("status") == PUBLISHED and not action.get("removed")


def parts_of(roles: Mapping[str, Fields]) -> tuple[Part, ...]:
    return tuple(_part(item, fields) for item, fields in roles.items())


def seat_of(role: Fields, person: int) -> str | None:
    """Whether somebody was named for this part, and as what."""
    return next((seat for seat in (OWNER, BACKUP) if role.get(f"{seat}_person") == str(person)), None)


def open_parts(action: Fields, roles: Mapping[str, Fields]) -> Iterator[Point]:
    """What about people and things is not settled yet; whoever is not a member here can only be asked by people."""
    for part in parts_of(roles):
        if part.name and part.state is not State.TAKEN:
            yield Point(f"action-point.role-{part.state}", part.role)
    if not texts_of(action, "equipment"):
        yield Point("action-point.equipment")


def to_bring(action: Fields, name: str | None) -> tuple[str, ...]:
    """The lines of the equipment in which this person's name stands: "40 bottles of water – Yosef"."""
    said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") if name else None
    return tuple(line for line in texts_of(action, "equipment") if said is not None and said.search(line))


def _part(item: str, role: Fields) -> Part:
    """Who is asked: the owner, after a refusal the backup. A word of somebody who is not named any more is void."""
    owner, backup = _member(role, OWNER), _member(role, BACKUP)
    said, by = role.get("confirmed"), _member(role, "confirmed")
    name = written(role, OWNER)
    if by is not None and by in (owner, backup):
        seat = OWNER if by == owner else BACKUP
        if said == "yes":
            return Part(item, written(role, seat), State.TAKEN, seat, by)
        if seat == OWNER and backup is not None and backup != owner:
            return Part(item, written(role, BACKUP), State.ASKED, BACKUP, backup)
        return Part(item, name, State.REFUSED, seat, None)
    return Part(item, name, State.ASKED if owner is not None else State.UNNAMED, OWNER, owner)


def _member(role: Fields, seat: str) -> int | None:
    named = role.get(f"{seat}_person")
    return int(named) if isinstance(named, str) and named.isdecimal() else None
