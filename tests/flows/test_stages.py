"""Holds how far each stage has come, and what its summary says, over our own definitions."""

import pytest

from flows.facts import RECORD_KINDS, Facts
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Frame, Phrase, Place, Value
from flows.rules.stages import STAGES, is_finished, stage_lines, state_of, status_field, summary_lines
from flows.standing import Standing
from tests.flows.worlds import THEN, plainly

CATALOGUE, PROBLEMS = load([OUR_DEFINITIONS])
NEED: dict[str, Value] = {"problem_statement": "no bus at night", "why_together": "drivers and riders"}


def standing(
    coalition: dict[str, Value] | None = None,
    goal: dict[str, Value] | None = None,
    **actors: dict[str, Value],
) -> Standing:
    tables: dict[str, dict[str, dict[str, Value]]] = {kind: {} for kind in RECORD_KINDS} | {
        "coalition": {"": coalition or {}},
        "goal": {"initial": goal or {}},
        "actor": actors,
    }
    place = Place("p", "menu", "w", (Frame("menu", "main_menu"),))
    return Standing(CATALOGUE, READINGS, place, Facts(tables), THEN)


def test_our_own_flows_have_no_mistake_and_all_stages() -> None:
    assert PROBLEMS == []
    assert set(STAGES) <= CATALOGUE.keys()


@pytest.mark.parametrize(
    ("coalition", "goal", "state"),
    [
        ({}, {}, "empty"),
        ({"problem_statement": "no bus at night"}, {}, "begun"),
        (NEED, {"text": "a night line"}, "answered"),
        ({"coalition_need_status": "approved"}, {}, "approved"),
        ({**NEED, "coalition_need_status": "approved"}, {"text": "a night line"}, "approved"),
    ],
)
def test_a_stage_tells_how_far_it_has_come(coalition: dict[str, Value], goal: dict[str, Value], state: str) -> None:
    assert state_of(standing(coalition, goal), "coalition_need") == state


def test_what_was_added_beyond_the_short_path_does_not_count_as_begun() -> None:
    assert state_of(standing({"evidence": "a survey"}), "coalition_need") == "empty"


def test_there_is_one_line_for_each_stage_in_order() -> None:
    lines = [plainly(line) for line in stage_lines(standing(NEED, {"text": "a night line"}))]
    assert lines == [
        "stage-line coalition_intro-title stage-state.empty",
        "stage-line coalition_need-title stage-state.answered",
        *(f"stage-line {stage}-title stage-state.empty" for stage in STAGES[2:]),
    ]


def test_a_stage_that_an_operator_took_out_has_no_line() -> None:
    at = standing()
    at.catalogue = {name: flow for name, flow in CATALOGUE.items() if name != "coalition_need"}
    assert len(stage_lines(at)) == len(STAGES) - 1


def test_the_summary_has_every_question_of_the_short_path_and_what_was_added() -> None:
    at = standing({**NEED, "evidence": "a survey", "affected_groups": ["riders", "drivers"]})
    assert [plainly(line) for line in summary_lines(at, CATALOGUE["coalition_need"])] == [
        "summary-line a_problem.topic no bus at night",
        "summary-line a_affected.topic and-list dash-line riders\ndash-line drivers",
        "summary-line a_evidence.topic a survey",
        "summary-line a_why_together.topic drivers and riders",
        "summary-line a_first_goal.topic not-clear-yet",
    ]


def test_the_summary_of_the_map_names_players_and_not_those_taken_off() -> None:
    at = standing(
        {"mapped_kinds": ["state"]},
        ana={"name": "Ana", "shares_goal": True, "pressure_target": False},
        bob={"name": "Bob", "shares_goal": True, "pressure_target": True, "removed": True},
        eve={"name": "Eve", "shares_goal": False, "pressure_target": True, "target_type": "primary"},
    )
    lines = {str(line.fills["topic"]): plainly(line) for line in summary_lines(at, CATALOGUE["coalition_map"])}
    shared, target = str(Phrase("b_shared.topic")), str(Phrase("b_target.topic"))
    assert lines[shared] == "summary-line b_shared.topic and-list dash-line Ana"
    assert lines[target] == "summary-line b_target.topic and-list dash-line Eve"
    assert not any("Bob" in line for name, line in lines.items() if "b_remove" not in name)


def test_nobody_ticked_is_not_clear_yet() -> None:
    at = standing(ana={"name": "Ana", "shares_goal": False})
    lines = [plainly(line) for line in summary_lines(at, CATALOGUE["coalition_map"])]
    assert "summary-line b_shared.topic not-clear-yet" in lines


def test_each_stage_keeps_its_approval_in_a_field_of_its_own() -> None:
    assert len({status_field(stage) for stage in STAGES}) == len(STAGES)


@pytest.mark.parametrize(
    ("frames", "finished"),
    [
        ((Frame("coalition_resources", "d_gaps"),), False),
        ((Frame("coalition_resources", "d_confirm"), Frame("confirm", "confirm_summary")), False),
        ((Frame("coalition_resources", "d_inventory_drawn"), Frame("document", "document_what")), True),
        ((Frame("coalition_resources", "d_next"),), True),
        ((Frame("coalition_map", "b_place"), Frame("actor", "actor_stance")), False),
        ((Frame("coalition_map", "step_of_an_older_version"),), False),
    ],
)
def test_a_visit_is_finished_once_only_the_way_on_is_left(frames: tuple[Frame, ...], finished: bool) -> None:
    assert is_finished(CATALOGUE, Place("p", frames[0].flow, "w", frames)) is finished
