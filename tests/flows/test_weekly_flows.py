"""Walks the weekly check-in and the news of one step as people do, over the real definitions."""

import pytest

from flows.events import ChoicePicked
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Frame, Place, Value
from flows.rules.weekly import BLOCKERS, checkin_item
from tests.flows.worlds import THEN, Talk, plainly

CATALOGUE, _ = load([OUR_DEFINITIONS])
WEEK = checkin_item(THEN.date(), 1)

PLAN: dict[str, dict[str, dict[str, Value]]] = {
    "task": {
        "late": {"title": "Send the letter", "owner_person": "1", "due": "2026-12-20"},
        "soon": {"title": "Call the office", "owner_person": "1", "due": "2026-12-01"},
        "hers": {"title": "Hers", "owner_person": "2", "due": "2026-11-30"},
    },
    "milestone": {"m": {"title": "Position paper", "due": "2026-12-10"}},
    "actor": {
        "a": {"name": "The committee", "stance": "neutral", "relationship": "via"},
        "b": {"name": "Lina", "stance": "passive_ally", "relationship": "direct"},
    },
}


def talk(flow: str, role: str = "member", coordinators: int = 1, **carried: str) -> Talk:
    place = Place("p", flow, "w", (Frame(flow, CATALOGUE[flow].first.id),), carried=carried)
    spoken = Talk({flow: CATALOGUE[flow], **CATALOGUE}, standing=place)
    spoken.tables |= {kind: {item: dict(fields) for item, fields in table.items()} for kind, table in PLAN.items()}
    spoken.tables |= {
        "person": {"": {"id": "1", "language": "en"}},
        "membership": {"": {"role": role}},
        "house": {"": {}},
    }
    spoken.know("members", "1", name="Me", role=role)
    for n in range(2, 2 + coordinators):
        spoken.know("members", str(n), name=f"Coordinator {n}", role="coordinator")
    return spoken.start()


def picks(spoken: Talk, value: str) -> None:
    """Presses the choice of exactly this value; `presses` would take "now", "later" and "done" for controls."""
    spoken.happens(ChoicePicked([choice.value for choice in spoken.place.choices].index(value)))


def about(spoken: Talk) -> str:
    return spoken.place.here.item


# -- the check-in --------------------------------------------------------------------------------------------------


def test_opened_from_the_menu_it_asks_whether_now_and_says_how_many_steps_wait() -> None:
    spoken = talk("weekly_checkin")
    assert spoken.step == "wk_open"
    assert "week-waiting-tasks 2" in plainly(spoken.line("wk_open"))


def test_opened_by_the_weeks_message_it_begins_at_the_step_due_first() -> None:
    spoken = talk("weekly_checkin", opened="now")
    assert spoken.done == ["do note_opened"]
    assert (spoken.step, about(spoken)) == ("wk_task", "soon")


def test_it_goes_through_ones_own_steps_and_ends_with_the_mood() -> None:
    spoken = talk("weekly_checkin", opened="now")
    picks(spoken, "done")
    assert spoken.saved == {"task/soon.status": "done"}
    assert "do note_status" in spoken.done
    assert (spoken.step, about(spoken)) == ("wk_task", "late")
    spoken.presses("going")
    spoken.says("1.1.2027")
    spoken.presses("2027-01-01")
    assert spoken.saved == {"task/late.due": "2027-01-01"}
    spoken.says("The chair has changed")
    assert spoken.saved == {f"checkin/{WEEK}.arena": "The chair has changed"}
    spoken.presses("closer", "a")
    assert "do move_player" in spoken.done
    assert (spoken.place.carried["actor"], spoken.place.carried["moved"]) == ("a", "closer")
    spoken.says("They answered")
    assert spoken.saved == {f"checkin/{WEEK}.win": "They answered"}
    spoken.says("Call, Tuesday")
    spoken.presses("done")
    assert spoken.saved == {f"checkin/{WEEK}.next": ["Call, Tuesday"]}
    assert spoken.done == ["do take_on_steps"]
    spoken.presses("low")
    assert spoken.saved == {f"checkin/{WEEK}.mood": "low"}
    assert spoken.is_over
    assert "wk_close" in spoken.keys
    assert spoken.done == ["do return_to_question", "end"]


def test_every_question_of_it_can_be_skipped() -> None:
    spoken = talk("weekly_checkin", "coordinator", opened="now")
    asked = []
    while not spoken.is_over:
        asked.append(spoken.step)
        spoken.skips()
        assert not spoken.saves
    assert asked == ["wk_task", "wk_task", "wk_milestone", "wk_arena", "wk_moved", "wk_win", "wk_next", "wk_mood"]


def test_at_most_three_steps_are_asked_about() -> None:
    spoken = talk("weekly_checkin")
    for n in range(5):
        spoken.know("task", f"t{n}", title=f"Step {n}", owner_person="1", due=f"2026-11-2{n}")
    picks(spoken, "now")
    asked = []
    while spoken.step == "wk_task":
        asked.append(about(spoken))
        spoken.skips()
    assert asked == ["t0", "t1", "t2"]


@pytest.mark.parametrize("opened", ["later", "skip"])
def test_later_and_skip_end_it_at_once(opened: str) -> None:
    spoken = talk("weekly_checkin", opened=opened)
    assert spoken.is_over
    assert spoken.done[0] == "do note_opened"
    assert ("do ask_this_evening" in spoken.done) is (opened == "later")
    assert spoken.done[-2:] == ["do return_to_question", "end"]


def test_what_was_put_off_can_be_opened_again_the_same_week() -> None:
    spoken = talk("weekly_checkin")
    spoken.know("checkin", WEEK, opened="later")
    assert spoken.start().step == "wk_open"
    picks(spoken, "now")
    assert spoken.step == "wk_task"


def test_a_check_in_begun_this_week_does_not_ask_again_whether_now() -> None:
    spoken = talk("weekly_checkin")
    spoken.know("checkin", WEEK, opened="now")
    spoken.start()
    assert spoken.step == "wk_task"


# -- milestones, for whoever coordinates ---------------------------------------------------------------------------


def test_members_are_not_asked_about_the_health_of_milestones() -> None:
    spoken = talk("weekly_checkin", opened="now")
    spoken.skips()
    spoken.skips()
    assert spoken.step == "wk_arena"


def health(earlier: dict[str, Value], colour: str) -> Talk:
    spoken = talk("weekly_checkin", "coordinator")
    spoken.know("milestone", "m", **earlier)
    picks(spoken, "now")
    spoken.skips()
    spoken.skips()
    assert (spoken.step, about(spoken)) == ("wk_milestone", "m")
    spoken.presses(colour)
    return spoken


def test_red_in_two_weeks_offers_a_person() -> None:
    assert "wk_red_again" in health({"health": "red", "health_week": "2026-W46"}, "red").keys


def test_red_said_by_two_people_in_one_week_is_no_second_time() -> None:
    assert "wk_red_again" not in health({"health": "red", "health_week": "2026-W47"}, "red").keys


def test_red_once_or_red_that_turned_offers_nothing() -> None:
    assert "wk_red_again" not in health({}, "red").keys
    assert "wk_red_again" not in health({"health": "red", "health_week": "2026-W46"}, "yellow").keys


# -- news of one step ----------------------------------------------------------------------------------------------


def test_done_under_an_alert_is_thanked_and_may_tell_a_win() -> None:
    spoken = talk("task_update", task="soon", status="done")
    assert spoken.done == ["do note_status"]
    assert "wk_thanks" in spoken.keys
    assert (spoken.step, about(spoken)) == ("tu_win", "soon")
    spoken.says("She asked for more")
    assert spoken.saved == {"task/soon.win": "She asked for more"}
    assert spoken.done == ["do return_to_question", "end"]


def test_going_under_an_alert_asks_for_a_date_and_skipping_keeps_the_old_one() -> None:
    spoken = talk("task_update", task="soon", status="going")
    assert spoken.step == "wk_date"
    spoken.skips()
    assert not spoken.saves
    assert spoken.is_over


def test_a_milestone_can_be_told_about_too() -> None:
    spoken = talk("task_update", milestone="m", status="stuck")
    assert spoken.step == "wk_station_block"
    spoken.presses("answer")
    assert spoken.saved == {"milestone/m.blocker_kind": "answer"}
    spoken.presses("proceed")
    assert spoken.is_over


def test_an_alert_without_a_status_asks_for_it() -> None:
    spoken = talk("task_update", task="soon")
    assert spoken.step == "wk_task"
    spoken.presses("stuck")
    assert spoken.step == "wk_block"


def test_a_step_that_was_taken_off_meanwhile_is_said_to_be_gone() -> None:
    spoken = talk("task_update", task="nobody knows", status="done")
    assert spoken.keys == ["tu_gone"]
    assert spoken.is_over


def test_without_an_alert_one_chooses_among_ones_own_open_steps() -> None:
    spoken = talk("task_update")
    assert spoken.shown == ["soon", "late", "none"]
    spoken.presses("late")
    assert (spoken.step, about(spoken)) == ("wk_task", "late")


# -- what is stuck -------------------------------------------------------------------------------------------------


def stuck(blocker: str, coordinators: int = 1) -> Talk:
    spoken = talk("task_update", coordinators=coordinators, task="soon", status="stuck")
    spoken.presses(blocker)
    assert spoken.saved == {"task/soon.blocker_kind": blocker}
    return spoken


@pytest.mark.parametrize("blocker", BLOCKERS)
def test_every_blocker_has_its_hint_and_whom_to_ask(blocker: str) -> None:
    spoken = stuck(blocker)
    said = plainly(spoken.line("wk_hint"))
    assert f"blocker-hint.{blocker}" in said
    assert ("Lina" if blocker == "person" else "Coordinator 2") in said


def test_the_blockers_that_are_asked_are_those_that_are_summed_up() -> None:
    assert CATALOGUE["task_news"].steps["wk_block"].choices == BLOCKERS
    assert CATALOGUE["task_news"].steps["wk_station_block"].choices == BLOCKERS


def test_what_is_offered_next_follows_the_blocker() -> None:
    offered = {blocker: set(stuck(blocker).shown) - {"ask", "proceed"} for blocker in BLOCKERS}
    assert {blocker: more for blocker, more in offered.items() if more} == {
        "person": {"map"},
        "unclear": {"rewrite"},
        "changed": {"changed"},
    }


def test_a_missing_contact_shows_the_map_and_names_first_whom_we_know_ourselves() -> None:
    spoken = stuck("person")
    assert plainly(spoken.line("wk_hint")).index("Lina") < plainly(spoken.line("wk_hint")).index("The committee")
    spoken.presses("map")
    assert "draw power_map" in spoken.done


def test_money_names_who_said_they_bring_some() -> None:
    spoken = talk("task_update", task="soon", status="stuck")
    spoken.know("resource", "b:money", offered=True)
    spoken.presses("money")
    assert "blocker-who.gives" in plainly(spoken.line("wk_hint"))
    assert "Lina" in plainly(spoken.line("wk_hint"))


def test_an_unclear_step_is_worded_anew() -> None:
    spoken = stuck("unclear")
    spoken.presses("rewrite")
    spoken.says("Ask the office for a meeting")
    assert spoken.saved == {"task/soon.title": "Ask the office for a meeting"}


def test_a_change_is_kept_with_the_weeks_check_in() -> None:
    spoken = stuck("changed")
    spoken.presses("changed")
    spoken.says("A new chair")
    assert spoken.saved == {f"checkin/{WEEK}.arena": "A new chair"}
    assert spoken.is_over


def test_help_is_asked_only_where_somebody_else_coordinates() -> None:
    spoken = stuck("conflict")
    spoken.presses("ask")
    assert "do ask_for_help" in spoken.done
    assert "ask" not in stuck("conflict", coordinators=0).shown
    assert "blocker-who.nobody" in plainly(stuck("conflict", coordinators=0).line("wk_hint"))
