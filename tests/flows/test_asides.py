"""Holds that words which may be no answer are kept apart, asked back, and never lost."""

from flows.effects import Open, Save
from flows.events import ChoicePicked, Resumed, Unfit, UnfitReceived
from flows.model import Phrase
from tests.flows.worlds import Talk, flows

STAGE = flows("""\
    flow: stage_a
    stage: true
    steps:
      name: {ask: text, fits: name, save: coalition.name}
      why: {ask: text, save: coalition.why}
      groups: {ask: list, save: coalition.groups}
      friend: {ask: contact, save: coalition.friend}
      last: {ask: text, save: coalition.last}
    """)


def at(step: str) -> Talk:
    return Talk(STAGE).start(step)


# -- a word that may be an answer ------------------------------------------------------------------------------------


def test_a_word_that_may_be_an_answer_is_asked_back_with_two_choices() -> None:
    talk = at("why")
    version = talk.place.version
    talk.sets_aside("stop", "stop")
    assert talk.line("was-it-an-answer").fills == {"text": "stop"}
    assert [choice.label for choice in talk.question.choices] == [
        Phrase("choice-my-answer"),
        Phrase("open-word.stop"),
    ]
    assert (talk.step, talk.place.version) == ("why", version + 1)


def test_mine_takes_the_word_as_the_answer_with_the_message_it_came_in() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop", "m3")
    talk.presses("mine")
    assert talk.effects[0] == Save("coalition", "", "why", "stop", "why", "m3")
    assert talk.step == "groups"


def test_go_opens_what_the_word_opens_and_the_question_stays() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.presses("go")
    assert talk.effects == (Open("word:stop"),)
    assert (talk.step, talk.place.aside, talk.shown) == ("why", None, [])


def test_a_line_handed_in_is_said_even_when_the_word_opens_something_else() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.happens(ChoicePicked(1), Phrase("welcome-back"))
    assert talk.keys == ["welcome-back"]
    assert talk.done == ["open word:stop"]


def test_writing_on_instead_of_pressing_is_the_answer() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.says("the fares")
    assert talk.saved == {"coalition.why": "the fares"}
    assert talk.place.aside is None


def test_what_cannot_be_read_leaves_the_aside_open() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.happens(UnfitReceived(Unfit.STICKER))
    assert talk.keys == ["unfit.sticker", "was-it-an-answer"]
    assert talk.shown == ["mine", "go"]


def test_coming_back_to_an_aside_shows_it_again() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.happens(Resumed())
    assert talk.keys == ["was-it-an-answer"]
    assert talk.question.choices == talk.place.choices


def test_help_at_an_aside_explains_the_question_behind_it() -> None:
    talk = at("why")
    talk.sets_aside("stop", "stop")
    talk.wants_help()
    assert talk.keys == ["why.help", "was-it-an-answer"]


def test_an_aside_in_the_middle_of_a_list_keeps_the_list() -> None:
    talk = at("groups")
    talk.says("drivers")
    talk.sets_aside("stop", "stop")
    talk.presses("go")
    assert (talk.place.listed, talk.shown) == (("drivers",), ["done", "drop last"])
    talk.sets_aside("stop", "stop")
    talk.presses("mine")
    assert talk.place.listed == ("drivers", "stop")


def test_after_an_aside_an_answered_question_can_still_be_kept() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", why="buses")
    talk.start("why")
    talk.sets_aside("stop", "stop")
    talk.presses("go")
    assert talk.shown == ["keep"]


def test_going_back_closes_the_aside() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("stop", "stop")
    talk.goes_back()
    assert (talk.step, talk.place.aside) == ("why", None)


# -- two messages in one breath --------------------------------------------------------------------------------------


def test_a_second_message_in_one_breath_is_quoted_back() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("and fares")
    assert talk.line("and-this").fills == {"text": "and fares"}
    assert talk.shown == ["mine", "add"]


def test_it_can_be_the_answer_to_the_new_question() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("drivers")
    talk.presses("mine")
    assert talk.place.listed == ("drivers",)


def test_still_more_words_in_the_same_breath_join_those_that_wait() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("drivers", said_in="m2")
    talk.says("parents")
    assert talk.line("and-this").fills == {"text": "drivers\nparents"}
    assert talk.saves == []
    talk.presses("mine")
    assert talk.place.listed == ("drivers", "parents")


def test_it_can_be_added_to_the_answer_before() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("and fares", said_in="m2")
    talk.presses("add")
    assert talk.saves == [Save("coalition", "", "why", "buses\nand fares", "why")], "an edit must not replace it all"
    assert talk.line("added-to-earlier").fills == {"text": "and fares"}
    assert (talk.step, talk.place.aside) == ("groups", None)


def test_added_to_a_list_it_becomes_more_items() -> None:
    talk = at("groups")
    talk.says("drivers")
    talk.presses("done")
    talk.sets_aside("parents; teachers")
    talk.presses("add")
    assert talk.saved == {"coalition.groups": ["drivers", "parents", "teachers"]}
    assert talk.step == "friend"


def test_nothing_is_added_to_a_name_and_the_words_are_quoted() -> None:
    talk = at("name")
    talk.says("Trams")
    talk.sets_aside("and buses")
    talk.presses("add")
    assert talk.saves == []
    assert talk.line("could-not-add").fills == {"text": "and buses"}
    assert talk.step == "why"


def test_nothing_is_added_to_a_contact_or_to_a_skipped_question() -> None:
    talk = at("friend")
    talk.says("Samir")
    talk.sets_aside("and Noa")
    talk.presses("add")
    assert "could-not-add" in talk.keys
    skipped = at("why")
    skipped.skips()
    skipped.sets_aside("buses")
    skipped.presses("add")
    assert "could-not-add" in skipped.keys


def test_without_an_answer_before_it_is_the_answer() -> None:
    talk = at("why")
    talk.sets_aside("buses")
    talk.presses("add")
    assert talk.saved == {"coalition.why": "buses"}


def test_when_the_question_before_is_gone_it_is_the_answer() -> None:
    talk = at("why")
    talk.says("buses")
    talk.sets_aside("drivers")
    steps = {name: step for name, step in STAGE["stage_a"].steps.items() if name != "why"}
    talk.catalogue = {"stage_a": type(STAGE["stage_a"])("stage_a", steps, stage=True)}
    talk.presses("add")
    assert talk.place.listed == ("drivers",)
