"""Finds what is wrong with the ways through a flow: missing targets, unreached steps, no way out."""

from collections.abc import Iterator, Mapping

from flows.graph import Manner, Way, ways
from flows.keys import PICKED
from flows.model import END, Catalogue, Depth, Flow, Step
from flows.problems import TOLD, Problem, hint, nearest

Roads = Mapping[str, frozenset[str]]
"""For each step the steps it can lead to, and EXIT when it can lead out of the flow."""

EXIT = END


def flow_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Every mistake in the structure of these flows, apart from names that live in Python."""
    yield from _steps_of_one_name(catalogue)
    for flow in catalogue.values():
        yield from _targets(flow)
        roads = _roads(flow)
        yield from _never_offered(flow, roads)
        yield from _unreachable(flow, roads)
        yield from _dead_ends(flow, roads)


def _steps_of_one_name(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[str, Flow] = {}
    for flow in catalogue.values():
        for step in flow.steps.values():
            other = first.setdefault(step.id, flow)
            if other is not flow:
                sentence = f"`{step.id}` is also a step of `{other.id}`; rename one, in its texts too."
                yield Problem(flow.path, step.line, "duplicate-step", sentence)


def _targets(flow: Flow) -> Iterator[Problem]:
    if flow.summary is not None and flow.summary not in {*flow.steps, TOLD}:
        sentence = f"`summary` names `{flow.summary}`, which is no step here.{hint(flow.summary, flow.steps)}"
        yield Problem(flow.path, 1, "unknown-step", sentence)
    for step in flow.steps.values():
        if PICKED in (step.goto, *step.branches.values()) and not flow.is_block:
            sentence = "`picked` is a step of the flow that called this one, so only a block can go there."
            yield Problem(flow.path, step.line, "unknown-step", sentence)
        for target in _missing(flow, step):
            sentence = f"`{step.id}` goes to `{target}`, which is no step here.{hint(target, flow.steps)}"
            yield Problem(flow.path, step.line, "unknown-step", sentence)


def _missing(flow: Flow, step: Step) -> list[str]:
    targets = {step.goto or END, *step.branches.values()}
    return sorted(targets - flow.steps.keys() - {END, PICKED, TOLD})


def _roads(flow: Flow) -> Roads:
    return {step.id: frozenset(_leads_to(flow, step)) for step in flow.steps.values()}


def _leads_to(flow: Flow, step: Step) -> Iterator[str]:
    for way in ways(flow, step):
        yield from _followed(flow, way)


def _followed(flow: Flow, way: Way) -> Iterator[str]:
    """Where a way really leads. What was told already leads wherever it may have been meant to."""
    if way.manner is Manner.OPENS or way.to == END:
        yield EXIT
    elif way.manner is Manner.PICKS:
        yield EXIT  # the step that was picked is one of the flow that called this block
    elif way.to == TOLD:
        yield from (EXIT, *flow.steps)
    elif way.to in flow.steps:
        yield way.to
    else:
        yield from (EXIT, nearest(way.to, flow.steps) or EXIT)


def _reached(roads: Roads, starts: set[str]) -> set[str]:
    reached: set[str] = set()
    ahead = list(starts)
    while ahead:
        step = ahead.pop()
        if step not in reached:
            reached.add(step)
            ahead += roads.get(step, ())
    return reached


def _starts(flow: Flow) -> set[str]:
    """Steps a conversation can begin at; where nothing offers more, that alone is told about those steps."""
    offered = any(step.offer_more for step in flow.steps.values())
    more = {s.id for s in flow.steps.values() if s.depth is Depth.MORE and not offered}
    fixes = {s.id for s in flow.steps.values() if s.depth is Depth.FIX and s.waits}
    return {flow.first.id, *more, *fixes, *({flow.summary or ""} & flow.steps.keys())}


def _unreachable(flow: Flow, roads: Roads) -> Iterator[Problem]:
    reached = _reached(roads, _starts(flow))
    while lost := [step for step in flow.steps if step not in reached]:
        step = flow.steps[next((s for s in lost if not _led_to(roads, s, lost)), lost[0])]
        sentence = f"No answer ever leads to step `{step.id}`; name it in a `goto`, move it or delete it."
        yield Problem(flow.path, step.line, "unreachable-step", sentence)
        reached |= _reached(roads, {step.id})


def _led_to(roads: Roads, step: str, by: list[str]) -> bool:
    return any(step in roads[other] for other in by if other != step)


def _never_offered(flow: Flow, roads: Roads) -> Iterator[Problem]:
    offered = any(step.offer_more for step in flow.steps.values())
    core = _reached(roads, {flow.first.id})
    lost = [s for s in flow.steps.values() if s.depth is Depth.MORE and s.id not in core]
    if lost and not offered:
        names = ", ".join(f"`{step.id}`" for step in lost)
        sentence = f"Nothing offers {names} (`depth: more`); add a step with `offer: more` at the end."
        yield Problem(flow.path, lost[0].line, "unreachable-step", sentence)


def _dead_ends(flow: Flow, roads: Roads) -> Iterator[Problem]:
    reached = _reached(roads, _starts(flow))
    trapped = [step for step in flow.steps if step in reached and EXIT not in _reached(roads, {step})]
    while trapped:
        step = flow.steps[trapped[0]]
        ring = _reached(roads, {step.id})
        sentence = f"From step `{step.id}` no way leads to an end; let one answer `goto: end` or open a flow."
        yield Problem(flow.path, step.line, "dead-end", sentence)
        trapped = [other for other in trapped if not ring & _reached(roads, {other})]
