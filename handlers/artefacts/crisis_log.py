"""Prints the crisis log: what happened when, what was decided and why, who does what until when.

What stands in it is decided in `flows/rules/crisis_log.py`; here it becomes one PDF, which a screen reader can read.
"""

from collections.abc import Mapping
from typing import Final

from flows.rules.crisis_log import Log
from flows.rules.crisis_page import Section
from flows.rules.plan_sections import Grid
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

_TEMPLATE: Final = "crisis_log.typ"
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_CELL = 300, 1200, 400
_LONGEST_WORD, _LONGEST_WORD_IN_CELL = 30, 14
_SHORT_CELL: Final = 16


def draw_crisis_log(log: Log, words: Mapping[str, str], date: str, language: str) -> bytes:
    """PDF on A4, tagged. `words`: page, of, confidential, empty. Tens of milliseconds: call it in a thread."""
    return document(_TEMPLATE, _data(log, words, date, language))


def crisis_log_marks(log: Log, words: Mapping[str, str], date: str, language: str) -> list[object]:
    """Where the headings stand, as `{"heading", "page", "pages"}`."""
    return all_marked(_TEMPLATE, _data(log, words, date, language), "heading")


def _data(log: Log, words: Mapping[str, str], date: str, language: str) -> dict[str, object]:
    direction = direction_of(language)
    return {
        "direction": direction,
        "language": language,
        "words": {name: printable(word) for name, word in words.items()},
        "heading": printable(log.heading),
        "title": _text(log.title, direction, _LONGEST_TITLE, _LONGEST_WORD),
        "date": printable(date),
        "facts": [_fact(label, value, direction) for label, value in log.facts],
        "chapters": [
            {"label": printable(chapter.label), "blocks": [_block(block, direction) for block in chapter.blocks]}
            for chapter in log.chapters
        ],
    }


def _fact(label: str, value: str, page: Direction) -> dict[str, object]:
    return {"label": printable(label), "value": _text(value, page, _LONGEST_CELL, _LONGEST_WORD)}


def _block(block: Section | Grid, page: Direction) -> dict[str, object]:
    if isinstance(block, Grid):
        return _grid(block, page)
    lines = [_text(line, page, _LONGEST_LINE, _LONGEST_WORD) for line in block.lines]
    return {"kind": "listed", "label": printable(block.label), "lines": lines}


def _grid(grid: Grid, page: Direction) -> dict[str, object]:
    """Cells, and how wide each column wants to be: 0 as wide as its longest cell, else its share of the rest."""
    cells = [[_text(cell, page, _LONGEST_CELL, _LONGEST_WORD_IN_CELL) for cell in row] for row in grid.rows]
    columns = zip(grid.columns, zip(*grid.rows, strict=True), strict=True)
    shares = [_share(heading, column) for heading, column in columns]
    if not any(shares):
        shares[-1] = 1.0
    return {"kind": "grid", "columns": [printable(word) for word in grid.columns], "rows": cells, "shares": shares}


def _share(heading: str, column: tuple[str, ...]) -> float:
    longest = max(len(heading), *(len(cell) for cell in column))
    return 0.0 if longest <= _SHORT_CELL else min(max(longest, 20), 80) ** 0.5


def _text(text: str, page: Direction, most: int, longest_word: int) -> dict[str, str]:
    return {"text": shortened(text, most, longest_word), "dir": reading(printable_name(text), page)}
