"""Asks people once a week, on the day they chose, how their steps stand; who is silent twice is not asked louder.

Each membership has one timer, which sets itself again in the transaction in which it fires: at the same local hour
in summer and winter. It speaks only to somebody who has open steps, or who coordinates milestones.
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.effects import Do, Say
from flows.model import Choice, Fill, Phrase, Place, Value, Verbatim, Wording
from flows.rules.news import week_waiting
from flows.rules.weekly import (
    DIGEST_DAY,
    DIGEST_HOUR,
    checkin_item,
    has_something_to_tell,
    next_asking,
    next_on,
    open_tasks_of,
    this_evening,
)
from flows.sources import coalition_label
from handlers.kit import Kit
from handlers.live import gather
from handlers.telling import Alert, Content, told
from handlers.turn import Turn
from storage.answers import keep_answer, last_answer_of, records
from storage.coding import say_json
from storage.db import Connection
from storage.people import Person, load_person
from storage.timers import Timer, cancel_timer, is_set, set_timer, timers_of
from storage.workspaces import COALITION, COORDINATOR, Membership, members_of, memberships_of

WEEKLY, EVENING, DIGEST = "weekly", "weekly_evening", "digest"
MATTERS_FOR = timedelta(days=3)
"""How long a held question still makes sense; the next one comes after seven days."""

EVENING_MATTERS_FOR = timedelta(hours=3)
TOO_LATE = timedelta(days=1)
"""After an outage longer than this the week's question is left out, and the next one comes on its day."""

SILENT_WEEKS = 2
AFTER_SILENCE = timedelta(weeks=3)
"""How much longer than a week whoever is silent is left alone, until they say something again."""

NAMED_AT_MOST = 20
SILENT = "silent"
"""The message to coordinators that names who is silent; what it is about is its day."""


# -- setting -------------------------------------------------------------------------------------------------------


def expect(conn: Connection, kit: Kit, workspace: str, person: Person, now: datetime) -> None:
    """From now on this member is asked every week, and the coalition gets its summary; what is set stays."""
    if not is_set(conn, _occurrence(WEEKLY, workspace, person.id)):
        _set_next(conn, kit, workspace, person, now, {})
    if not is_set(conn, digest_occurrence(workspace)):
        set_next_digest(conn, kit, workspace, now)


def owner_kept(
    conn: Connection, kit: Kit, workspace: str, kind: str, field: str, value: Value, now: datetime
) -> None:
    """An answer was kept: whoever leads a step or a milestone from now on is asked every week."""
    if kind not in {"task", "milestone"} or field != "owner_person" or not str(value or "").isdecimal():
        return
    owner = next((m for m in memberships_of(conn, int(str(value))) if m.workspace == workspace), None)
    if owner is not None and owner.kind == COALITION:
        expect(conn, kit, workspace, load_person(conn, owner.person), now)


def set_next_digest(conn: Connection, kit: Kit, workspace: str, now: datetime) -> None:
    due = next_on(now, DIGEST_DAY, DIGEST_HOUR, _zone(kit))
    set_timer(conn, DIGEST, digest_occurrence(workspace), due, workspace=workspace)


def digest_occurrence(workspace: str) -> str:
    return f"{DIGEST}:{workspace}"


def _set_next(
    conn: Connection,
    kit: Kit,
    workspace: str,
    person: Person,
    now: datetime,
    detail: dict[str, Any],
    rests: timedelta = timedelta(),
) -> None:
    """Several processes or a moved clock may come late: the next one is counted from now, never from the last."""
    due = next_asking(now + rests, person.weekly_day, person.weekly_hour, _zone(kit))
    occurrence = _occurrence(WEEKLY, workspace, person.id)
    if due is None:
        return cancel_timer(conn, occurrence)
    set_timer(conn, WEEKLY, occurrence, due, person=person.id, workspace=workspace, detail=detail)


def _occurrence(kind: str, workspace: str, person: int) -> str:
    return f"{kind}:{workspace}:{person}"


def _zone(kit: Kit) -> ZoneInfo:
    return ZoneInfo(kit.policy.timezone)


# -- firing --------------------------------------------------------------------------------------------------------


def ask_weekly(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """The week's question, if there is anything to ask; and the next week's timer. Nothing is ever erased by it."""
    membership = _membership(conn, timer)
    if membership is None:
        return False
    person = load_person(conn, membership.person)
    silent = _silent_weeks(conn, timer)
    was_asked = now - timer.due_at < TOO_LATE and _ask(conn, kit, membership, now, now + MATTERS_FOR)
    detail = {"asked": now.isoformat(), "silent": silent} if was_asked else {}
    rests = AFTER_SILENCE if was_asked and silent >= SILENT_WEEKS else timedelta()
    _set_next(conn, kit, membership.workspace, person, now, detail, rests)
    if was_asked and silent == SILENT_WEEKS:
        _tell_coordinators(conn, kit, membership, now)
    return False


def ask_in_the_evening(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """The one more message of somebody who said "later"."""
    membership = _membership(conn, timer)
    if membership is not None:
        _ask(conn, kit, membership, now, now + EVENING_MATTERS_FOR, put_off=True)
    return False


def _ask(
    conn: Connection, kit: Kit, membership: Membership, now: datetime, void_after: datetime, *, put_off: bool = False
) -> bool:
    tables = records(conn, membership.workspace, ("task", "milestone", "checkin"))
    checkin = tables["checkin"].get(checkin_item(now.astimezone(_zone(kit)).date(), membership.person), {})
    coordinates = membership.role == COORDINATOR
    if checkin.get("opened") == "now" or not has_something_to_tell(
        tables, membership.person, coordinates=coordinates
    ):
        return False
    waiting = len(open_tasks_of(tables["task"], membership.person))
    answers = ("now", "skip") if put_off else ("now", "later", "skip")
    question = Phrase("wk_open", {"waiting": week_waiting(waiting)})
    choices = tuple(Choice(answer, Phrase(f"wk_open.choice-{answer}")) for answer in answers)
    content = {
        "say": say_json(Say((*_head(conn, membership), question), choices)),
        "doors": [{"flow": "weekly_checkin", "carried": {"opened": answer}} for answer in answers],
    }
    return told(conn, kit, membership.person, membership.workspace, [content], now, Alert(void_after, spread=True))


def _head(conn: Connection, membership: Membership) -> tuple[Wording, ...]:
    """The coalition's name, for people who are in several."""
    if len([m for m in memberships_of(conn, membership.person) if m.kind == COALITION]) < 2:
        return ()
    return (Phrase("head-coalition", {"coalition": coalition_label(membership.name)}),)


def _membership(conn: Connection, timer: Timer) -> Membership | None:
    """None once they left: then the timer is not set again."""
    assert timer.person is not None
    return next((m for m in memberships_of(conn, timer.person) if m.workspace == timer.workspace), None)


def _silent_weeks(conn: Connection, timer: Timer) -> int:
    """How many questions in a row met silence; any answer in this coalition ends it."""
    detail = timer.detail or {}
    if "asked" not in detail or timer.person is None or timer.workspace is None:
        return 0
    last = last_answer_of(conn, timer.person, timer.workspace)
    has_answered = last is not None and last.answered_at > datetime.fromisoformat(detail["asked"])
    return 0 if has_answered else int(detail["silent"]) + 1


def _tell_coordinators(conn: Connection, kit: Kit, membership: Membership, now: datetime) -> None:
    """Once, in one message for all who are silent, and kindly: two weeks ask for a voice, not for another message."""
    day, until = now.astimezone(_zone(kit)).date().isoformat(), Alert(now + MATTERS_FOR)
    for member in members_of(conn, membership.workspace):
        if member.role == COORDINATOR and member.person != membership.person:
            gather(conn, kit, member.person, membership.workspace, SILENT, day, now, until)


def who_is_silent(
    conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime
) -> Content | None:
    """Everybody whose silence became two weeks long on this day, for one coordinator."""
    mine = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    silent = {t.person for t in timers_of(conn, workspace, WEEKLY) if _fell_silent(kit, t, item)}
    names = [m.name for m in members_of(conn, workspace) if m.person in silent and m.person != person]
    if mine is None or mine.role != COORDINATOR or not names:
        return None
    coalition = coalition_label(mine.name)
    called = tuple(Verbatim(name) if name else Phrase("nameless-member") for name in names)
    if len(called) == 1:
        return {"say": say_json(Say((Phrase("silent-two-weeks", {"name": called[0], "coalition": coalition}),)))}
    lines = tuple(Phrase("dash-line", {"text": name}) for name in called[:NAMED_AT_MOST])
    more = (Phrase("waiting-more", {"count": len(called) - NAMED_AT_MOST}),) if len(called) > NAMED_AT_MOST else ()
    fills: dict[str, Fill] = {"count": len(called), "names": lines, "coalition": coalition}
    return {"say": say_json(Say((Phrase("silent-two-weeks-many", fills), *more)))}


def _fell_silent(kit: Kit, timer: Timer, day: str) -> bool:
    detail = timer.detail or {}
    if detail.get("silent") != SILENT_WEEKS:
        return False
    return datetime.fromisoformat(detail["asked"]).astimezone(_zone(kit)).date().isoformat() == day


# -- verbs ---------------------------------------------------------------------------------------------------------


def ask_this_evening(turn: Turn, do: Do, place: Place) -> None:
    """One more message at eight the same evening; after eight the week is let go."""
    evening = this_evening(turn.now, _zone(turn.kit))
    if place.workspace is None or evening is None:
        return turn.lead.append(Phrase("weekly-another-time"))
    occurrence = _occurrence(EVENING, place.workspace, turn.person.id)
    set_timer(
        turn.conn, EVENING, occurrence, evening, person=turn.person.id, workspace=place.workspace,
        void_after=evening + EVENING_MATTERS_FOR,
    )  # fmt: skip
    turn.lead.append(Phrase("weekly-this-evening"))


def note_opened(turn: Turn, do: Do, place: Place) -> None:
    """What was pressed under the week's message is the answer to its question; whoever was silent is back in turn."""
    if place.workspace is not None:
        _set_next(turn.conn, turn.kit, place.workspace, turn.person, turn.now, {})
        pressed = do.carried["opened"]
        keep_answer(
            turn.conn, place.workspace, "checkin", do.item, "opened", pressed, turn.person.id, turn.now, "wk_open"
        )  # fmt: skip


def set_weekly(turn: Turn, do: Do, place: Place) -> None:
    """The day and hour that were chosen hold from the next time on, in every coalition."""
    for membership in turn.memberships():
        _set_next(turn.conn, turn.kit, membership.workspace, turn.person, turn.now, {})
