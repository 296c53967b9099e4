"""Gives what arrived to the waiting question, after asking whether the person may answer there at all."""

from flows.events import Event, Resumed, TextReceived
from flows.model import OWN_WORDS, Aside, Phrase, Place
from flows.typed import cleaned
from handlers.reading import greeting, settle_waiting, step_at
from handlers.turn import Turn
from storage.outbox import State
from storage.questions import DRAWN_AGAIN, last_question


def answer(turn: Turn, event: Event, place: Place | None = None) -> None:
    """Give an event to the waiting question; without one, the menu opens and nothing is lost."""
    place = place or turn.waiting_place()
    if place is None:
        return turn.open("menu" if turn.person.has_consented else "welcome")
    if turn.moved:  # the question was replaced meanwhile: what was said is quoted, not taken for another answer
        if isinstance(event, TextReceived):
            turn.lead.append(Phrase("did-not-fit", {"text": cleaned(event.text)}))
        return turn.advance(place, Resumed())
    refusal = turn.refusal(turn.kit.conversations.catalogue[place.flow], place.workspace)
    if refusal is not None:
        turn.lead.append(refusal)
        return turn.open("menu")
    if isinstance(event, TextReceived) and _came_in_one_breath(turn, place):
        return turn.set_aside(place, Aside(cleaned(event.text), None, event.said_in))
    turn.lead += greeting(turn, place)
    settle_waiting(turn, place, event)
    turn.advance(place, event)


def _came_in_one_breath(turn: Turn, place: Place) -> bool:
    """The question was not even on its way when this was written: it may belong to the answer before."""
    step = step_at(turn, place)
    if step is None or not place.trail or place.listed or place.aside or step.ask not in OWN_WORDS:
        return False
    row = last_question(turn.conn, turn.person.id, place.id)
    if row is None or row.reason == DRAWN_AGAIN:  # a second copy: the first one was on the screen, most likely
        return False
    return row.state is State.QUEUED and row.place_version == place.version
