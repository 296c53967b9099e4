"""Holds that what the article on coalitions says is really asked or said, and that people get there by themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from flows import yaml_subset
from flows.facts import PERSON_KINDS, RECORD_KINDS, Facts, Here
from flows.graph import ways
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Catalogue, Flow, Frame, Place, Step
from flows.sources import SOURCES

TABLE = OUR_DEFINITIONS / "tables" / "coverage.yaml"
IN_A_CRISIS = [f"S3.{number}" for number in (*range(25, 29), *range(70, 78))]
"""What the page on consulting tracks says about crises."""

ELEMENTS = [*(f"S0.{number}" for number in range(1, 63)), *IN_A_CRISIS]
COVERED = ELEMENTS
"""The whole path, from the frame of the page to the launch; and what is done in a crisis."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the article says: in our words, with its homes as (flow, step) and the answers it is said in."""

    says: str
    homes: tuple[tuple[str, str], ...]
    choices: tuple[str, ...] = ()


Stations = frozenset[tuple[str, str]]


def elements_in(text: str) -> dict[str, Element]:
    content, problems = yaml_subset.read(text, str(TABLE))
    assert not problems, problems
    assert isinstance(content, Mapping)
    return {name: _element(row) for name, row in content["elements"].items()}


def _element(row: Mapping[str, object]) -> Element:
    assert set(row) - {"choices"} == {"says", "homes"}, row
    homes, choices = row["homes"], row.get("choices", [])
    assert isinstance(homes, list)
    assert isinstance(choices, list)
    return Element(str(row["says"]), tuple(_home(home) for home in homes), tuple(choices))


def _home(written: str) -> tuple[str, str]:
    flow, _, step = written.partition(".")
    return flow, step


def home_of(element: Element, catalogue: Catalogue) -> tuple[str, str] | None:
    """The first home whose flow is written; None while there is none."""
    return next((home for home in element.homes if home[0] in catalogue), None)


def lost(elements: Mapping[str, Element], catalogue: Catalogue) -> list[str]:
    """What stands in the table and not in the flows: a step that is gone, or an answer of the home that counts."""
    return [f"{name}: {what}" for name, element in elements.items() for what in _lost(element, catalogue)]


def _lost(element: Element, catalogue: Catalogue) -> Iterator[str]:
    for flow, step in element.homes:
        if flow in catalogue and step not in catalogue[flow].steps:
            yield f"{flow}.{step}"
    flow, step = home_of(element, catalogue) or ("", "")
    if flow and step in catalogue[flow].steps:
        offered = _answers_at(catalogue[flow], catalogue[flow].steps[step])
        yield from (f"{flow}.{step} [{choice}]" for choice in element.choices if choice not in offered)


def _answers_at(flow: Flow, step: Step) -> tuple[str, ...]:
    """What can be chosen there; a fixed list of kinds that a source gives counts by the kind it ends with."""
    if step.source is None:
        return step.choices
    nothing = Facts({kind: {} for kind in RECORD_KINDS | PERSON_KINDS})
    frame = Frame(flow.id, step.id)
    here = Here(flow, frame, Place("p", flow.id, "w", (frame,)), datetime(2027, 3, 1, tzinfo=UTC), {flow.id: flow})
    return tuple(choice.value.rpartition(":")[2] for choice in SOURCES[step.source].ask(nothing, here))


def reached_from(flow: str, catalogue: Catalogue) -> Stations:
    """Every (flow, step) that some answers lead to, through order, branches, offers, blocks and opened flows."""
    ahead, reached = [(flow, catalogue[flow].first.id)], set[tuple[str, str]]()
    while ahead:
        station = ahead.pop()
        if station not in reached:
            reached.add(station)
            ahead += _on_from(*station, catalogue)
    return frozenset(reached)


def _on_from(flow_id: str, step_id: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    flow = catalogue[flow_id]
    step = flow.steps[step_id]
    for entered in (*step.opens.values(), *filter(None, [step.call])):
        yield entered, catalogue[entered].first.id
    yield from ((flow_id, way.to) for way in ways(flow, step) if way.to in flow.steps)


@pytest.fixture(scope="module")
def elements() -> dict[str, Element]:
    return elements_in(TABLE.read_text("utf-8"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    flows, problems = load([OUR_DEFINITIONS])
    assert not problems
    return flows


def test_every_element_of_the_article_has_its_line_and_a_home(elements: Mapping[str, Element]) -> None:
    assert list(elements) == ELEMENTS
    assert not [name for name, element in elements.items() if not element.says or not element.homes]


def test_what_is_written_so_far_is_covered(elements: Mapping[str, Element], catalogue: Catalogue) -> None:
    assert not [name for name in COVERED if home_of(elements[name], catalogue) is None]


def test_no_home_has_lost_its_step_or_its_answers(elements: Mapping[str, Element], catalogue: Catalogue) -> None:
    assert lost(elements, catalogue) == []


def test_everything_covered_can_be_reached_from_the_first_contact(
    elements: Mapping[str, Element], catalogue: Catalogue
) -> None:
    reached = reached_from("welcome", catalogue)
    homes = {name: home_of(element, catalogue) for name, element in elements.items()}
    assert not {name: home for name, home in homes.items() if home is not None and home not in reached}


def test_a_step_that_goes_is_missed(elements: Mapping[str, Element], catalogue: Catalogue) -> None:
    steps = {key: step for key, step in catalogue["coalition_map"].steps.items() if key != "b_pressure"}
    assert lost(elements, _with(catalogue, "coalition_map", steps)) == ["S0.23: coalition_map.b_pressure"]


def test_an_answer_that_goes_is_missed(elements: Mapping[str, Element], catalogue: Catalogue) -> None:
    steps = dict(catalogue["coalition_intro"].steps)
    steps["intro_benefits"] = replace(steps["intro_benefits"], choices=("signal", "efficient", "ties", "funds"))
    without = _with(catalogue, "coalition_intro", steps)
    assert lost(elements, without) == ["S0.7: coalition_intro.intro_benefits [pressure]"]


def test_a_way_that_is_cut_is_missed(elements: Mapping[str, Element], catalogue: Catalogue) -> None:
    steps = dict(catalogue["found"].steps)
    steps["found_open"] = replace(steps["found_open"], opens={"": "menu"})
    cut = _with(catalogue, "found", steps)
    steps = dict(cut["coalition"].steps)
    steps["stage_jump"] = replace(steps["stage_jump"], opens={"a": "coalition_need", "b": "coalition_map"})
    cut = _with(cut, "coalition", steps)
    assert ("coalition_intro", "intro_what") in reached_from("welcome", catalogue)
    assert ("coalition_intro", "intro_what") not in reached_from("welcome", cut)


def _with(catalogue: Catalogue, flow: str, steps: Mapping[str, Step]) -> dict[str, Flow]:
    return {**catalogue, flow: replace(catalogue[flow], steps=steps)}
