"""Walks through an action day: parts open in any order, one answer is corrected alone, a high risk waits for eyes."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from flows.effects import Do
from flows.events import ChoicePicked
from flows.facts import RECORD_KINDS, Facts, Here
from flows.fills import READINGS
from flows.licence_table import rules_of
from flows.loader import OUR_DEFINITIONS, load
from flows.model import Frame, Phrase, Place, Value
from flows.rules.licence import as_facts
from tests.flows.worlds import Talk, plainly

CATALOGUE, _ = load([OUR_DEFINITIONS])
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
HOUSE = dict(as_facts(rules_of({"crowd": 50, "file_days": 5, "plan_days": 7, "verdicts": {"likely": "likely"}})))

Tables = dict[str, dict[str, dict[str, Value]]]

VIGIL: dict[str, Value] = {
    "title": "Vigil",
    "purpose": "a second hearing",
    "type": "vigil",
    "start_at": "2026-12-10T18:00",
    "place": "City hall",
    "expected_count": 80,
    "risk_level": "low",
}


def talk_in(flow: str, carried: Mapping[str, str], action: Mapping[str, Value] | None = None) -> Talk:
    flows = {name: CATALOGUE[name] for name in (flow, *CATALOGUE)}
    place = Place("p1", flow, "w1", (Frame(flow, CATALOGUE[flow].first.id),), carried=carried)
    talk = Talk(flows, {"house": {"": HOUSE}}, READINGS, place)
    talk.know("person", id="1", display_name="Noor")
    talk.know("members", "1", name="Noor")
    talk.know("members", "2", name="Samir")
    if action:
        talk.know("action", "a", **action)
    return talk.start()


def at_the_parts(**changed: Value) -> Talk:
    """In the hub of a vigil that has a form; `changed` are its other answers."""
    talk = talk_in("action_day", {}, {**VIGIL, **changed})
    talk.presses("a")
    assert talk.step == "ac_part"
    return talk


def chooses(talk: Talk, *values: str) -> None:
    """Press choices that are called like a control ("go", "none")."""
    for value in values:
        talk.happens(ChoicePicked([choice.value for choice in talk.place.choices].index(value)))


def filled(talk: Talk, key: str, name: str) -> str:
    fill = talk.line(key).fills[name]
    return plainly(fill) if isinstance(fill, Phrase) else str(fill)


def handed_over(talk: Talk) -> dict[str, str]:
    """What the verb that was said last was given."""
    return dict(next(effect.carried for effect in talk.effects if isinstance(effect, Do)))


# -- which action, and a new one -------------------------------------------------------------------------------------


def test_a_new_action_gets_a_name_and_goes_straight_to_what_it_is_for() -> None:
    talk = talk_in("action_day", {})
    assert talk.shown == ["new", "back"]
    talk.presses("new")
    talk.says("Vigil at city hall")
    assert talk.saved == {"action/new1.title": "Vigil at city hall"}
    assert talk.step == "ac_goal"
    talk.says("A second hearing")
    assert talk.saved == {"action/new1.purpose": "A second hearing"}


def test_a_new_action_without_a_name_is_no_action() -> None:
    talk = talk_in("action_day", {})
    talk.presses("new")
    talk.skips()
    assert "ac_untitled" in talk.keys
    assert talk.step == "ac_which"


def test_actions_to_come_stand_first_and_the_past_last() -> None:
    talk = talk_in("action_day", {}, VIGIL)
    talk.know("action", "old", title="Old", start_at="2026-01-01")
    talk.know("action", "soon", title="Soon", start_at="2026-11-25T10:00")
    talk.know("action", "some_day", title="Some day")
    talk.start()
    assert talk.shown == ["soon", "a", "some_day", "old", "new", "back"]


def test_from_the_list_of_actions_the_menu_opens() -> None:
    talk = talk_in("action_day", {})
    talk.presses("back")
    assert talk.done == ["open menu", "end"]


def test_the_hub_says_how_far_each_part_has_come_and_who_lacks_a_stand_in() -> None:
    talk = at_the_parts()
    talk.know("role", "a:lead", wanted=True, owner="Noor", backup="Samir")
    talk.know("role", "a:medic", wanted=True, owner="Samir")
    talk.presses("review")
    for _ in range(5):
        talk.skips()
    told = plainly(talk.line("ac_part")).split("\n")
    assert "stage-line ac_part.choice-form stage-state.answered" in told[0]
    assert "stage-line ac_part.choice-legal stage-state.empty" in told
    assert "action-part-lacking ac_part.choice-roles stage-state.begun 1" in told


@pytest.mark.parametrize(
    ("part", "first"),
    [
        ("form", "ac_form_fix"),
        ("legal", "ac_outdoor"),
        ("roles", "ac_roles"),
        ("safety", "ac_safety"),
        ("publish", "ac_brief"),
        ("day", "ac_hours"),
        ("review", "aar_planned"),
        ("other", "ac_which"),
    ],
)
def test_every_part_opens_in_any_order(part: str, first: str) -> None:
    talk = at_the_parts()
    talk.presses(part)
    assert talk.step == first


# -- correcting ------------------------------------------------------------------------------------------------------


def test_one_answer_is_corrected_alone() -> None:
    talk = at_the_parts()
    talk.presses("form", "ac_where")
    assert talk.step == "ac_where"
    talk.says("The market")
    assert talk.saved == {"action/a.place": "The market"}
    talk.presses("done")
    assert talk.step == "ac_part"


def test_what_is_still_missing_is_asked_and_nothing_else() -> None:
    talk = at_the_parts(start_at=None, expected_count=None)
    talk.presses("form", "rest")
    assert talk.step == "ac_when"
    talk.skips()
    assert talk.step == "ac_count"


def test_a_complete_part_offers_no_rest_and_leads_back() -> None:
    talk = at_the_parts()
    talk.presses("form")
    assert talk.shown[-1] == "back"
    assert "rest" not in talk.shown
    talk.presses("back")
    assert talk.step == "ac_part"


def test_a_correction_in_one_part_does_not_silence_the_next() -> None:
    talk = at_the_parts()
    talk.presses("form", "ac_goal")
    talk.says("Another hearing")
    talk.presses("done", "safety")
    assert talk.step == "ac_safety"


def test_a_day_without_an_hour_is_asked_for_its_hour() -> None:
    talk = at_the_parts(start_at=None)
    talk.presses("form", "rest")
    talk.says("10.12.2026")
    talk.presses("2026-12-10")
    assert talk.step == "ac_hour"
    talk.presses("2026-12-10T18:00")
    assert talk.saved == {"action/a.start_at": "2026-12-10T18:00"}


# -- the licence -----------------------------------------------------------------------------------------------------


def test_a_march_asks_where_the_licence_stands_and_a_step_is_added() -> None:
    talk = at_the_parts(type="march")
    talk.presses("legal", "yes", "march", "done")
    chooses(talk, "none", "_done")
    assert "licence-verdict.likely" in plainly(talk.line("ac_licence_result"))
    assert talk.step == "ac_licence"
    talk.presses("todo")
    assert talk.done == ["do add_licence_task"]
    assert "licence-step.by day weekday.thursday 3.12.2026" in plainly(talk.line("ac_licence_by"))
    talk.know("task", "a:licence", title="Hand it in", due="2026-12-03")
    talk.says("Adv. R., 28.10")
    talk.presses("yes")
    assert talk.step == "task_owner"


def test_terms_are_asked_and_counsel_is_named() -> None:
    talk = at_the_parts(type="march")
    talk.presses("legal", "yes", "done")
    chooses(talk, "none", "_done")
    talk.presses("terms")
    assert talk.step == "ac_licence_terms"
    talk.says("End at 22:00")
    assert "ac_counsel" in talk.keys
    assert talk.tables["action"]["a"]["licence_terms"] == "End at 22:00"


def test_few_people_are_not_asked_about_a_licence() -> None:
    talk = at_the_parts(expected_count=20)
    talk.tables["house"][""]["licence_verdicts"] = ["unlikely=coordination_optional"]
    talk.presses("legal", "yes", "signs", "done")
    chooses(talk, "none", "_done")
    assert talk.step == "ac_lawyer"


def test_an_action_online_needs_no_licence_questions() -> None:
    talk = at_the_parts(type="digital")
    talk.presses("legal")
    assert "ac_online" in talk.keys
    assert talk.step == "ac_part"


# -- roles and safety ------------------------------------------------------------------------------------------------


def test_each_ticked_role_is_asked_for_a_person_and_a_stand_in() -> None:
    talk = at_the_parts()
    talk.presses("roles", "a:police", "a:medic", "done")
    assert filled(talk, "ac_role_owner", "role") == "role-kind.police"
    talk.presses("2")
    assert talk.saved == {"role/a:police.owner": "Samir", "role/a:police.owner_person": "2"}
    talk.says("Dana")
    assert filled(talk, "ac_role_owner", "role") == "role-kind.medic"
    talk.skips()
    talk.skips()
    assert talk.step == "ac_programme"


def test_one_role_is_given_to_somebody_else() -> None:
    talk = at_the_parts()
    talk.know("role", "a:medic", wanted=True, owner="Samir", backup="Noor")
    talk.presses("roles", "ac_role_pick", "a:medic")
    talk.says("Dana")
    assert talk.saved["role/a:medic.owner"] == "Dana"
    talk.skips()
    assert talk.step == "ac_roles_more"


def test_roles_of_one_action_say_nothing_about_another() -> None:
    talk = at_the_parts()
    talk.know("role", "other:lead", wanted=True, owner="Samir", backup="Noor")
    talk.presses("roles", "a:lead", "done")
    assert talk.tables["role"]["a:lead"] == {"wanted": True}
    assert filled(talk, "ac_role_owner", "role") == "role-kind.lead"


def test_each_named_risk_gets_a_plan_and_the_agreement_its_words() -> None:
    talk = at_the_parts()
    talk.presses("safety", "a:heat", "done")
    talk.says("Water and shade, Noor decides")
    assert talk.saved == {"risk/a:heat.response": "Water and shade, Noor decides"}
    talk.presses("edit")
    assert talk.step == "ac_agreement"
    talk.says("We come quietly")
    talk.presses("ask")
    assert talk.step == "ac_part"


# -- publishing ------------------------------------------------------------------------------------------------------


def test_without_a_day_there_is_no_brief() -> None:
    talk = at_the_parts(start_at=None)
    talk.presses("publish")
    assert "ac_brief_lacks" in talk.keys
    assert talk.step == "ac_part"


def test_a_high_risk_is_not_published_until_an_adviser_has_looked() -> None:
    talk = at_the_parts(risk_level="high")
    talk.presses("publish")
    assert talk.step == "ac_reviewed"
    talk.skips()
    assert "ac_unreviewed" in talk.keys
    assert "do publish_action" not in talk.done
    talk.presses("publish")
    talk.says("Maya")
    assert talk.step == "ac_brief"
    talk.presses("ok")
    assert talk.done == ["do publish_action"]


def test_the_brief_shows_what_is_known_and_what_is_still_open() -> None:
    talk = at_the_parts(legal_line="050", photo_rule="back")
    talk.presses("publish")
    told = plainly(talk.line("ac_brief"))
    assert "brief-line.when day-and-hour weekday.thursday 10.12.2026 18:00" in told
    assert "brief-line.legal 050" in told
    assert "brief-line.photo ac_photo.choice-back" in told
    assert "action-open.roles" in told
    assert "action-open.legal_line" not in told


def test_a_published_action_can_be_called_off_after_one_more_question() -> None:
    talk = at_the_parts(status="published")
    talk.presses("publish")
    assert talk.shown == ["count", "edit", "cancel", "back"]
    talk.presses("cancel", "no")
    assert talk.step == "ac_part"
    talk.presses("publish", "cancel", "yes")
    assert talk.done == ["do cancel_action"]


# -- the day, and learning -------------------------------------------------------------------------------------------


def test_the_decision_is_kept_and_handed_over() -> None:
    talk = at_the_parts()
    talk.presses("day")
    chooses(talk, "go", "go")
    assert talk.tables["action"]["a"]["go_no_go"] == "go"
    assert talk.done == ["do go_action"]
    assert talk.step == "ac_hours"


def test_a_line_of_the_log_belongs_to_its_action_and_knows_its_hour() -> None:
    talk = at_the_parts()
    talk.presses("day", "live")
    talk.says("18:22, east gate, crowding")
    assert talk.tables["incident"] == {"a:20261122T080000": {"text": "18:22, east gate, crowding"}}
    assert "log-line 08:00 18:22, east gate, crowding" in plainly(talk.line("ac_hours"))


def test_when_somebody_is_held_the_legal_line_stands_first_and_our_people_are_told() -> None:
    talk = at_the_parts(legal_line="050")
    talk.presses("day", "detained")
    assert filled(talk, "ac_detained", "line") == "050"
    talk.presses("call")
    assert "ac_numbers" in talk.keys
    talk.presses("yes")
    talk.says("19:05, central station")
    assert talk.done == ["do alert_detention"]
    assert talk.step == "ac_hours"


@pytest.mark.parametrize(("answer", "line"), [("yes", "ac_all_home"), ("no", "ac_not_home")])
def test_whether_everyone_is_home_is_answered_in_kind(answer: str, line: str) -> None:
    talk = at_the_parts()
    talk.presses("day", "actual")
    talk.says("120")
    talk.presses("home", answer)
    assert line in talk.keys
    assert talk.tables["action"]["a"] | {"actual_count": 120, "all_home": answer} == talk.tables["action"]["a"]


def test_what_we_do_differently_becomes_steps_with_owners() -> None:
    talk = at_the_parts()
    talk.presses("review")
    talk.says("200 people", "120 came", "the invitation was late")
    talk.says("welcoming team")
    talk.presses("done")
    talk.says("invite a week ahead, 3.3.2027")
    talk.presses("done")
    assert talk.done == ["do add_lesson_tasks"]
    assert talk.tables["review"]["a"]["change"] == ["invite a week ahead, 3.3.2027"]
    talk.know("task", "t", title="Invite a week ahead", source="a")
    talk.know("task", "elsewhere", title="Not ours")
    talk.presses("yes")
    assert talk.step == "task_owner"
    assert talk.place.here.item == "t"


# -- what others' buttons open ---------------------------------------------------------------------------------------


def test_a_pressed_answer_to_the_invitation_is_handed_over_at_once() -> None:
    talk = talk_in("rsvp", {"action": "a", "answer": "coming"}, VIGIL)
    assert talk.done == ["do answer_rsvp", "end"]


def test_whoever_brings_others_says_how_many() -> None:
    talk = talk_in("rsvp", {"action": "a"}, VIGIL)
    talk.presses("bring")
    assert talk.shown == [str(number) for number in range(1, 10)]
    talk.presses("3")
    assert talk.done == ["do answer_rsvp", "end"]
    assert handed_over(talk) == {"action": "a", "answer": "bring", "count": "3"}


def test_nobody_is_asked_to_come_to_what_was_called_off() -> None:
    talk = talk_in("rsvp", {"action": "a", "answer": "coming"}, {**VIGIL, "status": "cancelled"})
    assert talk.keys == ["rsvp_off"]
    assert talk.done == ["do return_to_question", "end"]


def test_a_role_is_taken_or_refused_with_a_reason() -> None:
    taken = talk_in("role_confirm", {"role": "a:medic"}, VIGIL)
    assert filled(taken, "role_answer", "role") == "role-kind.medic"
    assert filled(taken, "role_answer", "action") == "Vigil"
    taken.presses("yes")
    assert taken.done == ["do confirm_role", "end"]
    refused = talk_in("role_confirm", {"role": "a:medic", "answer": "no"}, VIGIL)
    refused.says("night shift")
    assert handed_over(refused) == {"role": "a:medic", "answer": "no", "reason": "night shift"}


def test_whoever_needs_help_sees_the_legal_line_before_anything_else() -> None:
    talk = talk_in("home_safely", {"action": "a", "answer": "help"}, {**VIGIL, "legal_line": "050"})
    assert filled(talk, "home_help", "line") == "050"
    assert talk.done == ["do answer_home", "end"]


@pytest.mark.parametrize(
    ("flow", "first"),
    [("action_decision", "ac_go"), ("action_learning", "aar_planned"), ("incident", "incident_what")],
)
def test_the_buttons_of_the_day_open_one_question_of_that_action(flow: str, first: str) -> None:
    assert talk_in(flow, {"action": "a"}, VIGIL).step == first


@pytest.mark.parametrize("flow", ["action_decision", "action_learning"])
def test_a_button_of_an_action_that_is_gone_leads_back(flow: str) -> None:
    assert talk_in(flow, {"action": "gone"}).done == ["do return_to_question", "end"]


def test_a_launch_with_a_demonstration_leads_to_an_action_day() -> None:
    place = Place("p", "coalition_launch", "w", (Frame("coalition_launch", "g_action"),))
    here = Here(CATALOGUE["coalition_launch"], place.here, place, NOW, CATALOGUE)
    facts = Facts({**{kind: {} for kind in RECORD_KINDS}, "tactic": {"protest": {"chosen": True}}})
    dropped = Facts({**facts.tables, "tactic": {"protest": {"chosen": "no"}}})
    asks = READINGS.guards["means_want_an_action_day"].ask
    assert (asks(facts, here), asks(dropped, here)) == (True, False)
    assert CATALOGUE["coalition_launch"].steps["g_action"].opens == {"now": "action_day"}
