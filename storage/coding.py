"""Turns the shapes of `flows` into JSON columns and back, strictly, so that a row means what was decided."""

from typing import Any

from pydantic import TypeAdapter

from flows.effects import Say
from flows.model import Place

_PLACE = TypeAdapter(Place)
_SAY = TypeAdapter(Say)

_PLACE_COLUMNS = {"id", "workspace", "version", "flow"}


def place_state(place: Place) -> dict[str, Any]:
    """What of a place is kept in its state column; id, flow, workspace and version have columns of their own."""
    state: dict[str, Any] = _PLACE.dump_python(place, mode="json", exclude=_PLACE_COLUMNS, exclude_defaults=True)
    return state


def place_from(columns: dict[str, Any], state: dict[str, Any]) -> Place:
    return _PLACE.validate_python({**state, **columns})


def say_json(say: Say) -> dict[str, Any]:
    content: dict[str, Any] = _SAY.dump_python(say, mode="json", exclude_defaults=True)
    return content


def say_from(content: dict[str, Any]) -> Say:
    return _SAY.validate_python(content)
