"""The map is only useful if everybody stands where the coalition said, and nobody is lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.rules.power_map import (
    BANDS,
    LEVELS,
    Level,
    Player,
    Quadrant,
    Side,
    Stance,
    in_words,
    player_from,
    power_map,
)

NOBODY = Player("0", "נועה", None, None, None, None, False, False, False, False)

players = st.builds(
    Player,
    id=st.uuids().map(str),
    name=st.text("abאב ", max_size=3),
    kind=st.none() | st.sampled_from(["ngo", "media"]),
    stance=st.none() | st.sampled_from(Stance),
    influence=st.none() | st.sampled_from(Level),
    interest=st.none() | st.sampled_from(Level),
    shares_goal=st.booleans(),
    pressure_target=st.booleans(),
    primary_target=st.booleans(),
    guess=st.booleans(),
)
fields = st.dictionaries(
    st.sampled_from(["name", "kind", "stance", "influence", "interest_level", "shares_goal", "target_type"]),
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["", "high", "active_ally", "yes", "odd"])
    | st.lists(st.just("high"), max_size=2),
)


def player(
    name: str,
    stance: Stance | None = None,
    influence: Level | None = None,
    *,
    shares_goal: bool = False,
    pressure_target: bool = False,
) -> Player:
    known = replace(NOBODY, id=name, name=name, stance=stance, influence=influence)
    return replace(known, shares_goal=shares_goal, pressure_target=pressure_target)


def test_a_saved_record_becomes_a_player() -> None:
    saved = {
        "name": "ראש העיר",
        "kind": "local",
        "stance": "passive_opp",
        "influence": "high",
        "interest_level": "low",
        "shares_goal": False,
        "pressure_target": True,
        "target_type": "primary",
        "confidence": "guess",
    }
    assert player_from("a1", saved) == Player(
        "a1", "ראש העיר", "local", Stance.PASSIVE_OPPONENT, Level.HIGH, Level.LOW, False, True, True, True
    )


def test_a_yes_is_an_agreement_and_a_no_is_not() -> None:
    assert player_from("a", {"shares_goal": "yes"}).shares_goal
    assert not player_from("a", {"shares_goal": "no"}).shares_goal


def test_unknown_values_count_as_not_said() -> None:
    odd = {
        "name": 7,
        "kind": "",
        "stance": "friend",
        "influence": ["high"],
        "interest_level": 3,
        "shares_goal": {},
    }
    assert player_from("a", odd) == replace(NOBODY, id="a", name="")


@given(fields)
def test_no_record_is_too_strange_to_read(saved: dict[str, object]) -> None:
    has_place = saved.get("stance") == "active_ally" and saved.get("influence") == "high"
    assert len(power_map([player_from("a", saved)]).placed) == has_place


@pytest.mark.parametrize("stance", Stance)
@pytest.mark.parametrize("influence", Level)
def test_a_player_stands_in_its_band_and_on_its_level(stance: Stance, influence: Level) -> None:
    (placed,) = power_map([player("a", stance, influence)]).placed
    assert int(placed.x * len(BANDS)) == BANDS.index(stance)
    assert int((1 - placed.y) * len(LEVELS)) == LEVELS.index(influence)


def test_our_side_is_where_reading_starts_and_influence_is_up() -> None:
    ally, opponent = (
        player("a", Stance.ACTIVE_ALLY, Level.LOW),
        player("b", Stance.ACTIVE_OPPONENT, Level.HIGH),
    )
    first, second = power_map([ally, opponent]).placed
    assert first.x < 0.2
    assert second.x > 0.8
    assert first.y < second.y


@given(st.lists(players, max_size=40, unique_by=lambda p: p.id))
def test_everybody_is_on_the_map_exactly_once(several: list[Player]) -> None:
    drawn = power_map(several)
    shown = [placed.player.id for placed in drawn.placed] + [waiting.player.id for waiting in drawn.waiting]
    assert sorted(shown) == sorted(p.id for p in several)


@given(st.lists(players, max_size=40, unique_by=lambda p: p.id))
def test_no_two_players_stand_on_one_spot_and_none_outside(several: list[Player]) -> None:
    spots = [(placed.x, placed.y) for placed in power_map(several).placed]
    assert len(set(spots)) == len(spots)
    assert all(0 < x < 1 and 0 < y < 1 for x, y in spots)


@given(st.lists(players, max_size=12, unique_by=lambda p: p.id), st.data())
def test_the_order_of_the_records_does_not_move_anybody(several: list[Player], data: st.DataObject) -> None:
    assert power_map(data.draw(st.permutations(several))) == power_map(several)


def test_in_a_crowd_every_player_has_a_height_of_its_own() -> None:
    crowd = [player(f"{number:02}", Stance.NEUTRAL, Level.MID) for number in range(25)]
    placed = power_map(crowd).placed
    assert [p.y for p in placed] == sorted({p.y for p in placed}, reverse=True)
    assert [p.player.name for p in placed] == [f"{number:02}" for number in range(25)]


@pytest.mark.parametrize("known", ["stance", "influence"])
def test_half_a_card_is_no_place(known: str) -> None:
    half = {"stance": Stance.NEUTRAL} if known == "stance" else {"influence": Level.HIGH}
    drawn = power_map([replace(NOBODY, **half)])
    assert drawn.placed == ()
    assert [waiting.side for waiting in drawn.waiting] == [Side.UNKNOWN]


@pytest.mark.parametrize(
    ("shares_goal", "pressure_target", "side"),
    [
        (True, False, Side.OURS),
        (False, True, Side.OTHER),
        (True, True, Side.OTHER),
        (False, False, Side.UNKNOWN),
    ],
)
def test_who_shares_the_goal_waits_with_us_and_who_is_pressed_across(
    shares_goal: bool, pressure_target: bool, side: Side
) -> None:
    drawn = power_map([player("a", shares_goal=shares_goal, pressure_target=pressure_target)])
    assert [waiting.side for waiting in drawn.waiting] == [side]


@pytest.mark.parametrize(
    ("influence", "interest", "quadrant"),
    [
        (Level.HIGH, Level.HIGH, Quadrant.WORK_CLOSELY),
        (Level.HIGH, Level.LOW, Quadrant.KEEP_SATISFIED),
        (Level.MID, Level.HIGH, Quadrant.KEEP_INFORMED),
        (Level.LOW, Level.MID, Quadrant.MONITOR),
        (Level.HIGH, None, None),
    ],
)
def test_influence_and_interest_give_the_quadrant(
    influence: Level, interest: Level | None, quadrant: Quadrant | None
) -> None:
    (placed,) = power_map([replace(NOBODY, stance=Stance.NEUTRAL, influence=influence, interest=interest)]).placed
    assert placed.quadrant is quadrant


def test_next_come_the_movable_by_influence_then_those_who_wait_on_our_side() -> None:
    several = [
        player("waits", shares_goal=True),
        player("weak", Stance.PASSIVE_ALLY, Level.LOW),
        player("strong neutral", Stance.NEUTRAL, Level.HIGH),
        player("strong ally", Stance.PASSIVE_ALLY, Level.HIGH),
    ]
    names = [p.name for p in power_map(several).next_conversations]
    assert names == ["strong ally", "strong neutral", "weak"]
    assert [p.name for p in power_map(several[:2]).next_conversations] == ["weak", "waits"]


@given(st.lists(players, max_size=12, unique_by=lambda p: p.id))
def test_no_opponent_and_no_active_ally_is_ever_advised(several: list[Player]) -> None:
    advised = power_map(several).next_conversations
    assert len(advised) <= 3
    assert {p.stance for p in advised} <= {None, Stance.PASSIVE_ALLY, Stance.NEUTRAL}


def test_a_pressed_player_without_a_place_is_not_advised() -> None:
    assert power_map([player("a", shares_goal=True, pressure_target=True)]).next_conversations == ()


def test_the_words_hold_the_same_as_the_picture_in_its_order() -> None:
    several = [
        player("across", pressure_target=True),
        player("foe", Stance.ACTIVE_OPPONENT, Level.MID),
        player("weak friend", Stance.ACTIVE_ALLY, Level.LOW),
        player("strong friend", Stance.ACTIVE_ALLY, Level.HIGH),
        player("movable", Stance.PASSIVE_ALLY, Level.MID),
    ]
    lines = [(line.heading, [p.name for p in line.players]) for line in in_words(power_map(several))]
    assert lines == [
        ("stance-active_ally", ["strong friend", "weak friend"]),
        ("stance-passive_ally", ["movable"]),
        ("stance-active_opp", ["foe"]),
        ("strip-other", ["across"]),
        ("next", ["movable"]),
    ]


def test_an_empty_map_says_nothing() -> None:
    assert in_words(power_map([])) == ()
