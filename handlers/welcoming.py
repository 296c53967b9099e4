"""Leads whoever has not consented yet through language and consent, and keeps nothing else until then."""

from dataclasses import replace

from flows.always_words import Word, always_word, language_of_crisis_word
from flows.events import Event, Resumed, TextReceived
from flows.model import Phrase, Place
from handlers.answering import answer
from handlers.consent import UNDECIDED_LIFE, set_unconsented_timer
from handlers.crisis import show_safety
from handlers.messages import Incoming
from handlers.people import code_in, invitation_lookup
from handlers.reading import event_of
from handlers.turn import Turn
from handlers.words import open_word
from storage.places import move_place


def before_consent(turn: Turn, incoming: Incoming) -> None:
    """Language and consent come first; danger comes before both."""
    text = incoming.text or ""
    word = always_word(text)
    code = code_in(incoming.start or text)
    if word is Word.CRISIS:
        return _in_crisis(turn, text)
    place = turn.waiting_place()
    if place is None or place.flow != "welcome":
        return welcome(turn, code)
    if code is not None:
        place = _carry_invitation(turn, place, code)
    if word is None and incoming.start is None and code is None:
        return _answer_before_consent(turn, place, event_of(turn, incoming))
    if word in {Word.HELP, Word.BACK}:
        return open_word(turn, word)
    turn.advance(place, Resumed())


def _in_crisis(turn: Turn, text: str) -> None:
    """The numbers at once; then only consent stands between this person and a space to think."""
    language = language_of_crisis_word(text) or turn.voice.language
    if turn.person.language is None:
        turn.set_person(language=language)
    show_safety(turn, language)
    place = turn.waiting_place()
    carried = dict(place.carried) if place is not None and place.flow == "welcome" else {}
    set_unconsented_timer(turn, UNDECIDED_LIFE)
    turn.open("welcome", {**carried, "crisis": "yes"})


def _answer_before_consent(turn: Turn, place: Place, event: Event) -> None:
    """Words that are no choice are not even quoted back: a quotation would be kept in the outbox."""
    if not isinstance(event, TextReceived):
        return answer(turn, event, place)
    turn.lead.append(Phrase("no-such-choice"))
    turn.advance(place, Resumed())


def welcome(turn: Turn, code: str | None) -> None:
    """Language and consent are asked; somebody who said no and writes again has as long to decide as at first."""
    set_unconsented_timer(turn, UNDECIDED_LIFE)
    carried = {"invitation": invitation_lookup(turn, code).hex()} if code else {}
    turn.open("welcome", carried)


def _carry_invitation(turn: Turn, place: Place, code: str) -> Place:
    carried = {**place.carried, "invitation": invitation_lookup(turn, code).hex()}
    place = replace(place, carried=carried)
    move_place(turn.conn, place, turn.now)
    return place
