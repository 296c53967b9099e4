"""Words the alerts for steps and milestones, and puts all that coordinators should hear of one day in one message.

Whoever leads a thing hears of it alone. What nobody leads, and what waits for days, comes to the coordinators: one
message a day, however much it is, which grows as more of it falls due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flows.contacts import WHO
from flows.model import Fields, Phrase, Value, Verbatim, Wording
from flows.rules.dates import moment_from
from flows.rules.days import kept_day
from flows.rules.ladders import ladder
from handlers.action_words import saying
from handlers.doors import Door
from handlers.kit import Kit
from handlers.live import ONLY_INSTEAD, gather, refresh
from handlers.telling import Alert, Content
from storage.answers import records
from storage.db import Connection
from storage.workspaces import COORDINATOR, Member, members_of, memberships_of

WAITING = "waiting"
"""The message to coordinators; what it is about is its day."""

WORK = ("milestone", "task")
_COMMITTEE = frozenset({"overdue_committee"})
_NAMED_AT_MOST = 12


def is_over(fields: Fields) -> bool:
    return bool(fields.get("removed")) or fields.get("status") == "done"


def goes_to_committee(fields: Fields, rung: str, members: tuple[Member, ...]) -> bool:
    return rung in _COMMITTEE or leads(fields, "owner", members) is None


def leads(fields: Fields, field: str, members: tuple[Member, ...]) -> Member | None:
    """The member whose name stands in this field, as long as they are one."""
    who: Value = fields.get(f"{field}{WHO}")
    return next((member for member in members if str(member.person) == who), None)


def work_line(kind: str, rung: str, fields: Fields) -> Phrase:
    return Phrase(f"alert-{kind}.{rung}", {"title": _title(fields), "day": _day(fields), "owner": _owner(fields)})


def work_doors(kind: str, item: str) -> tuple[Door, ...]:
    return tuple(
        Door(Phrase(f"choice-work-{status}"), "task_update", {kind: item, "status": status})
        for status in ("done", "going", "stuck")
    )


def tell_committee(
    conn: Connection, kit: Kit, workspace: str, now: datetime, until: datetime, members: tuple[Member, ...]
) -> None:
    """One message to each coordinator for all of this day; what they got of it already grows."""
    day = now.astimezone(ZoneInfo(kit.policy.timezone)).date().isoformat()
    for member in members:
        if member.role == COORDINATOR:
            gather(conn, kit, member.person, workspace, WAITING, day, now, Alert(until))


def work_moved_on(conn: Connection, kit: Kit, workspace: str, kind: str, fields: Fields, now: datetime) -> None:
    """A step or milestone is done or taken off: the messages to coordinators that named it show that."""
    due, zone = fields.get("due"), ZoneInfo(kit.policy.timezone)
    rungs = ladder(kind, moment_from(due), zone) if isinstance(due, str) and due else ()
    for rung in rungs:
        if rung.at <= now < rung.void_after:
            refresh(conn, kit, workspace, WAITING, rung.at.astimezone(zone).date().isoformat(), now)


def what_waits(conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime) -> Content | None:
    """All that came to the coordinators on this day and still stands; none to whoever coordinates no more."""
    mine = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    if mine is None or mine.role != COORDINATOR:
        return None
    waiting = tuple(_of_day(conn, kit, workspace, date.fromisoformat(item)))
    if not waiting:
        return {**saying(Phrase("waiting-settled")), ONLY_INSTEAD: True}
    if len(waiting) == 1:
        [one] = waiting
        return saying(work_line(one.kind, one.rung, one.fields), doors=work_doors(one.kind, one.item))
    lines = tuple(Phrase("dash-line", {"text": one.line}) for one in waiting[:_NAMED_AT_MOST])
    more = len(waiting) - len(lines)
    rest = (Phrase("waiting-more", {"count": more}),) if more else ()
    door = Door(Phrase("choice-see-plan"), "documents", {}, "documents_plan")
    return saying(Phrase("waiting-for-committee", {"count": len(waiting), "lines": lines}), *rest, doors=(door,))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One step or milestone that came to the coordinators, and the rung that brought it."""

    kind: str
    item: str
    rung: str
    fields: Fields

    @property
    def line(self) -> Wording:
        fills = {"title": _title(self.fields), "day": _day(self.fields), "owner": _owner(self.fields)}
        return Phrase("waiting-line", fills)


def _of_day(conn: Connection, kit: Kit, workspace: str, day: date) -> Iterator[_Waiting]:
    zone, members = ZoneInfo(kit.policy.timezone), members_of(conn, workspace)
    tables = records(conn, workspace, WORK)
    for kind in WORK:
        for item, fields in tables[kind].items():
            due = fields.get("due")
            if not isinstance(due, str) or is_over(fields):
                continue
            for rung in ladder(kind, moment_from(due), zone):
                if rung.at.astimezone(zone).date() == day and goes_to_committee(fields, rung.name, members):
                    yield _Waiting(kind, item, rung.name, fields)


def _title(fields: Fields) -> str:
    return str(fields.get("title") or fields.get("name") or "–")


def _day(fields: Fields) -> Wording:
    return kept_day(fields.get("due"))


def _owner(fields: Fields) -> Wording:
    owner = fields.get("owner")
    return Verbatim(str(owner)) if owner else Phrase("nobody-yet")
