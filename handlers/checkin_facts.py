"""Loads what the conversations of a check-in and of the crisis switch may know, and no more names than they show."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.facts import Table
from flows.model import Fields, Place, Value
from flows.rules.checkins import matches_in
from handlers.carers import approvers_in, looks_after, wanting
from handlers.kit import Kit
from storage.alarms import alarm_on
from storage.answers import records
from storage.audience import Reachable, audience_of
from storage.care import carers_of, on_duty_in
from storage.checkins import (
    Checkin,
    answer_of,
    answers_in,
    latest_checkin,
    load_checkin,
    open_checkin,
    own_wordings,
    rollup_of,
)
from storage.db import Connection
from storage.people import Person
from storage.timers import timer_of

PLANNED = "checkin_planned"
"""The kind of timer by which a check-in goes out by itself."""

WORDINGS_OFFERED = 5


def asked_facts(conn: Connection, person: Person, place: Place) -> Table:
    """What one person is asked; nothing once it is gone or was never for them."""
    checkin = load_checkin(conn, place.carried.get("checkin"))
    answer = answer_of(conn, checkin.id, person.id) if checkin is not None else None
    if checkin is None or answer is None or checkin.workspace != place.workspace:
        return {}
    return {"": {"state": checkin.state, "template": checkin.template, "wording": checkin.wording}}


def care_facts(conn: Connection, kit: Kit, person: Person, place: Place, now: datetime) -> Table:
    """What is open in a coalition, who looks after people there, and, for these, what is needed and offered."""
    workspace = place.workspace
    if workspace is None:
        return {}
    people = audience_of(conn, workspace)
    alarm, checkin = alarm_on(conn, workspace), open_checkin(conn, workspace)
    name = records(conn, workspace, ("coalition",))["coalition"].get("", {}).get("name")
    on_duty = on_duty_in(conn, workspace)
    fields: dict[str, Value] = {
        "coalition": name,
        "reachable": sum(bool(one.address) and not one.muted and one.person != person.id for one in people),
        "alarm": ("drill" if alarm.drill else "on") if alarm is not None else "",
        "approvers": len(approvers_in(conn, workspace, person.id)),
        "duty_is_mine": person.id in on_duty,
        "carers": _names(people, carers_of(conn, workspace)),
        "on_duty": _names(people, on_duty),
        "wordings": list(own_wordings(conn, workspace, WORDINGS_OFFERED)),
        **_planned(conn, workspace),
        **(_open(conn, kit, checkin) if checkin is not None else {}),
    }
    return {"": fields, **_needs(conn, workspace, person, place)}


def plan_of(workspace: str) -> str:
    """The one timer of a coalition's planned check-in."""
    return f"{PLANNED}:{workspace}"


def _open(conn: Connection, kit: Kit, checkin: Checkin) -> Fields:
    rollup = rollup_of(conn, checkin)
    asked_at = checkin.asked_at.astimezone(ZoneInfo(kit.policy.timezone))
    return {
        "open": checkin.id,
        "asked_at": asked_at.isoformat(),
        "is_drill": checkin.drill,
        **{name: getattr(rollup, name) for name in ("ok", "help", "unsure", "silent", "unreached")},
    }


def _planned(conn: Connection, workspace: str) -> Fields:
    timer = timer_of(conn, plan_of(workspace))
    detail = timer.detail if timer is not None and timer.detail is not None else {}
    return {f"plan_{name}": detail.get(name) for name in ("every", "day", "hour")}


def _needs(conn: Connection, workspace: str, person: Person, place: Place) -> Mapping[str, Fields]:
    """How many need what and how many offer it, in the check-in carried here or the newest one."""
    checkin = load_checkin(conn, place.carried.get("checkin")) or latest_checkin(conn, workspace)
    if checkin is None or checkin.workspace != workspace or not looks_after(conn, workspace, person.id):
        return {}
    return {
        f"need:{match.need}": {"needing": len(match.needing), "offering": len(match.offering)}
        for match in matches_in(wanting(answers_in(conn, checkin.id)))
    }


def _names(people: Iterable[Reachable], wanted: Iterable[int]) -> list[str]:
    names = {one.person: one.name or "–" for one in people}
    return [names[person] for person in wanted if person in names]
