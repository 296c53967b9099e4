"""Does what the always-words ask for, from anywhere, without losing the question that was interrupted."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from flows.always_words import Word, language_of_crisis_word
from flows.events import BackWanted, HelpWanted, SkipWanted
from flows.model import OWN_WORDS, Phrase, Wording
from flows.typed import cleaned
from handlers.crisis import open_crisis
from handlers.reading import step_at
from handlers.turn import Turn
from storage.broadcasts import last_call_told

FRESH = timedelta(days=3)
"""For so long a word that ends messages is taken for an answer to the last one."""


def open_word(turn: Turn, word: Word) -> None:
    """Carry out one always-word."""
    _WORDS[word](turn)


def _say_then_return(turn: Turn, line: Wording) -> None:
    turn.lead.append(line)
    turn.go_on()


def _menu(turn: Turn) -> None:
    turn.open("menu")


def _help(turn: Turn) -> None:
    _at_the_question(turn, HelpWanted())


def _back(turn: Turn) -> None:
    _at_the_question(turn, BackWanted())


def _skip(turn: Turn) -> None:
    _at_the_question(turn, SkipWanted())


def _at_the_question(turn: Turn, event: HelpWanted | BackWanted | SkipWanted) -> None:
    place = turn.waiting_place()
    if place is None:
        return turn.open("menu")
    turn.advance(place, event)


def _save(turn: Turn) -> None:
    _say_then_return(turn, Phrase("saved-word"))


def _stop(turn: Turn) -> None:
    turn.open("stop", _interrupted(turn))


def _unsubscribe(turn: Turn) -> None:
    """All messages of the coalition end at once; taking it back is offered."""
    if not turn.memberships():
        return _say_then_return(turn, Phrase("nothing-to-mute"))
    _mean_whoever_wrote_last(turn)
    turn.open("stop", _interrupted(turn), step="stop_mute")


def _mean_whoever_wrote_last(turn: Turn) -> None:
    """Said after a call of another coalition, the word is meant for that one."""
    told = last_call_told(turn.conn, turn.person.id)
    if told is None or turn.now - told.queued_at > FRESH or turn.membership_in(told.workspace) is None:
        return
    if told.workspace != turn.person.active_workspace:
        turn.set_person(active_workspace_id=told.workspace)


def _delete(turn: Turn) -> None:
    turn.open("delete", _interrupted(turn))


def _person(turn: Turn) -> None:
    contact = turn.kit.conversations.content.contact.get(turn.voice.language)
    line = Phrase("person-contact", {"contact": contact}) if contact else Phrase("person-no-contact")
    _say_then_return(turn, line)


def _crisis(turn: Turn) -> None:
    """Danger first, then a space to think; the interrupted question keeps its place."""
    text = (turn.incoming.text if turn.incoming else None) or ""
    place = turn.waiting_place()
    step = step_at(turn, place)
    wants_words = step is not None and step.ask in OWN_WORDS
    language = language_of_crisis_word(text) or turn.voice.language
    open_crisis(turn, language, cleaned(text), place if wants_words else None)


def _my_data(turn: Turn) -> None:
    turn.open("settings", step="settings_mydata")


def _forget(turn: Turn) -> None:
    turn.open("forget", _interrupted(turn))


def _interrupted(turn: Turn) -> dict[str, str]:
    waiting = turn.person.waiting_place
    return {"interrupted": waiting} if waiting else {}


_WORDS: Mapping[Word, Callable[[Turn], None]] = {
    Word.MENU: _menu,
    Word.START: _menu,
    Word.HELP: _help,
    Word.BACK: _back,
    Word.SKIP: _skip,
    Word.SAVE: _save,
    Word.STOP: _stop,
    Word.UNSUBSCRIBE: _unsubscribe,
    Word.DELETE: _delete,
    Word.PERSON: _person,
    Word.CRISIS: _crisis,
    Word.MY_DATA: _my_data,
    Word.FORGET: _forget,
}
