"""Holds that every kind of answer is read as it was meant, and that what does not fit is never dropped in silence."""

import pytest

from flows.effects import Save
from flows.events import ChoicePicked, ContactReceived, Unfit, UnfitReceived
from flows.listing import ITEMS_IN_A_LIST
from flows.model import Phrase
from tests.flows.worlds import Talk, flows, plainly

KINDS = flows("flow: kinds\nsteps:\n  kinds: {ask: choices, choices: [a, b, c, d], save: coalition.kinds}\n")
ONE = "flow: one\nsteps:\n  it: {%s}\n  then: {ask: text, save: coalition.then}\n"
LIST = flows("flow: list\nstage: true\nsteps:\n  list: {ask: list, save: coalition.list}\n")
NAMES = flows("flow: names\nstage: true\nsteps:\n  names: {ask: list, save: actor.name}\n  end: {ask: message}\n")
SHARE = flows(
    "flow: share\nstage: true\nsteps:\n  who: {ask: choices, choices: {from: actors}, save: actor.shares_goal}\n"
)
TARGET = flows(
    "flow: target\nstage: true\nsteps:\n"
    "  who: {ask: choice, choices: {from: pressed_actors}, save: actor.target_type=primary}\n"
)


def one(step: str) -> Talk:
    return Talk(flows(ONE % step)).start()


# -- one choice ------------------------------------------------------------------------------------------------------


def test_a_pressed_choice_is_kept() -> None:
    talk = one("ask: choice, choices: [x, y], save: coalition.it")
    talk.presses("y")
    assert talk.saves == [Save("coalition", "", "it", "y", "it")]


def test_a_choice_without_a_place_to_keep_it_only_leads_on() -> None:
    talk = one("ask: choice, choices: [x, y]")
    talk.presses("y")
    assert talk.saves == []
    assert talk.step == "then"


@pytest.mark.parametrize("position", [-1, 2, 99])
def test_a_number_that_is_no_choice_shows_the_choices_again(position: int) -> None:
    talk = one("ask: choice, choices: [x, y], save: coalition.it")
    talk.happens(ChoicePicked(position))
    assert talk.keys == ["no-such-choice", "it"]
    assert talk.shown == ["x", "y"]


def test_words_where_a_choice_is_wanted_are_quoted_back() -> None:
    talk = one("ask: choice, choices: [x, y], save: coalition.it")
    talk.says("  neither\u202e of them ")
    assert talk.line("did-not-fit") == Phrase("did-not-fit", {"text": "neither of them"})
    assert talk.step == "it"


def test_nothing_readable_is_not_quoted_as_if_it_were_words() -> None:
    talk = one("ask: choice, choices: [x, y], save: coalition.it")
    talk.says("\u200f\u200f")
    assert talk.keys == ["nothing-readable", "it"]


def test_several_numbers_where_one_choice_is_wanted_are_refused() -> None:
    talk = one("ask: choice, choices: [x, y], save: coalition.it")
    talk.types(1, 2)
    assert talk.keys == ["no-such-choice", "it"]


def test_a_choice_is_there_only_while_its_guard_holds() -> None:
    step = "ask: choice, choices: [x, y], only: {y: is_open}, save: coalition.it"
    assert one(step).shown == ["x"]


# -- several choices -------------------------------------------------------------------------------------------------


def test_the_same_tick_twice_is_one_tick() -> None:
    talk = Talk(KINDS).start()
    talk.presses("b", "b", on=True)
    assert talk.place.ticked == {"b"}
    talk.presses("b", "b", on=False)
    assert talk.place.ticked == frozenset()


def test_a_tick_does_not_raise_the_version_and_says_so() -> None:
    talk = Talk(KINDS).start()
    version = talk.place.version
    talk.presses("b", on=True)
    assert talk.place.version == version
    assert talk.question.ticking
    assert talk.question.ticked == {"b"}


def test_a_single_typed_choice_toggles_its_tick() -> None:
    talk = Talk(KINDS).start()
    talk.presses("b")
    assert talk.place.ticked == {"b"}
    talk.presses("b")
    assert talk.place.ticked == frozenset()


def test_done_keeps_the_ticked_in_the_order_they_were_shown() -> None:
    talk = Talk(KINDS).start()
    talk.presses("c", "a", on=True)
    talk.presses("done")
    assert talk.saved == {"coalition.kinds": ["a", "c"]}


def test_done_without_a_tick_is_the_answer_none_of_these() -> None:
    talk = Talk(KINDS).start()
    talk.presses("done")
    assert talk.saved == {"coalition.kinds": []}


def test_typed_numbers_are_the_whole_answer() -> None:
    talk = Talk(KINDS).start()
    talk.presses("d", on=True)
    talk.types(2, 1)
    assert talk.saved == {"coalition.kinds": ["a", "b"]}


def test_typing_the_number_of_done_beside_others_is_no_answer_of_its_own() -> None:
    talk = Talk(KINDS).start()
    talk.types(2, 5)
    assert talk.saved == {"coalition.kinds": ["b"]}


def test_one_wrong_number_among_several_changes_nothing() -> None:
    talk = Talk(KINDS).start()
    talk.presses("d", on=True)
    talk.types(2, 7)
    assert talk.saves == []
    assert talk.keys == ["no-such-choice", "kinds"]
    assert talk.place.ticked == {"d"}


def test_several_choices_may_only_lead_on() -> None:
    talk = one("ask: choices, choices: [x, y]")
    talk.presses("done")
    assert talk.saves == []
    assert talk.step == "then"


def test_an_earlier_answer_comes_ticked() -> None:
    talk = Talk(KINDS)
    talk.know("coalition", kinds=["d"])
    assert talk.start().place.ticked == {"d"}


# -- marks -----------------------------------------------------------------------------------------------------------


def players(talk: Talk) -> Talk:
    for item in ("ana", "bob", "eve"):
        talk.know("actor", item, name=item.title(), pressure_target=True)
    return talk


def test_marking_several_says_yes_to_the_ticked_and_no_to_the_others() -> None:
    talk = players(Talk(SHARE)).start()
    talk.presses("bob", on=True)
    talk.presses("done")
    assert talk.saved == {
        "actor/ana.shares_goal": False,
        "actor/bob.shares_goal": True,
        "actor/eve.shares_goal": False,
    }


def test_marks_come_ticked_when_the_question_is_asked_again() -> None:
    talk = players(Talk(SHARE))
    talk.know("actor", "eve", shares_goal=True)
    assert talk.start().place.ticked == {"eve"}


def test_a_new_mark_of_which_there_is_one_clears_the_others() -> None:
    talk = players(Talk(TARGET))
    talk.know("actor", "ana", target_type="primary")
    talk.know("actor", "eve", target_type="secondary")
    talk.start()
    talk.presses("bob")
    assert talk.saved == {"actor/ana.target_type": None, "actor/bob.target_type": "primary"}


def test_the_mark_is_cleared_even_from_a_record_that_is_no_choice_any_more() -> None:
    talk = players(Talk(TARGET))
    talk.know("actor", "ana", target_type="primary", pressure_target=False)
    talk.start()
    assert talk.shown == ["bob", "eve", "none"]
    talk.presses("bob")
    assert talk.saved["actor/ana.target_type"] is None


def test_none_of_them_leaves_the_question_open_and_every_mark_as_it_was() -> None:
    talk = players(Talk(TARGET))
    talk.know("actor", "ana", target_type="primary")
    talk.start()
    talk.presses("none")
    assert talk.saves == []
    assert talk.is_over


def test_choosing_the_marked_one_again_clears_nothing() -> None:
    talk = players(Talk(TARGET))
    talk.know("actor", "bob", target_type="primary")
    talk.start()
    talk.presses("bob")
    assert talk.saved == {"actor/bob.target_type": "primary"}


def test_a_player_taken_off_the_map_is_not_named_among_the_marked() -> None:
    talk = players(Talk(SHARE))
    talk.know("actor", "eve", shares_goal=True, removed=True)
    talk.know("actor", "ana", shares_goal=True)
    assert talk.start().place.ticked == {"ana"}


# -- words -----------------------------------------------------------------------------------------------------------


def test_text_is_kept_clean() -> None:
    talk = one("ask: text, save: coalition.it")
    talk.says("\u202eהקו\u200f לים \n")
    assert talk.saved == {"coalition.it": "הקו לים"}


def test_a_text_that_is_kept_nowhere_still_leads_on() -> None:
    talk = one("ask: text")
    talk.says("hm")
    assert (talk.saves, talk.step) == ([], "then")


@pytest.mark.parametrize("text", ["", " \n", "\u202e\u200f", "\u200d", "\u3164", "\ufe0f"])
def test_a_message_without_a_visible_sign_is_not_taken_for_an_answer(text: str) -> None:
    talk = one("ask: text, save: coalition.it")
    talk.says(text)
    assert talk.keys == ["nothing-readable", "it"]
    assert talk.step == "it"


@pytest.mark.parametrize("word", ["אדם", "stop", "מחיקה", "توقّف", "?"])
def test_a_name_step_takes_every_word_as_a_name(word: str) -> None:
    talk = one("ask: text, fits: name, save: person.display_name")
    talk.says(word)
    assert talk.saved == {"person.display_name": word}


def test_a_name_is_one_line() -> None:
    talk = one("ask: text, fits: name, save: coalition.it")
    talk.says("Bus\n  line   5")
    assert talk.saved == {"coalition.it": "Bus line 5"}


def test_a_number_is_read_in_the_digits_of_any_script() -> None:
    talk = one("ask: number, save: coalition.it")
    talk.says("١٬٢٠٠")
    assert talk.saved == {"coalition.it": 1200}


def test_what_is_no_number_is_quoted_back() -> None:
    talk = one("ask: number, save: coalition.it")
    talk.says("about fifty")
    assert talk.line("not-a-number").fills == {"text": "about fifty"}
    assert talk.step == "it"


# -- lists -----------------------------------------------------------------------------------------------------------


def test_a_list_grows_over_messages_and_is_kept_when_done() -> None:
    talk = Talk(LIST).start()
    talk.says("drivers\nparents", "- teachers")
    assert talk.saves == []
    assert talk.place.listed == ("drivers", "parents", "teachers")
    assert plainly(talk.question.lines[0]).count("numbered") == 3
    talk.presses("done")
    assert talk.saved == {"coalition.list": ["drivers", "parents", "teachers"]}


def test_the_same_item_again_is_one_item() -> None:
    talk = Talk(LIST).start()
    talk.says("drivers\nparents", "parents")
    assert talk.place.listed == ("drivers", "parents")


def test_each_message_of_a_list_is_a_new_question_version() -> None:
    talk = Talk(LIST).start()
    version = talk.place.version
    talk.says("drivers")
    assert talk.place.version == version + 1


def test_the_last_item_can_be_dropped_down_to_the_empty_question() -> None:
    talk = Talk(LIST).start()
    talk.says("drivers\nparents")
    talk.presses("drop last")
    assert talk.place.listed == ("drivers",)
    assert talk.shown == ["done", "drop last"]
    talk.presses("drop last")
    assert not talk.place.listed
    assert talk.shown == []
    assert "list" in talk.keys


def test_a_list_without_a_visible_item_is_asked_again() -> None:
    talk = Talk(LIST).start()
    talk.says("·;\n")
    assert talk.keys[0] == "nothing-readable"


def test_a_list_takes_sixty_items_and_says_that_the_next_did_not_go_in() -> None:
    talk = Talk(LIST).start()
    talk.says("\n".join(f"item {n}" for n in range(ITEMS_IN_A_LIST)))
    assert len(talk.place.listed) == ITEMS_IN_A_LIST
    talk.says("one more")
    assert talk.line("list-is-full").fills == {"total": ITEMS_IN_A_LIST}
    assert "one more" not in talk.place.listed
    talk.presses("done")
    assert len(talk.tables["coalition"][""]["list"] or ()) == ITEMS_IN_A_LIST  # type: ignore[arg-type]


def test_an_answered_list_can_be_kept_with_one_tap() -> None:
    talk = Talk(LIST)
    talk.know("coalition", list=["drivers"])
    talk.start()
    assert talk.shown == ["keep"]
    talk.presses("keep")
    assert talk.saves == []
    assert talk.is_over


def test_a_list_of_records_makes_each_new_name_a_record_of_its_own() -> None:
    talk = Talk(NAMES)
    talk.know("actor", "old", name="Drivers")
    talk.know("actor", "gone", name="Parents", removed=True)
    talk.start()
    talk.says("Drivers\nParents\nTeachers")
    talk.presses("done")
    assert talk.saved == {"actor/new1.name": "Parents", "actor/new2.name": "Teachers"}


def test_two_lines_that_are_one_name_make_one_record() -> None:
    talk = Talk(NAMES).start()
    talk.says("Bus  drivers\nBus drivers")
    talk.presses("done")
    assert talk.saved == {"actor/new1.name": "Bus drivers"}


def test_a_list_kept_nowhere_still_leads_on() -> None:
    talk = one("ask: list")
    talk.says("a\nb")
    talk.presses("done")
    assert (talk.saves, talk.step) == ([], "then")


# -- contacts and what does not fit ----------------------------------------------------------------------------------


def test_of_a_shared_contact_only_the_name_is_kept_and_that_is_said() -> None:
    talk = one("ask: contact, save: coalition.it")
    talk.happens(ContactReceived("Samir", "m7"))
    assert talk.saves == [Save("coalition", "", "it", "Samir", "it", "m7")]
    assert talk.keys == ["kept-name-only", "then"]


def test_a_contact_can_be_typed() -> None:
    talk = one("ask: contact, save: coalition.it")
    talk.says("Samir")
    assert talk.saved == {"coalition.it": "Samir"}


def test_a_contact_without_a_name_is_not_said_to_be_kept() -> None:
    talk = one("ask: contact, save: coalition.it")
    talk.happens(ContactReceived(" "))
    assert talk.keys == ["nothing-readable", "it"]


def test_a_contact_where_none_is_asked_is_kindly_left_aside() -> None:
    talk = one("ask: text, save: coalition.it")
    talk.happens(ContactReceived("Samir"))
    assert talk.saves == []
    assert talk.keys == ["unfit.contact", "it"]


@pytest.mark.parametrize("kind", list(Unfit))
def test_what_phones_send_gets_one_kind_line_and_the_question_stays(kind: Unfit) -> None:
    talk = one("ask: text, save: coalition.it")
    talk.happens(UnfitReceived(kind))
    assert talk.keys == [f"unfit.{kind.value}", "it"]
    assert talk.step == "it"
