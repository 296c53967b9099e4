"""Prints the coalition's plan, because a plan on paper is what a meeting gathers around.

What stands in it is decided in `flows/rules/plan.py`; here it becomes one PDF, which a screen reader can read too.
"""

import re
from collections.abc import Mapping
from typing import Final

from flows.rules.plan import Plan
from flows.rules.plan_sections import Block, Grid, Said
from handlers.artefacts.power_map import PowerMapWords, power_map_page
from handlers.artefacts.timeline import strip_of
from handlers.artefacts.typesetting import (
    Direction,
    all_marked,
    direction_of,
    document,
    drawing,
    printable,
    printable_name,
    reading,
    shortened,
)

_TEMPLATE: Final = "plan.typ"
_MAP_TEMPLATE: Final = "power_map.typ"
_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LONGEST_TEXT, _LONGEST_CELL = 4000, 600
_LONGEST_WORD, _LONGEST_WORD_IN_CELL = 30, 14
_SHORT_CELL: Final = 16


def draw_plan(
    plan: Plan, words: Mapping[str, str], map_words: PowerMapWords, months: tuple[str, ...], today: str, language: str
) -> bytes:
    """PDF on A4, tagged. `words` are those the plan was made with; `months` twelve names from January.

    `today` stands beside the line of the timeline. Half a second for a small plan, up to two for forty players and
    sixty steps, most of it the power map: call it in a thread.
    """
    return document(_TEMPLATE, _page(plan, words, map_words, months, today, language))


def plan_marks(
    plan: Plan, words: Mapping[str, str], map_words: PowerMapWords, months: tuple[str, ...], today: str, language: str
) -> list[object]:
    """Where the headings stand, as `{"key", "page", "y", "pages"}`; `y` and page height in points."""
    return all_marked(_TEMPLATE, _page(plan, words, map_words, months, today, language), "heading")


def _page(
    plan: Plan, words: Mapping[str, str], map_words: PowerMapWords, months: tuple[str, ...], today: str, language: str
) -> dict[str, object]:
    direction = direction_of(language)
    sections = [
        {"key": s.key, "heading": printable(s.heading), "blocks": [_block(block, direction) for block in s.blocks]}
        for s in plan.sections
    ]
    return {
        "page": "plan",
        "direction": direction,
        "language": language,
        "words": {name: printable(words[name]) for name in ("title", "page", "of", "map", "milestones")},
        "coalition": _text(plan.coalition, direction, 200, _LONGEST_WORD),
        "made_on": printable(plan.made_on),
        "today": printable(today),
        "facts": [_fact(fact, direction) for fact in plan.facts],
        "empty": printable(plan.empty),
        "sections": sections,
        "map": _map(plan, map_words, direction),
        "timeline": strip_of(plan.timeline, months) if plan.timeline.flags or plan.timeline.piles else None,
    }


def _map(plan: Plan, words: PowerMapWords, direction: Direction) -> dict[str, object] | None:
    """The power map as a picture, with its size in points."""
    if not plan.map.placed:
        return None
    svg = drawing(_MAP_TEMPLATE, power_map_page(plan.map, words, direction))
    size = _SIZE.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    return {"svg": svg, "width": width, "height": height}


def _block(block: Block, page: Direction) -> dict[str, object]:
    if isinstance(block, Grid):
        return _grid(block, page)
    label = {"label": printable(block.label)}
    if isinstance(block, Said):
        lines = [_text(line, page, _LONGEST_TEXT, _LONGEST_WORD) for line in block.text.splitlines() if line.strip()]
        return label | {"kind": "said", "lines": lines, "facts": [_fact(fact, page) for fact in block.facts]}
    items = [_text(item, page, _LONGEST_CELL, _LONGEST_WORD) for item in block.items]
    return label | {"kind": "listed", "items": items}


def _grid(grid: Grid, page: Direction) -> dict[str, object]:
    """Cells, and how wide each column wants to be: 0 as wide as its longest cell, else its share of the rest."""
    cells = [[_text(cell, page, _LONGEST_CELL, _LONGEST_WORD_IN_CELL) for cell in row] for row in grid.rows]
    columns = list(zip(*grid.rows, strict=True))
    shares = [_share(grid.columns[i], column) for i, column in enumerate(columns)]
    if not any(shares):
        shares[0] = 1.0
    return {"kind": "grid", "columns": [printable(word) for word in grid.columns], "rows": cells, "shares": shares}


def _share(heading: str, column: tuple[str, ...]) -> float:
    longest = max(len(heading), *(len(cell) for cell in column))
    return 0.0 if longest <= _SHORT_CELL else min(max(longest, 20), 80) ** 0.5


def _fact(fact: tuple[str, str], page: Direction) -> dict[str, object]:
    return {"label": printable(fact[0]), "value": _text(fact[1], page, _LONGEST_CELL, _LONGEST_WORD)}


def _text(text: str, page: Direction, most: int, longest_word: int) -> dict[str, str]:
    return {"text": shortened(text, most, longest_word), "dir": reading(printable_name(text), page)}
