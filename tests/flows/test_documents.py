"""A document is offered when it says something, and the question under it knows which one it is about."""

from collections.abc import Mapping

import pytest

from flows.facts import Facts, Here
from flows.guards import GUARDS
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Fill, Frame, Phrase, Place, Value
from flows.rules.documents import CHANGED_IN, FILLS, SOURCES, drawn_above
from tests.flows.worlds import THEN

CATALOGUE = load([OUR_DEFINITIONS])[0]
DRAWN_IN = {
    "plan": "documents_plan_drawn",
    "power_map": "documents_map_drawn",
    "timeline": "documents_timeline_drawn",
    "inventory": "documents_inventory_drawn",
    "share_card": "documents_share_card_drawn",
}
GUARD_OF = {
    "plan": "may_change_plan",
    "power_map": "may_change_map",
    "timeline": "may_change_timeline",
    "inventory": "may_change_inventory",
    "share_card": "may_change_card",
}
Tables = Mapping[str, Mapping[str, Mapping[str, Value]]]


def under(step: str) -> Here:
    """At the question under a document, called from this step of the documents' menu."""
    block = CATALOGUE["document"]
    frames = (Frame("documents", step), Frame("document", block.first.id))
    place = Place("p", "documents", "w", frames)
    return Here(block, frames[-1], place, THEN, CATALOGUE, CATALOGUE["documents"])


def holds(guard: str, tables: Tables, at: Here | None = None) -> bool:
    """What the guard answers, shown only the kinds it declared."""
    reading = GUARDS[guard]
    return reading.ask(Facts({kind: tables.get(kind, {}) for kind in reading.reads}), at or under("documents_menu"))


@pytest.mark.parametrize(("document", "step"), DRAWN_IN.items())
def test_the_question_is_about_the_document_drawn_before_it(document: str, step: str) -> None:
    assert drawn_above(under(step)) == document
    assert FILLS["drawn_document"].ask(Facts({}), under(step)) == {"document": document}


def test_outside_the_block_no_document_is_meant() -> None:
    flow = CATALOGUE["documents"]
    place = Place("p", "documents", "w", (Frame("documents", "documents_menu"),))
    assert drawn_above(Here(flow, place.here, place, THEN, CATALOGUE)) is None


@pytest.mark.parametrize("document", CHANGED_IN)
def test_each_is_changed_where_its_answers_are_given_by_who_may_answer_there(document: str) -> None:
    coordinator, member = ({"membership": {"": {"role": role}}} for role in ("coordinator", "member"))
    here = under(DRAWN_IN[document])
    assert [name for name, guard in GUARD_OF.items() if holds(guard, coordinator, here)] == [document]
    is_open_to_all = CATALOGUE[CHANGED_IN[document]].role == "member"
    assert holds(GUARD_OF[document], member, here) is is_open_to_all


@pytest.mark.parametrize(
    ("guard", "yes", "no"),
    [
        ("has_plan", {"coalition": {"": {"problem_statement": "x"}}}, {"coalition": {"": {"name": "x"}}}),
        ("has_plan", {"goal": {"initial": {"text": "x"}}}, {"goal": {"initial": {"text": " "}}}),
        ("has_plan", {"actor": {"a": {"name": "x"}}}, {"actor": {"a": {"name": "x", "removed": True}}}),
        ("has_timeline", {"task": {"t": {"title": "x"}}}, {"task": {"t": {"title": "x", "removed": True}}}),
        ("has_timeline", {"milestone": {"m": {"title": "x"}}}, {"milestone": {"m": {"due": "2027-01-01"}}}),
        (
            "has_timeline",
            {"coalition": {"": {"launch_at": "2027-01-01"}}},
            {"coalition": {"": {"launch_at": "soon"}}},
        ),
        (
            "has_inventory",
            {"resource": {"a:money": {"offered": True}}},
            {"resource": {"a:money": {"offered": False}}},
        ),
        ("has_inventory", {"gap": {"legal": {"missing": True}}}, {"gap": {"legal": {"missing": False}}}),
        (
            "has_share_card",
            {"coalition": {"": {"name": "x"}}, "goal": {"initial": {"text": "x"}}},
            {"coalition": {"": {"name": "x"}}},
        ),
        (
            "has_share_card",
            {"coalition": {"": {"name": "x"}}, "goal": {"year": {"text": "x"}}},
            {"goal": {"initial": {"text": "x"}}},
        ),
        ("has_earlier_versions", {"membership": {"": {"versions": ["plan:1:22.11"]}}}, {"membership": {"": {}}}),
    ],
)
def test_a_document_is_there_once_it_says_something(guard: str, yes: Tables, no: Tables) -> None:
    assert holds(guard, yes)
    assert not holds(guard, no)


def test_an_earlier_version_is_named_by_document_number_and_day() -> None:
    facts = Facts({"membership": {"": {"versions": ["power_map:12:1.12"]}}})
    (choice,) = SOURCES["earlier_versions"].ask(facts, under("documents_menu"))
    assert choice.value == "power_map:12"
    fills: Mapping[str, Fill] = {"document": Phrase("document-name.power_map"), "number": "12", "day": "1.12"}
    assert choice.label == Phrase("version-label", fills)
