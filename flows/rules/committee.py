"""Knows which voices must sit at the table and which are still missing there: stage E."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim

TABLE = frozenset({"committee", "seat"})


def seats(facts: Facts) -> dict[str, Fields]:
    return {item: f for item, f in facts.all("seat").items() if f.get("name") and not f.get("removed")}


def missing_voices(facts: Facts) -> tuple[str, ...]:
    """Voices that must be represented and that no seat brings yet."""
    required = facts.one("committee").get("required_voices")
    if not isinstance(required, list):
        return ()
    brought = {voice for f in seats(facts).values() for voice in _voices(f)}
    return tuple(voice for voice in required if voice not in brought)


def _voices(seat: Fields) -> list[str]:
    voices = seat.get("voices")
    return voices if isinstance(voices, list) else []


# -- what flow files ask -------------------------------------------------------------------------------------------


def _voices_are_missing(facts: Facts, here: Here) -> bool:
    return bool(seats(facts)) and bool(missing_voices(facts))


def _seats_without_voice(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(i, Verbatim(str(f["name"]))) for i, f in seats(facts).items() if "voices" not in f)


def _seats(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(fields["name"]))) for item, fields in seats(facts).items())


def _picked_seat(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(choice for choice in _seats(facts, here) if choice.value == here.place.carried.get("seat"))


def _required_voices(facts: Facts, here: Here) -> tuple[Choice, ...]:
    required = facts.one("committee").get("required_voices")
    chosen = required if isinstance(required, list) else []
    return tuple(Choice(voice, Phrase(f"e_voices.choice-{voice}")) for voice in chosen)


def _missing_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    labels = (Phrase(f"e_voices.choice-{voice}") for voice in missing_voices(facts))
    return {"voices": tuple(Phrase("dash-line", {"text": label}) for label in labels)}


GUARDS: Mapping[str, Guard] = {"voices_are_missing": Guard(_voices_are_missing, TABLE)}

SOURCES: Mapping[str, Source] = {
    "seats_without_voice": Source(_seats_without_voice, TABLE, item_kind="seat"),
    "seats": Source(_seats, TABLE, item_kind="seat"),
    "picked_seat": Source(_picked_seat, TABLE, item_kind="seat"),
    "required_voices": Source(_required_voices, TABLE),
}

FILLS: Mapping[str, Filling] = {"missing_voices": Filling(_missing_fill, TABLE, frozenset({"voices"}))}
