"""Finds the label under which an answer was chosen, so that a document says what its people pressed."""

from collections.abc import Callable, Mapping
from typing import Final

from flows.rules.plan_sections import Label
from flows.wording import plain
from handlers.sitter import Sitter

_CHOSEN_AT: Final[Mapping[str, str]] = {
    "actor.kind": "actor_kind",
    "actor.commitment_level": "c_commitment",
    "committee.required_voices": "e_voices",
    "committee.ground_rules": "e_dialogue",
    "committee.decision_rule": "e_decide",
    "committee.cadence": "e_rhythm",
    "committee.barriers": "e_barriers",
    "coalition.change_routes": "f_routes",
    "coalition.checkin_cadence": "g_rhythm",
    "tactic.fit": "g_fit",
    "action.accessibility": "ac_access",
    "action.photo_rule": "ac_photo",
}
"""The question where the answer is chosen: its labels are the labels."""

_NAMED: Final[Mapping[str, Callable[[str], str]]] = {
    "power_map.heading": lambda value: f"power-map.{value}",
    "resource.offered": lambda value: f"resource-kind.{value}",
    "gap.missing": lambda value: f"gap-kind.{value}",
    "tactic.chosen": lambda value: f"means.{value}",
    "milestone.status": lambda value: f"work-status.{value}",
    "risk.response": lambda value: f"risk-kind.{value}",
    "task.status": lambda value: f"work-status.{value}",
}
"""What is chosen from a source has names of its own."""


_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def labels_for(sitter: Sitter) -> Label:
    """The labels in this reader's language; "" for a value that has none."""

    def label(field: str, value: str) -> str:
        named = _NAMED.get(field)
        key = named(value) if named else f"{_CHOSEN_AT[field]}.choice-{value}"
        known = sitter.kit.conversations.texts.has(key, sitter.voice.language)
        return plain(sitter.words(key)) if known else ""

    return label


def months_for(sitter: Sitter) -> tuple[str, ...]:
    """Twelve names, from January."""
    return tuple(sitter.words(f"month-name.{month}") for month in _MONTHS)


def weekdays_for(sitter: Sitter) -> tuple[str, ...]:
    """Seven short names, from Monday."""
    return tuple(sitter.words(f"weekday-short.{day}") for day in _WEEKDAYS)
