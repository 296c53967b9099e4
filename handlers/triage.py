"""Decides what an arrival means: a press, an always-word, an invitation, an answer, or a first contact.

Order matters and is this: what was delivered before has no effect; what the platform says about the address is
noted; a press goes to the place it names; whoever has not consented is led through consent; then words.
"""

import re
from dataclasses import replace
from datetime import datetime

from flows.always_words import AT_ONCE, Word, always_word, language_of_crisis_word
from flows.asking import DONE
from flows.events import (
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    Resumed,
    TextReceived,
    UnfitReceived,
)
from flows.model import OWN_WORDS, Aside, Ask, Phrase, Place, Step, Wording
from flows.rendering import positions_named
from flows.typed import cleaned, cleaned_name, positions_of
from handlers.consent import UNDECIDED_LIFE, set_unconsented_timer
from handlers.effects import carry_out
from handlers.kit import Kit
from handlers.messages import Incoming, Press, Standing
from handlers.people import START_PREFIX, code_in, invitation_lookup, try_code
from handlers.turn import LONG_AWAY, Taken, Turn
from handlers.words import open_word, show_safety
from storage import outbox
from storage.answers import answer_said_in, keep_answer
from storage.db import Connection
from storage.inbox import first_time
from storage.outbox import DRAWN_AGAIN, Row, State
from storage.people import Address, add_person, address_used, block_address, find_address, lock_person
from storage.places import load_place, move_place, open_places

_PRESS = re.compile(r"([A-Za-z0-9_-]{22})\.(\d{1,3})([+-]?)")


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
    row = outbox.last_question(turn.conn, turn.person.waiting_place) if turn.person.waiting_place else None
    if row is not None and row.state is State.UNKNOWN and row.reason != DRAWN_AGAIN:
        outbox.settle_uncertain(turn.conn, row.id, DRAWN_AGAIN)
        turn.lead.append(Phrase("we-stopped"))


def _note_standing(conn: Connection, address: Address | None, standing: Standing, now: datetime) -> Taken:
    if address is not None:
        block_address(conn, address.id, now if standing is Standing.BLOCKED else None)
    return Taken()


def _take(turn: Turn, incoming: Incoming) -> None:
    if incoming.press is not None:
        return _pressed(turn, incoming.press)
    if incoming.edited:
        return _edited(turn, incoming)
    if not turn.person.has_consented:
        return _before_consent(turn, incoming)
    if incoming.start is not None:
        return _started(turn, incoming.start)
    if incoming.text is not None:
        return _said(turn, incoming.text)
    _answer(turn, _event_of(turn, incoming))


# -- before consent ------------------------------------------------------------------------------------------------


def _before_consent(turn: Turn, incoming: Incoming) -> None:
    """Language and consent come first; danger comes before both."""
    text = incoming.text or ""
    word = always_word(text)
    code = code_in(incoming.start or text)
    if word is Word.CRISIS:
        language = language_of_crisis_word(text) or turn.voice.language
        if turn.person.language is None:
            turn.set_person(language=language)
        show_safety(turn, language)
    place = turn.waiting_place()
    if place is None or place.flow != "welcome":
        return _welcome(turn, code)
    if code is not None:
        place = _carry_invitation(turn, place, code)
    if word is None and incoming.start is None and code is None:
        return _answer_before_consent(turn, place, _event_of(turn, incoming))
    if word in {Word.HELP, Word.BACK}:
        return open_word(turn, word)
    turn.advance(place, Resumed())


def _answer_before_consent(turn: Turn, place: Place, event: Event) -> None:
    """Words that are no choice are not even quoted back: a quotation would be kept in the outbox."""
    if not isinstance(event, TextReceived):
        return _answer(turn, event, place)
    turn.lead.append(Phrase("no-such-choice"))
    turn.advance(place, Resumed())


def _welcome(turn: Turn, code: str | None) -> None:
    """Language and consent are asked; somebody who said no and writes again has as long to decide as at first."""
    set_unconsented_timer(turn, UNDECIDED_LIFE)
    carried = {"invitation": invitation_lookup(turn, code).hex()} if code else {}
    turn.open("welcome", carried)


def _carry_invitation(turn: Turn, place: Place, code: str) -> Place:
    carried = {**place.carried, "invitation": invitation_lookup(turn, code).hex()}
    place = replace(place, carried=carried)
    move_place(turn.conn, place, turn.now)
    return place


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
    place = turn.waiting_place()
    word = always_word(text)
    if word is None or (place is not None and _names_a_choice(turn, place, text)):
        return _answer(turn, _event_of(turn, turn.incoming), place)
    step = _step(turn, place)
    if step is None or place is None or step.ask not in OWN_WORDS or word in AT_ONCE or word is Word.UNSUBSCRIBE:
        return _word_at_once(turn, word, place, step)
    if step.fits == "name":
        return _answer(turn, TextReceived(text, _said_in(turn)), place)
    turn.set_aside(place, Aside(cleaned(text), word.value, _said_in(turn)))


def _word_at_once(turn: Turn, word: Word, place: Place | None, step: Step | None) -> None:
    """Carry the word out; a crisis word typed where words were wanted is offered back as the answer."""
    own_words = step is not None and step.ask in OWN_WORDS
    if word is Word.CRISIS and place is not None and own_words:
        text = turn.incoming.text if turn.incoming else ""
        show_safety(turn, language_of_crisis_word(text or "") or turn.voice.language)
        return turn.set_aside(place, Aside(cleaned(text or ""), word.value, _said_in(turn)))
    open_word(turn, word)


def _answer(turn: Turn, event: Event, place: Place | None = None) -> None:
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
    turn.lead += _greeting(turn, place)
    _settle_waiting(turn, place, event)
    turn.advance(place, event)


def _came_in_one_breath(turn: Turn, place: Place) -> bool:
    """The question was not even on its way when this was written: it may belong to the answer before."""
    step = _step(turn, place)
    if step is None or not place.trail or place.listed or place.aside or step.ask not in OWN_WORDS:
        return False
    row = outbox.last_question(turn.conn, place.id)
    if row is None or row.reason == DRAWN_AGAIN:  # a second copy: the first one was on the screen, most likely
        return False
    return row.state is State.QUEUED and row.place_version == place.version


def _greeting(turn: Turn, place: Place) -> list[Wording]:
    for candidate, moved_at in open_places(turn.conn, turn.person.id):
        if candidate.id == place.id and turn.now - moved_at >= LONG_AWAY:
            return turn.what_changed(place, moved_at)
    return []


# -- reading what was typed ----------------------------------------------------------------------------------------


def _event_of(turn: Turn, incoming: Incoming | None) -> Event:
    assert incoming is not None
    if incoming.contact is not None:
        return ContactReceived(incoming.contact.name, _said_in(turn))
    if incoming.unfit is not None:
        return UnfitReceived(incoming.unfit)
    return _read(turn, incoming.text or "")


def _read(turn: Turn, text: str) -> Event:
    """A typed number or label is matched against what the person saw; everything else is their own words."""
    place = turn.waiting_place()
    if place is None or not place.choices:
        return TextReceived(text, _said_in(turn))
    named = positions_named(text, place.choices, turn.plain_word)
    if named:
        return ChoicePicked(named[0])
    step = _step(turn, place)
    wants_words = step is not None and step.ask in OWN_WORDS and place.aside is None
    positions = () if wants_words else positions_of(text)
    if len(positions) == 1:
        return ChoicePicked(positions[0])
    if positions and step is not None and step.ask is Ask.CHOICES:
        return ChoicesTyped(positions)
    return TextReceived(text, _said_in(turn))


def _names_a_choice(turn: Turn, place: Place, text: str) -> bool:
    return bool(positions_named(text, place.choices, turn.plain_word))


def _step(turn: Turn, place: Place | None) -> Step | None:
    return turn.kit.conversations.step(place.here.flow, place.here.step) if place else None


def _said_in(turn: Turn) -> str | None:
    incoming = turn.incoming
    if incoming is None or incoming.message_id is None:
        return None
    return _message_lookup(turn, incoming).hex()


def _message_lookup(turn: Turn, incoming: Incoming) -> bytes:
    return turn.kit.keys.lookup(f"message:{incoming.channel}:{incoming.address}", str(incoming.message_id))


# -- presses -------------------------------------------------------------------------------------------------------


def _pressed(turn: Turn, press: Press) -> None:
    """A button goes to the place it names; one that is unknown, outdated or not theirs is answered kindly."""
    turn.answer_press()
    match = _PRESS.fullmatch(press.data)
    row = outbox.by_key(turn.conn, match[1]) if match else None
    if match is None or row is None:
        return _stale(turn)
    if row.person != turn.person.id:
        return turn.say(Phrase("not-your-button"))
    position, sign = int(match[2]), match[3]
    if row.picked == match[2]:
        return None  # the same press sent again: one effect
    place = load_place(turn.conn, turn.person.id, row.place)
    if place is None or turn.mend(place) is not place or row.place_version != place.version:
        return _stale(turn, place, row)
    _picked(turn, place, row, press, ChoicePicked(position, {"+": True, "-": False}.get(sign)))


def _picked(turn: Turn, place: Place, row: Row, press: Press, event: ChoicePicked) -> None:
    flow = turn.kit.conversations.catalogue[place.flow]
    refusal = turn.refusal(flow, place.workspace)
    if refusal is not None:
        turn.lead.append(refusal)
        return turn.open("menu")
    if event.on is None:
        outbox.note_pick(turn.conn, row.id, str(event.position))
        turn.settle(row, press.message_id, _chosen(turn, place, event.position))
    turn.lead += _greeting(turn, place)
    if event.on is not None and turn.lead:
        turn.say()  # a tick changes the message itself: what was to open the next one goes alone
    turn.advance(place, event)


def _chosen(turn: Turn, place: Place, position: int) -> tuple[int, ...]:
    """The positions to show as chosen: the ticked ones where "done" was pressed, else the pressed one."""
    step = _step(turn, place)
    is_done = position < len(place.choices) and place.choices[position].value == DONE
    if step is not None and step.ask is Ask.CHOICES and is_done:
        return tuple(n for n, choice in enumerate(place.choices) if choice.value in place.ticked)
    return (position,)


def _stale(turn: Turn, place: Place | None = None, row: Row | None = None) -> None:
    """The button is out of date: say so, and show the question as it stands now."""
    turn.lead.append(Phrase("stale-button"))
    if place is not None and row is not None:
        press = turn.incoming.press if turn.incoming else None
        turn.settle(row, press.message_id if press else None, ())
        return turn.resume(place)
    if not turn.person.has_consented and turn.waiting_place() is None:
        return _welcome(turn, None)
    turn.go_on()


def _settle_waiting(turn: Turn, place: Place, event: Event) -> None:
    """A question that was answered by typing loses its keyboard too."""
    if not place.choices:
        return
    row = outbox.last_question(turn.conn, place.id)
    if row is None or row.place_version != place.version:
        return
    if isinstance(event, ChoicePicked):
        step = _step(turn, place)
        ticks = (
            step is not None and step.ask is Ask.CHOICES and _chosen(turn, place, event.position) == (event.position,)
        )
        turn.settle(row, row.provider_id, () if ticks else _chosen(turn, place, event.position))
    elif isinstance(event, ChoicesTyped):
        turn.settle(row, row.provider_id, event.positions)
    elif isinstance(event, TextReceived):
        turn.settle(row, row.provider_id, ())


# -- edited messages -----------------------------------------------------------------------------------------------


def _edited(turn: Turn, incoming: Incoming) -> None:
    """An edited message that was an answer changes that answer, as a new version; any other edit means nothing."""
    if incoming.text is None:
        return
    said_in = _message_lookup(turn, incoming)
    answer = answer_said_in(turn.conn, said_in, turn.person.id)
    text = cleaned(incoming.text)
    if answer is None or not text or not isinstance(answer.value, str):
        return
    asked = turn.asked_at(answer.step)
    if asked is None or turn.membership_in(answer.workspace) is None or turn.refusal(asked[0], answer.workspace):
        return
    if asked[1].fits == "name":
        text = cleaned_name(text)
    kept = keep_answer(
        turn.conn,
        answer.workspace,
        answer.kind,
        answer.item,
        answer.field,
        text,
        turn.person.id,
        turn.now,
        answer.step,
        said_in,
    )
    if kept:
        turn.say(Phrase("edited-kept", {"text": text}))
