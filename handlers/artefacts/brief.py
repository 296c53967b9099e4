"""Prints what everybody who comes to an action should know, because a page works when the battery does not.

What stands on it is decided in `flows/rules/action_page.py`; here it becomes one PDF that can be read aloud too.
"""

from collections.abc import Mapping
from typing import Final

from flows.rules.action_brief import Page
from handlers.artefacts.typesetting import (
    Direction,
    all_marked,
    direction_of,
    document,
    printable,
    printable_name,
    reading,
    shortened,
)

_TEMPLATE: Final = "brief.typ"
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_WORD = 160, 1200, 30


def draw_brief(page: Page, words: Mapping[str, str], language: str) -> bytes:
    """PDF on A4, tagged. `words` are those the brief was made with. Tens of milliseconds: call it in a thread."""
    return document(_TEMPLATE, _data(page, words, language))


def brief_marks(page: Page, words: Mapping[str, str], language: str) -> list[object]:
    """Where the headings stand, as `{"heading", "page", "pages"}`."""
    return all_marked(_TEMPLATE, _data(page, words, language), "heading")


def _data(page: Page, words: Mapping[str, str], language: str) -> dict[str, object]:
    direction = direction_of(language)
    return {
        "direction": direction,
        "language": language,
        "words": {name: printable(words[name]) for name in ("title", "page", "of")},
        "title": _text(page.title, direction, _LONGEST_TITLE),
        "coalition": _text(page.coalition, direction, _LONGEST_TITLE),
        "facts": [{"label": printable(name), "value": _text(value, direction)} for name, value in page.facts],
        "legal": {"label": printable(page.legal[0]), "value": _text(page.legal[1], direction)},
        "sections": [
            {"label": printable(section.label), "lines": [_text(line, direction) for line in section.lines]}
            for section in page.sections
        ],
    }


def _text(text: str, page: Direction, most: int = _LONGEST_LINE) -> dict[str, str]:
    return {"text": shortened(text, most, _LONGEST_WORD), "dir": reading(printable_name(text), page)}
