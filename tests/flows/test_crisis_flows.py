"""Walks the check-in and the crisis switch as people do, over the real definitions."""

from flows.events import ChoicePicked
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Frame, Place, Value
from tests.flows.worlds import Talk

CATALOGUE, _ = load([OUR_DEFINITIONS])


def talk(flow: str, role: str = "member", care: dict[str, Value] | None = None, **carried: str) -> Talk:
    place = Place("p", flow, "w", (Frame(flow, CATALOGUE[flow].first.id),), carried=carried)
    spoken = Talk({flow: CATALOGUE[flow], **CATALOGUE}, standing=place)
    spoken.tables |= {
        "person": {"": {"id": "1", "language": "en", "display_name": "Me"}},
        "membership": {"": {"role": role}},
        "asked": {"": {"state": "open", "template": "usual", "wording": None}},
        "care": {"": care or {}},
        "house": {"": {}},
    }
    spoken.know("members", "1", name="Me", role=role)
    return spoken.start()


def picks(spoken: Talk, value: str) -> None:
    spoken.happens(ChoicePicked([choice.value for choice in spoken.place.choices].index(value)))


def offered(spoken: Talk) -> list[str]:
    return [choice.value for choice in spoken.place.choices]


# -- the one who is asked ------------------------------------------------------------------------------------------


def test_fine_leads_to_what_one_can_offer_and_asks_nothing_about_danger() -> None:
    spoken = talk("crisis_checkin", checkin="c", status="ok")
    assert spoken.done == ["do keep_status"]
    assert spoken.step == "ci_can_help"
    picks(spoken, "none")
    picks(spoken, "_done")
    assert spoken.step == "ci_seen"
    picks(spoken, "no")
    assert "do finish_checkin" in spoken.done


def test_help_asks_about_danger_first_and_is_kept_before_anything_else_is_asked() -> None:
    spoken = talk("crisis_checkin", checkin="c", status="help")
    assert spoken.done == ["do keep_status"]
    assert spoken.step == "ci_danger"


def test_whoever_is_in_danger_is_asked_only_what_helps_and_how_to_get_back_to_them() -> None:
    spoken = talk("crisis_checkin", checkin="c", status="help")
    picks(spoken, "yes")
    assert "do keep_danger" in spoken.done
    assert spoken.step == "ci_need"
    picks(spoken, "ride")
    picks(spoken, "_done")
    assert "do keep_said" in spoken.done
    assert spoken.step == "ci_follow"
    picks(spoken, "call")
    assert "do finish_checkin" in spoken.done


def test_ticks_that_only_steer_are_carried_by_their_names() -> None:
    spoken = talk("crisis_checkin", checkin="c", status="ok")
    picks(spoken, "translate")
    picks(spoken, "calls")
    picks(spoken, "_done")
    assert spoken.place.carried["offers"] == "calls,translate"
    assert spoken.step == "ci_when"


def test_opened_without_an_answer_it_asks_for_one_that_cannot_be_skipped() -> None:
    spoken = talk("crisis_checkin", checkin="c")
    assert spoken.step == "ci_ok"
    spoken.skips()
    assert spoken.step == "ci_ok"
    picks(spoken, "unsure")
    assert spoken.step == "ci_danger"


def test_a_check_in_that_was_a_false_alarm_asks_nothing() -> None:
    spoken = talk("crisis_checkin", checkin="c", status="ok")
    over = talk("crisis_checkin", checkin="c")
    assert spoken.step != over.step
    place = Place("p", "crisis_checkin", "w", (Frame("crisis_checkin", "ci_over"),), carried={"checkin": "c"})
    gone = Talk(dict(CATALOGUE), standing=place)
    gone.tables |= {"asked": {"": {"state": "cancelled"}}, "person": {"": {}}}
    gone.start()
    assert "do return_to_question" in gone.done
    assert "do keep_status" not in gone.done


# -- whoever asks --------------------------------------------------------------------------------------------------


def test_a_member_finds_help_and_nothing_else() -> None:
    assert offered(talk("crisis_ask")) == ["help", "back"]


def test_a_coordinator_can_ask_while_nothing_is_open_and_close_while_something_is() -> None:
    calm = offered(talk("crisis_ask", "coordinator", {"reachable": 3}))
    assert "send" in calm
    assert "close" not in calm
    rollup: dict[str, Value] = {"open": "c", "asked_at": "2026-11-22T08:00:00+02:00", "silent": 3}
    busy = offered(talk("crisis_ask", "coordinator", rollup))
    assert "send" not in busy
    assert {"show", "close"} <= set(busy)


def test_the_switch_is_offered_while_it_is_off_and_its_end_while_it_is_on() -> None:
    assert "alarm" in offered(talk("crisis_ask", "coordinator", {"alarm": ""}))
    on = offered(talk("crisis_ask", "coordinator", {"alarm": "on"}))
    assert "alarm" not in on
    assert "end" in on


def test_it_is_two_taps_to_ask_everybody() -> None:
    spoken = talk("crisis_ask", "coordinator", {"reachable": 3})
    picks(spoken, "send")
    assert "do ask_everybody" in spoken.done


def test_own_words_are_shown_before_they_go_and_a_drill_is_a_choice() -> None:
    spoken = talk("crisis_ask", "coordinator", {"reachable": 3})
    picks(spoken, "words")
    picks(spoken, "own")
    spoken.says("The bridge is closed. Are you all right?")
    assert spoken.step == "cq_real"
    picks(spoken, "drill")
    assert "do ask_everybody" in spoken.done


def test_the_switch_is_sure_before_it_proposes() -> None:
    spoken = talk("crisis_switch", "coordinator", {"approvers": 2})
    assert offered(spoken) == ["start", "drill", "back"]
    picks(spoken, "start")
    assert "do propose_alarm" in spoken.done


def test_a_crisis_ends_as_over_or_as_a_false_alarm() -> None:
    spoken = talk("crisis_end", "coordinator", {"alarm": "on"})
    assert offered(spoken) == ["over", "mistaken", "back"]
    picks(spoken, "mistaken")
    assert "do end_alarm" in spoken.done


def test_a_plan_asks_for_a_day_only_where_it_needs_one() -> None:
    daily = talk("crisis_plan", "coordinator")
    picks(daily, "day")
    assert daily.step == "cp_hour"
    weekly = talk("crisis_plan", "coordinator")
    picks(weekly, "week")
    picks(weekly, "thu")
    picks(weekly, "18")
    assert weekly.step == "cp_words"
    picks(weekly, "usual")
    assert "do plan_checkin" in weekly.done
