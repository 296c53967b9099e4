"""Decides what an arrival means: a press, an always-word, an invitation, an answer, or a first contact.

Order matters and is this: what was delivered before has no effect; what the platform says about the address is
noted; a press goes to the place it names; whoever has not consented is led through consent; then words.
"""

from datetime import datetime

from flows.always_words import AT_ONCE, Word, always_word
from flows.events import (
    TextReceived,
)
from flows.model import OWN_WORDS, Aside, Phrase
from flows.typed import cleaned
from handlers.answering import answer
from handlers.broadcast_typed import answered_in_words
from handlers.checkin_typed import answered_checkin, sent_something_else
from handlers.consent import UNDECIDED_LIFE, set_unconsented_timer
from handlers.edits import edited
from handlers.effects import carry_out
from handlers.kit import Kit
from handlers.messages import Incoming, Standing
from handlers.people import START_PREFIX, code_in, try_code
from handlers.presses import pressed
from handlers.reading import event_of, names_a_choice, said_in, step_at
from handlers.turn import Taken, Turn
from handlers.welcoming import before_consent
from handlers.words import open_word
from storage.db import Connection
from storage.inbox import first_time
from storage.outbox import State
from storage.people import Address, add_person, address_used, block_address, find_address, lock_person
from storage.questions import DRAWN_AGAIN, last_question, settle_uncertain


def take(conn: Connection, kit: Kit, incoming: Incoming, now: datetime) -> Taken:
    """Take one incoming thing: the whole unit of work of a turn."""
    if not first_time(conn, kit.keys.lookup(f"event:{incoming.channel}", incoming.event_id), now):
        return Taken(duplicate=True)
    address = find_address(conn, kit.keys, incoming.channel, incoming.address)
    if incoming.standing is not None:
        return _note_standing(conn, address, incoming.standing, now)
    first = address is None
    address = address or add_person(conn, kit.keys, incoming.channel, incoming.address, now)
    if address.blocked:
        block_address(conn, address.id, None)
    address_used(conn, address.id, now)
    turn = Turn(conn, kit, now, lock_person(conn, address.person), address, carry_out, incoming)
    if first:
        set_unconsented_timer(turn, UNDECIDED_LIFE)
    _apologise(turn)
    _take(turn, incoming)
    return turn.taken()


def _apologise(turn: Turn) -> None:
    """The question that waits may never have arrived: whatever is said next opens with one line about it."""
    waiting = turn.person.waiting_place
    row = last_question(turn.conn, turn.person.id, waiting) if waiting else None
    if row is not None and row.state is State.UNKNOWN and row.reason != DRAWN_AGAIN:
        settle_uncertain(turn.conn, row.id, DRAWN_AGAIN)
        turn.lead.append(Phrase("we-stopped"))


def _note_standing(conn: Connection, address: Address | None, standing: Standing, now: datetime) -> Taken:
    if address is not None:
        block_address(conn, address.id, now if standing is Standing.BLOCKED else None)
    return Taken()


def _take(turn: Turn, incoming: Incoming) -> None:
    if incoming.press is not None:
        return pressed(turn, incoming.press)
    if incoming.edited:
        return edited(turn, incoming)
    if not turn.person.has_consented:
        return before_consent(turn, incoming)
    if incoming.start is not None:
        return _started(turn, incoming.start)
    if incoming.text is not None:
        return _said(turn, incoming.text)
    if not sent_something_else(turn, incoming):
        answer(turn, event_of(turn, incoming))


# -- words ---------------------------------------------------------------------------------------------------------


def _started(turn: Turn, payload: str) -> None:
    code = code_in(payload) if payload.startswith(START_PREFIX) else None
    if payload.startswith(START_PREFIX):
        return try_code(turn, code or payload[:64])
    turn.open("menu")


def _said(turn: Turn, text: str) -> None:
    code = code_in(text)
    if code is not None:
        return try_code(turn, code)
    if answered_checkin(turn, text):
        return None
    place = turn.waiting_place()
    word = always_word(text)
    if word is None and answered_in_words(turn, text, place):
        return
    if word is None or (place is not None and names_a_choice(turn, place, text)):
        return answer(turn, event_of(turn, turn.incoming), place)
    step = step_at(turn, place)
    if step is None or place is None or step.ask not in OWN_WORDS or word in AT_ONCE or word is Word.UNSUBSCRIBE:
        return open_word(turn, word)
    if step.fits == "name":
        return answer(turn, TextReceived(text, said_in(turn)), place)
    turn.set_aside(place, Aside(cleaned(text), word.value, said_in(turn)))
