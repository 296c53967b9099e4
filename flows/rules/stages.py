"""Knows the order of the stages and how far each has come, for menus, summaries and "what changed"."""

from collections.abc import Iterator
from dataclasses import replace

from flows.asking import core_questions, worded
from flows.facts import RECORD_KINDS
from flows.model import Catalogue, Depth, Flow, Frame, Phrase, Place, Step, Value, Wording
from flows.standing import Standing

STAGES = (
    "coalition_intro",
    "coalition_need",
    "coalition_map",
    "coalition_partners",
    "coalition_resources",
    "coalition_committee",
    "coalition_goals",
    "coalition_launch",
)

APPROVED = "approved"


def is_finished(catalogue: Catalogue, place: Place) -> bool:
    """Whether nothing is left of this visit but what to do with the result, or where to go next.

    The summary has been confirmed, and neither the step nor the block it calls keeps an answer of the coalition.
    """
    flow, station = catalogue[place.flow], place.frames[0].step
    confirmed = [number for number, step in enumerate(flow.steps.values()) if step.call == "confirm"]
    if not confirmed or station not in flow.steps or list(flow.steps).index(station) <= confirmed[-1]:
        return False
    step = flow.steps[station]
    asked = (step, *(catalogue[step.call].steps.values() if step.call else ()))
    return not any(one.save is not None and one.save.kind in RECORD_KINDS for one in asked)


def status_field(flow: str) -> str:
    """The field of the coalition that says whether this stage's summary was approved."""
    return f"{flow}_status"


def state_of(at: Standing, flow: str) -> str:
    """empty | begun | answered | approved."""
    if at.facts.one("coalition").get(status_field(flow)) == APPROVED:
        return APPROVED
    there = standing_in(at, at.catalogue[flow])
    answered = [there.answer_to(step) is not None for step in core_questions(there)]
    if not any(answered):
        return "begun" if _own_summary(at, at.catalogue[flow]) else "empty"
    return "answered" if all(answered) else "begun"


def stage_lines(at: Standing) -> tuple[Phrase, ...]:
    """One line for each stage: its title and how far it has come."""
    stages = (flow for flow in STAGES if flow in at.catalogue)
    return tuple(
        Phrase(
            "stage-line",
            {"stage": Phrase(f"{flow}-title"), "state": Phrase(f"stage-state.{state_of(at, flow)}")},
        )
        for flow in stages
    )


def approval_field(flow: str) -> str:
    """The field of the coalition that says when this stage's summary was approved last."""
    return f"{flow}_approved_at"


def summary_of(at: Standing, flow: Flow, only_answered: bool = False) -> tuple[Wording, ...]:
    """What a stage comes to: told its own way where it has one (`call: confirm, fill: …`), else by its answers."""
    if _tells_itself(flow) is None:
        return summary_lines(at, flow, only_answered)
    return _own_summary(at, flow) or (() if only_answered else (Phrase("not-clear-yet"),))


def _tells_itself(flow: Flow) -> str | None:
    return next((step.fills for step in flow.steps.values() if step.call == "confirm" and step.fills), None)


def _own_summary(at: Standing, flow: Flow) -> tuple[Wording, ...]:
    fill = _tells_itself(flow)
    if fill is None:
        return ()
    there = standing_in(at, flow)
    lines = at.readings.fills[fill].ask(there.facts, there.here)["summary"]
    assert isinstance(lines, tuple)
    return lines


def summary_lines(at: Standing, flow: Flow, only_answered: bool = False) -> tuple[Phrase, ...]:
    """Every question of the short path with its answer, and what was added beyond it."""
    there = standing_in(at, flow)
    return tuple(
        Phrase("summary-line", {"topic": Phrase(f"{step.id}.topic"), "value": worded(there, step, answer)})
        for step, answer in answers_in(there)
        if answer or not only_answered
    )


def answers_in(there: Standing) -> Iterator[tuple[Step, Value]]:
    """The questions of the flow stood in with their answers: all of the short path, and what was added."""
    for step in there.flow.steps.values():
        if not (step.waits and step.save and step.save.kind in RECORD_KINDS and there.holds(step.when)):
            continue
        answer = there.answer_to(step)
        if step.depth is Depth.CORE or answer:
            yield step, answer


def standing_in(at: Standing, flow: Flow) -> Standing:
    place = replace(at.place, frames=(Frame(flow.id, flow.first.id),))
    return Standing(at.catalogue, at.readings, place, at.facts, at.now)
