"""Holds how a question is worded: where one stands, what was answered, what can be pressed, where a stage opens."""

import pytest

from flows.asking import needs_choices, worded
from flows.facts import Facts
from flows.model import Ask, Frame, Phrase, Place, Value, Verbatim
from flows.standing import Standing
from tests.flows.worlds import THEN, TINY_READINGS, Talk, flows, plainly

STAGE = flows(
    """\
    flow: stage_a
    stage: true
    summary: sure
    steps:
      hello: {ask: message}
      why: {ask: text, save: coalition.why}
      proof: {ask: text, save: coalition.proof, depth: more}
      inside: {ask: text, save: coalition.inside, when: is_open}
      goal: {ask: text, save: goal/initial.text}
      more: {offer: more}
      sure: {ask: choice, choices: [ok], required: true}
    """
)
KINDS = flows(
    """\
    flow: kinds
    stage: true
    steps:
      text: {ask: text, save: coalition.text}
      one: {ask: choice, choices: [a, b], save: coalition.one}
      some: {ask: choices, choices: [a, b], save: coalition.some}
      sure: {ask: yes_no, save: coalition.sure}
      number: {ask: number, save: coalition.number}
      list: {ask: list, save: coalition.list}
      names: {ask: list, save: actor.name}
      shared: {ask: choices, choices: {from: actors}, save: actor.shares_goal}
      lead: {ask: choice, choices: {from: actors}, save: actor.target_type=primary}
      friend: {ask: contact, save: coalition.friend}
    """
)


def asked(step: str, **known: Value) -> Talk:
    talk = Talk(KINDS)
    talk.know("coalition", "", **known)
    talk.know("actor", "ana", name="Ana")
    return talk.start(step)


# -- where one stands ------------------------------------------------------------------------------------------------


def test_the_short_path_is_numbered_by_the_questions_that_apply() -> None:
    talk = Talk(STAGE).start()
    assert talk.line("progress").fills == {"stage": Phrase("stage_a-title"), "number": 1, "total": 2}
    talk.know("coalition", open="yes")
    talk.says("buses")
    assert talk.line("progress").fills == {"stage": Phrase("stage_a-title"), "number": 2, "total": 3}


def test_beyond_the_short_path_only_the_stage_is_named() -> None:
    talk = Talk(STAGE).start("proof")
    assert talk.line("progress-more").fills == {"stage": Phrase("stage_a-title")}


def test_conversations_that_are_no_stage_show_no_progress() -> None:
    talk = Talk(flows("flow: settings\nsteps:\n  name: {ask: text, save: person.display_name}\n")).start()
    assert talk.keys == ["name"]


def test_a_card_about_somebody_without_a_name_shows_no_name() -> None:
    card = flows(
        "flow: map\nsteps:\n  fresh: {do: new_item}\n  card: {call: card, for_each: actors}\n",
        "block: card\nsteps:\n  stance: {ask: choice, choices: [a], save: actor.stance}\n",
    )
    talk = Talk(card)
    talk.know("actor", "ana", name="Ana")
    talk.start()
    talk.know("actor", "ana", name="")
    talk.returns()
    assert talk.keys == ["stance"]


def test_a_question_may_call_the_person_by_name() -> None:
    talk = Talk(STAGE)
    talk.know("person", display_name="Noor")
    assert talk.start().line("why").fills == {"name": "Noor"}


# -- what was answered -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "value", "shown"),
    [
        ("text", "buses", "buses"),
        ("one", "b", "one.choice-b"),
        ("sure", "yes", "answer-yes"),
        ("number", 0, "0"),
        ("list", ["x", "y"], "and-list dash-line x\ndash-line y"),
        ("list", [], "not-clear-yet"),
        ("friend", "Samir", "Samir"),
    ],
)
def test_an_earlier_answer_is_shown_as_people_read_it(step: str, value: Value, shown: str) -> None:
    assert plainly(asked(step, **{step: value}).line("answered-so-far")) == f"answered-so-far {shown}"


def test_an_answer_that_can_no_longer_be_chosen_is_not_shown_by_its_inner_name() -> None:
    assert "answered-so-far" not in asked("one", one="gone").keys


def test_marked_records_are_shown_by_name() -> None:
    talk = asked("lead")
    talk.presses("ana")
    talk.goes_back()
    assert plainly(talk.line("answered-so-far")) == "answered-so-far and-list dash-line Ana"


def test_a_marked_record_that_is_not_there_is_shown_by_its_id() -> None:
    place = Place("p", "kinds", "w", (Frame("kinds", "lead"),))
    at = Standing(KINDS, TINY_READINGS, place, Facts({"actor": {}}), THEN)
    assert worded(at, at.step, "nobody") == Verbatim("nobody")


def test_names_already_there_are_the_answer_so_far_to_the_list_that_makes_them() -> None:
    talk = asked("names")
    assert plainly(talk.line("answered-so-far")) == "answered-so-far and-list dash-line Ana"
    assert talk.shown == ["keep"]


def test_players_taken_off_are_no_answer() -> None:
    talk = Talk(KINDS)
    talk.know("actor", "ana", name="Ana", removed=True)
    assert "answered-so-far" not in talk.start("names").keys


@pytest.mark.parametrize("step", ["text", "number", "list", "friend"])
def test_words_already_given_can_be_kept(step: str) -> None:
    assert asked(step, **{step: 7 if step == "number" else "x"}).shown == ["keep"]
    assert asked(step).shown == []


@pytest.mark.parametrize(
    ("step", "shown"), [("one", ["a", "b"]), ("some", ["a", "b", "done"]), ("sure", ["yes", "no"])]
)
def test_choices_stand_in_the_order_of_the_file(step: str, shown: list[str]) -> None:
    assert asked(step).shown == shown


def test_ticks_are_not_repeated_in_words() -> None:
    talk = asked("some", some=["b"])
    assert "answered-so-far" not in talk.keys
    assert talk.place.ticked == {"b"}


def test_a_redrawn_question_shows_the_answer_so_far_but_not_beside_a_list_in_the_making() -> None:
    talk = asked("list", list=["x"])
    talk.returns()
    assert "answered-so-far" in talk.keys
    talk.says("y")
    talk.returns()
    assert "answered-so-far" not in talk.keys
    assert plainly(talk.line("listed-so-far")) == "listed-so-far numbered 1 y"


def test_the_form_outside_stages_shows_no_answer_so_far() -> None:
    talk = Talk(flows("flow: settings\nsteps:\n  name: {ask: text, save: person.display_name}\n"))
    talk.know("person", display_name="Noor")
    assert talk.start().keys == ["name"]


@pytest.mark.parametrize("ask", list(Ask))
def test_only_choices_need_something_to_choose_from(ask: Ask) -> None:
    step = next(iter(flows("flow: f\nsteps:\n  s: {do: x}\n")["f"].steps.values()))
    assert needs_choices(type(step)("s", 1, ask=ask)) == (ask in {Ask.CHOICE, Ask.CHOICES, Ask.YES_NO})


# -- where a conversation opens --------------------------------------------------------------------------------------


def test_a_new_stage_opens_at_its_start() -> None:
    assert Talk(STAGE).start().keys[0] == "hello"


def test_a_stage_in_progress_opens_at_the_first_question_not_answered() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", why="buses", open="yes")
    assert talk.start().step == "inside"
    assert "hello" not in talk.keys


def test_an_answered_stage_opens_at_its_summary() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", why="buses")
    talk.know("goal", "initial", text="a night line")
    assert talk.start().step == "sure"


def test_an_answered_stage_without_summary_opens_at_its_start() -> None:
    talk = Talk(flows("flow: s\nstage: true\nsteps:\n  why: {ask: text, save: coalition.why}\n"))
    talk.know("coalition", why="buses")
    assert talk.start().step == "why"


def test_a_stage_can_be_opened_at_a_certain_question() -> None:
    assert Talk(STAGE).start("goal").step == "goal"


def test_asking_for_a_question_that_is_gone_opens_the_stage_as_usual() -> None:
    assert Talk(STAGE).start("gone").step == "why"


def test_other_conversations_open_at_their_start_whatever_is_known() -> None:
    talk = Talk(
        flows("""\
            flow: welcome
            steps:
              language: {ask: choice, choices: [he, ar], save: person.language}
              consent: {ask: choice, choices: ["yes"], required: true}
              name: {ask: text, save: person.display_name}
            """)
    )
    talk.know("person", language="he")
    assert talk.start().step == "language"
