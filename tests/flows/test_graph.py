"""Holds that the picture of a flow shows every way a conversation can take, and no other."""

from flows.graph import Manner, Way, mermaid, ways
from flows.model import END, Ask, Depth, Flow, Step, Target

STEPS = (
    Step("hello", 1, ask=Ask.MESSAGE),
    Step("problem", 2, ask=Ask.TEXT, save=Target("coalition", "problem_statement")),
    Step("causes", 3, ask=Ask.LIST, depth=Depth.MORE),
    Step("sure", 4, ask=Ask.YES_NO, choices=("yes", "no"), branches={"no": "problem"}),
    Step("cards", 5, call="actor", for_each="actors", when="has_actors"),
    Step("extra", 6, offer_more=True),
    Step("fix", 7, ask=Ask.CHOICE, source="answered_steps", goto="picked", branches={"none": "map"}),
    Step("map", 8, draw="power_map"),
    Step("next", 9, ask=Ask.CHOICE, choices=("a", "b"), opens={"a": "walk"}, branches={"b": END}, required=True),
    Step("left", 10, do="leave_coalition", goto=END),
)


def _flow(*steps: Step, summary: str | None = None) -> Flow:
    return Flow("talk", {step.id: step for step in steps}, summary=summary)


FLOW = _flow(*STEPS, summary="map")


def _ways(step: str) -> set[Way]:
    return set(ways(FLOW, FLOW.steps[step]))


def test_order_passes_over_what_is_only_offered() -> None:
    assert _ways("problem") == {Way("sure")}


def test_a_branch_leaves_the_order_and_other_answers_follow_it() -> None:
    assert _ways("sure") == {Way("problem", "no"), Way("cards")}


def test_an_offer_leads_to_what_is_offered_and_that_leads_back() -> None:
    assert _ways("extra") == {Way("causes", manner=Manner.OFFERS), Way("fix")}
    assert _ways("causes") == {Way("extra")}


def test_a_guard_may_pass_a_step_over() -> None:
    assert _ways("cards") == {Way("extra"), Way("extra", "not has_actors")}


def test_a_picked_step_is_left_to_the_one_who_picks() -> None:
    assert _ways("fix") == {Way("map", "none"), Way("picked", manner=Manner.PICKS)}


def test_a_required_question_whose_answers_all_branch_does_not_go_on_by_order() -> None:
    assert _ways("next") == {Way("walk", "a", Manner.OPENS), Way(END, "b")}


def test_a_question_that_may_be_skipped_goes_on_by_order_too() -> None:
    step = Step("next", 1, ask=Ask.CHOICE, choices=("a",), opens={"a": "walk"})
    assert set(ways(_flow(step), step)) == {Way("walk", "a", Manner.OPENS), Way(END)}


def test_a_question_whose_choices_may_all_be_absent_goes_on_by_order_too() -> None:
    step = Step(
        "next", 1, ask=Ask.CHOICE, choices=("a",), opens={"a": "walk"}, only={"a": "has_actors"}, required=True
    )
    assert Way(END) in ways(_flow(step), step)


def test_the_picture_holds_every_step_and_every_way() -> None:
    picture = mermaid(FLOW).splitlines()
    for step in FLOW.steps:
        assert any(line.strip().startswith(f"step_{step}") and f'"{step}' in line for line in picture)
    drawn = [line for line in picture if "--> " in line or "-->|" in line or "-.->" in line]
    beginnings = 2  # at the first step, and at the summary when all is answered
    assert len(drawn) == beginnings + sum(len(ways(FLOW, step)) for step in FLOW.steps.values())


def test_shapes_tell_the_kinds_of_steps_apart() -> None:
    picture = mermaid(FLOW)
    assert 'step_hello("hello<br/>message")' in picture
    assert 'step_problem[/"problem<br/>text<br/>saves coalition.problem_statement"/]' in picture
    assert 'step_sure{"sure<br/>yes_no"}' in picture
    assert 'step_cards[["cards<br/>call actor<br/>for each actors<br/>when has_actors"]]' in picture
    assert 'step_map[("map<br/>draw power_map")]' in picture
    assert 'step_extra(["extra"])' in picture
    assert 'flow_walk>"walk"]' in picture


def test_branches_carry_their_answer_and_offered_steps_are_dashed() -> None:
    picture = mermaid(FLOW)
    assert 'step_sure -->|"no"| step_problem' in picture
    assert 'step_next -->|"a"| flow_walk' in picture
    assert "step_extra -.-> step_causes" in picture
    assert "class step_causes more" in picture
    assert "classDef more stroke-dasharray: 5 5" in picture
