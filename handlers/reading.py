"""Reads what arrived as an event for the waiting question: numbers and labels mean what the person saw."""

from flows.asking import DONE
from flows.events import (
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    PictureReceived,
    TextReceived,
    UnfitReceived,
)
from flows.model import OWN_WORDS, Ask, Place, Step, Wording
from flows.rendering import positions_named
from flows.typed import positions_of
from handlers import courtesies
from handlers.messages import Incoming
from handlers.turn import Turn
from handlers.welcome_back import what_changed
from storage.places import moved_at
from storage.questions import last_question


def event_of(turn: Turn, incoming: Incoming | None) -> Event:
    assert incoming is not None
    if incoming.contact is not None:
        return ContactReceived(incoming.contact.name, said_in(turn))
    if incoming.picture is not None:
        return PictureReceived(f"{incoming.channel}|{incoming.picture}", incoming.caption, said_in(turn))
    if incoming.unfit is not None:
        return UnfitReceived(incoming.unfit)
    return _read(turn, incoming.text or "")


def _read(turn: Turn, text: str) -> Event:
    """A typed number or label is matched against what the person saw; everything else is their own words."""
    place = turn.waiting_place()
    if place is None or not place.choices:
        return TextReceived(text, said_in(turn))
    named = positions_named(text, place.choices, turn.plain_word)
    if named:
        return ChoicePicked(named[0])
    step = step_at(turn, place)
    own = step is not None and step.source is None and (step.ask in OWN_WORDS or step.ask is Ask.NUMBER)
    wants_words = own and place.aside is None
    positions = () if wants_words else positions_of(text)
    if len(positions) == 1:
        return ChoicePicked(positions[0])
    if positions and step is not None and step.ask is Ask.CHOICES:
        return ChoicesTyped(positions)
    return TextReceived(text, said_in(turn))


def names_a_choice(turn: Turn, place: Place, text: str) -> bool:
    return bool(positions_named(text, place.choices, turn.plain_word))


def step_at(turn: Turn, place: Place | None) -> Step | None:
    return turn.kit.conversations.step(place.here.flow, place.here.step) if place else None


def said_in(turn: Turn) -> str | None:
    incoming = turn.incoming
    if incoming is None or incoming.message_id is None:
        return None
    return message_lookup(turn, incoming).hex()


def message_lookup(turn: Turn, incoming: Incoming) -> bytes:
    return turn.kit.keys.lookup(f"message:{incoming.channel}:{incoming.address}", str(incoming.message_id))


def greeting(turn: Turn, place: Place) -> list[Wording]:
    left_at = moved_at(turn.conn, place.id)
    return what_changed(turn.conn, turn.person.id, place, left_at, turn.now) if left_at else []


def chosen_at(turn: Turn, place: Place, position: int) -> tuple[int, ...]:
    """The positions to show as chosen: the ticked ones where "done" was pressed, else the pressed one."""
    step = step_at(turn, place)
    is_done = position < len(place.choices) and place.choices[position].value == DONE
    if step is not None and step.ask is Ask.CHOICES and is_done:
        return tuple(n for n, choice in enumerate(place.choices) if choice.value in place.ticked)
    return (position,)


def settle_waiting(turn: Turn, place: Place, event: Event) -> None:
    """A question that was answered by typing loses its keyboard too."""
    if not place.choices:
        return
    row = last_question(turn.conn, turn.person.id, place.id)
    if row is None or row.place_version != place.version:
        return
    if isinstance(event, ChoicePicked):
        step = step_at(turn, place)
        ticks = (
            step is not None
            and step.ask is Ask.CHOICES
            and chosen_at(turn, place, event.position) == (event.position,)
        )
        courtesies.settle(turn, row, row.provider_id, () if ticks else chosen_at(turn, place, event.position))
    elif isinstance(event, ChoicesTyped):
        courtesies.settle(turn, row, row.provider_id, event.positions)
    elif isinstance(event, TextReceived):
        courtesies.settle(turn, row, row.provider_id, ())
