"""Holds that people can go back, leave a question out and ask why, and that nothing typed is lost on the way."""

from flows.model import Phrase, Value, Verbatim
from tests.flows.worlds import Talk, flows

STAGE = """\
flow: stage_a
stage: true
steps:
  why: {ask: text, save: coalition.why}
  groups: {ask: list, save: coalition.groups}
  lead: {ask: choice, choices: {from: groups}, save: coalition.lead}
  sure: {ask: yes_no, save: coalition.sure, required: true}
"""


def at(step: str, **known: Value) -> Talk:
    talk = Talk(flows(STAGE))
    talk.know("coalition", "", **known)
    return talk.start(step)


# -- back ------------------------------------------------------------------------------------------------------------


def test_back_shows_the_question_before_with_its_answer_and_a_way_to_keep_it() -> None:
    talk = at("why")
    talk.says("buses")
    talk.goes_back()
    assert talk.step == "why"
    assert talk.line("answered-so-far").fills == {"value": Verbatim("buses")}
    assert talk.shown == ["keep"]


def test_keeping_the_earlier_answer_saves_nothing_and_goes_on() -> None:
    talk = at("why")
    talk.says("buses")
    talk.goes_back()
    talk.presses("keep")
    assert talk.saves == []
    assert talk.step == "groups"


def test_another_answer_after_back_is_kept_as_a_new_one() -> None:
    talk = at("why")
    talk.says("buses")
    talk.goes_back()
    talk.says("trams")
    assert talk.saved == {"coalition.why": "trams"}
    assert talk.step == "groups"


def test_back_goes_as_far_as_the_first_question_and_then_says_so() -> None:
    talk = at("why")
    talk.says("buses", "drivers")
    talk.presses("done")
    talk.presses("drivers")
    for step in ("lead", "groups", "why"):
        talk.goes_back()
        assert talk.step == step
    talk.goes_back()
    assert talk.keys == ["nothing-before", "progress", "why", "answered-so-far"]
    assert talk.step == "why"


def test_a_changed_answer_changes_what_follows_from_it() -> None:
    talk = Talk(
        flows("""\
            flow: door
            steps:
              open: {ask: yes_no, save: coalition.open}
              inside: {ask: text, save: coalition.inside, when: is_open}
              outside: {ask: text, save: coalition.outside}
            """)
    ).start()
    talk.presses("yes")
    talk.goes_back()
    talk.presses("no")
    assert talk.step == "outside"


def test_back_passes_a_question_that_has_nothing_to_choose_from_any_more() -> None:
    talk = at("lead", groups=["drivers"])
    talk.presses("drivers")
    talk.know("coalition", groups=[])
    talk.goes_back()
    assert talk.keys[0] == "nothing-before"
    assert talk.step == "sure"
    assert talk.shown == ["yes", "no"]


def test_back_finds_the_last_question_that_can_still_be_asked() -> None:
    talk = at("why")
    talk.says("buses", "drivers")
    talk.presses("done")
    talk.presses("drivers")
    talk.know("coalition", groups=[])
    talk.goes_back()
    assert talk.step == "groups"


def test_what_was_listed_so_far_is_kept_when_going_back() -> None:
    talk = at("why")
    talk.says("buses", "drivers\nparents")
    talk.goes_back()
    assert talk.saved == {"coalition.groups": ["drivers", "parents"]}
    assert talk.step == "why"
    talk.presses("keep")
    assert "answered-so-far" in talk.keys


def test_the_trail_remembers_the_last_fifty_questions() -> None:
    ring = flows("flow: ring\nsteps:\n  again: {ask: choice, choices: [on, off], goto: {on: again, off: end}}\n")
    talk = Talk(ring).start()
    for _ in range(70):
        talk.presses("on")
    assert len(talk.place.trail) == 50


# -- skip ------------------------------------------------------------------------------------------------------------


def test_a_skipped_question_keeps_nothing_and_says_it_can_be_answered_later() -> None:
    talk = at("why")
    talk.skips()
    assert talk.saves == []
    assert talk.keys[0] == "skipped"
    assert talk.step == "groups"


def test_back_returns_to_a_skipped_question() -> None:
    talk = at("why")
    talk.skips()
    talk.goes_back()
    assert (talk.step, talk.shown) == ("why", [])


def test_a_question_that_must_be_answered_cannot_be_skipped() -> None:
    talk = at("sure")
    talk.skips()
    assert talk.keys[0] == "cannot-skip"
    assert (talk.step, talk.shown) == ("sure", ["yes", "no"])


def test_what_was_listed_so_far_is_kept_when_the_rest_is_skipped() -> None:
    talk = at("groups")
    talk.says("drivers\nparents")
    talk.skips()
    assert talk.saved == {"coalition.groups": ["drivers", "parents"]}
    assert "skipped" not in talk.keys
    assert talk.step == "lead"


def test_skipping_an_answered_question_keeps_the_answer() -> None:
    talk = at("why", why="buses")
    talk.skips()
    assert talk.tables["coalition"][""]["why"] == "buses"


# -- help ------------------------------------------------------------------------------------------------------------


def test_help_says_why_and_shows_the_question_again_as_it_stands() -> None:
    talk = Talk(flows("flow: k\nsteps:\n  kinds: {ask: choices, choices: [a, b], save: coalition.kinds}\n")).start()
    talk.presses("b", on=True)
    talk.wants_help()
    assert talk.question.lines[0] == Phrase("kinds.help")
    assert talk.question.ticked == {"b"}
    assert talk.shown == ["a", "b", "done"]


def test_help_in_the_middle_of_a_list_keeps_the_list() -> None:
    talk = at("groups")
    talk.says("drivers")
    talk.wants_help()
    assert talk.keys == ["groups.help", "progress", "groups", "listed-so-far"]
    assert talk.place.listed == ("drivers",)
    assert talk.shown == ["done", "drop last"]
