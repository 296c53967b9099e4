"""Holds which players are on the map, and which matter first."""

from flows.facts import Facts
from flows.model import Value
from flows.rules.actors import (
    CARDS_AT_ONCE,
    five_to_place,
    five_without_details,
    is_placed,
    on_the_map,
    pressed,
    unplaced,
)


def facts(**actors: dict[str, Value]) -> Facts:
    return Facts({"actor": {item: {"name": item.title(), **fields} for item, fields in actors.items()}})


def test_who_has_no_name_or_was_taken_off_is_not_on_the_map() -> None:
    known = facts(ana={}, bob={"removed": True}, eve={"removed": False}, gap={"name": ""})
    assert list(on_the_map(known)) == ["ana", "eve"]


def test_a_player_is_placed_when_stance_and_influence_are_known() -> None:
    assert is_placed({"stance": "neutral", "influence": "low"})
    assert not is_placed({"stance": "neutral"})
    assert not is_placed({"influence": "low", "stance": None})


def test_whom_to_press_comes_first_then_who_shares_the_aim_then_the_rest_as_written() -> None:
    known = facts(
        rest={},
        ally={"shares_goal": True},
        done={"pressure_target": True, "stance": "neutral", "influence": "low"},
        boss={"pressure_target": True, "shares_goal": True},
        late={"shares_goal": False},
        friend={"shares_goal": True},
        chair={"pressure_target": True},
    )
    assert list(unplaced(known)) == ["boss", "chair", "ally", "friend", "rest", "late"]


def test_five_cards_are_enough_at_once() -> None:
    known = facts(**{f"p{n}": {} for n in range(9)}, boss={"pressure_target": True})
    assert list(five_to_place(known)) == ["boss", "p0", "p1", "p2", "p3"]
    assert len(five_to_place(known)) == CARDS_AT_ONCE


def test_details_are_asked_of_placed_players_of_whom_nothing_more_is_known() -> None:
    placed: dict[str, Value] = {"stance": "neutral", "influence": "low"}
    known = facts(ana=placed, bob={**placed, "kind": "media"}, eve={}, boss={**placed, "pressure_target": True})
    assert list(five_without_details(known)) == ["boss", "ana"]


def test_pressed_are_those_on_the_map_who_must_be_pressed() -> None:
    known = facts(boss={"pressure_target": True}, gone={"pressure_target": True, "removed": True}, ana={})
    assert list(pressed(known)) == ["boss"]
