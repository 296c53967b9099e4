"""Does what documents need done: approving the version people saw, sharing it, showing an earlier one again."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from flows.effects import Do, Say
from flows.model import Phrase, Place, Wording
from handlers.coalition import name_of
from handlers.drawings import rows_of
from handlers.turn import Turn
from storage.coding import say_json
from storage.places import move_place
from storage.versions import Version, approve_version, load_version, note_shared
from storage.workspaces import COORDINATOR, members_of

DOCUMENT, NUMBER, EARLIER = "document", "version", "earlier"
"""What a place carries: the document and version shown last, and the earlier one that was picked."""


def keep_in_sight(turn: Turn, place: Place, version: Version) -> None:
    """Note at the place which version was just shown there."""
    seen = {DOCUMENT: version.artefact, NUMBER: str(version.number)}
    move_place(turn.conn, replace(place, carried={**place.carried, **seen}), turn.now)


def approve_document(turn: Turn, do: Do, place: Place) -> None:
    """Mark the version that was shown as approved. Checked again here: the press may be old."""
    membership = turn.membership_in(place.workspace)
    version = _seen(turn, do, place)
    if membership is None or membership.role != COORDINATOR:
        return turn.lead.append(Phrase("coordinators-only"))
    if version is None:
        return turn.lead.append(Phrase("version-gone"))
    approve_version(turn.conn, version, turn.person.id, turn.now)
    turn.lead.append(
        Phrase(
            "document-approved",
            {
                "document": name_of_document(version),
                "version": str(version.number),
                "name": turn.person.display_name or Phrase("nameless-member"),
                "date": _moment_said(turn),
            },
        )
    )


def share_document(turn: Turn, do: Do, place: Place) -> None:
    """Send the version that was shown to the others, each in their own language and circle, unseen by each other."""
    membership = turn.membership_in(place.workspace)
    version = _seen(turn, do, place)
    if membership is None or version is None:
        return turn.lead.append(Phrase("version-gone"))
    only_coordinators = do.carried.get("audience") == "coordinators"
    others = [m for m in members_of(turn.conn, version.workspace) if m.person != turn.person.id]
    wanted = [m for m in others if m.role == COORDINATOR or not only_coordinators]
    contents = ({"say": say_json(Say(_sent_with(turn, version, membership.name)))}, *rows_of(version))
    told = sum(turn.hand(member.person, version.workspace, *contents) for member in wanted)
    if told:
        note_shared(turn.conn, version)
    turn.lead.append(Phrase("document-shared-with", {"count": told}) if told else Phrase("nobody-to-share-with"))


def show_earlier_version(turn: Turn, do: Do, place: Place) -> None:
    """The picked version once more, exactly as it was on its own day."""
    if EARLIER not in do.carried or place.workspace is None:
        return
    document, _, number = do.carried[EARLIER].partition(":")
    version = load_version(turn.conn, place.workspace, document, int(number))
    if version is None:
        return turn.lead.append(Phrase("version-gone"))
    turn.show(version, as_it_was=True)


def name_of_document(version: Version) -> Wording:
    return Phrase(f"document-name.{version.artefact}")


def _seen(turn: Turn, do: Do, place: Place) -> Version | None:
    """The version that was shown last where this was said."""
    if place.workspace is None or not do.carried.get(NUMBER, "").isdecimal():
        return None
    return load_version(turn.conn, place.workspace, do.carried[DOCUMENT], int(do.carried[NUMBER]))


def _sent_with(turn: Turn, version: Version, coalition: str | None) -> tuple[Wording, ...]:
    """The line before the document; a card made for the world says that it may go there."""
    by = turn.person.display_name or Phrase("nameless-member")
    fills = {"by": by, "document": name_of_document(version), "coalition": name_of(coalition)}
    forward = (Phrase("share-card-forward"),) if version.artefact == "share_card" else ()
    return (Phrase("shared-document", fills), *forward)


def _moment_said(turn: Turn) -> str:
    local = turn.now.astimezone(ZoneInfo(turn.kit.policy.timezone))
    return f"{local.day}.{local.month}.{local.year}, {local:%H:%M}"
