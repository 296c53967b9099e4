"""Holds that blocks are walked once or for each item, at any depth, and lead back to where they were called."""

from flows.model import Phrase
from tests.flows.worlds import Talk, flows

CARD = """\
block: card
steps:
  name: {ask: text, fits: name, save: actor.name, when: actor_has_no_name}
  stance: {ask: choice, choices: [ally, other], save: actor.stance}
  again: {ask: yes_no, save: answer.another, when: repeat_is_at_its_end}
  fresh: {do: new_item, when: another_is_wanted, goto: name}
"""
MAP = flows(
    "flow: map\nsteps:\n  cards: {call: card, for_each: actors}\n  last: {ask: text, save: coalition.last}\n", CARD
)
NESTED = flows(
    "flow: outer\nsteps:\n  one: {call: middle}\n  last: {ask: text, save: coalition.last}\n",
    "block: middle\nsteps:\n  two: {call: inner}\n  mid: {ask: text, save: coalition.mid}\n",
    "block: inner\nsteps:\n  deep: {ask: text, save: coalition.deep}\n",
)


def with_players(*names: str) -> Talk:
    talk = Talk(MAP)
    for name in names:
        talk.know("actor", name.lower(), name=name)
    return talk.start()


def test_a_block_is_walked_once_for_each_item_in_order() -> None:
    talk = with_players("Ana", "Bob")
    assert talk.place.here.item == "ana"
    talk.presses("ally")
    assert talk.saved == {"actor/ana.stance": "ally"}
    assert talk.place.here.item == "bob"
    talk.presses("other")
    assert talk.saved == {"actor/bob.stance": "other"}


def test_the_card_says_whom_it_is_about() -> None:
    assert with_players("Ana").line("about-item") == Phrase("about-item", {"item": "Ana"})


def test_a_block_for_nobody_is_passed_over() -> None:
    assert with_players().step == "last"


def test_items_stay_those_that_were_there_when_the_block_was_called() -> None:
    talk = with_players("Ana", "Bob")
    talk.know("actor", "eve", name="Eve")
    talk.presses("ally", "ally", "no")
    assert talk.step == "last"


def test_only_after_the_last_item_one_more_is_asked_for() -> None:
    talk = with_players("Ana", "Bob")
    talk.presses("ally")
    assert (talk.step, talk.place.here.item) == ("stance", "bob")
    talk.presses("ally")
    assert talk.step == "again"


def test_one_more_gets_an_id_of_its_own_and_is_asked_its_name() -> None:
    talk = with_players("Ana")
    talk.presses("ally", "yes")
    assert (talk.step, talk.place.here.item) == ("name", "new1")
    talk.says("Samir")
    assert talk.saved == {"actor/new1.name": "Samir"}
    talk.presses("other", "yes")
    assert talk.place.here.item == "new2"
    talk.says("Noa")
    talk.presses("other", "no")
    assert talk.step == "last"


def test_a_skipped_one_more_is_a_no() -> None:
    talk = with_players("Ana")
    talk.presses("ally")
    talk.skips()
    assert talk.step == "last"


def test_an_earlier_wish_for_one_more_is_forgotten_when_the_question_is_passed_over() -> None:
    talk = with_players("Ana", "Bob")
    talk.presses("ally", "ally", "yes")
    talk.goes_back()
    talk.presses("yes")
    for _ in range(3):
        talk.goes_back()
    assert (talk.step, talk.place.here.item) == ("stance", "ana")
    talk.presses("ally")
    assert (talk.step, talk.place.here.item) == ("stance", "bob")


def test_back_finds_the_way_through_items_and_out_of_the_block() -> None:
    talk = with_players("Ana", "Bob")
    talk.presses("ally", "other", "no")
    assert talk.step == "last"
    steps = []
    for _ in range(3):
        talk.goes_back()
        steps.append((talk.step, talk.place.here.item))
    assert steps == [("again", "bob"), ("stance", "bob"), ("stance", "ana")]
    assert talk.line("answered-so-far").fills == {"value": Phrase("stance.choice-ally")}


def test_blocks_may_call_blocks() -> None:
    talk = Talk(NESTED).start()
    assert [frame.flow for frame in talk.place.frames] == ["outer", "middle", "inner"]
    talk.says("a")
    assert talk.step == "mid"
    talk.says("b")
    assert (talk.step, len(talk.place.frames)) == ("last", 1)
    talk.says("c")
    assert talk.is_over


def test_the_end_inside_a_block_ends_the_block_alone() -> None:
    talk = Talk(
        flows(
            "flow: outer\nsteps:\n  one: {call: inner}\n  last: {ask: text, save: coalition.last}\n",
            "block: inner\nsteps:\n  sure: {ask: yes_no, goto: {no: end}}\n  why: {ask: text, save: coalition.why}\n",
        )
    ).start()
    talk.presses("no")
    assert talk.step == "last"


def test_answers_of_a_block_without_item_belong_to_the_one_record() -> None:
    talk = Talk(NESTED).start()
    talk.says("a")
    assert talk.saved == {"coalition.deep": "a"}


def test_an_answer_may_name_its_record_in_the_file() -> None:
    talk = Talk(flows("flow: goals\nsteps:\n  first: {ask: text, save: goal/initial.text}\n")).start()
    talk.says("a night line")
    assert talk.saved == {"goal/initial.text": "a night line"}
