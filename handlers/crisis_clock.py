"""Keeps a crisis by the clock: when to look again, and what was learnt within a week of its end."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.effects import Do
from flows.model import Fields, Phrase, Place, Wording
from flows.rules.crisis import CLOSED, NOW, SOURCE, Tables, actions_of, next_look, now_of, title_of
from flows.rules.dates import instant_of, moment_from
from flows.rules.days import kept_day
from handlers.action_words import saying
from handlers.alerts import work_timers
from handlers.crisis import THINK
from handlers.doors import Door
from handlers.kit import Kit
from handlers.telling import Alert, told
from handlers.turn import Turn
from storage.answers import keep_answer, records
from storage.db import Connection
from storage.timers import Timer, set_timer, void_timers
from storage.workspaces import COORDINATOR, members_of

UPDATE, LESSONS = "crisis_update", "crisis_lessons"
REVIEW = "crisis_review"
ASKED_AGAIN_AFTER = timedelta(minutes=30)
REVIEW_DAYS = (2, 6)
"""The review is offered two days after the end, and once more before the week is over."""
REVIEW_HOUR = time(10)
STILL_MATTERS = timedelta(hours=12)


def set_next_update(turn: Turn, do: Do, place: Place) -> None:
    """The moment that was chosen; the clock asks whoever leads, and once more if nobody looked."""
    workspace = str(place.workspace)
    at = next_look(records(turn.conn, workspace, ("crisis",)))
    note_looking(turn, do, place)
    if not at:
        return
    due = instant_of(moment_from(at), _zone(turn.kit))
    if due <= turn.now:
        return
    _set_update(turn.conn, workspace, due, at)
    turn.lead.append(Phrase("crisis-next-kept", {"day": kept_day(at)}))


def ask_to_look_again(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """It is time: whoever leads is asked, with a button to the next round. Nothing is ever erased by it."""
    assert timer.workspace is not None
    detail = timer.detail or {}
    tables = records(conn, timer.workspace, ("crisis",))
    if next_look(tables) != detail.get("at"):
        return False
    again = bool(detail.get("again"))
    line = Phrase("crisis-update-again" if again else "crisis-update-due", {"title": _title(tables)})
    door = Door(Phrase("choice-crisis-round"), THINK, {}, "cr_round_part")
    _tell_leads(conn, kit, timer.workspace, line, door, now)
    if not again:
        _set_update(conn, timer.workspace, now + ASKED_AGAIN_AFTER, detail.get("at"), again=True)
    return False


def _set_update(conn: Connection, workspace: str, due: datetime, at: object, *, again: bool = False) -> None:
    detail = {"at": at, "again": again}
    about = _about(workspace)
    set_timer(conn, UPDATE, f"{about}:{again}", due, workspace=workspace, about=about, detail=detail)


def note_looking(turn: Turn, do: Do, place: Place) -> None:
    """Somebody looks: nobody is asked once more."""
    void_timers(turn.conn, _about(str(place.workspace)))


# -- the end ---------------------------------------------------------------------------------------------------------


def close_crisis(turn: Turn, do: Do, place: Place) -> None:
    """It is over: its reminders stop, the team is told, and the review comes within the week."""
    workspace = str(place.workspace)
    tables = records(turn.conn, workspace, ("crisis", "task"))
    keep_answer(turn.conn, workspace, "crisis", NOW, "closed_at", turn.now.isoformat(), turn.person.id, turn.now)
    void_timers(turn.conn, _about(workspace))
    for action in actions_of(tables):
        for about in work_timers(workspace, action.item):
            void_timers(turn.conn, about)
    _set_reviews(turn, workspace)
    line = Phrase("crisis-closed-told", {"title": _title(tables)})
    for member in members_of(turn.conn, workspace):
        if member.person != turn.person.id:
            turn.tell(member.person, workspace, line)
    turn.lead.append(Phrase("crisis-closed"))


def _set_reviews(turn: Turn, workspace: str) -> None:
    zone = _zone(turn.kit)
    for days in REVIEW_DAYS:
        day = turn.now.astimezone(zone).date() + timedelta(days=days)
        due = datetime.combine(day, REVIEW_HOUR, zone)
        set_timer(
            turn.conn, LESSONS, f"{LESSONS}:{workspace}:{days}", due, workspace=workspace, about=_about(workspace)
        )


def ask_what_was_learnt(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """Offer the review to whoever leads, unless it was held or the crisis goes on. Nothing is ever erased by it."""
    assert timer.workspace is not None
    tables = records(conn, timer.workspace, ("crisis", "review"))
    review: Fields = tables["review"].get(SOURCE, {})
    if now_of(tables).get("status") == CLOSED and not review.get("happened"):
        line = Phrase("crisis-review-due", {"title": _title(tables)})
        door = Door(Phrase("choice-crisis-review"), REVIEW, {})
        _tell_leads(conn, kit, timer.workspace, line, door, now)
    return False


def _tell_leads(conn: Connection, kit: Kit, workspace: str, line: Wording, door: Door, now: datetime) -> None:
    alert = Alert(now + STILL_MATTERS, urgent=door.flow != REVIEW)
    for member in members_of(conn, workspace):
        if member.role == COORDINATOR:
            told(conn, kit, member.person, workspace, [saying(line, doors=(door,))], now, alert)


def _title(tables: Tables) -> Wording | str:
    return title_of(tables) or Phrase("crisis-room")


def _about(workspace: str) -> str:
    return f"{workspace}:{UPDATE}"


def _zone(kit: Kit) -> ZoneInfo:
    return ZoneInfo(kit.policy.timezone)
