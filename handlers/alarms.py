"""Turns a coalition's crisis switch: proposed by one, approved by another within two minutes, ended as it began.

While it is on, routine waits. Everybody who got the start gets the end; of a false alarm what was not sent yet is
taken back first, so that nobody hears of it after it was called off.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.effects import Do
from flows.model import Phrase, Place, Wording
from flows.rules.checkin_saying import named
from handlers.action_words import saying
from handlers.carers import approvers_in, those_who_care
from handlers.checkin_leading import coordinated, show_to
from handlers.checkin_words import THINK_SPACE, coalition_of
from handlers.checkins import Asking, ask, close
from handlers.doors import Door
from handlers.kit import Kit
from handlers.returning import return_to_question
from handlers.telling import Content, told_all
from handlers.turn import Turn
from storage.alarms import (
    Alarm,
    State,
    alarm_on,
    alarm_proposed,
    end_alarm,
    hold_rows,
    leave_alarm,
    load_alarm,
    propose_alarm,
    release,
    start_alarm,
    started_since,
)
from storage.audience import Reachable, audience_of
from storage.care import on_duty_in
from storage.checkins import Checkin, Kind, load_checkin, open_checkin
from storage.checkins import State as CheckinState
from storage.db import Connection
from storage.deliveries import cancel_about, reached_by
from storage.outbox import Lane, MessageClass
from storage.timers import Timer, set_timer, void_timers
from storage.workspaces import lock_workspace

LAPSED = "alarm_lapsed"
"""The kind of timer by which a request for approval runs out."""

APPROVAL_HOLDS = timedelta(minutes=2)
AT_MOST = 3
WITHIN = timedelta(hours=24)
"""So many crises a day, and as many drills: more would be noise, or somebody who means ill."""

APPROVE = "crisis_approve"


# -- starting ------------------------------------------------------------------------------------------------------


def propose(turn: Turn, do: Do, place: Place) -> None:
    """Ask for a second approval; who is on duty needs none. A second one who proposes the same has approved it."""
    workspace = coordinated(turn, place)
    if workspace is None:
        return turn.say()
    lock_workspace(turn.conn, workspace)
    drill = do.carried.get("how") == "drill"
    hindrance = _hindrance(turn, workspace, drill=drill)
    waiting = alarm_proposed(turn.conn, workspace, turn.now - APPROVAL_HOLDS)
    if hindrance is not None:
        return turn.say(hindrance)
    if waiting is not None and waiting.drill == drill and waiting.proposed_by != turn.person.id:
        return _start(turn, waiting)
    if waiting is not None:
        return turn.say(Phrase("alarm-waits"))
    alarm = Alarm(turn.kit.fresh(), workspace, drill, State.PROPOSED, turn.person.id, turn.now)
    propose_alarm(turn.conn, alarm.id, workspace, turn.person.id, turn.now, drill=drill)
    if turn.person.id in on_duty_in(turn.conn, workspace):
        return _start(turn, alarm)
    _ask_for_approval(turn, alarm)


def _hindrance(turn: Turn, workspace: str, *, drill: bool) -> Phrase | None:
    if alarm_on(turn.conn, workspace) is not None:
        return Phrase("alarm-is-on")
    if started_since(turn.conn, workspace, turn.now - WITHIN, drill=drill) >= AT_MOST:
        return Phrase("alarm-too-many")
    return None


def _ask_for_approval(turn: Turn, alarm: Alarm) -> None:
    people = approvers_in(turn.conn, alarm.workspace, turn.person.id)
    if not people:
        leave_alarm(turn.conn, alarm.id, State.REFUSED, turn.now)
        return turn.say(Phrase("alarm-nobody"))
    until = turn.now + APPROVAL_HOLDS
    local = until.astimezone(ZoneInfo(turn.kit.policy.timezone))
    fills = {
        "name": named(turn.person.display_name),
        "coalition": coalition_of(turn.conn, alarm.workspace),
        "time": f"{local:%H:%M}",
    }
    doors = (
        Door(Phrase(f"choice-{what}-alarm"), APPROVE, {"alarm": alarm.id, "answer": what})
        for what in ("approve", "refuse")
    )
    content = saying(Phrase("alarm-wanted-drill" if alarm.drill else "alarm-wanted", fills), doors=doors)
    _tell(turn.conn, turn.kit, alarm.workspace, people, content, turn.now, alarm.about)
    set_timer(
        turn.conn, LAPSED, f"{LAPSED}:{alarm.id}", until,
        workspace=alarm.workspace, about=alarm.about, detail={"alarm": alarm.id},
    )  # fmt: skip
    turn.say(Phrase("alarm-asked", {"count": len(people)}))


def answer_alarm(turn: Turn, do: Do, place: Place) -> None:
    """The second approval, or a no. Looked at again: the request may have run out, or be one's own."""
    alarm = load_alarm(turn.conn, do.carried.get("alarm"))
    if alarm is None or alarm.workspace != place.workspace:
        turn.say(Phrase("alarm-too-late"))
        return return_to_question(turn, do, place)
    lock_workspace(turn.conn, alarm.workspace)
    may = {one.person for one in approvers_in(turn.conn, alarm.workspace, alarm.proposed_by or 0)}
    holds = alarm.state is State.PROPOSED and turn.now <= alarm.proposed_at + APPROVAL_HOLDS
    if not holds or alarm_on(turn.conn, alarm.workspace) is not None:
        turn.say(Phrase("alarm-is-on" if alarm.state is State.ON else "alarm-too-late"))
    elif turn.person.id == alarm.proposed_by or turn.person.id not in may:
        turn.say(Phrase("alarm-own" if turn.person.id == alarm.proposed_by else "coordinators-only"))
    elif do.carried.get("answer") == "approve":
        return _start(turn, alarm)
    else:
        _refuse(turn, alarm)
    return_to_question(turn, do, place)


def _refuse(turn: Turn, alarm: Alarm) -> None:
    leave_alarm(turn.conn, alarm.id, State.REFUSED, turn.now)
    _take_request_back(turn.conn, alarm, turn.now)
    line = Phrase("alarm-refused", {"name": named(turn.person.display_name)})
    _tell_one(turn.conn, turn.kit, alarm, alarm.proposed_by, saying(line), turn.now)
    turn.say(Phrase("alarm-refused-by-you"))


def lapse(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Nobody approved it in time: whoever proposed it hears that nothing was sent. Nothing is ever erased by it."""
    alarm = load_alarm(conn, (timer.detail or {}).get("alarm"))
    if alarm is not None and leave_alarm(conn, alarm.id, State.LAPSED, now):
        _take_request_back(conn, alarm, now)
        _tell_one(conn, kit, alarm, alarm.proposed_by, saying(Phrase("alarm-lapsed")), now)
    return False


def _start(turn: Turn, alarm: Alarm) -> None:
    """Routine waits, the check-in goes out, the think-space opens for those who lead."""
    conn, kit, now = turn.conn, turn.kit, turn.now
    _take_request_back(conn, alarm, now)
    standing = open_checkin(conn, alarm.workspace)
    if standing is not None:
        close(conn, kit, standing, CheckinState.CLOSED, now)
    if not alarm.drill:
        hold_rows(conn, alarm.workspace, alarm.about)
    asking = Asking(alarm.workspace, Kind.CRISIS, alarm.drill, asked_by=alarm.proposed_by)
    checkin, count = ask(conn, kit, asking, now)
    start_alarm(conn, alarm.id, turn.person.id, checkin.id, now)
    turn.write(_is_on(turn, count), workspace=alarm.workspace)
    show_to(conn, kit, turn.person.id, checkin, now)
    if alarm.proposed_by is not None and alarm.proposed_by != turn.person.id:
        approved = Phrase("alarm-approved-by", {"name": named(turn.person.display_name)})
        _tell_one(conn, kit, alarm, alarm.proposed_by, _is_on(turn, count, approved), now)
        show_to(conn, kit, alarm.proposed_by, checkin, now)
    _open_think_space(turn, alarm)


def _is_on(turn: Turn, count: int, *lines: Wording) -> Content:
    return saying(*lines, Phrase("alarm-on", {"count": count}), doors=_think_space(turn.kit))


def _think_space(kit: Kit) -> tuple[Door, ...]:
    """The room to think in, where that conversation exists."""
    is_there = THINK_SPACE in kit.conversations.catalogue
    return (Door(Phrase("choice-think-space"), THINK_SPACE, {}),) if is_there else ()


def _open_think_space(turn: Turn, alarm: Alarm) -> None:
    doors = _think_space(turn.kit)
    if doors:
        already = {turn.person.id, alarm.proposed_by}
        people = (one for one in those_who_care(turn.conn, alarm.workspace) if one.person not in already)
        content = saying(Phrase("alarm-think"), doors=doors)
        _tell(turn.conn, turn.kit, alarm.workspace, people, content, turn.now, alarm.about)


def _take_request_back(conn: Connection, alarm: Alarm, now: datetime) -> None:
    void_timers(conn, alarm.about)
    cancel_about(conn, alarm.workspace, alarm.about, now)


_ENDS: Mapping[tuple[bool, bool], str] = {
    (False, False): "alarm-over",
    (False, True): "alarm-over-drill",
    (True, False): "alarm-false",
    (True, True): "alarm-false-drill",
}
"""What is said at the end: (was it a false alarm, was it a drill)."""


# -- ending --------------------------------------------------------------------------------------------------------


def end(turn: Turn, do: Do, place: Place) -> None:
    """Over, or a false alarm: everybody who got the start gets this, and routine comes back."""
    workspace = coordinated(turn, place)
    if workspace is None:
        return turn.say()
    lock_workspace(turn.conn, workspace)
    alarm = alarm_on(turn.conn, workspace)
    if alarm is None:
        return turn.say(Phrase("alarm-not-on"))
    is_false = do.carried.get("how") == "mistaken"
    end_alarm(turn.conn, alarm.id, State.FALSE if is_false else State.ENDED, turn.now)
    told = _say_the_end(turn, alarm, is_false=is_false)
    if not alarm.drill:
        release(turn.conn, workspace, turn.now)
    by = Phrase("alarm-ended-by", {"name": named(turn.person.display_name)})
    for person in {alarm.proposed_by, alarm.approved_by} - {turn.person.id, None}:
        _tell_one(turn.conn, turn.kit, alarm, person, saying(by), turn.now)
    turn.say(Phrase("alarm-ended", {"count": told}))


def _say_the_end(turn: Turn, alarm: Alarm, *, is_false: bool) -> int:
    """First what is still queued of the start is taken back; then those it reached hear the end. How many."""
    checkin = load_checkin(turn.conn, alarm.checkin)
    if checkin is None:
        return 0
    _close_with(turn, checkin, is_false=is_false)
    reached = reached_by(turn.conn, checkin.about)
    people = [one for one in audience_of(turn.conn, alarm.workspace) if one.person in reached]
    coalition = coalition_of(turn.conn, alarm.workspace)
    line = Phrase(_ENDS[is_false, alarm.drill], {"coalition": coalition})
    return _tell(turn.conn, turn.kit, alarm.workspace, people, saying(line), turn.now, alarm.about)


def _close_with(turn: Turn, checkin: Checkin, *, is_false: bool) -> None:
    """Also what is queued of a check-in that was closed before."""
    state = CheckinState.CANCELLED if is_false else CheckinState.CLOSED
    close(turn.conn, turn.kit, checkin, state, turn.now)
    cancel_about(turn.conn, checkin.workspace, checkin.about, turn.now)


# -- telling -------------------------------------------------------------------------------------------------------


def _tell(
    conn: Connection,
    kit: Kit,
    workspace: str,
    people: Iterable[Reachable],
    content: Content,
    now: datetime,
    about: str,
) -> int:
    return told_all(
        conn, kit, workspace, people, content, now, about=about, lane=Lane.CRISIS, message_class=MessageClass.CRISIS
    )


def _tell_one(conn: Connection, kit: Kit, alarm: Alarm, person: int | None, content: Content, now: datetime) -> None:
    people = [one for one in audience_of(conn, alarm.workspace) if one.person == person]
    _tell(conn, kit, alarm.workspace, people, content, now, alarm.about)
