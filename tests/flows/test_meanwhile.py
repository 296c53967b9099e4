"""Holds that two people at one question do not undo each other: neither's answer is lost, and both know."""

from tests.flows.worlds import Talk, flows, plainly

STAGE = """\
    flow: s
    stage: true
    steps:
      why: {ask: text, save: coalition.why}
      name: {ask: text, fits: name, save: coalition.name}
      gaps: {ask: list, save: coalition.gaps}
      routes: {ask: choices, choices: [a, b, c], save: coalition.routes}
      stage: {ask: choice, choices: [idea, some], save: coalition.stage}
      shared: {ask: choices, choices: {from: actors}, save: actor.shares_goal}
      end: {ask: text, save: coalition.end}
    """


def at(step: str, talk: Talk | None = None) -> Talk:
    return (talk or Talk(flows(STAGE))).start(step)


def test_words_written_at_the_same_time_are_both_kept_and_the_later_person_is_told() -> None:
    talk = at("why")
    talk.know("coalition", why="no bus at night")
    talk.says("tickets are too dear")
    assert talk.saved == {"coalition.why": "no bus at night\ntickets are too dear"}
    assert plainly(talk.line("both-kept")) == "both-kept no bus at night"


def test_the_same_words_are_kept_once() -> None:
    talk = at("why")
    talk.know("coalition", why="no bus")
    talk.says("no bus")
    assert talk.saved == {"coalition.why": "no bus"}
    assert "both-kept" not in talk.keys


def test_an_answer_that_was_on_the_screen_is_replaced() -> None:
    talk = Talk(flows(STAGE))
    talk.know("coalition", why="no bus")
    at("why", talk).says("no bus after eight")
    assert talk.saved == {"coalition.why": "no bus after eight"}


def test_two_lists_become_one() -> None:
    talk = at("gaps")
    talk.know("coalition", gaps=["money", "law"])
    talk.says("law\npeople")
    talk.presses("done")
    assert talk.saved == {"coalition.gaps": ["money", "law", "people"]}
    assert "both-kept" in talk.keys


def test_ticks_change_only_what_this_person_changed() -> None:
    talk = Talk(flows(STAGE))
    talk.know("coalition", routes=["a", "b"])
    at("routes", talk)
    talk.know("coalition", routes=["a", "b", "c"])
    talk.presses("a", "done")
    assert talk.saved == {"coalition.routes": ["b", "c"]}


def test_a_player_ticked_by_somebody_else_stays_ticked() -> None:
    talk = Talk(flows(STAGE))
    talk.know("actor", "ana", name="Ana", shares_goal=False)
    talk.know("actor", "bob", name="Bob", shares_goal=False)
    at("shared", talk)
    talk.know("actor", "bob", shares_goal=True)
    talk.presses("ana", "done")
    assert talk.saved == {"actor/ana.shares_goal": True}


def test_of_two_answers_that_exclude_each_other_the_later_stands_and_the_other_is_named() -> None:
    talk = at("stage")
    talk.know("coalition", stage="idea")
    talk.presses("some")
    assert talk.saved == {"coalition.stage": "some"}
    assert plainly(talk.line("meanwhile-answered")) == "meanwhile-answered stage.choice-idea"


def test_a_name_is_never_made_of_two() -> None:
    talk = at("name")
    talk.know("coalition", name="Trams")
    talk.says("Buses")
    assert talk.saved == {"coalition.name": "Buses"}
    assert plainly(talk.line("meanwhile-answered")) == "meanwhile-answered Trams"


def test_nothing_is_said_where_nobody_else_answered() -> None:
    talk = at("why")
    talk.says("no bus")
    assert "both-kept" not in talk.keys
    assert "meanwhile-answered" not in talk.keys
