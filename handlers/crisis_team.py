"""Brings people into a crisis space and lets them out: only who was named, or holds a code, comes in."""

from datetime import timedelta

from flows.effects import Do
from flows.model import Phrase, Place
from flows.rules.crisis import is_closed, listed, now_of, text_in
from handlers.action_words import saying
from handlers.coalition import name_of
from handlers.crisis import JOIN, THINK, go_in, my_name, told_at_once
from handlers.crisis_facts import coalition_of
from handlers.crisis_work import show_picture
from handlers.doors import Door
from handlers.turn import Turn
from storage.answers import records
from storage.outbox import cancel_for
from storage.places import close_places_in
from storage.workspaces import (
    COORDINATOR,
    MEMBER,
    join_workspace,
    leave_workspace,
    members_of,
    set_role,
)

CODE_USES, CODE_LIFE = 8, timedelta(hours=24)
"""A team that decides fast is small, and a crisis is now."""


def invite_thinkers(turn: Turn, do: Do, place: Place) -> None:
    """Those who were ticked are asked in their own chats; whoever was asked before is not asked again."""
    workspace = str(place.workspace)
    coalition = coalition_of(turn.conn, workspace)
    mine = turn.membership_in(coalition)
    if coalition is None or mine is None:
        return
    line = Phrase("crisis-invite", {"name": my_name(turn), "coalition": name_of(mine.name)})
    door = Door(Phrase("choice-crisis-join"), JOIN, {"room": workspace, "joining": "yes"})
    inside = {member.person for member in members_of(turn.conn, workspace)}
    wanted = [int(person) for person in _invited(turn, workspace) if person.isdecimal()]
    asked = [person for person in wanted if person not in inside]
    told = told_at_once(turn, coalition, asked, saying(line, doors=(door,)))
    turn.lead.append(Phrase("crisis-invited", {"count": told}))


def join_crisis(turn: Turn, do: Do, place: Place) -> None:
    """In by the button of an invitation: only for whoever is named there, while the crisis lasts."""
    workspace = do.carried.get("room", "")
    if turn.membership_in(workspace) is None:
        named = str(turn.person.id) in _invited(turn, workspace)
        if not named or is_closed(records(turn.conn, workspace, ("crisis",))):
            turn.lead.append(Phrase("crisis-join-over"))
            return turn.open("menu")
        come_in(turn, workspace, MEMBER)
    go_in(turn, workspace, do.carried)


def come_in(turn: Turn, workspace: str, role: str) -> None:
    """One more in the team: whoever leads is told, and sees the picture grow from now on."""
    join_workspace(turn.conn, workspace, turn.person.id, role, turn.now)
    line = Phrase("crisis-somebody-joined", {"name": my_name(turn)})
    for member in members_of(turn.conn, workspace):
        if member.role == COORDINATOR and member.person != turn.person.id:
            turn.tell(member.person, workspace, line)
    show_picture(turn, workspace)


def hand_over_lead(turn: Turn, do: Do, place: Place) -> None:
    """Whoever leads from now on may do what only a lead may; a name that is nobody's here changes nothing."""
    workspace = str(place.workspace)
    lead = text_in(now_of(records(turn.conn, workspace, ("crisis",))), "lead_person")
    known = next((m for m in members_of(turn.conn, workspace) if str(m.person) == lead), None)
    mine = turn.membership_in(workspace)
    if known is None or mine is None or mine.role != COORDINATOR:
        return
    set_role(turn.conn, workspace, known.person, COORDINATOR)
    if known.person != turn.person.id:
        door = Door(Phrase("choice-crisis-open"), THINK, {}, "cr_hub")
        told_at_once(turn, workspace, [known.person], saying(Phrase("crisis-leads-now"), doors=(door,)))


def leave_crisis(turn: Turn, do: Do, place: Place) -> None:
    """Out of the team; whoever leads stays, or nobody would."""
    workspace = str(place.workspace)
    mine = turn.membership_in(workspace)
    if mine is None or mine.role == COORDINATOR:
        return
    cancel_for(turn.conn, turn.person.id, turn.now, workspace)
    close_places_in(turn.conn, turn.person.id, workspace)
    leave_workspace(turn.conn, workspace, turn.person.id)
    turn.lead.append(Phrase("crisis-left"))
    turn.set_person(waiting_place_id=None)
    turn.open("menu")


def _invited(turn: Turn, workspace: str) -> tuple[str, ...]:
    return listed(now_of(records(turn.conn, workspace, ("crisis",))), "invited")
