"""Turns the shapes of `flows` into JSON columns and back, strictly, so that a row means what was decided."""

from collections.abc import Collection
from typing import Any

from pydantic import TypeAdapter

from flows.effects import Say
from flows.model import Place

_PLACE = TypeAdapter(Place)
_SAY = TypeAdapter(Say)

_OWN = frozenset({"text", "listed"})
_PLACE_COLUMNS = {"id", "workspace", "version", "flow"}


def place_state(place: Place) -> dict[str, Any]:
    """What of a place is kept in its state column; id, flow, workspace and version have columns of their own."""
    state: dict[str, Any] = _PLACE.dump_python(place, mode="json", exclude=_PLACE_COLUMNS, exclude_defaults=True)
    return state


def place_from(columns: dict[str, Any], state: dict[str, Any]) -> Place:
    return _PLACE.validate_python({**state, **columns})


def unsaid(content: Any, words: Collection[str], *, own: bool = False) -> Any:
    """The same JSON of a message or place with a dash wherever one of these words stood as somebody's own.

    Keys, ids and values of choices stay: only what is filled in, listed or quoted is somebody's own.
    """
    if isinstance(content, str):
        return "–" if own and content in words else content
    if isinstance(content, list):
        return [unsaid(one, words, own=own) for one in content]
    if not isinstance(content, dict):
        return content
    return {
        name: {fill: unsaid(value, words, own=True) for fill, value in one.items()}
        if name == "fills"
        else unsaid(one, words, own=name in _OWN)
        for name, one in content.items()
    }


def say_json(say: Say) -> dict[str, Any]:
    content: dict[str, Any] = _SAY.dump_python(say, mode="json", exclude_defaults=True)
    return content


def say_from(content: dict[str, Any]) -> Say:
    return _SAY.validate_python(content)
