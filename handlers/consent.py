"""Keeps consent, and makes sure that without it nothing stays."""

from datetime import timedelta

from flows.effects import Do
from flows.model import Phrase, Place
from handlers.turn import Turn
from storage.people import load_person, record_consent
from storage.timers import cancel_timer, set_timer

CONSENT_TEXT = "2026-11"
"""The version of the consent text a person said yes to; raise it when the text changes in substance."""

UNDECIDED_LIFE = timedelta(hours=24)
REFUSED_LIFE = timedelta(minutes=1)
FORGET_UNCONSENTED = "forget_unconsented"


def set_unconsented_timer(turn: Turn, life: timedelta) -> None:
    """Whoever has not consented is gone after `life`."""
    occurrence = _occurrence(turn.person.id)
    set_timer(turn.conn, FORGET_UNCONSENTED, occurrence, turn.now + life, person=turn.person.id)


def give_consent(turn: Turn, do: Do, place: Place) -> None:
    record_consent(turn.conn, turn.person.id, "guidance", CONSENT_TEXT, turn.now)
    cancel_timer(turn.conn, _occurrence(turn.person.id))
    turn.person = load_person(turn.conn, turn.person.id)


def refuse_consent(turn: Turn, do: Do, place: Place) -> None:
    turn.say(Phrase("forgotten-before-consent"))
    set_unconsented_timer(turn, REFUSED_LIFE)


def _occurrence(person: int) -> str:
    return f"{FORGET_UNCONSENTED}:{person}"
