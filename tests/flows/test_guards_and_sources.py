"""Holds what each guard, source and fill answers, and that each declares every kind of fact it looks at."""

from collections.abc import Mapping

import pytest

from flows.conversations import kinds_of
from flows.facts import KINDS, RECORD_KINDS, Facts, Here
from flows.fills import FILLS, READINGS
from flows.guards import GUARDS
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Choice, Flow, Frame, Phrase, Place, Value, Verbatim
from flows.rules.stages import STAGES
from flows.sources import SOURCES
from tests.flows.worlds import THEN, plainly

CATALOGUE = load([OUR_DEFINITIONS])[0]
One = Mapping[str, Value]


def here(
    flow: str = "coalition_map", calling: str | None = None, queue: tuple[str, ...] = (), **carried: str
) -> Here:
    at: Flow = CATALOGUE[flow]
    frame = Frame(flow, at.first.id, item="ana", queue=queue)
    place = Place("p", flow, "w", (frame,), carried=carried)
    return Here(at, frame, place, THEN, CATALOGUE, CATALOGUE[calling] if calling else None)


def holds(guard: str, at: Here | None = None, /, **tables: Mapping[str, One]) -> bool:
    """What the guard answers, shown only the kinds it declared."""
    reading = GUARDS[guard]
    facts = Facts({kind: tables.get(kind, {}) for kind in reading.reads})
    return reading.ask(facts, at or here())


@pytest.mark.parametrize(
    ("guard", "yes", "no"),
    [
        ("language_has_gender", {"person": {"": {"language": "ar"}}}, {"person": {"": {"language": "en"}}}),
        ("has_open_conversation", {"waiting": {"p1": {}}}, {}),
        ("has_several_open_conversations", {"waiting": {"p1": {}, "p2": {}}}, {"waiting": {"p1": {}}}),
        ("is_not_alone", {"members": {"1": {}, "2": {}}}, {"members": {"1": {}}}),
        ("has_last_answer", {"waiting": {"p1": {"answer": "a_problem"}}}, {"waiting": {"p1": {}}}),
        ("is_in_no_coalition", {}, {"my_coalitions": {"w": {}}}),
        ("is_in_a_coalition", {"my_coalitions": {"w": {}}}, {}),
        ("is_in_several_coalitions", {"my_coalitions": {"v": {}, "w": {}}}, {"my_coalitions": {"w": {}}}),
        ("is_coordinator", {"membership": {"": {"role": "coordinator"}}}, {"membership": {"": {"role": "member"}}}),
        (
            "founding_is_by_invitation",
            {"house": {"": {"founding": "invited"}}},
            {"house": {"": {"founding": "invited"}}, "person": {"": {"may_found": True}}},
        ),
        ("may_found_another", {"my_coalitions": {"w": {}}}, {}),
        (
            "may_found_another",
            {"my_coalitions": {"w": {}}},
            {"my_coalitions": {"w": {}}, "house": {"": {"founding": "invited"}}},
        ),
        (
            "has_primary_target",
            {"actor": {"ana": {"name": "Ana", "target_type": "primary"}}},
            {"actor": {"ana": {"name": "Ana", "target_type": "primary", "removed": True}}},
        ),
        ("map_has_actors", {"actor": {"ana": {"name": "Ana"}}}, {"actor": {"ana": {"stance": "neutral"}}}),
        (
            "has_unplaced_actors",
            {"actor": {"ana": {"name": "Ana", "stance": "neutral"}}},
            {"actor": {"ana": {"name": "Ana", "stance": "neutral", "influence": "low"}}},
        ),
        ("actor_has_no_name", {}, {"actor": {"ana": {"name": "Ana"}}}),
        ("invitation_is_void", {}, {"invitation": {"": {"workspace": "w"}}}),
        (
            "is_member_already",
            {"invitation": {"": {"workspace": "w"}}, "my_coalitions": {"w": {}}},
            {"invitation": {"": {"workspace": "v"}}, "my_coalitions": {"w": {}}},
        ),
    ],
)
def test_a_guard_answers_from_the_facts_it_declares(
    guard: str, yes: Mapping[str, Mapping[str, One]], no: Mapping[str, Mapping[str, One]]
) -> None:
    assert holds(guard, None, **yes)
    assert not holds(guard, None, **no)


@pytest.mark.parametrize(
    ("guard", "yes", "no"),
    [
        ("came_with_invitation", here(invitation="ab"), here()),
        ("came_without_invitation", here(), here(invitation="ab")),
        ("repeat_is_at_its_end", here(), here(queue=("bob",))),
        ("another_is_wanted", here(another="yes"), here(another="no")),
        ("nobody_was_chosen", here(), here(member="3")),
    ],
)
def test_a_guard_may_look_at_where_the_conversation_stands(guard: str, yes: Here, no: Here) -> None:
    assert holds(guard, yes)
    assert not holds(guard, no)


def test_a_conversation_is_interrupted_when_it_was_left_for_this_one_and_is_still_open() -> None:
    waiting: Mapping[str, One] = {"p1": {}}
    assert holds("has_interrupted_conversation", here(interrupted="p1"), waiting=waiting)
    assert not holds("has_interrupted_conversation", here(interrupted="p2"), waiting=waiting)
    assert not holds("has_interrupted_conversation", here(), waiting=waiting)


def test_every_guard_source_and_fill_declares_only_kinds_there_are() -> None:
    declared = [*(g.reads for g in GUARDS.values()), *(s.reads for s in SOURCES.values())]
    assert frozenset().union(*declared, *(f.reads for f in FILLS.values())) <= KINDS


def choices(source: str, at: Here | None = None, **tables: Mapping[str, One]) -> tuple[Choice, ...]:
    reading = SOURCES[source]
    return reading.ask(Facts({kind: tables.get(kind, {}) for kind in reading.reads}), at or here())


PLAYERS: Mapping[str, One] = {
    "ana": {"name": "Ana", "pressure_target": True},
    "bob": {"name": "Bob", "stance": "neutral", "influence": "low"},
    "eve": {"name": "Eve", "removed": True},
}


@pytest.mark.parametrize(
    ("source", "items"),
    [
        ("actors", ["ana", "bob"]),
        ("pressed_actors", ["ana"]),
        ("unplaced_actors", ["ana"]),
        ("five_to_place", ["ana"]),
        ("five_without_details", ["bob"]),
    ],
)
def test_players_are_offered_by_name(source: str, items: list[str]) -> None:
    assert [choice.value for choice in choices(source, actor=PLAYERS)] == items
    names = {choice.value: choice.label for choice in choices(source, actor=PLAYERS)}
    assert names.items() <= {"ana": Verbatim("Ana"), "bob": Verbatim("Bob")}.items()


def test_other_members_are_all_but_oneself() -> None:
    members: Mapping[str, One] = {"1": {"name": "Noor"}, "2": {"name": "Dana"}}
    assert [c.value for c in choices("other_members", members=members, person={"": {"id": "1"}})] == ["2"]


def test_a_coalition_without_a_name_is_offered_in_words() -> None:
    mine: Mapping[str, One] = {"w": {"name": "Trams"}, "v": {"name": None}}
    labels = [choice.label for choice in choices("my_coalitions", my_coalitions=mine)]
    assert labels == [Verbatim("Trams"), Phrase("unnamed-coalition")]


def test_open_conversations_name_their_coalition_where_there_are_several() -> None:
    waiting: Mapping[str, One] = {
        "p1": {"title": "coalition_map-title", "coalition": "Trams"},
        "p2": {"title": "coalition_need-title"},
    }
    labels = [plainly(choice.label) for choice in choices("open_conversations", waiting=waiting)]
    assert labels == ["conversation-label coalition_map-title Trams", "coalition_need-title"]


def test_what_can_be_corrected_is_what_was_answered_in_the_conversation_that_asks() -> None:
    known: Mapping[str, One] = {"": {"problem_statement": "no bus", "why_together": "", "evidence": "a survey"}}
    goal: Mapping[str, One] = {"initial": {"text": "a night line"}}
    for at in (here("confirm", calling="coalition_need"), here("coalition_need")):
        steps = [choice.value for choice in choices("answered_steps", at, coalition=known, goal=goal)]
        assert steps == ["a_problem", "a_evidence", "a_first_goal"]
    assert choices("answered_steps", here("confirm", calling="coalition_map"), coalition=known) == ()


def filled(fill: str, at: Here | None = None, **tables: Mapping[str, One]) -> dict[str, str]:
    reading = FILLS[fill]
    given = reading.ask(Facts({kind: tables.get(kind, {}) for kind in reading.reads}), at or here())
    assert given.keys() == reading.gives
    return {name: plainly(Phrase("", {"x": value})).strip() for name, value in given.items()}


HOUSE: Mapping[str, One] = {"": {"operator": "Centre", "version": "0.1.0", "updated": "2026-11-01"}}


@pytest.mark.parametrize(
    ("fill", "at", "tables", "words"),
    [
        ("who_runs_this", here(), {"house": HOUSE}, {"operator": "Centre"}),
        ("who_runs_this", here(), {"house": {}}, {"operator": "operator-unknown"}),
        ("about", here(), {"house": HOUSE}, {"operator": "Centre", "version": "0.1.0", "date": "2026-11-01"}),
        ("invitation", here(), {"invitation": {"": {"coalition": "Trams"}}}, {"coalition": "Trams"}),
        ("invitation", here(), {}, {"coalition": "unnamed-coalition"}),
        (
            "coalition_name",
            here(),
            {"person": {"": {"active_workspace": "w"}}, "my_coalitions": {"w": {"name": "Trams"}}},
            {"coalition": "Trams"},
        ),
        ("coalition_name", here(), {}, {"coalition": "unnamed-coalition"}),
        (
            "people",
            here(),
            {"membership": {"": {"coalition": "Trams"}}, "members": {"1": {}, "2": {}}},
            {"coalition": "Trams", "count": "2"},
        ),
        (
            "chosen_member",
            here(member="2"),
            {"members": {"2": {"name": "Dana", "role": "coordinator"}}},
            {"member": "Dana", "role": "role-label.coordinator"},
        ),
        ("chosen_member", here(member="9"), {}, {"member": "", "role": "role-label.member"}),
    ],
)
def test_a_fill_gives_the_names_it_promises(
    fill: str, at: Here, tables: Mapping[str, Mapping[str, One]], words: dict[str, str]
) -> None:
    assert filled(fill, at, **tables) == words


def test_the_card_has_the_stages_that_have_answers() -> None:
    need: One = {"problem_statement": "no bus at night"}
    card = filled("coalition_card", coalition={"": {**need, "mapped_kinds": ["state"]}})["card"].split("\n")
    assert card == [
        "coalition_need-title",
        "summary-line a_problem.topic no bus at night",
        "",
        "coalition_map-title",
        "summary-line b_groups.topic and-list dash-line b_groups.choice-state",
    ]


def test_an_empty_card_says_that_nothing_is_clear_yet() -> None:
    assert filled("coalition_card") == {"card": "not-clear-yet"}


def test_the_summary_is_that_of_the_calling_conversation() -> None:
    inside = filled("summary", here("confirm", calling="coalition_need"))
    assert inside["summary"].startswith("summary-line a_problem.topic")
    assert filled("summary", here("coalition_need")) == inside


def test_the_stages_are_listed_with_how_far_they_have_come() -> None:
    assert filled("stages")["stages"].count("stage-state.empty") == len(STAGES)


def test_a_flow_loads_the_facts_of_the_blocks_it_calls_and_always_the_person() -> None:
    kinds = kinds_of(CATALOGUE, READINGS)
    assert kinds["coalition_map"] == {*RECORD_KINDS, "members", "person", "answer", "changed"}
    assert kinds["switch"] == {"my_coalitions", "person", "answer"}


def test_asking_for_a_kind_that_was_not_declared_is_an_error() -> None:
    with pytest.raises(KeyError):
        Facts({}).one("coalition")
    assert Facts({}).value(CATALOGUE["coalition_need"].steps["a_problem"].save) is None  # type: ignore[arg-type]


def test_an_answer_laid_over_the_facts_leaves_the_facts_as_they_were() -> None:
    before = Facts({"actor": {"ana": {"name": "Ana"}}})
    after = before.laid_over("actor", "ana", "stance", "neutral")
    assert after.all("actor") == {"ana": {"name": "Ana", "stance": "neutral"}}
    assert before.all("actor") == {"ana": {"name": "Ana"}}
