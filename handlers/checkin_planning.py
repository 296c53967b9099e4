"""Prepares for the day: who looks after people, who may start a crisis alone, a check-in by the clock."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.effects import Do
from flows.model import Phrase, Place, Wording
from flows.rules.checkin_asking import chosen
from flows.rules.dates import Moment, instant_of, moment_from
from flows.rules.weekly import next_on
from handlers.checkin_facts import PLANNED, WORDINGS_OFFERED, plan_of
from handlers.checkin_leading import coordinated, show_to
from handlers.checkin_words import coalition_of, name_in
from handlers.checkins import Asking, ask
from handlers.kit import Kit
from handlers.turn import Turn
from storage.care import carers_of, on_duty_in, set_carer, set_on_duty
from storage.checkins import Kind, open_checkin, own_wordings
from storage.db import Connection
from storage.timers import Timer, cancel_timer, set_timer
from storage.workspaces import COORDINATOR, members_of

PLAN_TOO_LATE = timedelta(hours=1)
"""After an outage longer than this it is left out, and the next one comes at its time."""


def name_carer(turn: Turn, do: Do, place: Place) -> None:
    """Put somebody on the list of those who look after people, or take them off; they hear it."""
    chosen_one = _chosen(turn, do, place, "care")
    if chosen_one is None:
        return
    workspace, person, name = chosen_one
    is_on = person in carers_of(turn.conn, workspace)
    set_carer(turn.conn, workspace, person, None if is_on else turn.now)
    turn.lead.append(Phrase("care-no-more" if is_on else "care-now", {"name": name}))
    if not is_on and person != turn.person.id:
        turn.tell(person, workspace, Phrase("care-you-are", {"coalition": coalition_of(turn.conn, workspace)}))


def name_on_duty(turn: Turn, do: Do, place: Place) -> None:
    """Who may start a crisis alone. The other coordinators hear it: nobody is put on duty behind their backs."""
    chosen_one = _chosen(turn, do, place, "duty")
    if chosen_one is None:
        return
    workspace, person, name = chosen_one
    is_on = person in on_duty_in(turn.conn, workspace)
    set_on_duty(turn.conn, workspace, person, None if is_on else turn.now)
    turn.lead.append(Phrase("duty-no-more" if is_on else "duty-now", {"name": name}))
    line = Phrase("duty-told", {"coalition": coalition_of(turn.conn, workspace), "name": name})
    for member in members_of(turn.conn, workspace):
        is_concerned = member.role == COORDINATOR or member.person == person
        if not is_on and is_concerned and member.person != turn.person.id:
            turn.tell(member.person, workspace, line)


def _chosen(turn: Turn, do: Do, place: Place, field: str) -> tuple[str, int, Wording] | None:
    """(workspace, person, name) of the member who was picked or named; None after a line that says why not."""
    workspace = coordinated(turn, place)
    if workspace is None or field not in do.carried:
        return None
    picked = do.carried.get(f"{field}_person", "")
    member = next((m for m in members_of(turn.conn, workspace) if str(m.person) == picked), None)
    if member is None:
        turn.lead.append(Phrase("care-unknown"))
        return None
    return workspace, member.person, name_in(turn.conn, member.person)


# -- by the clock --------------------------------------------------------------------------------------------------


def plan_checkin(turn: Turn, do: Do, place: Place) -> None:
    """One plan for a coalition: a new one takes the place of the old."""
    workspace = coordinated(turn, place)
    if workspace is None or "hour" not in do.carried:
        return
    template, wording = chosen(do.carried, own_wordings(turn.conn, workspace, WORDINGS_OFFERED))
    detail = {
        "every": do.carried.get("every", "once"),
        "day": do.carried.get("date") or do.carried.get("day"),
        "hour": do.carried["hour"],
        "template": template,
        "wording": wording,
        "by": turn.person.id,
    }
    due = _next_planned(turn.kit, detail, turn.now)
    if due is None:
        return turn.lead.append(Phrase("plan-is-over"))
    set_timer(turn.conn, PLANNED, plan_of(workspace), due, workspace=workspace, detail=detail)
    turn.lead.append(Phrase("plan-kept"))


def unplan_checkin(turn: Turn, do: Do, place: Place) -> None:
    workspace = coordinated(turn, place)
    if workspace is not None:
        cancel_timer(turn.conn, plan_of(workspace))
        turn.lead.append(Phrase("plan-dropped"))


def ask_as_planned(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Ask, unless a check-in is open, and set the next time. Nothing is ever erased by it."""
    assert timer.workspace is not None
    detail = dict(timer.detail or {})
    coordinators = [m.person for m in members_of(conn, timer.workspace) if m.role == COORDINATOR]
    following = _next_planned(kit, detail, now) if detail.get("every") != "once" else None
    if following is not None and coordinators:
        set_timer(conn, PLANNED, plan_of(timer.workspace), following, workspace=timer.workspace, detail=detail)
    is_late = now - timer.due_at > PLAN_TOO_LATE
    if is_late or not coordinators or open_checkin(conn, timer.workspace) is not None:
        return False
    by = detail["by"] if detail["by"] in coordinators else coordinators[0]
    asking = Asking(timer.workspace, Kind.PLANNED, False, detail["template"], detail["wording"], by)
    checkin, _ = ask(conn, kit, asking, now)
    show_to(conn, kit, by, checkin, now)
    return False


def _next_planned(kit: Kit, detail: Mapping[str, Any], now: datetime) -> datetime | None:
    """When it goes out next, UTC; None once that is over."""
    zone = ZoneInfo(kit.policy.timezone)
    hour = time(int(detail["hour"]))
    if detail["every"] == "week":
        return next_on(now, str(detail["day"]), hour, zone)
    today = now.astimezone(zone).date()
    is_daily = detail["every"] == "day"
    days = (today, today + timedelta(1)) if is_daily else (moment_from(str(detail["day"])).day,)
    moments = (instant_of(Moment(day, hour), zone) for day in days)
    return next((moment for moment in moments if moment > now), None)
