"""Lets people in, gives and takes roles, and keeps a coalition from being left without a coordinator."""

import re
from collections.abc import Mapping
from datetime import timedelta

from flows.effects import Do
from flows.model import Fill, Phrase, Place
from flows.typed import western_digits
from handlers.action_days import joined
from handlers.coalition import name_of
from handlers.crisis import go_in
from handlers.crisis_team import CODE_LIFE, CODE_USES
from handlers.crisis_team import come_in as come_into_crisis
from handlers.turn import Turn
from handlers.weekly import expect
from storage.answers import records
from storage.attendance import forget_attendance_of
from storage.checkins import forget_checkins_of
from storage.outbox import MessageClass, cancel_for
from storage.places import close_places_in
from storage.workspaces import (
    COORDINATOR,
    CRISIS,
    MEMBER,
    add_invitation,
    count_failed_join,
    failed_joins_since,
    find_invitation,
    join_workspace,
    leave_workspace,
    lock_workspace,
    members_of,
    set_role,
    use_invitation,
)

INVITATION_LIFE = timedelta(hours=72)
INVITATION_USES = 50
TRIES_AN_HOUR = 5
START_PREFIX = "j_"

_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}")


def code_in(text: str) -> str | None:
    """The invitation code that a whole message is; the letters a hand confuses (I, L, O) count as digits.

    A code holds a digit as it is shown, so "politics" stays a word.
    """
    typed = western_digits(text).strip().upper().removeprefix(START_PREFIX.upper())
    plain = typed.translate(_CONFUSED)
    return plain.replace("-", "") if _CODE.fullmatch(plain) and re.search("[0-9]", typed) else None


def invitation_lookup(turn: Turn, code: str) -> bytes:
    return turn.kit.keys.lookup("invitation", code)


def invite_member(turn: Turn, do: Do, place: Place) -> None:
    """A new code and link; the same code is never shown twice, a lost one is simply replaced."""
    mine = turn.membership_in(place.workspace)
    if place.workspace is None or mine is None or mine.role != COORDINATOR:
        return turn.lead.append(Phrase("coordinators-only"))
    _show_new_code(turn, place.workspace, "invite-ready", INVITATION_USES, INVITATION_LIFE)


def invite_to_crisis(turn: Turn, do: Do, place: Place) -> None:
    """A code for a few people who are in no coalition with us, or not in this bot yet."""
    mine = turn.membership_in(place.workspace)
    if place.workspace is None or mine is None or mine.role != COORDINATOR:
        return turn.lead.append(Phrase("coordinators-only"))
    _show_new_code(turn, place.workspace, "crisis-code", CODE_USES, CODE_LIFE)


def _show_new_code(turn: Turn, workspace: str, key: str, uses: int, life: timedelta) -> None:
    code = turn.kit.fresh_code()
    lookup = invitation_lookup(turn, code)
    add_invitation(turn.conn, lookup, workspace, MEMBER, uses, turn.now + life, turn.now)
    hours = int(life.total_seconds() // 3600)
    fills: Mapping[str, Fill] = {"code": f"{code[:4]}-{code[4:]}", "hours": hours, "uses": uses}
    turn.say(Phrase(key, fills), message_class=MessageClass.ONE_TIME)
    link = turn.kit.invite_link(START_PREFIX + code)
    if link is not None:
        turn.say(Phrase("invite-link", {"link": link}), message_class=MessageClass.ONE_TIME)


def try_code(turn: Turn, code: str) -> None:
    """A code was typed or came with a link. Every failure sounds the same; too many are met with silence."""
    if failed_joins_since(turn.conn, turn.person.id, turn.now - timedelta(hours=1)) >= TRIES_AN_HOUR:
        return
    lookup = invitation_lookup(turn, code)
    invitation = find_invitation(turn.conn, lookup)
    if invitation is None or not invitation.holds(turn.now):
        count_failed_join(turn.conn, turn.person.id, turn.now)
        turn.lead.append(Phrase("code-unknown"))
        return turn.go_on()
    if invitation.workspace is None:
        return _grant_founding(turn, lookup)
    turn.open("join", {"invitation": lookup.hex()})


def come_in(turn: Turn, carried: Mapping[str, str]) -> None:
    """An invitation carried through the welcome leads where it was made for: into a coalition, or to founding one."""
    lookup = bytes.fromhex(carried["invitation"])
    invitation = find_invitation(turn.conn, lookup)
    if invitation is not None and invitation.workspace is None and invitation.holds(turn.now):
        return _grant_founding(turn, lookup)
    turn.open("join", carried)


def join_coalition(turn: Turn, do: Do, place: Place) -> None:
    lookup = bytes.fromhex(do.carried["invitation"])
    invitation = find_invitation(turn.conn, lookup)
    if invitation is None or invitation.workspace is None or not use_invitation(turn.conn, lookup, turn.now):
        return turn.lead.append(Phrase("code-unknown"))
    workspace = invitation.workspace
    if invitation.kind == CRISIS:
        return _join_crisis(turn, workspace, invitation.role)
    join_workspace(turn.conn, workspace, turn.person.id, invitation.role, turn.now)
    turn.set_person(active_workspace_id=workspace)
    expect(turn.conn, turn.kit, workspace, turn.person, turn.now)
    coalition = name_of(invitation.name)
    turn.say(Phrase("joined-welcome", {"coalition": coalition}))
    if records(turn.conn, workspace, ("actor",))["actor"]:
        turn.draw("power_map", workspace)
    joined(turn.conn, turn.kit, workspace, turn.person.id, turn.now)
    name = turn.person.display_name or Phrase("nameless-member")
    for member in members_of(turn.conn, workspace):
        if member.role == COORDINATOR and member.person != turn.person.id:
            turn.tell(member.person, workspace, Phrase("somebody-joined", {"name": name, "coalition": coalition}))


def _join_crisis(turn: Turn, workspace: str, role: str) -> None:
    come_into_crisis(turn, workspace, role)
    go_in(turn, workspace, {})


def change_role(turn: Turn, do: Do, place: Place) -> None:
    """Make somebody coordinator or member, or take them out. Checked again here: the press may be old."""
    workspace = place.workspace
    mine = turn.membership_in(workspace)
    if workspace is None or mine is None or mine.role != COORDINATOR:
        return turn.lead.append(Phrase("coordinators-only"))
    lock_workspace(turn.conn, workspace)
    chosen = next((m for m in members_of(turn.conn, workspace) if str(m.person) == do.carried.get("member")), None)
    if chosen is None:
        return
    role, coalition = do.carried.get("role", ""), name_of(mine.name)
    if role == "remove":
        remove_from(turn, workspace, chosen.person, Phrase("removed-from", {"coalition": coalition}))
    elif role != chosen.role:
        set_role(turn.conn, workspace, chosen.person, role)
        turn.tell(chosen.person, workspace, Phrase(f"became-{role}", {"coalition": coalition}))
    turn.lead.append(Phrase("role-changed", {"member": chosen.name or ""}))


def leave_coalition(turn: Turn, do: Do, place: Place) -> None:
    workspace = place.workspace
    mine = turn.membership_in(workspace)
    if workspace is None or mine is None:
        return
    lock_workspace(turn.conn, workspace)
    coordinators = [m for m in members_of(turn.conn, workspace) if m.role == COORDINATOR]
    if mine.role == COORDINATOR and len(coordinators) == 1:
        return turn.lead.append(Phrase("last-coordinator"))
    remove_from(turn, workspace, turn.person.id)
    remaining = turn.memberships()
    turn.set_person(active_workspace_id=remaining[0].workspace if remaining else None)
    turn.lead.append(Phrase("left-coalition", {"coalition": name_of(mine.name)}))


def remove_from(turn: Turn, workspace: str, person: int, farewell: Phrase | None = None) -> None:
    """End one person's part in a coalition: what is queued is cancelled, what was open is closed."""
    cancel_for(turn.conn, person, turn.now, workspace)
    if farewell is not None:
        turn.tell(person, workspace, farewell)
    close_places_in(turn.conn, person, workspace)
    forget_attendance_of(turn.conn, workspace, person)
    forget_checkins_of(turn.conn, workspace, person)
    leave_workspace(turn.conn, workspace, person)


def _grant_founding(turn: Turn, lookup: bytes) -> None:
    if use_invitation(turn.conn, lookup, turn.now):
        turn.set_person(may_found=True)
    turn.open("found")


_CONFUSED = str.maketrans({"I": "1", "L": "1", "O": "0"})
