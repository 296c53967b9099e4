"""A plan goes from hand to hand: it must say all that was decided, and nothing that its reader may not see."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.rules.inventory import Reader, offers_of, partners_of, resources_shown
from flows.rules.plan import LABELLED, PLAN_KINDS, PLAN_WORDS, Plan, first_goal, isolated, plan_in_words, plan_of
from flows.rules.plan_sections import SECTIONS, Grid, Listed, Said
from flows.rules.timeline import Station

TODAY = date(2026, 11, 22)
WORDS = {word: f"<{word}>" for word in PLAN_WORDS}
READERS: tuple[Reader, ...] = ("lead", "steering", "members")
Records = dict[str, dict[str, dict[str, object]]]


def label(field: str, value: str) -> str:
    """Labels as a coalition would read them; a value nobody knows has none."""
    assert field in LABELLED
    return "" if value == "odd" else f"[{value}]"


def plan(records: Mapping[str, Mapping[str, Mapping[str, object]]], reader: Reader = "lead") -> Plan:
    return plan_of(records, WORDS, label, reader, TODAY, 3)


def text_of(records: Mapping[str, Mapping[str, Mapping[str, object]]], reader: Reader = "lead") -> str:
    return "\n".join(plan_in_words(plan(records, reader)))


def blocks(made: Plan, key: str) -> tuple[object, ...]:
    return next(section.blocks for section in made.sections if section.key == key)


def grid(made: Plan, key: str) -> Grid:
    return next(block for block in blocks(made, key) if isinstance(block, Grid))


def world() -> Records:
    """A coalition in the middle of its work, with a little of everything."""
    return {
        "coalition": {
            "": {
                "name": "דיור לכולם",
                "problem_statement": "משפחות מפונות מהבתים",
                "why_together": "רק יחד יש לנו נתונים",
                "affected_groups": ["דיירות", "קשישים"],
                "root_causes": ["אין תקציב"],
                "vision": "אף משפחה לא עוזבת",
                "gaps": ["אין חובה בחוק"],
                "change_routes": ["policy", "awareness"],
                "success_signs": ["תקנה פורסמה"],
                "launch_at": "2027-01-10T09:00",
            }
        },
        "goal": {"initial": {"text": "שליש מהדירות בהישג יד"}, "year": {"text": "דיון בוועדה", "due": "2027-09-01"}},
        "actor": {
            "a": {
                "name": "ועד השכונה",
                "kind": "ngo",
                "stance": "active_ally",
                "influence": "mid",
                "commitment_level": "member",
            },
            "b": {"name": "Housing Now", "kind": "ngo", "talk_at": "2026-12-01T18:00", "talk_lead": "סוהא"},
            "c": {"name": "עיריית חיפה", "kind": "local", "stance": "neutral", "influence": "high"},
            "gone": {"name": "מי שירדו", "removed": True, "commitment_level": "member"},
        },
        "resource": {
            "a:money": {"offered": True, "description": "50,000 ₪ אצל רים", "conditions": "רק להסעות"},
            "b:volunteers": {"offered": True, "description": "12 מתנדבות", "available_until": "2027-06-30"},
            "c:space": {"offered": False, "description": "אולם"},
        },
        "gap": {
            "legal": {"missing": True, "asked": ["b", "nobody"], "needed_by": "2027-01-31"},
            "none": {"missing": False},
        },
        "committee": {
            "": {
                "purpose": "מחליטה על מסרים",
                "required_voices": ["affected", "youth"],
                "lead": "אמיר",
                "barriers": ["none"],
            }
        },
        "seat": {"s": {"name": "נטע", "voices": ["affected"], "organisation": "ועד השכונה"}},
        "milestone": {"m": {"title": "נייר עמדה", "due": "2026-12-10", "owner": "נטע", "status": "done"}},
        "task": {
            "late": {"title": "בלי תאריך", "owner": "סמיר"},
            "first": {"title": "לקבוע פגישה", "due": "2026-11-26", "done_sign": "נקבע תאריך"},
        },
        "tactic": {"lobby": {"chosen": True, "fit": "yes"}, "protest": {"chosen": True, "fit": "no"}},
    }


def test_every_chapter_stands_there_even_when_nothing_is_known() -> None:
    made = plan({})
    assert [section.key for section in made.sections] == list(SECTIONS)
    assert all(section.blocks == () for section in made.sections)
    assert plan_in_words(made).count(WORDS["empty_section"]) == len(SECTIONS)
    assert made.map.placed == ()
    assert made.timeline.is_empty


def test_a_coalition_in_the_middle_of_its_work_leaves_no_chapter_empty() -> None:
    assert all(section.blocks for section in plan(world()).sections)
    assert WORDS["empty_section"] not in text_of(world())


def test_every_answer_is_said_in_words() -> None:
    told = text_of(world())
    for answer in (
        "משפחות מפונות מהבתים",
        "אין תקציב",
        "[policy]",
        "סוהא",
        "50,000 ₪ אצל רים",
        "נקבע תאריך",
        "26.11.2026",
    ):
        assert answer in told
    assert "10.1.2027, 09:00" in told
    assert "מי שירדו" not in told


def test_people_s_own_words_cannot_turn_the_line_round() -> None:
    lines = plan_in_words(plan(world()))
    assert f"<why_together>: {isolated('רק יחד יש לנו נתונים')}" in lines
    assert isolated("שורה\nועוד\tאחת") == "\u2068שורה ועוד אחת\u2069"


def test_the_version_is_said_when_there_is_one() -> None:
    assert plan({}).made_on == "<made_on> 22.11.2026 · <version> 3"
    assert plan_of({}, WORDS, label, "lead", TODAY).made_on == "<made_on> 22.11.2026"


@pytest.mark.parametrize(
    ("visibility", "seen"),
    [
        (None, {"lead": "all", "steering": "all", "members": "outline"}),
        ("steering", {"lead": "all", "steering": "all", "members": "nothing"}),
        ("lead", {"lead": "all", "steering": "nothing", "members": "nothing"}),
        ("members", {"lead": "all", "steering": "all", "members": "all"}),
        ("odd", {"lead": "all", "steering": "all", "members": "outline"}),
    ],
)
def test_the_ledger_is_as_open_as_the_coalition_decided(visibility: str | None, seen: dict[Reader, str]) -> None:
    records = world()
    records["coalition"][""]["inventory_visibility"] = visibility
    assert {reader: resources_shown(records, reader) for reader in READERS} == seen


def test_members_see_who_brings_what_but_neither_amounts_nor_contacts() -> None:
    told = text_of(world(), "members")
    assert "[money]" in told
    assert "30.6.2027" in told
    for closed in ("50,000", "אצל רים", "רק להסעות", "12 מתנדבות"):
        assert closed not in told


def test_a_closed_ledger_says_so_and_still_asks_for_what_is_missing() -> None:
    records = world()
    records["coalition"][""]["inventory_visibility"] = "steering"
    told = text_of(records, "members")
    assert WORDS["resources_kept"] in told
    assert "[money]" not in told
    assert "[legal]" in told
    assert WORDS["resources_kept"] not in text_of(records, "steering")


def test_members_do_not_read_who_talks_to_whom() -> None:
    assert "סוהא" in text_of(world(), "steering")
    assert "סוהא" not in text_of(world(), "members")


def test_who_is_at_risk_is_named_nowhere_before_members() -> None:
    records = world()
    records["seat"]["s"]["at_risk"] = True
    records["actor"]["c"]["at_risk"] = True
    records["gap"]["legal"]["asked"] = ["c"]
    made = plan(records, "members")
    told = "\n".join(plan_in_words(made))
    assert "נטע" not in told
    assert "עיריית חיפה" not in told
    assert {placed.player.name for placed in made.map.placed} == {"ועד השכונה", WORDS["withheld"]}
    assert {row.owner for row in made.timeline.rows if isinstance(row, Station)} == {"", WORDS["withheld"]}
    assert "נטע" in text_of(records, "lead")


def test_partners_are_those_who_committed_or_give() -> None:
    assert list(partners_of(world())) == ["a", "b"]
    assert ("<partner_count>", "2") in plan(world()).facts


def test_what_was_offered_and_taken_back_is_not_in_the_ledger() -> None:
    assert [(offer.organisation, offer.kind) for offer in offers_of(world(), "lead")] == [
        ("Housing Now", "volunteers"),
        ("ועד השכונה", "money"),
    ]


def test_nothing_missing_is_told_only_when_somebody_said_it() -> None:
    looked = {"gap": {"none": {"missing": True}}}
    assert blocks(plan(looked), "resources") == (Said("<gaps>", "<nothing_missing>"),)
    assert WORDS["nothing_missing"] not in text_of({"gap": {"none": {"missing": True}, "legal": {"missing": True}}})
    assert WORDS["nothing_missing"] not in text_of({})


def test_a_voice_without_a_seat_is_named() -> None:
    assert Listed("<missing_voices>", ("[youth]",)) in blocks(plan(world()), "committee")


def test_steps_come_in_time_and_what_has_no_date_comes_last() -> None:
    steps = grid(plan(world()), "first_steps")
    assert steps.columns == ("<step>", "<owner>", "<due>", "<sign>")
    assert steps.rows == (("לקבוע פגישה", "", "26.11.2026", "נקבע תאריך"), ("בלי תאריך", "סמיר", "", ""))


def test_a_column_that_nobody_filled_is_left_out_but_an_open_duty_stays_open() -> None:
    steps = grid(plan({"task": {"t": {"title": "לקבוע פגישה"}}}), "first_steps")
    assert steps.columns == ("<step>", "<owner>", "<due>", "<sign>")
    milestones = grid(plan({"milestone": {"m": {"title": "נייר"}}}), "milestones")
    assert "<status>" not in milestones.columns


def test_means_that_do_not_fit_are_not_in_the_plan() -> None:
    assert [row[0] for row in grid(plan(world()), "means").rows] == ["[lobby]"]


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ({"initial": {"text": "א"}, "year": {"text": "ב"}}, "א"),
        ({"initial": {"text": " "}, "year": {"text": "ב"}}, "ב"),
        ({"long": {"text": "ג"}}, "ג"),
        ({}, ""),
    ],
)
def test_the_first_goal_is_the_first_or_the_nearest_after_it(goals: Records, told: str) -> None:
    assert first_goal({"goal": goals}) == told


def test_a_value_without_a_label_is_left_out() -> None:
    made = plan(
        {"coalition": {"": {"change_routes": ["odd", "policy"]}}, "committee": {"": {"decision_rule": "odd"}}}
    )
    assert blocks(made, "vision") == (Said("<routes>", "[policy]"),)
    assert blocks(made, "committee") == ()


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text("אa\n\u202e=", max_size=4)
    | st.lists(st.text("אa", max_size=2), max_size=3)
)
names = st.sampled_from(
    [
        *(
            "name",
            "title",
            "text",
            "due",
            "owner",
            "status",
            "talk_at",
            "stance",
            "influence",
            "kind",
            "vision",
            "gaps",
        ),
        *(
            "commitment_level",
            "offered",
            "description",
            "missing",
            "asked",
            "voices",
            "required_voices",
            "chosen",
            "fit",
        ),
        *("ground_rules", "change_routes", "launch_at", "inventory_visibility"),
    ]
)
anything = st.dictionaries(
    st.sampled_from(PLAN_KINDS),
    st.dictionaries(
        st.sampled_from(["", "a", "a:money", "legal", "initial", ":"]), st.dictionaries(names, values), max_size=4
    ),
)


@given(anything, st.sampled_from(READERS))
def test_any_records_make_a_plan_whose_tables_are_whole(records: Records, reader: Reader) -> None:
    made = plan(records, reader)
    for section in made.sections:
        for block in section.blocks:
            if isinstance(block, Grid):
                assert all(len(row) == len(block.columns) for row in block.rows)
    assert all("\n" not in line for line in plan_in_words(made))
