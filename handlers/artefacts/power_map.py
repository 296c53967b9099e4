"""Draws the power map, because a field of players is understood at a glance and a list of them is not.

Numbers come from `flows/rules/power_map.py`, translated words from the caller; here they only become one PNG.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from flows.rules.power_map import BANDS, LEVELS, Level, Placed, Player, PowerMap, Stance, Waiting
from handlers.artefacts.typesetting import Direction, marked, picture, printable, printable_name, reading

_TEMPLATE: Final = "power_map.typ"
_PIXELS_PER_INCH: Final = 320  # the page is 360 pt wide: 1600 pixels
_NAMELESS: Final = "…"


@dataclass(frozen=True, slots=True)
class PowerMapWords:
    """Every sentence on the picture, already in the reader's language.

    The four `hint_…` stand in the corners of the map. `kinds` names each kind of player, `coalition` is the
    coalition's own name. Kinds and marks that no player has are left out of the legend.
    """

    title: str
    coalition: str
    date: str
    bands: Mapping[Stance, str]
    levels: Mapping[Level, str]
    stance_axis: str
    influence_axis: str
    hint_strong_allies: str
    hint_strong_opponents: str
    hint_weak_allies: str
    hint_weak_opponents: str
    kinds: Mapping[str, str]
    pressure_target: str
    primary_target: str
    shares_goal: str
    guess: str
    not_placed: str
    next_conversations: str
    empty: str


def draw_power_map(map: PowerMap, words: PowerMapWords, direction: Direction) -> bytes:
    """PNG, 1600 pixels wide, as high as it needs to be. Takes a quarter of a second: call it in a thread.

    Any names will do: what the fonts cannot draw is left out, what does not fit on two lines ends in "…".
    """
    return picture(_TEMPLATE, power_map_page(map, words, direction), _PIXELS_PER_INCH)


def power_map_boxes(map: PowerMap, words: PowerMapWords, direction: Direction) -> object:
    """Where everything went, for those who check it or point at a player.

    Points of the page: `canvas`, and in `texts`, `markers` and `areas` lists of
    `{"kind", "id", "box": [left, top, right, bottom], "lines"}`; ids are `p0`, `p1` … in the order of
    `map.placed`, `w0` … of `map.waiting`, `n0` … of `map.next_conversations`.
    """
    return marked(_TEMPLATE, power_map_page(map, words, direction), "boxes")


def power_map_page(map: PowerMap, words: PowerMapWords, direction: Direction) -> dict[str, object]:
    """What the template needs, for a picture of its own and for the plan that holds it."""
    return {
        "direction": direction,
        "coalition_direction": reading(words.coalition, direction),
        "placed": [_placed(index, placed, words, direction) for index, placed in enumerate(map.placed)],
        "waiting": [_waiting(index, waiting, words, direction) for index, waiting in enumerate(map.waiting)],
        "next": [_next(index, player, words, direction) for index, player in enumerate(map.next_conversations)],
        "words": _words(words, [*(p.player for p in map.placed), *(w.player for w in map.waiting)]),
    }


def _words(words: PowerMapWords, players: Iterable[Player]) -> dict[str, object]:
    shown = list(players)
    corners = (
        words.hint_strong_allies,
        words.hint_strong_opponents,
        words.hint_weak_allies,
        words.hint_weak_opponents,
    )
    return {
        "title": printable(words.title),
        "coalition": printable_name(words.coalition),
        "date": printable(words.date),
        "bands": [printable(words.bands[band]) for band in BANDS],
        "levels": [printable(words.levels[level]) for level in LEVELS],
        "stance_axis": printable(words.stance_axis),
        "influence_axis": printable(words.influence_axis),
        "corners": [printable(corner) for corner in corners],
        "kinds": _kinds(words, {player.kind for player in shown}),
        "marks": _marks(words, shown),
        "strip": printable(words.not_placed),
        "next": printable(words.next_conversations),
        "empty": printable(words.empty),
    }


def _kinds(words: PowerMapWords, shown: set[str | None]) -> list[dict[str, str]]:
    return [{"kind": kind, "label": printable(label)} for kind, label in words.kinds.items() if kind in shown]


def _marks(words: PowerMapWords, shown: list[Player]) -> list[dict[str, str]]:
    used = (
        ("primary", words.primary_target, any(player.primary_target for player in shown)),
        ("pressed", words.pressure_target, any(player.pressure_target for player in shown)),
        ("shared", words.shares_goal, any(player.shares_goal for player in shown)),
        ("guess", words.guess, any(player.guess for player in shown)),
    )
    return [{"mark": mark, "label": printable(label)} for mark, label, is_used in used if is_used]


def _placed(index: int, placed: Placed, words: PowerMapWords, page: Direction) -> dict[str, object]:
    across, up = placed.x * len(BANDS), (1 - placed.y) * len(LEVELS)
    column, row = min(int(across), len(BANDS) - 1), min(int(up), len(LEVELS) - 1)
    place = {"column": column, "row": row, "across": across - column, "down": up - row}
    return _player(f"p{index}", placed.player, words, page) | place


def _waiting(index: int, waiting: Waiting, words: PowerMapWords, page: Direction) -> dict[str, object]:
    return _player(f"w{index}", waiting.player, words, page) | {"side": waiting.side.value}


def _next(index: int, player: Player, words: PowerMapWords, page: Direction) -> dict[str, object]:
    column = BANDS.index(player.stance or Stance.PASSIVE_ALLY)  # who shares the goal is tinted as an ally
    where = printable(words.bands[player.stance] if player.stance else words.shares_goal)
    return _player(f"n{index}", player, words, page) | {"column": column, "where": where}


def _player(place: str, player: Player, words: PowerMapWords, page: Direction) -> dict[str, object]:
    name = printable_name(player.name) or printable(words.kinds.get(player.kind or "", "")) or _NAMELESS
    return {
        "id": place,
        "name": name,
        "direction": reading(name, page),
        "kind": player.kind or "",
        "pressed": player.pressure_target,
        "primary": player.primary_target,
        "shared": player.shares_goal,
        "guess": player.guess,
    }
