"""A new version must come of every answer a document shows, and every answer shown must read as it was chosen."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from flows.facts import RECORD_KINDS
from flows.model import Target
from flows.rules.action import RISKS
from flows.rules.documents import CHANGED_IN, IN_A_CRISIS, MADE_OF
from flows.rules.launch import MEANS
from flows.rules.plan import LABELLED, PLAN_WORDS, plan_of
from flows.rules.plan_sections import Source, map_of
from flows.rules.power_map import BANDS, Side
from flows.rules.resources import GAPS, KINDS
from flows.verbs import ARTEFACT_NAMES
from flows.wording import Voice
from handlers.artefacts.inventory import inventory_of
from handlers.artefacts.share_card import share_card_of
from handlers.labels import _CHOSEN_AT, _NAMED, labels_for, months_for, weekdays_for
from handlers.sitter import Sitter
from tests.cast import MORNING, POLICY, conversations
from tests.flows.test_plan import world

Records = Mapping[str, Mapping[str, Mapping[str, Any]]]
TODAY = date(2026, 11, 22)
WORDS = {word: f"<{word}>" for word in PLAN_WORDS}
SAID_INSTEAD = ("אחרת", True, False, "done", "member", "2027-03-03", ["protest"])


@dataclass(frozen=True, slots=True)
class _Kit:
    """As much of the kit as words need."""

    conversations: Any
    policy: Any


def label(kind: str, value: str) -> str:
    return f"[{value}]"


def shown_in_plan(records: Records) -> object:
    return plan_of(records, WORDS, label, "members", TODAY)


def shown_in_map(records: Records) -> object:
    return name_in(records), map_of(Source(records, WORDS, label, "members", frozenset()))


def shown_in_timeline(records: Records) -> object:
    return name_in(records), plan_of(records, WORDS, label, "members", TODAY).timeline


def shown_in_inventory(records: Records) -> object:
    return name_in(records), inventory_of(records, "members")


def name_in(records: Records) -> object:
    return records["coalition"][""].get("name")


SHOWN: Mapping[str, Callable[[Records], object]] = {
    "plan": shown_in_plan,
    "power_map": shown_in_map,
    "timeline": shown_in_timeline,
    "inventory": shown_in_inventory,
    "share_card": share_card_of,
}


def fields_kept() -> set[tuple[str, str]]:
    """(kind, field) of every answer that conversations keep about a workspace, and of the test's own world."""
    steps = (step for flow in conversations().catalogue.values() for step in flow.steps.values())
    kept = {(step.save.kind, step.save.field) for step in steps if step.save and step.save.kind in RECORD_KINDS}
    told = {(kind, f) for kind, items in world().items() for fields in items.values() for f in fields}
    return kept | told | {("actor", "at_risk"), ("seat", "at_risk"), ("milestone", "removed"), ("task", "removed")}


def is_declared(document: str, kind: str, field: str) -> bool:
    fields = MADE_OF[document].get(kind)
    return fields is not None and (not fields or field in fields)


@pytest.mark.parametrize("document", SHOWN)
def test_every_answer_that_changes_a_document_makes_a_new_version_of_it(document: str) -> None:
    before = SHOWN[document](world())
    changing = set()
    for kind, field in fields_kept():
        for item in world().get(kind, {}):
            for said in SAID_INSTEAD:
                records = deepcopy(world())
                records[kind][item][field] = said
                if SHOWN[document](records) != before:
                    changing.add((kind, field))
    assert changing, "nothing changed it: the test is blind"
    assert {change for change in changing if not is_declared(document, *change)} == set()


def test_every_document_is_made_of_something_and_changed_somewhere() -> None:
    assert MADE_OF.keys() == CHANGED_IN.keys() | IN_A_CRISIS == ARTEFACT_NAMES
    assert set(CHANGED_IN.values()) <= conversations().catalogue.keys()


def sitter(language: str) -> Sitter:
    kit: Any = _Kit(conversations(), POLICY)
    return Sitter({"coalition": {}}, Voice(language), "lead", MORNING, kit)


def chosen_from(step: str) -> tuple[Target | None, tuple[str, ...]]:
    asked = next(flow.steps[step] for flow in conversations().catalogue.values() if step in flow.steps)
    return asked.save, asked.choices


@pytest.mark.parametrize("language", ["he", "ar", "en"])
@pytest.mark.parametrize(("field", "step"), _CHOSEN_AT.items())
def test_what_was_chosen_reads_in_a_document_as_it_did_on_the_button(field: str, step: str, language: str) -> None:
    target, choices = chosen_from(step)
    assert target is not None
    assert f"{target.kind}.{target.field}" == field
    here = sitter(language)
    labels = [labels_for(here)(field, choice) for choice in choices]
    assert labels
    assert all(labels)
    assert len(set(labels)) == len(labels)


VALUES = {
    "power_map.heading": (*(f"stance-{band}" for band in BANDS), *(f"strip-{side}" for side in Side), "next"),
    "resource.offered": KINDS,
    "gap.missing": GAPS,
    "tactic.chosen": MEANS,
    "milestone.status": ("done",),
    "task.status": ("done",),
    "risk.response": RISKS,
}


@pytest.mark.parametrize("language", ["he", "ar", "en"])
@pytest.mark.parametrize(("field", "values"), VALUES.items())
def test_what_was_chosen_from_a_list_of_ours_has_its_name(field: str, values: tuple[str, ...], language: str) -> None:
    assert all(labels_for(sitter(language))(field, value) for value in values)


def test_everything_a_plan_asks_a_label_for_has_a_place_where_it_is_found() -> None:
    on_a_brief = {"action.accessibility", "action.photo_rule", "risk.response"}
    assert _CHOSEN_AT.keys() | _NAMED.keys() == set(LABELLED) | on_a_brief


def test_a_value_that_nobody_offers_any_more_has_no_label() -> None:
    assert labels_for(sitter("he"))("task.status", "odd") == ""


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_year_has_twelve_months_and_a_week_seven_days(language: str) -> None:
    here = sitter(language)
    assert len(set(months_for(here))) == 12
    assert len(set(weekdays_for(here))) == 7
