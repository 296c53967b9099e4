"""Draws the crisis card, because in the first hours a shaken team needs one picture that all of them look at.

What stands on it is decided in `flows/rules/crisis_page.py`; it grows with what is known, as tall as it needs.
"""

from collections.abc import Mapping
from typing import Final

from flows.rules.crisis_page import Card, Section
from handlers.artefacts.typesetting import (
    Direction,
    direction_of,
    picture,
    printable,
    printable_name,
    reading,
    shortened,
)

_TEMPLATE: Final = "crisis_card.typ"
_PIXELS_PER_INCH: Final = 216.0  # the page is 360 pt wide: 1080 pixels
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_WORD = 220, 140, 22


def draw_crisis_card(card: Card, words: Mapping[str, str], date: str, language: str) -> bytes:
    """PNG, 1080 pixels wide. `words`: confidential, empty. Call it in a thread."""
    return picture(_TEMPLATE, _page(card, words, date, language), _PIXELS_PER_INCH)


def _page(card: Card, words: Mapping[str, str], date: str, language: str) -> dict[str, object]:
    direction = direction_of(language)
    return {
        "direction": direction,
        "language": language,
        "heading": printable(card.heading),
        "date": printable(date),
        "title": _text(card.title, direction, _LONGEST_TITLE),
        "kind": printable(card.kind),
        "closed": card.closed,
        "facts": [{"label": printable(label), "value": _text(value, direction, 60)} for label, value in card.facts],
        "sections": [_section(section, direction) for section in card.sections],
        "words": {name: printable(word) for name, word in words.items()},
    }


def _section(section: Section, direction: Direction) -> dict[str, object]:
    lines = [_text(line, direction, _LONGEST_LINE) for line in section.lines]
    return {"label": printable(section.label), "lines": lines, "more": printable(section.more)}


def _text(text: str, page: Direction, most: int) -> dict[str, str]:
    return {"text": shortened(text, most, _LONGEST_WORD), "dir": reading(printable_name(text), page)}
