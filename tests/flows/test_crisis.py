"""What a crisis space knows: lists of many become one picture, lines become steps, a day becomes a moment."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from flows.facts import Facts, Here, Table
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Fields, Frame, Phrase, Place, Verbatim
from flows.rules import crisis as rules
from flows.rules.crisis import Said
from flows.rules.crisis_asking import GUARDS, SOURCES
from flows.rules.crisis_saying import counted, picture, statement_lines
from flows.verbs import VERB_NAMES

JERUSALEM = ZoneInfo("Asia/Jerusalem")
NOON = datetime(2026, 11, 22, 12, 3, tzinfo=JERUSALEM)  # a Sunday


def space(**kinds: Table) -> dict[str, Table]:
    return {kind: kinds.get(kind, {}) for kind in ("crisis", "voice", "decision", "task", "role")}


def asked(source: str, tables: Mapping[str, Table], now: datetime = NOON) -> list[str]:
    catalogue, _ = load([OUR_DEFINITIONS])
    flow = catalogue["crisis_think"]
    frame = Frame(flow.id, flow.first.id)
    everything: dict[str, Table] = {"my_crises": {}, "my_coalitions": {}, "person": {"": {"id": "1"}}, **tables}
    here = Here(flow, frame, Place("p", flow.id, "w", (frame,)), now, catalogue)
    return [choice.value for choice in SOURCES[source].ask(Facts(everything), here)]


def test_what_two_people_wrote_alike_is_said_once_with_both_of_them() -> None:
    tables = space(voice={"1": {"facts": ["המכתב הגיע", "שני שותפים"]}, "2": {"facts": ["המכתב הגיע!", "אחר"]}})
    assert rules.all_said(tables, "facts") == (
        Said("המכתב הגיע", ("1", "2")),
        Said("שני שותפים", ("1",)),
        Said("אחר", ("2",)),
    )


def test_names_stand_in_the_picture_only_where_they_are_wanted() -> None:
    members = {"1": {"name": "נטע"}, "2": {"name": "לינא"}}
    voice = {"2": {"facts": ["המכתב הגיע"]}}
    assert "לינא" not in str(picture(space(voice=voice, crisis={"now": {"summary": "מה קרה"}}), members))
    named = space(voice=voice, crisis={"now": {"summary": "מה קרה", "names": "names"}})
    assert "לינא" in str(picture(named, members))


def test_the_short_picture_counts_what_the_long_one_lists() -> None:
    tables = space(voice={"1": {"facts": ["א", "ב"], "goals": ["ג"]}})
    said = str(counted(tables, {"1": {}}))
    assert "crisis-count.facts" in said
    assert "crisis-count.unknowns" not in said


def test_a_pause_can_always_be_chosen_and_ticked_arenas_are_ways_too() -> None:
    assert rules.ways(space()) == ("way:pause",)
    tables = space(voice={"1": {"options": ["מכתב"], "arenas": ["council", "court", "media"]}})
    assert rules.ways(tables) == ("מכתב", "way:council", "way:court", "way:pause")


def test_a_way_is_said_in_the_words_it_was_written_in() -> None:
    assert rules.way_said("way:pause") == Phrase("crisis-way.pause")
    assert rules.way_said("מכתב") == Verbatim("מכתב")
    assert rules.way_said("way:nowhere") == Verbatim("way:nowhere")


@pytest.mark.parametrize(
    ("line", "split"),
    [
        ("להתקשר לשתי המתנדבות – ליאת", ("להתקשר לשתי המתנדבות", "ליאת")),
        ("call the two volunteers - Liat", ("call the two volunteers", "Liat")),
        ("להתקשר ליו״ר", ("להתקשר ליו״ר", "")),
        ("רב־שיח בחיפה", ("רב־שיח בחיפה", "")),
        ("לכתוב – ואז לשלוח את זה לכל מי שכבר שאל אותנו מאתמול", None),
    ],
)
def test_a_short_name_at_the_end_of_a_line_is_its_owner(line: str, split: tuple[str, str] | None) -> None:
    assert rules.split_owner(line) == (split or (line, ""))


@pytest.mark.parametrize(
    ("horizon", "due"), [("hour", "2026-11-22T13:03"), ("day", "2026-11-23T20:00"), ("week", "2026-12-03T18:00")]
)
def test_each_horizon_has_its_moment(horizon: str, due: str) -> None:
    assert rules.due_of(horizon, NOON) == due


def test_a_step_is_taken_on_once() -> None:
    tables = space(
        task={"t": {"title": "לצלם", "source": "crisis", "horizon": "hour"}},
        voice={"1": {"hour": ["לצלם – עומר", "לכתוב"]}, "2": {"hour": ["לחכות"], "day": ["לצלם"]}},
    )
    assert rules.not_taken_on(tables, "1") == 1
    assert rules.proposed(tables, "1") == (("hour", "לחכות"),)


def test_the_log_is_in_the_order_of_its_numbers_and_the_newest_is_last() -> None:
    second: Fields = {"text": "שנייה", "number": 2}
    first: Fields = {"text": "ראשונה", "number": 1}
    made = space(decision={"b": second, "c": {"text": "עכשיו"}, "a": first, "d": {}})
    assert [fields["text"] for fields in rules.decisions_of(made)] == ["ראשונה", "שנייה", "עכשיו"]


@pytest.mark.parametrize(
    ("now", "look"),
    [
        ({"next_update_at": "2026-11-22T21:00"}, "2026-11-22T21:00"),
        ({"next_update_at": "other", "next_day": "2026-11-24"}, "2026-11-24"),
        ({"next_update_at": "never", "next_day": "2026-11-24"}, ""),
        ({"next_update_at": "2026-11-22T21:00", "status": "closed"}, ""),
        ({}, ""),
    ],
)
def test_the_next_look_is_what_was_chosen_last_and_none_once_it_is_over(now: Fields, look: str) -> None:
    assert rules.next_look(space(crisis={"now": now})) == look


def test_moments_are_offered_that_are_still_to_come() -> None:
    assert asked("next_moments", space()) == [
        "2026-11-22T13:00",
        "2026-11-22T15:00",
        "2026-11-22T21:00",
        "2026-11-23T09:00",
        "other",
        "never",
    ]
    late = NOON.replace(hour=20)
    soon = ["2026-11-22T21:00", "2026-11-22T23:00", "2026-11-23T09:00", "other", "never"]
    assert asked("next_moments", space(), late) == soon


def test_whoever_is_in_no_coalition_and_no_crisis_has_nothing_to_choose() -> None:
    assert asked("crisis_rooms", space()) == ["mine"]


def test_a_closed_crisis_is_not_offered_again() -> None:
    mine: Table = {"a": {"title": "ישן", "status": "closed"}, "b": {"title": "", "status": ""}}
    tables: dict[str, Table] = {**space(), "my_crises": mine}
    assert asked("crisis_rooms", tables) == ["room:b", "mine"]


def test_the_statement_has_its_parts_in_the_order_in_which_they_are_said() -> None:
    tables = space(crisis={"statement": {"next": "מחר", "feel": "קשה לנו", "known": " "}})
    assert statement_lines(tables) == (
        Phrase("statement-part.feel", {"text": "קשה לנו"}),
        Phrase("statement-part.next", {"text": "מחר"}),
    )


def test_the_title_is_the_first_line_and_never_torn_inside_a_letter() -> None:
    tables = space(crisis={"now": {"summary": "تقرير " * 20 + "\nשורה"}})
    assert len(rules.title_of(tables)) <= rules.LONGEST_LABEL
    assert rules.title_of(tables).endswith("…")


def test_every_guard_of_a_crisis_is_asked_somewhere() -> None:
    catalogue, _ = load([OUR_DEFINITIONS])
    steps = [step for flow in catalogue.values() for step in flow.steps.values()]
    used = {step.when for step in steps} | {guard for step in steps for guard in step.only.values()}
    assert not GUARDS.keys() - used
    assert {step.do for step in steps if step.do} <= VERB_NAMES


def test_what_was_changed_after_its_approval_is_not_approved() -> None:
    approved: Fields = {"feel": "קשה לנו", "state": "approved"}
    assert rules.statement_state(approved) == "approved"
    kept: Fields = {**approved, "approved_words": rules.statement_words(approved)}
    assert rules.statement_state(kept) == "approved"
    assert rules.statement_state({**kept, "feel": "קשה"}) == "none"
    assert rules.statement_state({**kept, "second": "يصعب علينا"}) == "none"
