"""Steers a call to action on its way: take it back, hold it, let it go on, stop it, send again what is unsure."""

from collections.abc import Callable, Mapping
from typing import Any

from flows.effects import Do
from flows.model import Phrase, Place
from handlers.broadcast_sending import PROGRESS, free_from
from handlers.broadcast_words import message_for
from handlers.broadcasts import coalition_name
from handlers.live import follow, refresh
from handlers.turn import Turn
from storage.answers import keep_answer
from storage.audience import audience_of
from storage.broadcasts import (
    PAUSED,
    SCHEDULED,
    SENDING,
    STOPPED,
    UNDONE,
    Call,
    about,
    held,
    hold,
    load_call,
    set_call,
    uncertain,
)
from storage.broadcasts import let_go as queue_again
from storage.deliveries import cancel_about
from storage.outbox import Draft, Lane, MessageClass, put_all
from storage.timers import void_timers
from storage.workspaces import COORDINATOR, lock_workspace


def steer_call(turn: Turn, do: Do, place: Place) -> None:
    """Carry out what was pressed under its progress. Checked again here: the press may be old."""
    mine = turn.membership_in(place.workspace)
    workspace = place.workspace or ""
    lock_workspace(turn.conn, workspace)
    call = load_call(turn.conn, do.carried.get("call"), workspace)
    deed = _DEEDS.get(do.carried.get("deed", ""))
    if call is None or deed is None or mine is None:
        return turn.lead.append(Phrase("call-gone"))
    if mine.role != COORDINATOR and call.approver != turn.person.id:
        return turn.lead.append(Phrase("coordinators-only"))
    deed(turn, call)
    refresh(turn.conn, turn.kit, workspace, PROGRESS, call.id, turn.now)


def follow_call(turn: Turn, do: Do, place: Place) -> None:
    """Its progress, afresh where its reader sees it."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    if call is not None:
        follow(turn.conn, turn.kit, turn.person.id, call.workspace, PROGRESS, call.id, turn.now)


def _undo(turn: Turn, call: Call) -> None:
    """As if it had never been approved; nothing of it had left."""
    too_late = call.starts_at is None or turn.now >= call.starts_at
    if too_late or not set_call(turn.conn, call.id, only_in=(SENDING,), state=UNDONE):
        return turn.lead.append(Phrase("call-too-late"))
    cancel_about(turn.conn, call.workspace, about(call.id), turn.now)
    void_timers(turn.conn, about(call.id))
    _back_to_draft(turn, call)
    turn.lead.append(Phrase("call-undone"))


def _cancel(turn: Turn, call: Call) -> None:
    """What has not left yet never leaves; a series ends with it."""
    if not set_call(turn.conn, call.id, only_in=(SENDING, PAUSED, SCHEDULED), state=STOPPED):
        return turn.lead.append(Phrase("call-too-late"))
    count = cancel_about(turn.conn, call.workspace, about(call.id), turn.now)
    if call.starts_at is None or turn.now < call.starts_at:
        void_timers(turn.conn, about(call.id))
        _back_to_draft(turn, call)
    turn.lead.append(Phrase("call-stopped", {"count": count}))


def _pause(turn: Turn, call: Call) -> None:
    if not set_call(turn.conn, call.id, only_in=(SENDING,), state=PAUSED):
        return turn.lead.append(Phrase("call-too-late"))
    turn.lead.append(Phrase("call-held", {"count": hold(turn.conn, call.id)}))


def _resume(turn: Turn, call: Call) -> None:
    """On it goes; whoever rests by now is left to rest."""
    if not set_call(turn.conn, call.id, only_in=(PAUSED,), state=SENDING):
        return turn.lead.append(Phrase("call-too-late"))
    free: dict[str, Any] = {}
    rows = []
    for row, quiet, at in held(turn.conn, call.id):
        alike = repr(quiet)
        if alike not in free:
            free[alike] = free_from(turn.kit, quiet, turn.now, call.content)
        rows.append((row, max(free[alike], at) if at is not None else free[alike]))
    queue_again(turn.conn, rows)
    turn.lead.append(Phrase("call-goes-on", {"count": len(rows)}))


def _resend(turn: Turn, call: Call) -> None:
    """Send again what is uncertain, each marked as a repeat; who is out of reach or has gone silent is left alone."""
    if call.expires_at is None or turn.now >= call.expires_at:
        return turn.lead.append(Phrase("call-is-over"))
    reachable = {one.person: one for one in audience_of(turn.conn, call.workspace) if not one.muted and one.address}
    coalition = coalition_name(turn.conn, call.workspace)
    drafts = []
    for row in uncertain(turn.conn, call.id):
        one = reachable.get(row.person)
        if one is None or one.address is None or one.channel is None:
            continue
        content = message_for(call.content, call.id, one.language or "he", coalition, again=True)
        draft = Draft(
            key=turn.kit.fresh(),
            person=one.person,
            address=one.address,
            channel=one.channel,
            message_class=MessageClass.BULK,
            lane=Lane.BULK,
            content=content,
            workspace=call.workspace,
            not_before=free_from(turn.kit, one.quiet, turn.now, call.content),
            expires_at=call.expires_at,
            about=about(call.id),
            repeats=row.key,
        )
        drafts.append(draft)
    put_all(turn.conn, drafts, turn.now)
    turn.lead.append(Phrase("call-sent-again", {"count": len(drafts)}))


def _back_to_draft(turn: Turn, call: Call) -> None:
    keep_answer(turn.conn, call.workspace, "broadcast", call.item, "sent", "", turn.person.id, turn.now)


_DEEDS: Mapping[str, Callable[[Turn, Call], None]] = {
    "undo": _undo,
    "cancel": _cancel,
    "pause": _pause,
    "resume": _resume,
    "resend": _resend,
}
