"""Takes what people answer to a call to action, by a button or typed, and opens the next step of taking part.

An answer to a call that invites to an action is an answer to the action too.
"""

from flows.effects import Do
from flows.model import Phrase, Place, Verbatim
from flows.rules import broadcast as rules
from flows.rules.action import last_part
from flows.rules.broadcast import CANNOT, COMING, SEEN
from flows.rules.broadcast_calls import open_roles, open_tasks
from handlers.action_words import role_name
from handlers.actions import ActionDay, load_action
from handlers.broadcast_sending import PROGRESS
from handlers.broadcast_words import PREVIEW, answer_kept, for_members, next_step
from handlers.live import refresh
from handlers.returning import return_to_question
from handlers.rsvp import keep_coming
from handlers.turn import Turn
from storage.answers import keep_answer, records
from storage.attendance import Coming
from storage.broadcasts import Call, keep_reply, load_call, note_arrived, note_went_on, replies_to
from storage.workspaces import COORDINATOR, lock_workspace, members_of

BRING, ROLE, TASK = "bring", "role", "task"
RUNGS = (BRING, ROLE, TASK)
"""The next steps of taking part: bring somebody along, take an open role, take on an open step."""


def answer_call(turn: Turn, do: Do, place: Place) -> None:
    """Keep an answer, thank for it, and go back to where the person was."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    said = do.carried.get("answer", "")
    if do.carried.get("call") == PREVIEW:
        turn.lead.append(Phrase("call-only-a-preview"))
    elif call is None or call.expires_at is None or turn.membership_in(call.workspace) is None:
        turn.lead.append(Phrase("call-gone"))
    elif call.expires_at <= turn.now:
        turn.lead.append(Phrase("call-is-over"))
    elif said in rules.answers_of(call.content["purpose"], tuple(call.content["options"])):
        _keep(turn, call, said)
    return_to_question(turn, do, place)


def note_rung(turn: Turn, do: Do, place: Place) -> None:
    """The next step was opened: the report counts it."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    if call is not None and do.carried.get("rung") in RUNGS:
        note_went_on(turn.conn, call.id, turn.person.id, do.carried["rung"])
        refresh(turn.conn, turn.kit, call.workspace, PROGRESS, call.id, turn.now)


def take_rung(turn: Turn, do: Do, place: Place) -> None:
    """An open role or step becomes theirs, unless somebody was faster; whoever coordinates hears of it."""
    workspace = place.workspace
    kind = next((kind for kind in (ROLE, TASK) if do.carried.get(kind)), None)
    if workspace is None or kind is None:
        return
    lock_workspace(turn.conn, workspace)
    item = do.carried[kind]
    fields = records(turn.conn, workspace, (kind,))[kind].get(item, {})
    if not fields or fields.get("owner") or fields.get("removed"):
        return turn.lead.append(Phrase("rung-is-taken"))
    name, me = turn.person.display_name or "–", str(turn.person.id)
    confirmed = {"confirmed": "yes", "confirmed_person": me} if kind == ROLE else {}
    for field, value in ({"owner": name, "owner_person": me} | confirmed).items():
        keep_answer(turn.conn, workspace, kind, item, field, value, turn.person.id, turn.now)
    what = role_name(last_part(item)) if kind == ROLE else Verbatim(str(fields.get("title") or "–"))
    turn.lead.append(Phrase("rung-taken", {"what": what}))
    for member in members_of(turn.conn, workspace):
        if member.role == COORDINATOR and member.person != turn.person.id:
            turn.tell(member.person, workspace, Phrase("rung-taken-by", {"name": name, "what": what}))


def _keep(turn: Turn, call: Call, answer: str) -> None:
    keep_reply(turn.conn, call.id, turn.person.id, answer, turn.now)
    note_arrived(turn.conn, call.id, turn.person.id)
    day = load_action(turn.conn, turn.kit, call.workspace, call.content["event"], turn.now)
    ahead = day if day is not None and day.is_ahead else None
    rungs = _rungs(turn, ahead, call.workspace) if answer in (COMING, SEEN) else ()
    if ahead is not None and answer in (COMING, CANNOT):
        keep_coming(turn, ahead, Coming(answer), 0)
        if rungs:
            turn.write(next_step(call, rungs, ahead.item), workspace=call.workspace, expires_at=call.expires_at)
    else:
        shown = for_members(replies_to(turn.conn, call.id))
        turn.write(answer_kept(call, answer, shown, rungs), workspace=call.workspace, expires_at=call.expires_at)
    refresh(turn.conn, turn.kit, call.workspace, PROGRESS, call.id, turn.now)


def _rungs(turn: Turn, day: ActionDay | None, workspace: str) -> tuple[str, ...]:
    """What could follow from a yes, as far as there is something to take."""
    tables = records(turn.conn, workspace, ("task",))
    rungs = [BRING] if day is not None else []
    rungs += [ROLE] if day is not None and open_roles(day.tables, day.item) else []
    rungs += [TASK] if open_tasks(tables) else []
    return tuple(rungs[:2])
