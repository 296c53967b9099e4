"""Loads one action with everything that hangs on it, and knows who of the coalition has which part in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.model import Fields
from flows.rules.action import Records, roles_of
from flows.rules.action_days import CARE, State, is_published, parts_of, title_of
from flows.rules.dates import instant_of, moment_from
from handlers.kit import Kit
from handlers.telling import Alert, told
from storage.answers import keep_answer, records
from storage.attendance import Attendance, attendances
from storage.db import Connection
from storage.workspaces import COORDINATOR, Member, members_of

KINDS = ("coalition", "action", "role", "risk")
BREAKS_REST_WITHIN = timedelta(hours=24)
"""What changes this short before an action is said even to those who rest."""


@dataclass(frozen=True, slots=True)
class ActionDay:
    """One action as it stands at this moment."""

    conn: Connection
    kit: Kit
    workspace: str
    item: str
    tables: Records
    coalition: str | None
    now: datetime

    @property
    def fields(self) -> Fields:
        return self.tables["action"][self.item]

    @property
    def roles(self) -> Mapping[str, Fields]:
        """The parts that are wanted."""
        return roles_of(self.tables, self.item)

    @property
    def about(self) -> str:
        return action_about(self.item)

    @property
    def title(self) -> str:
        return title_of(self.fields)

    @property
    def start(self) -> datetime | None:
        """In UTC; a whole day begins at nine."""
        return start_of(self.kit, self.fields.get("start_at"))

    @property
    def is_ahead(self) -> bool:
        """Published, and not begun."""
        return is_published(self.fields) and self.start is not None and self.start > self.now

    @property
    def is_soon(self) -> bool:
        return self.start is not None and self.start - self.now < BREAKS_REST_WITHIN

    @property
    def moves(self) -> int:
        """How often it was moved since it was published."""
        moves = self.fields.get("moves")
        return moves if isinstance(moves, int) else 0

    @property
    def members(self) -> tuple[Member, ...]:
        return members_of(self.conn, self.workspace)

    @property
    def coordinators(self) -> tuple[int, ...]:
        return tuple(member.person for member in self.members if member.role == COORDINATOR)

    @property
    def publisher(self) -> int:
        """Who published it, as long as they are here; else the first coordinator."""
        who = self.fields.get("publisher_person")
        here = [m.person for m in self.members if str(m.person) == who]
        return (*here, *self.coordinators, *(m.person for m in self.members))[0]

    @property
    def those_who_look_after(self) -> tuple[int, ...]:
        """Coordinators, and whoever took the part of care."""
        here = {member.person for member in self.members}
        care = (part.whom for part in parts_of(self.roles) if part.role == CARE and part.state is State.TAKEN)
        return tuple(dict.fromkeys((*self.coordinators, *(who for who in care if who in here))))

    def roles_of(self, person: int) -> tuple[str, ...]:
        return tuple(p.role for p in parts_of(self.roles) if p.state is State.TAKEN and p.whom == person)

    def those_who_come(self) -> Iterator[Attendance]:
        return (one for one in attendances(self.conn, self.workspace, self.item) if one.comes)

    def keep(self, field: str, value: str | int, author: int) -> None:
        keep_answer(self.conn, self.workspace, "action", self.item, field, value, author, self.now)

    def tell(self, person: int, *contents: Mapping[str, Any], until: datetime, urgent: bool = False) -> bool:
        """Rows for one member, filed under this action; False if they are not told."""
        alert = Alert(void_after=until, urgent=urgent)
        return told(self.conn, self.kit, person, self.workspace, contents, self.now, alert, self.about)


def action_about(item: str) -> str:
    """What an action's messages are filed under."""
    return f"action:{item}"


def load_action(
    conn: Connection, kit: Kit, workspace: str | None, item: str | None, now: datetime
) -> ActionDay | None:
    """The action as it stands; None if there is none."""
    if not workspace or not item:
        return None
    tables = records(conn, workspace, KINDS)
    if not tables["action"].get(item):
        return None
    name = tables["coalition"].get("", {}).get("name")
    return ActionDay(conn, kit, workspace, item, tables, str(name) if name else None, now)


def actions_ahead(conn: Connection, kit: Kit, workspace: str, now: datetime) -> Iterator[ActionDay]:
    """Every action that is published and has not begun."""
    for item in records(conn, workspace, ("action",))["action"]:
        day = load_action(conn, kit, workspace, item, now)
        if day is not None and day.is_ahead:
            yield day


def start_of(kit: Kit, start_at: object) -> datetime | None:
    if not isinstance(start_at, str) or not start_at:
        return None
    return instant_of(moment_from(start_at), ZoneInfo(kit.policy.timezone), time(9))
