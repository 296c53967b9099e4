"""Holds what stages C to G know: whom to approach, what is missing, whose voice, which step lacks whom, what fits."""

from datetime import UTC, datetime

import pytest

from flows.facts import RECORD_KINDS, Facts, Here
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Frame, Place, Value
from flows.rules.changes import changed_lines
from flows.rules.partners import talk_state
from tests.flows.worlds import Talk, plainly

CATALOGUE, _ = load([OUR_DEFINITIONS])
NOW = datetime(2027, 3, 10, 12, 0, tzinfo=UTC)

Tables = dict[str, dict[str, dict[str, Value]]]


def here(item: str = "", **carried: str) -> Here:
    frame = Frame("coalition_partners", "c_pick", item)
    place = Place("p", "coalition_partners", "w", (frame,), carried=carried)
    return Here(CATALOGUE["coalition_partners"], frame, place, NOW, CATALOGUE)


def facts(tables: Tables) -> Facts:
    return Facts({**{kind: {} for kind in (*RECORD_KINDS, "members", "person")}, **tables})


def chosen(source: str, tables: Tables, at: Here | None = None) -> list[str]:
    return [choice.value for choice in READINGS.sources[source].ask(facts(tables), at or here())]


def holds(guard: str, tables: Tables, at: Here | None = None) -> bool:
    return READINGS.guards[guard].ask(facts(tables), at or here())


def told(fill: str, tables: Tables, at: Here | None = None) -> dict[str, str]:
    given = READINGS.fills[fill].ask(facts(tables), at or here())
    return {
        name: "\n".join(map(plainly, value))
        if isinstance(value, tuple)
        else plainly(value)
        if not isinstance(value, str | int)
        else str(value)
        for name, value in given.items()
    }


# -- C: whom to talk to ----------------------------------------------------------------------------------------------

PLAYERS: Tables = {
    "actor": {
        "low": {"name": "Neutral, weak", "stance": "neutral", "influence": "low"},
        "friend": {"name": "Shares the goal", "shares_goal": True, "influence": "mid"},
        "foe": {"name": "Against", "stance": "active_opp", "influence": "high"},
        "target": {"name": "Pressed", "pressure_target": True},
        "booked": {"name": "Talk planned", "talk_at": "2027-03-12", "talk_state": "planned", "talk_lead": "Noor"},
        "late": {"name": "Talk passed", "talk_at": "2027-03-09", "talk_state": "planned"},
        "clash": {"name": "Clear conflict", "conflict_level": "yes"},
        "gone": {"name": "Taken off", "removed": True},
    }
}


def test_those_who_share_the_goal_are_approached_first_and_those_against_us_never() -> None:
    assert chosen("partners", PLAYERS) == ["friend", "low", "target", "booked", "late"]


def test_only_talks_that_passed_are_reported() -> None:
    assert chosen("talks_that_passed", PLAYERS) == ["late"]


@pytest.mark.parametrize(
    ("talk_at", "state", "passed"),
    [
        ("2027-03-10", "planned", True),
        ("2027-03-10T11:59", "planned", True),
        ("2027-03-10T18:00", "planned", False),
        ("2027-03-11", "planned", False),
        ("2027-03-09", "held", False),
        ("2027-03-09", "dropped", False),
        ("2027-03-09", "moved", True),
    ],
)
def test_a_talk_has_passed_once_its_day_or_hour_is_over(talk_at: str, state: str, passed: bool) -> None:
    players: Tables = {"actor": {"a": {"name": "A", "talk_at": talk_at, "talk_state": state}}}
    assert (chosen("talks_that_passed", players) == ["a"]) is passed


def test_a_partner_of_the_other_side_is_told_as_such() -> None:
    assert talk_state({"conflict_level": "yes", "talk_at": "2027-03-12"}, NOW) == "against"
    lines = told("partners_summary", {"actor": {"a": {"name": "A", "conflict_level": "yes", "interests": "x"}}})
    assert lines["summary"] == "partner-line-unplanned A talk-state.against"


def test_what_moves_a_body_is_told_by_its_kind_and_in_general_where_that_is_unknown() -> None:
    players: Tables = {"actor": {"a": {"name": "A", "kind": "business"}, "b": {"name": "B"}}}
    assert told("interests_of_its_kind", players, here("a")) == {"hint": "interests-of.business"}
    assert told("interests_of_its_kind", players, here("b")) == {"hint": "interests-of.other"}


# -- D: the ledger ---------------------------------------------------------------------------------------------------

LEDGER: Tables = {
    "actor": {"o": {"name": "Tenants", "shares_goal": True}, "q": {"name": "Press", "stance": "neutral"}},
    "resource": {
        "o:money": {"offered": True},
        "o:space": {"offered": False},
        "q:media": {"offered": True, "description": "a paper"},
    },
    "gap": {"legal": {"missing": True}, "data": {"missing": True, "asked": ["q"]}, "none": {"missing": True}},
}


def test_details_are_asked_for_what_the_chosen_organisation_gives() -> None:
    assert chosen("resources_without_detail", LEDGER, here(organisation="o")) == ["o:money"]
    assert chosen("resources_detailed", LEDGER) == ["q:media"]


def test_a_gap_waits_for_an_ask_and_nothing_missing_is_no_gap() -> None:
    assert chosen("gaps_without_ask", LEDGER) == ["legal"]


def test_the_ledger_names_who_gives_what_and_whom_we_ask() -> None:
    assert told("resources_summary", LEDGER)["summary"].split("\n") == [
        "resource-line-bare Tenants resource-kind.money",
        "resource-line Press resource-kind.media a paper",
        "gap-line-bare gap-kind.legal",
        "gap-line gap-kind.data Press",
    ]


def test_an_empty_ledger_is_no_ledger() -> None:
    assert not holds("ledger_has_entries", {"gap": {"none": {"missing": True}}})
    assert holds("has_no_organisation", {"actor": {"foe": {"name": "Against", "stance": "active_opp"}}})


# -- E: the committee ------------------------------------------------------------------------------------------------


def test_a_voice_without_a_seat_is_missed_until_somebody_brings_it() -> None:
    table: Tables = {
        "committee": {"": {"required_voices": ["youth", "arabic"]}},
        "seat": {
            "s": {"name": "Suha", "voices": ["arabic"]},
            "gone": {"name": "X", "voices": ["youth"], "removed": "yes"},
        },
    }
    assert holds("voices_are_missing", table)
    assert told("missing_voices", table)["voices"] == "dash-line e_voices.choice-youth"
    table["seat"]["t"] = {"name": "Tom", "voices": ["youth"]}
    assert not holds("voices_are_missing", table)


# -- F: goals, milestones, steps -------------------------------------------------------------------------------------

WORK: Tables = {
    "goal": {"year": {"text": "a night line", "due": "2027-05-31"}},
    "milestone": {"m": {"title": "Paper", "due": "2027-04-01"}, "n": {"title": "Party"}},
    "task": {
        "t": {"title": "Call", "owner": "Noor"},
        "u": {"title": "Write"},
        "gone": {"title": "Old", "removed": "yes"},
    },
}


def test_what_lacks_an_owner_or_a_day_is_offered_and_what_was_taken_off_is_not() -> None:
    assert chosen("tasks_without_owner", WORK) == ["u"]
    assert chosen("milestones_without_date", WORK) == ["n"]
    assert chosen("tasks", WORK) == ["t", "u"]


def test_each_goal_is_offered_until_it_is_written() -> None:
    assert (chosen("long_goal", WORK), chosen("year_goal", WORK)) == (["long"], [])
    assert chosen("goals_set", WORK) == ["year"]


def test_a_goal_is_read_back_with_what_is_not_clear_yet() -> None:
    assert told("goal_sentence", WORK, here("year")) == {
        "goal": "a night line",
        "date": "day weekday.monday 31.5.2027",
        "decider": "not-clear-yet",
        "measure": "not-clear-yet",
    }


def a_plan() -> Talk:
    flows = {name: CATALOGUE[name] for name in ("coalition_goals", *CATALOGUE)}
    talk = Talk(flows, readings=READINGS)
    talk.know("person", id="1", display_name="Noor")
    talk.know("members", "1", name="Noor")
    talk.know("coalition", vision="v", gaps=["g"], change_routes=["policy"], success_signs=["s"])
    talk.know("task", "t", title="Call", owner="Samir", due="2027-04-01")
    talk.know("milestone", "m", title="Paper", due="2027-04-01")
    return talk.start()


def test_a_complete_plan_opens_at_its_summary_with_owners_and_days() -> None:
    talk = a_plan()
    assert talk.step == "confirm_summary"
    summary = plainly(talk.line("confirm_summary"))
    assert "owned-dated-item Call Samir day weekday.thursday 1.4.2027" in summary


def test_one_step_is_corrected_and_the_summary_comes_back() -> None:
    talk = a_plan()
    talk.presses("edit", "f_fix_task", "t", "change")
    talk.presses("1")
    assert talk.saved == {"task/t.owner": "Noor", "task/t.owner_person": "1"}
    talk.presses("keep", "next", "no")
    assert talk.step == "confirm_summary"


def test_a_step_is_taken_off_and_stays_kept() -> None:
    talk = a_plan()
    talk.presses("edit", "f_fix_task", "t", "drop")
    assert talk.saved["task/t.removed"] == "yes"
    assert talk.step == "confirm_summary"
    assert "Call" not in plainly(talk.line("confirm_summary"))


def test_nothing_to_correct_among_records_that_are_not_there() -> None:
    talk = a_plan()
    talk.presses("edit")
    assert "f_fix_task" in talk.shown
    assert "f_fix_goal" not in talk.shown


# -- G: the launch ---------------------------------------------------------------------------------------------------


def test_a_means_that_does_not_fit_is_dropped_and_can_be_ticked_again() -> None:
    dropped: Tables = {"tactic": {"lobby": {"chosen": "no", "fit": "no"}, "media": {"chosen": True}}}
    assert chosen("means_without_plan", dropped) == ["media"]
    dropped["tactic"]["lobby"]["chosen"] = True
    assert chosen("means_without_plan", dropped) == ["lobby", "media"]


def test_partners_are_those_who_committed_and_before_that_those_who_share_the_goal() -> None:
    players: Tables = {"actor": {"a": {"name": "A", "shares_goal": True}, "b": {"name": "B", "shares_goal": True}}}
    assert told("closing", players)["count"] == "2"
    players["actor"]["a"]["commitment_level"] = "member"
    assert told("closing", players)["count"] == "1"


# -- what changed ----------------------------------------------------------------------------------------------------


def test_what_changed_since_the_approval_is_named_with_who_and_when() -> None:
    changed: Tables = {
        "changed": {
            "f_vision": {"name": "Samir", "day": "2027-03-09"},
            "task_owner": {"name": None, "day": "2027-03-08"},
            "a_problem": {"name": "Dana", "day": "2027-03-08"},
        }
    }
    lines = [plainly(line) for line in changed_lines(facts(changed), CATALOGUE, CATALOGUE["coalition_goals"])]
    assert lines[1:] == [
        "changed-heading",
        "changed-line f_vision.topic Samir day weekday.tuesday 9.3.2027",
        "changed-line task_owner.topic former-member day weekday.monday 8.3.2027",
    ]


def test_nothing_changed_says_nothing() -> None:
    assert changed_lines(facts({"changed": {}}), CATALOGUE, CATALOGUE["coalition_goals"]) == ()
