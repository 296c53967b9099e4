"""Hangs alerts on the dates a coalition writes down, and rings them: to whoever leads a thing, then to the committee.

A ladder is set in the transaction that keeps its date, and voided there when the date moves, the thing is done or
taken off. A rung that rings looks first whether what it announces still stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.effects import Say
from flows.model import Choice, Fields, Phrase, Verbatim, Wording
from flows.rules.action import CANCELLED
from flows.rules.crisis import way_said
from flows.rules.dates import moment_from
from flows.rules.days import kept_day
from flows.rules.ladders import ladder
from handlers.action_days import moved, ring_action
from handlers.action_tasks import licence_day, licence_step
from handlers.actions import load_action
from handlers.doors import Door
from handlers.kit import Kit
from handlers.telling import Alert, told
from handlers.work_alerts import (
    WORK,
    goes_to_committee,
    is_over,
    leads,
    tell_committee,
    work_doors,
    work_line,
    work_moved_on,
)
from storage.answers import keep_answer, records
from storage.coding import say_json
from storage.db import Connection
from storage.timers import Timer, set_timer, void_timers
from storage.workspaces import COORDINATOR, Member, members_of

ALERT = "alert"

DATES: Mapping[str, tuple[str, str]] = {
    "milestone": ("milestone", "due"),
    "task": ("task", "due"),
    "talk": ("actor", "talk_at"),
    "action": ("action", "start_at"),
    "crisis_task": ("task", "due"),
    "decision": ("decision", "review_at"),
}
"""What has a ladder: the kind of record and the field of its date."""

_ENDS: Mapping[str, Callable[[Fields], bool]] = {
    "milestone": is_over,
    "task": is_over,
    "talk": lambda fields: fields.get("talk_state") in {"held", "dropped"},
    "action": lambda fields: fields.get("status") == CANCELLED,
    "crisis_task": lambda fields: fields.get("status") == "done" or not fields.get("horizon"),
    "decision": lambda fields: not fields.get("text"),
}
_WATCHED = frozenset({"status", "removed", "talk_state"})
_AHEAD = frozenset({"t-1", "due"})
"""What a step of a crisis does without: it rings at its own hour."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """One rung as it rings: what for, where, and the record it announces."""

    conn: Connection
    kit: Kit
    workspace: str
    kind: str
    item: str
    rung: str
    fields: Fields
    now: datetime
    void_after: datetime

    @property
    def members(self) -> tuple[Member, ...]:
        return members_of(self.conn, self.workspace)

    def tell(self, person: int, lines: tuple[Wording, ...], doors: tuple[Door, ...] = ()) -> bool:
        """One alert to one member; its buttons lead where the doors say."""
        choices = tuple(Choice(door.flow, door.label) for door in doors)
        content = {
            "say": say_json(Say(lines, choices)),
            "doors": [door.content for door in doors],
        }
        alert = Alert(self.void_after, urgent=self.kind == "crisis_task")
        return told(self.conn, self.kit, person, self.workspace, [content], self.now, alert)


def answer_kept(conn: Connection, kit: Kit, workspace: str, kind: str, item: str, field: str, now: datetime) -> None:
    """An answer was kept: if a date or the end of something with a date, its ladder is hung anew."""
    for name, (of_kind, date_field) in DATES.items():
        if kind == of_kind and (field == date_field or field in _WATCHED):
            fields = records(conn, workspace, (kind,))[kind].get(item, {})
            hang(conn, kit, workspace, name, item, fields, now)
            if kind in WORK and field in _WATCHED:
                work_moved_on(conn, kit, workspace, kind, fields, now)
    if (kind, field) == DATES["action"]:
        moved(conn, kit, workspace, item, now)
        _move_licence_step(conn, kit, workspace, item, now)


def _move_licence_step(conn: Connection, kit: Kit, workspace: str, action: str, now: datetime) -> None:
    """The law counts back from the action: the day to hand in the request moves along with it."""
    day, step = licence_day(conn, kit, workspace, action, now), licence_step(action)
    of = load_action(conn, kit, workspace, action, now)
    if day and of and keep_answer(conn, workspace, "task", step, "due", day, of.publisher, now):
        answer_kept(conn, kit, workspace, "task", step, "due", now)


def hang(conn: Connection, kit: Kit, workspace: str, name: str, item: str, fields: Fields, now: datetime) -> None:
    """Void what hung on this date, and hang what is still ahead of it."""
    about = f"{workspace}:{name}:{item}"
    void_timers(conn, about)
    day = fields.get(DATES[name][1])
    if not isinstance(day, str) or _is_over(name, fields):
        return
    for rung in ladder(name, moment_from(day), ZoneInfo(kit.policy.timezone)):
        if rung.at > now and not (name == "task" and fields.get("horizon") and rung.name in _AHEAD):
            set_timer(
                conn,
                ALERT,
                f"{about}:{rung.name}",
                rung.at,
                workspace=workspace,
                about=about,
                detail={"name": name, "item": item, "rung": rung.name, "day": day},
                void_after=rung.void_after,
            )


def work_timers(workspace: str, item: str) -> tuple[str, ...]:
    """What the ladders of one step hang on."""
    return tuple(f"{workspace}:{name}:{item}" for name, (kind, _) in DATES.items() if kind == "task")


def ring(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Ring one rung, if what it announces still stands as it did when it was hung. Nothing is ever erased by it."""
    assert timer.workspace is not None
    assert timer.detail is not None
    assert timer.void_after is not None
    name, item = timer.detail["name"], timer.detail["item"]
    kind, date_field = DATES[name]
    fields = records(conn, timer.workspace, (kind,))[kind].get(item, {})
    if fields.get(date_field) == timer.detail["day"] and not _is_over(name, fields):
        ringing = Ringing(conn, kit, timer.workspace, name, item, timer.detail["rung"], fields, now, timer.void_after)
        _RINGS[name](ringing)
    return False


def _is_over(name: str, fields: Fields) -> bool:
    return bool(fields.get("removed")) or _ENDS[name](fields)


def _of_work(ringing: Ringing) -> None:
    """To whoever leads it; without one, or when it is long overdue, to the coordinators."""
    r, members = ringing, ringing.members
    owner = leads(r.fields, "owner", members)
    if owner is None or goes_to_committee(r.fields, r.rung, members):
        return tell_committee(r.conn, r.kit, r.workspace, r.now, r.void_after, members)
    r.tell(owner.person, (work_line(r.kind, r.rung, r.fields),), work_doors(r.kind, r.item))


def _talk(ringing: Ringing) -> None:
    """To whoever leads the talk; without one to the coordinators."""
    lead = leads(ringing.fields, "talk_lead", ringing.members)
    told_to = [lead] if lead else [m for m in ringing.members if m.role == COORDINATOR]
    is_report = ringing.rung == "report"
    doors = (Door(Phrase("choice-report-talk"), "coalition_partners", {}, "c_reports"),) if is_report else ()
    for member in told_to:
        ringing.tell(member.person, (_talk_line(ringing),), doors)


def _talk_line(ringing: Ringing) -> Phrase:
    lead = ringing.fields.get("talk_lead")
    fills = {
        "title": str(ringing.fields.get("name") or "–"),
        "day": kept_day(ringing.fields.get("talk_at")),
        "owner": Verbatim(str(lead)) if lead else Phrase("nobody-yet"),
    }
    return Phrase(f"alert-talk.{ringing.rung}", fills)


def _of_action(ringing: Ringing) -> None:
    r = ringing
    ring_action(r.conn, r.kit, r.workspace, r.item, r.rung, r.void_after, r.now)


def _of_crisis(ringing: Ringing) -> None:
    """A step of a crisis rings at its hour: for whoever leads it, else for those who lead the crisis, at once."""
    lead = ringing.fields.get("owner")
    line = Phrase(
        "alert-crisis_task.now",
        {
            "title": str(ringing.fields.get("title") or "–"),
            "day": kept_day(ringing.fields.get("due")),
            "owner": Verbatim(str(lead)) if lead else Phrase("nobody-yet"),
        },
    )
    owner = leads(ringing.fields, "owner", ringing.members)
    for member in [owner] if owner else [m for m in ringing.members if m.role == COORDINATOR]:
        ringing.tell(member.person, (line,), work_doors("task", ringing.item))


def _of_decision(ringing: Ringing) -> None:
    """To whoever made it, else to the coordinators."""
    line = Phrase("alert-decision.review", {"title": way_said(str(ringing.fields.get("text")))})
    by = leads(ringing.fields, "by", ringing.members)
    for member in [by] if by else [m for m in ringing.members if m.role == COORDINATOR]:
        ringing.tell(member.person, (line,))


_RINGS: Mapping[str, Callable[[Ringing], None]] = {
    "milestone": _of_work,
    "task": _of_work,
    "talk": _talk,
    "action": _of_action,
    "crisis_task": _of_crisis,
    "decision": _of_decision,
}
