"""Does what the always-words ask for, from anywhere, without losing the question that was interrupted."""

from collections.abc import Callable, Mapping
from datetime import datetime

from flows.always_words import Word, language_of_crisis_word
from flows.content import Content
from flows.events import BackWanted, HelpWanted, SkipWanted
from flows.model import Phrase, Wording
from handlers.turn import Turn


def open_word(turn: Turn, word: Word) -> None:
    """Carry out one always-word."""
    _WORDS[word](turn)


def show_safety(turn: Turn, language: str) -> None:
    """Danger first: whom to call, at once, before anything else is asked."""
    turn.say(Phrase("crisis-safety", {"numbers": safety_lines(turn.kit.conversations.content, language)}))


def safety_lines(content: Content, language: str) -> tuple[Wording, ...]:
    """One line for each number to call, and when the operator last tried them."""
    lines: list[Wording] = [
        Phrase("number-line", {"name": _in(line.names, language), "number": line.number}) for line in content.numbers
    ]
    checked = [line.checked for line in content.numbers if line.checked]
    if len(checked) == len(content.numbers) and checked:
        oldest = datetime.fromisoformat(min(checked))
        lines.append(Phrase("numbers-checked", {"date": f"{oldest.day}.{oldest.month}.{oldest.year}"}))
    else:
        lines.append(Phrase("numbers-unchecked"))
    contact = content.contact.get(language)
    if contact:
        lines.append(Phrase("person-contact", {"contact": contact}))
    return tuple(lines)


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")


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
    turn.open("stop", _interrupted(turn), step="stop_mute")


def _delete(turn: Turn) -> None:
    turn.open("delete", _interrupted(turn))


def _person(turn: Turn) -> None:
    contact = turn.kit.conversations.content.contact.get(turn.voice.language)
    line = Phrase("person-contact", {"contact": contact}) if contact else Phrase("person-no-contact")
    _say_then_return(turn, line)


def _crisis(turn: Turn) -> None:
    """The safety text at once; the interrupted question stays, and the typed word is offered back as its answer."""
    text = turn.incoming.text if turn.incoming else None
    show_safety(turn, language_of_crisis_word(text or "") or turn.voice.language)
    turn.go_on()


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
