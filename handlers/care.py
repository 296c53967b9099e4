"""Calls those who look after people until one of them says "I am on it", and lets the others know who that is."""

from datetime import datetime

from flows.effects import Do
from flows.model import Phrase, Place
from flows.rules.checkin_saying import NAMES_SHOWN, named
from flows.rules.checkins import Status, rings_again
from handlers.carers import looks_after, those_who_care
from handlers.checkin_words import (
    ROLLUP,
    answered_now,
    call_for_care,
    name_in,
    taken_up,
    what_helps,
    what_it_is,
)
from handlers.kit import Kit
from handlers.live import refresh
from handlers.returning import return_to_question
from handlers.telling import Content, told_all
from handlers.turn import Turn
from storage.audience import audience_of
from storage.care import (
    Call,
    CallKind,
    call_about,
    calls_of,
    claim_call,
    end_call,
    load_call,
    note_rung,
    raise_call,
    unclaim_call,
)
from storage.checkins import Checkin, State, answer_of, load_checkin, silent_in
from storage.db import Connection
from storage.deliveries import cancel_about
from storage.outbox import Lane, MessageClass
from storage.timers import Timer, set_timer, void_timers
from storage.workspaces import lock_workspace

CARE_CALL = "care_call"
"""The kind of timer by which a call nobody took up rings again."""


def about_call(call: str) -> str:
    """What the messages of one call belong to."""
    return f"call:{call}"


def about_care(checkin: Checkin) -> str:
    """What those who look after people are told besides calls belongs to."""
    return f"care:{checkin.id}"


def tell_carers(
    conn: Connection, kit: Kit, checkin: Checkin, content: Content, now: datetime, about: str, but: int | None = None
) -> int:
    """At once, whoever rests: ahead of everything, and said again if its fate is unknown. How many are told."""
    people = those_who_care(conn, checkin.workspace, but)
    return told_all(
        conn, kit, checkin.workspace, people, content, now,
        about=about, lane=Lane.CRISIS, message_class=MessageClass.CRISIS,
    )  # fmt: skip


# -- raising and ringing -------------------------------------------------------------------------------------------


def call_for(
    conn: Connection, kit: Kit, checkin: Checkin, person: int | None, kind: CallKind, now: datetime
) -> int | None:
    """Call about somebody (None: about the silent). How many are told; None when they know already."""
    standing = call_about(conn, checkin.id, person)
    if standing is None:
        call = kit.fresh()
        raise_call(conn, call, checkin.id, person, kind, now)
        return _ring(conn, kit, checkin, call, now)
    if kind is CallKind.DANGER and standing.kind is not CallKind.DANGER:
        note_rung(conn, standing.id, CallKind.DANGER)
        unclaim_call(conn, standing.id)
        return _ring(conn, kit, checkin, standing.id, now)
    return None


def ring_again(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """A call nobody took up rings once more; where very many wait, only the first: the roll-up names the others.

    Nothing is ever erased by it.
    """
    call = load_call(conn, (timer.detail or {}).get("call"))
    checkin = load_checkin(conn, call.checkin) if call is not None else None
    if call is None or checkin is None or not call.waits or checkin.state is State.CANCELLED:
        return False
    waiting = [one.id for one in calls_of(conn, checkin.id) if one.waits]
    if call.id in waiting[:NAMES_SHOWN]:
        _ring(conn, kit, checkin, call.id, now, again=True)
    else:
        _hang_next(conn, checkin, call, now)
    return False


def _ring(conn: Connection, kit: Kit, checkin: Checkin, call_id: str, now: datetime, *, again: bool = False) -> int:
    call = load_call(conn, call_id)
    assert call is not None
    silent = silent_in(conn, checkin.id) if call.person is None else ()
    if call.person is None and not silent:
        end_call(conn, call.id, now)
        return 0
    who = name_in(conn, call.person)
    cancel_about(conn, checkin.workspace, about_call(call.id), now)
    content = call_for_care(checkin, call, who, silent, again=again)
    told = tell_carers(conn, kit, checkin, content, now, about_call(call.id), but=call.person)
    note_rung(conn, call.id)
    _hang_next(conn, checkin, call, now)
    return told


def _hang_next(conn: Connection, checkin: Checkin, call: Call, now: datetime) -> None:
    """When it rings next, if it is to."""
    wait, about = rings_again(call.rung), about_call(call.id)
    if wait is None:
        return
    due = now + wait
    set_timer(
        conn, CARE_CALL, about, due, workspace=checkin.workspace, about=about, detail={"call": call.id}
    )  # fmt: skip


def answered_after_call(
    conn: Connection, kit: Kit, checkin: Checkin, person: int, name: str | None, status: Status, now: datetime
) -> None:
    """Somebody who was worried about has answered: whoever looks after them hears it, and an idle call ends."""
    own, silent = call_about(conn, checkin.id, person), call_about(conn, checkin.id, None)
    if silent is not None and not silent_in(conn, checkin.id):
        end_call(conn, silent.id, now)
        void_timers(conn, about_call(silent.id))
    if own is not None and status is Status.OK:
        end_call(conn, own.id, now)
        void_timers(conn, about_call(own.id))
    worried = own if own is not None and status is Status.OK else silent if status is not Status.HELP else None
    if worried is not None:
        _tell_whoever_has_it(conn, kit, checkin, worried, answered_now(checkin, named(name), status), now, person)


def tell_whoever_has(
    conn: Connection, kit: Kit, checkin: Checkin, person: int, content: Content, now: datetime
) -> None:
    """More is known about somebody: to whoever looks after them, or to all who could."""
    call = call_about(conn, checkin.id, person)
    if call is not None:
        _tell_whoever_has_it(conn, kit, checkin, call, content, now, person)


def _tell_whoever_has_it(
    conn: Connection, kit: Kit, checkin: Checkin, call: Call, content: Content, now: datetime, but: int
) -> None:
    if call.claimed_by is None:
        tell_carers(conn, kit, checkin, content, now, about_call(call.id), but)
        return
    holder = [one for one in audience_of(conn, checkin.workspace) if one.person == call.claimed_by]
    told_all(
        conn, kit, checkin.workspace, holder, content, now,
        about=about_call(call.id), lane=Lane.CRISIS, message_class=MessageClass.CRISIS,
    )  # fmt: skip


# -- taking it up --------------------------------------------------------------------------------------------------


def take_up_call(turn: Turn, do: Do, place: Place) -> None:
    """ "I am on it": it rings no more, and the others see who has it. The second to press hears who was first."""
    call = load_call(turn.conn, do.carried.get("call"))
    checkin = load_checkin(turn.conn, call.checkin) if call is not None else None
    if call is None or checkin is None or call.workspace != place.workspace or call.ended_at is not None:
        turn.lead.append(Phrase("care-over"))
    elif not looks_after(turn.conn, checkin.workspace, turn.person.id):
        turn.lead.append(Phrase("care-not-yours"))
    else:
        lock_workspace(turn.conn, checkin.workspace)
        _take_up(turn, checkin, call)
    return_to_question(turn, do, place)


def _take_up(turn: Turn, checkin: Checkin, call: Call) -> None:
    who = name_in(turn.conn, call.person)
    what = what_it_is(call, who)
    me = turn.person.id
    if not claim_call(turn.conn, call.id, me, turn.now):
        standing = load_call(turn.conn, call.id)
        by = standing.claimed_by if standing is not None else None
        key = "care-taken-by-you" if by == me else "care-taken-already"
        return turn.say(Phrase(key, {"name": name_in(turn.conn, by), "what": what}))
    about = about_call(call.id)
    void_timers(turn.conn, about)
    cancel_about(turn.conn, checkin.workspace, about, turn.now)
    content = taken_up(checkin, named(turn.person.display_name), what)
    tell_carers(turn.conn, turn.kit, checkin, content, turn.now, about_care(checkin), but=me)
    subject = answer_of(turn.conn, checkin.id, call.person) if call.person is not None else None
    more = what_helps(subject) if subject is not None else ()
    turn.say(Phrase("care-taken-by-you", {"what": what}), *more)
    refresh(turn.conn, turn.kit, checkin.workspace, ROLLUP, checkin.id, turn.now)
