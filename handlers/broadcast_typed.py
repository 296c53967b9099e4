"""Takes a typed word, number or label as the answer to the last invitation or call, if nothing else waits for it."""

from datetime import datetime
from typing import Any

from flows.model import OWN_WORDS, Ask, Place
from flows.rendering import positions_named
from flows.rules.answer_words import answer_meant
from flows.typed import positions_of
from handlers.presses import through_door
from handlers.reading import names_a_choice, step_at
from handlers.turn import Turn
from storage.broadcasts import last_call_told
from storage.coding import say_from
from storage.outbox import Row
from storage.places import moved_at
from storage.questions import question_of

MENU = "menu"


def answered_in_words(turn: Turn, text: str, place: Place | None) -> bool:
    """Whether this was an answer to the last message with buttons of its own; then it was taken as one."""
    if not turn.person.has_consented or not _leaves_room(turn, place, text):
        return False
    row = last_call_told(turn.conn, turn.person.id)
    if row is None or not row.content.get("doors") or (row.expires_at is not None and row.expires_at <= turn.now):
        return False
    position = _position(turn, row, text, numbers=_came_last(turn, row, place))
    question = question_of(turn.conn, row.key) if position is not None else None
    if position is None or question is None:
        return False
    through_door(turn, question, position, row.provider_id)
    return True


def _leaves_room(turn: Turn, place: Place | None, text: str) -> bool:
    """Nothing waits, or only something that this cannot be meant for."""
    step = step_at(turn, place)
    if step is None or place is None:
        return True
    if step.ask in OWN_WORDS or step.ask in (Ask.NUMBER, Ask.DATE) or place.aside is not None:
        return False
    return not names_a_choice(turn, place, text)


def _came_last(turn: Turn, row: Row, place: Place | None) -> bool:
    """Whether a number can be meant for it: nothing waits, or only a menu that was shown before it came."""
    if place is None:
        return True
    asked: datetime | None = moved_at(turn.conn, place.id)
    return place.flow == MENU and asked is not None and asked < row.queued_at


def _position(turn: Turn, row: Row, text: str, *, numbers: bool) -> int | None:
    say = say_from(row.content["say"])
    named = positions_named(text, say.choices, turn.plain_word)
    if named:
        return named[0]
    doors: list[dict[str, Any]] = row.content["doors"]
    answers = [door["carried"].get("answer") for door in doors]
    meant = answer_meant(text, {answer for answer in answers if answer})
    if meant is not None:
        return answers.index(meant)
    typed = positions_of(text) if numbers else ()
    return typed[0] if len(typed) == 1 and 0 <= typed[0] < len(doors) else None
