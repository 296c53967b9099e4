"""Says where every player stands: a coalition that sees its field decides better whom to talk to next.

Pure numbers: no words, no drawing. `x` runs along the reading direction from our side (0) to the other (1),
so that whoever draws only has to choose where reading starts; `y` grows with influence. A player without a
stance or without an influence has no place yet and waits in a strip.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar


class Stance(StrEnum):
    """The five bands of the spectrum of allies, from our side to the other."""

    ACTIVE_ALLY = "active_ally"
    PASSIVE_ALLY = "passive_ally"
    NEUTRAL = "neutral"
    PASSIVE_OPPONENT = "passive_opp"
    ACTIVE_OPPONENT = "active_opp"


class Level(StrEnum):
    """How much, strongest first."""

    HIGH = "high"
    MID = "mid"
    LOW = "low"


class Side(StrEnum):
    """Where a player without a place waits."""

    OURS = "ours"
    UNKNOWN = "unknown"
    OTHER = "other"


class Quadrant(StrEnum):
    """What influence and interest together ask of us (the power and interest matrix)."""

    WORK_CLOSELY = "work_closely"
    KEEP_SATISFIED = "keep_satisfied"
    KEEP_INFORMED = "keep_informed"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Player:
    """One player as the coalition described it; None means nobody has said yet."""

    id: str
    name: str
    kind: str | None
    stance: Stance | None
    influence: Level | None
    interest: Level | None
    shares_goal: bool
    pressure_target: bool
    primary_target: bool
    guess: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A player with a place: `x` 0 (our side) to 1 (the other), `y` 0 (no influence) to 1 (most)."""

    player: Player
    x: float
    y: float
    quadrant: Quadrant | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A player whose stance or influence nobody has named yet."""

    player: Player
    side: Side


@dataclass(frozen=True, slots=True)
class PowerMap:
    """All players, each exactly once in `placed` or `waiting`, and whom to talk to next."""

    placed: tuple[Placed, ...]
    waiting: tuple[Waiting, ...]
    next_conversations: tuple[Player, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """One heading (`stance-active_ally` …, `strip-ours` …, `next`) and the players under it."""

    heading: str
    players: tuple[Player, ...]


BANDS: Final = tuple(Stance)
LEVELS: Final = tuple(Level)
_MOVABLE: Final = (Stance.PASSIVE_ALLY, Stance.NEUTRAL)
_CONVERSATIONS: Final = 3
_EDGE: Final = 0.3
_Known = TypeVar("_Known", bound=StrEnum)


def player_from(item_id: str, fields: Mapping[str, object]) -> Player:
    """Read a record as it was saved. A value nobody knows counts as not said; nothing raises."""
    name, kind = fields.get("name"), fields.get("kind")
    return Player(
        id=item_id,
        name=name if isinstance(name, str) else "",
        kind=kind if isinstance(kind, str) and kind else None,
        stance=_known(Stance, fields.get("stance")),
        influence=_known(Level, fields.get("influence")),
        interest=_known(Level, fields.get("interest_level")),
        shares_goal=_agreed(fields.get("shares_goal")),
        pressure_target=_agreed(fields.get("pressure_target")),
        primary_target=fields.get("target_type") == "primary",
        guess=fields.get("confidence") == "guess",
    )


def power_map(players: Iterable[Player]) -> PowerMap:
    """Place every player whose stance and influence are known; let the others wait on a side.

    The order of `players` does not matter: in each band the stronger come first, then the alphabet, then
    the id.
    """
    ordered = sorted(players, key=_rank)
    return PowerMap(
        placed=tuple(_placed(ordered)),
        waiting=tuple(Waiting(player, _side(player)) for player in ordered if not _has_place(player)),
        next_conversations=_next_conversations(ordered),
    )


def in_words(map: PowerMap) -> tuple[MapLine, ...]:
    """The same map for ears: our side first, after the bands the strip, last the advice; nothing empty."""
    bands = [(f"stance-{band}", [p.player for p in map.placed if p.player.stance is band]) for band in BANDS]
    strip = [(f"strip-{side}", [w.player for w in map.waiting if w.side is side]) for side in Side]
    lines = [*bands, *strip, ("next", list(map.next_conversations))]
    return tuple(MapLine(heading, tuple(players)) for heading, players in lines if players)


def _known(kind: type[_Known], value: object) -> _Known | None:
    return next((member for member in kind if member == value), None)


def _agreed(value: object) -> bool:
    return value is True or value == "yes"


def _rank(player: Player) -> tuple[int, int, str, str]:
    band = BANDS.index(player.stance) if player.stance else len(BANDS)
    return band, _strength(player), player.name, player.id


def _strength(player: Player) -> int:
    return LEVELS.index(player.influence) if player.influence else len(LEVELS)


def _has_place(player: Player) -> bool:
    return player.stance is not None and player.influence is not None


def _side(player: Player) -> Side:
    if player.pressure_target:
        return Side.OTHER
    return Side.OURS if player.shares_goal else Side.UNKNOWN


def _placed(ordered: Iterable[Player]) -> Iterator[Placed]:
    cells: dict[tuple[Stance, Level], list[Player]] = defaultdict(list)
    for player in ordered:
        if player.stance is not None and player.influence is not None:
            cells[player.stance, player.influence].append(player)
    for (stance, influence), players in cells.items():
        for index, player in enumerate(players):
            across, up = _spread(index, len(players))
            x = (BANDS.index(stance) + across) / len(BANDS)
            y = (len(LEVELS) - 1 - LEVELS.index(influence) + up) / len(LEVELS)
            yield Placed(player, x, y, _quadrant(player))


def _spread(index: int, count: int) -> tuple[float, float]:
    """Where in its cell the player stands, as (across, up), both inside 0…1.

    A zigzag from the top: every player of the cell has a height of its own, so that a taller picture always
    has room for a label beside each; neighbours stand in different lanes, so that labels need not form one
    column. The outermost keep some distance from the edge, so that a label need not leave the cell.
    """
    up = 1 - (index + 0.5 + _EDGE) / (count + 2 * _EDGE)
    across = 0.5 if count == 1 else (0.3, 0.7)[index % 2]
    return across, up


def _quadrant(player: Player) -> Quadrant | None:
    """The matrix has halves, we have three levels: only high counts as high."""
    if player.interest is None:
        return None
    if player.influence is Level.HIGH:
        return Quadrant.WORK_CLOSELY if player.interest is Level.HIGH else Quadrant.KEEP_SATISFIED
    return Quadrant.KEEP_INFORMED if player.interest is Level.HIGH else Quadrant.MONITOR


def _next_conversations(ordered: Iterable[Player]) -> tuple[Player, ...]:
    """Up to three players to talk to next, most promising first.

    The reason is the spectrum of allies: nobody has to turn an opponent round; a campaign wins when each
    band moves one step. So first those who can take a step towards us, passive allies and neutrals, the
    most influential first (at the same influence the passive ally, who is nearer). Then players without a
    place who share the goal: perhaps nobody has asked them yet. Opponents never; nor active allies, who are
    here already.
    """
    players = list(ordered)
    movable = [p for p in players if _has_place(p) and p.stance in _MOVABLE]
    unasked = [p for p in players if not _has_place(p) and _side(p) is Side.OURS and _may_move(p)]
    return tuple([*sorted(movable, key=_strength), *sorted(unasked, key=_strength)][:_CONVERSATIONS])


def _may_move(player: Player) -> bool:
    return player.stance is None or player.stance in _MOVABLE
