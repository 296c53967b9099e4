"""Does what coalitions need done: founding, switching, approving, sharing, falling silent."""

from flows.effects import Do
from flows.facts import RECORD_KINDS
from flows.model import Phrase, Place, Verbatim, Wording
from flows.rules.stages import APPROVED, approval_field, status_field, summary_of
from flows.standing import Standing
from handlers.facts import Asker, load_facts
from handlers.turn import Turn
from handlers.weekly import expect
from storage.answers import keep_answer
from storage.outbox import cancel_for
from storage.workspaces import COORDINATOR, found_workspace, members_of, set_muted


def found_coalition(turn: Turn, do: Do, place: Place) -> None:
    """A new coalition, coordinated by whoever founds it, becomes the active one."""
    workspace = turn.kit.fresh()
    found_workspace(turn.conn, workspace, "coalition", turn.person.id, turn.now)
    turn.set_person(active_workspace_id=workspace)
    expect(turn.conn, turn.kit, workspace, turn.person, turn.now)


def switch_coalition(turn: Turn, do: Do, place: Place) -> None:
    chosen = do.carried.get("coalition")
    if turn.membership_in(chosen) is not None:
        turn.set_person(active_workspace_id=chosen)


def approve_summary(turn: Turn, do: Do, place: Place) -> None:
    if place.workspace is None:
        return
    field = status_field(do.flow)
    keep_answer(turn.conn, place.workspace, "coalition", "", field, APPROVED, turn.person.id, turn.now)
    at = approval_field(do.flow)
    keep_answer(turn.conn, place.workspace, "coalition", "", at, turn.now.isoformat(), turn.person.id, turn.now)
    turn.lead.append(Phrase("approved"))


def share_summary(turn: Turn, do: Do, place: Place) -> None:
    """Send the summary as it stands to the others, person by person; nobody sees who else was sent it."""
    membership = turn.membership_in(place.workspace)
    if membership is None or place.workspace is None:
        return
    only_coordinators = do.carried.get("audience") == "coordinators"
    others = [m for m in members_of(turn.conn, place.workspace) if m.person != turn.person.id]
    wanted = [m for m in others if m.role == COORDINATOR or not only_coordinators]
    line = Phrase(
        "shared-summary",
        {
            "by": turn.person.display_name or Phrase("nameless-member"),
            "stage": Phrase(f"{do.flow}-title"),
            "coalition": name_of(membership.name),
            "summary": _summary(turn, do.flow, place),
        },
    )
    told = sum(turn.tell(member.person, place.workspace, line) for member in wanted)
    turn.lead.append(Phrase("shared-with", {"count": told}) if told else Phrase("nobody-to-share-with"))


def mute_coalition(turn: Turn, do: Do, place: Place) -> None:
    """No more messages from the active coalition, at once: what was queued is cancelled too."""
    workspace = turn.person.active_workspace
    if workspace is not None:
        set_muted(turn.conn, workspace, turn.person.id, turn.now)
        cancel_for(turn.conn, turn.person.id, turn.now, workspace)


def unmute_coalition(turn: Turn, do: Do, place: Place) -> None:
    workspace = turn.person.active_workspace
    membership = turn.membership_in(workspace)
    if workspace is not None and membership is not None:
        set_muted(turn.conn, workspace, turn.person.id, None)
        turn.lead.append(Phrase("unmuted", {"coalition": name_of(membership.name)}))


def name_of(name: str | None) -> Wording:
    """A coalition's name, or the words for one that has none yet."""
    return Verbatim(name) if name else Phrase("unnamed-coalition")


def _summary(turn: Turn, flow: str, place: Place) -> tuple[Wording, ...]:
    conversations = turn.kit.conversations
    facts = load_facts(Asker(turn.conn, turn.kit, turn.person, place, turn.now), RECORD_KINDS)
    at = Standing(conversations.catalogue, conversations.readings, place, facts, turn.now)
    return summary_of(at, conversations.catalogue[flow])
