"""Keeps when a person wants quiet: their choices live in one document beside the person, not in answers."""

from typing import Any

from flows.effects import Do
from flows.model import Phrase, Place, Value
from flows.rules.cities import city_named
from flows.rules.quiet_choices import FIELDS, with_choice
from handlers.turn import Turn
from storage.people import Person


def columns_for(person: Person, field: str, value: Value) -> dict[str, Any]:
    """The columns of a person in which an answer is kept; quiet choices share one."""
    return {"quiet": with_choice(person.quiet, field, value)} if field in FIELDS else {field: value}


def keep_city(turn: Turn, do: Do, place: Place) -> None:
    """The city that was typed, if we know where its sun sets; else nothing changes, and we say so."""
    typed = do.carried.get("city")
    if typed is None:
        return
    city = city_named(typed)
    if city is None:
        return turn.lead.append(Phrase("quiet-city-unknown", {"text": typed}))
    turn.set_person(**columns_for(turn.person, "quiet_city", city.names["en"]))
    turn.lead.append(Phrase("quiet-city-kept", {"city": city.names[turn.voice.language]}))
