"""Brings people back to a question they left: the one they choose, or the one a word interrupted."""

from flows.effects import Do
from flows.events import Resumed
from flows.model import Place
from handlers.turn import Turn
from storage.places import load_place, open_places


def resume_place(turn: Turn, do: Do, place: Place) -> None:
    """The chosen conversation, or the one that moved last."""
    catalogue = turn.kit.conversations.catalogue
    for candidate, left_at in open_places(turn.conn, turn.person.id):
        is_conversation = candidate.flow in catalogue and catalogue[candidate.flow].stage
        if is_conversation and do.carried.get("place", candidate.id) == candidate.id:
            return turn.resume(candidate, left_at)
    turn.open("menu")


def interrupted_by(turn: Turn, flow: str) -> dict[str, str]:
    """The question that a conversation interrupts, to be carried there; what one of its own kind had interrupted."""
    waiting = load_place(turn.conn, turn.person.id, turn.person.waiting_place)
    if waiting is None:
        return {}
    if waiting.flow != flow:
        return {"interrupted": waiting.id}
    return {name: place for name, place in waiting.carried.items() if name == "interrupted"}


def return_to_question(turn: Turn, do: Do, place: Place) -> None:
    """The question that was waiting before a word was said; the menu if it is gone."""
    interrupted = load_place(turn.conn, turn.person.id, do.carried.get("interrupted"))
    if interrupted is None or interrupted.id == place.id:
        return turn.open("menu")
    mended = turn.mend(interrupted)
    if mended is None:
        return turn.open("menu")
    turn.advance(mended, Resumed())
