"""Hears an answer to a check-in that was typed instead of pressed, wherever its person is in another conversation.

Which of two questions a word belongs to is decided by `flows.rules.checkins`; here is only gathered what that needs.
"""

from datetime import timedelta

from flows.always_words import always_word
from flows.asking import CHECKIN_WORD as ASIDE
from flows.model import OWN_WORDS, Aside, Ask, Phrase, Place
from flows.rules.checkins import Meant, Moment, Status, meant_for, status_in
from flows.typed import cleaned
from flows.wording import Voice, plain
from handlers.checkin_answers import answer_by_word, take_status
from handlers.checkin_words import CHECKIN
from handlers.messages import Incoming
from handlers.reading import names_a_choice, said_in, step_at
from handlers.turn import Turn
from storage.checkins import Answer, Checkin, asked_of
from storage.deliveries import last_said
from storage.questions import last_question

LATE = timedelta(days=1)
"""So long after the close of a check-in a typed word still answers it. A button does as long as it is there."""

_QUESTION = "ci_ok"
_MIXED = frozenset({Ask.NUMBER, Ask.DATE})
"""Questions that are no words of one's own, and yet take what looks like an answer to a check-in."""


def answered_checkin(turn: Turn, text: str) -> bool:
    """Whether these words were for a check-in; then what follows from them is written."""
    place = turn.waiting_place()
    found = _waiting_checkin(turn, place)
    if found is None:
        return False
    checkin, answer = found
    moment = _moment(turn, checkin, answer, place, text)
    status = status_in(text, moment) or _labelled(turn, text)
    meant = meant_for(status, moment, is_a_word_of_ours=always_word(text) is not None)
    if meant is Meant.ELSEWHERE:
        return False
    if meant is Meant.BOTH and place is not None and not _is_set_aside_for_it(place, status):
        _ask_which(turn, checkin, place, text, status)
    else:
        if status is None:
            turn.lead.append(Phrase("checkin-not-read", {"text": cleaned(text)}))
        answer_by_word(turn, checkin, status)
    return True


def sent_something_else(turn: Turn, incoming: Incoming) -> bool:
    """A voice note or a picture while a check-in waits: say what fits, and ask it again."""
    place = turn.waiting_place()
    found = _waiting_checkin(turn, place) if incoming.unfit is not None else None
    if found is None or incoming.unfit is None:
        return False
    moment = _moment(turn, *found, place, "")
    if not moment.asked_last or moment.answered:
        return False
    turn.lead.append(Phrase(f"unfit.{incoming.unfit.value}"))
    answer_by_word(turn, found[0], None)
    return True


def go_on_with(turn: Turn, word: str) -> None:
    """The words that were set aside were for the check-in."""
    found = asked_of(turn.conn, turn.person.id, turn.now - LATE)
    if found is None:
        return turn.go_on()
    said = word.removeprefix(ASIDE)
    answer_by_word(turn, found[0], Status(said) if said in set(Status) else None)


def _waiting_checkin(turn: Turn, place: Place | None) -> tuple[Checkin, Answer] | None:
    """What this person was asked, unless they stand in the middle of answering it."""
    if place is not None and place.flow == CHECKIN and place.here.step != _QUESTION:
        return None
    found = asked_of(turn.conn, turn.person.id, turn.now - LATE)
    return found if found is not None and turn.membership_in(found[0].workspace) is not None else None


def _moment(turn: Turn, checkin: Checkin, answer: Answer, place: Place | None, text: str) -> Moment:
    step = step_at(turn, place)
    own = step is not None and step.source is None and (step.ask in OWN_WORDS or step.ask in _MIXED)
    is_here = place is not None and place.flow == CHECKIN
    wants_words = own or (step is not None and step.ask is Ask.CONTACT) or (place is not None and bool(place.listed))
    return Moment(
        asked_last=is_here or _was_asked_last(turn, checkin, place),
        answered=answer.status is not None and not is_here,
        wants_words=wants_words,
        names_choice=place is not None and not is_here and bool(text) and names_a_choice(turn, place, text),
    )


def _was_asked_last(turn: Turn, checkin: Checkin, place: Place | None) -> bool:
    """Whether the check-in went out after the question that is open."""
    said = last_said(turn.conn, turn.person.id, checkin.about)
    if said is None or place is None:
        return said is not None
    question = last_question(turn.conn, turn.person.id, place.id)
    return question is None or question.id < said


def _labelled(turn: Turn, text: str) -> Status | None:
    """What stands on a button of the check-in, in any language."""
    texts = turn.kit.conversations.texts
    for language in texts.languages:
        voice = Voice(language, turn.voice.form)
        for status in Status:
            label = Phrase(f"{_QUESTION}.choice-{status}")
            if cleaned(text).casefold() == plain(texts.say(label, voice)).casefold():
                return status
    return None


def _is_set_aside_for_it(place: Place, status: Status | None) -> bool:
    """Asked which of the two it was, they said it once more: it is the check-in."""
    return place.aside is not None and (place.aside.word or "").startswith(ASIDE) and status is not None


def _ask_which(turn: Turn, checkin: Checkin, place: Place, text: str, status: Status | None) -> None:
    """It may answer either question. Who may need help is helped at once: a false call does less harm."""
    if status is Status.HELP:
        take_status(turn, checkin, status)
        turn.lead.append(Phrase("checkin-just-in-case"))
    turn.set_aside(place, Aside(cleaned(text), f"{ASIDE}{status or 'ask'}", said_in(turn)))
