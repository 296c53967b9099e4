"""Says which ways lead on from a step, for the checker and for a picture, so that both show one truth.

Rules: a step goes where its `goto` says, else to the next core step of the file, else to the end. Steps of
depth `more` are never reached by order: the offering step leads to them and they lead back. A `when` may pass
a step over. An unanswered question may be skipped unless it is required.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.keys import PICKED
from flows.model import END, Ask, Depth, Flow, Step


class Manner(StrEnum):
    """How one step leads to the next."""

    ON = "on"
    PICKS = "picks"
    OFFERS = "offers"
    OPENS = "opens"


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: to a step, to END, to PICKED or, when it opens, to another flow. `label` is the answer."""

    to: str
    label: str = ""
    manner: Manner = Manner.ON


def ways(flow: Flow, step: Step) -> list[Way]:
    """Every way on from this step."""
    return list(dict.fromkeys(_ways(flow, step)))


def _ways(flow: Flow, step: Step) -> Iterator[Way]:
    for choice, target in step.branches.items():
        yield Way(target, choice, Manner.PICKS if target == PICKED else Manner.ON)
    for choice, target in step.opens.items():
        yield Way(target, choice, Manner.OPENS)
    if step.offer_more:
        yield from (Way(more, "", Manner.OFFERS) for more in _more(flow))
    if step.goto == PICKED:
        yield Way(PICKED, "", Manner.PICKS)
    elif step.goto is not None:
        yield Way(step.goto)
    elif not _always_branches(step):
        yield Way(onward(flow, step))
    if step.when is not None and step.depth is Depth.CORE:
        yield Way(onward(flow, step), f"not {step.when}")


def onward(flow: Flow, step: Step) -> str:
    """Where the order of the file leads: the next core step or END; from a `more` step back to its offer."""
    if step.depth is Depth.MORE:
        offers = [other.id for other in flow.steps.values() if other.offer_more]
        if offers:
            return offers[0]
    ids = list(flow.steps)
    following = (flow.steps[other] for other in ids[ids.index(step.id) + 1 :])
    return next((other.id for other in following if other.depth is Depth.CORE), END)


def _more(flow: Flow) -> list[str]:
    return [step.id for step in flow.steps.values() if step.depth is Depth.MORE]


def _always_branches(step: Step) -> bool:
    """Whether no answer goes on by order; a question whose choices are all absent is passed over."""
    if "" in step.opens and step.ask is None and not (step.call or step.do or step.draw):
        return True
    always_there = set(step.choices) - step.only.keys()
    elsewhere = step.branches.keys() | step.opens.keys()
    return bool(always_there) and step.required and set(step.choices) <= elsewhere


_SHAPES = {
    Ask.MESSAGE: ("(", ")"),
    Ask.CHOICE: ("{", "}"),
    Ask.YES_NO: ("{", "}"),
    Ask.CHOICES: ("{{", "}}"),
    Ask.PICTURE: ("[/", "/]"),
}


def mermaid(flow: Flow) -> str:
    """The flow as the text of a Mermaid flowchart."""
    lines = [f"---\ntitle: {flow.id}\n---", "flowchart TD", '  start(("start"))', '  finish(("end"))']
    lines += [f"  {_node(step)}" for step in flow.steps.values()]
    lines += [f'  {_opened(target)}>"{target}"]' for target in _opened_flows(flow)]
    if any(way.manner is Manner.PICKS for step in flow.steps.values() for way in ways(flow, step)):
        lines.append('  picked(["the step that was picked"])')
    lines.append(f"  start --> {_end(flow.first.id)}")
    if flow.summary is not None:
        lines.append(f'  start -.->|"all answered"| {_end(flow.summary)}')
    for step in flow.steps.values():
        lines += [f"  {_line(step, way)}" for way in ways(flow, step)]
    dashed = ",".join(_end(step) for step in _more(flow))
    if dashed:
        lines += ["  classDef more stroke-dasharray: 5 5", f"  class {dashed} more"]
    return "\n".join(lines) + "\n"


def _node(step: Step) -> str:
    before, after = _shape(step)
    return f'{_end(step.id)}{before}"{"<br/>".join(_caption(step))}"{after}'


def _shape(step: Step) -> tuple[str, str]:
    if step.call is not None:
        return "[[", "]]"
    if step.draw is not None:
        return "[(", ")]"
    if step.offer_more:
        return "([", "])"
    if step.ask is None:
        return "[", "]"
    return _SHAPES.get(step.ask, ("[/", "/]"))


def _caption(step: Step) -> Iterator[str]:
    yield step.id
    if step.ask is not None:
        yield step.ask.value + (f" from {step.source}" if step.source else "")
    deeds = {"call": step.call, "do": step.do, "draw": step.draw, "for each": step.for_each}
    yield from (f"{verb} {what}" for verb, what in deeds.items() if what is not None)
    if step.save is not None:
        item = f"/{step.save.item}" if step.save.item else ""
        mark = f" = {step.save.mark}" if step.save.mark else ""
        yield f"saves {step.save.kind}{item}.{step.save.field}{mark}"
    if step.when is not None:
        yield f"when {step.when}"


def _end(name: str, manner: Manner = Manner.ON) -> str:
    """The id of a node; every kind has its own beginning, because Mermaid keeps some words for itself."""
    if manner is Manner.OPENS:
        return _opened(name)
    return {END: "finish", PICKED: "picked"}.get(name, f"step_{name}")


def _opened(name: str) -> str:
    return f"flow_{name}"


def _opened_flows(flow: Flow) -> list[str]:
    return sorted({target for step in flow.steps.values() for target in step.opens.values()})


def _line(step: Step, way: Way) -> str:
    dashed = way.manner in (Manner.OFFERS, Manner.PICKS) or step.depth is Depth.MORE
    arrow = "-.->" if dashed else "-->"
    label = f'|"{way.label}"|' if way.label else ""
    return f"{_end(step.id)} {arrow}{label} {_end(way.to, way.manner)}"
