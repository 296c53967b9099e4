"""What a word means as an answer to "are you all right?", and which of two questions it was meant for."""

from datetime import timedelta

import pytest

from flows.rules.checkins import (
    Match,
    Meant,
    Moment,
    Rollup,
    Status,
    Wanting,
    escalated_at,
    matches_in,
    meant_for,
    minutes_chosen,
    pairs_of,
    rings_again,
    status_in,
    status_said,
)

ASKED_LAST = Moment(asked_last=True, answered=False, wants_words=False, names_choice=False)
IN_A_MENU = Moment(asked_last=False, answered=False, wants_words=False, names_choice=False)
IN_A_TEXT = Moment(asked_last=False, answered=False, wants_words=True, names_choice=False)
ANSWERED = Moment(asked_last=True, answered=True, wants_words=False, names_choice=False)


@pytest.mark.parametrize(
    "words", ["בסדר", "הכל בסדר, תודה", "safe", "I'm OK!", "im fine thanks", "بخير", "أنا بخير", "الحمد لله", "👍🏽"]
)
def test_fine_is_said_in_three_languages(words: str) -> None:
    assert status_said(words) is Status.OK


@pytest.mark.parametrize(
    "words",
    ["צריך עזרה", "אני צריכה עזרה", "need help", "Help me!", "SOS", "بحاجة إلى مساعدة", "🆘", "not ok"],
)
def test_help_is_asked_for_in_three_languages(words: str) -> None:
    assert status_said(words) is Status.HELP


@pytest.mark.parametrize("words", ["לא ברור", "not sure", "I don't know", "مش متأكدة"])
def test_not_clear_is_said_in_three_languages(words: str) -> None:
    assert status_said(words) is Status.UNSURE


@pytest.mark.parametrize("words", ["בסדר היום של הפעולה", "we need help with the flyer", "תודה", "כן", "", "לא", "1"])
def test_a_sentence_around_the_word_is_no_answer(words: str) -> None:
    assert status_said(words) is None


def test_not_fine_is_never_taken_for_fine() -> None:
    for words in ("לא בסדר", "אני לא בסדר", "not ok", "I'm not safe", "لست بخير"):
        assert status_said(words) is Status.HELP


def test_numbers_and_the_word_help_count_only_while_the_check_in_waits() -> None:
    assert status_in("1", ASKED_LAST) is Status.OK
    assert status_in("٢", ASKED_LAST) is Status.HELP
    assert status_in("עזרה", ASKED_LAST) is Status.HELP
    for moment in (IN_A_MENU, IN_A_TEXT, ANSWERED):
        assert status_in("1", moment) is None
        assert status_in("עזרה", moment) is None
    assert status_in("4", ASKED_LAST) is None


def test_a_status_word_counts_in_the_middle_of_another_conversation() -> None:
    assert meant_for(Status.OK, IN_A_MENU) is Meant.ANSWER
    assert meant_for(Status.HELP, ANSWERED) is Meant.ANSWER


def test_where_words_of_ones_own_are_wanted_it_is_asked_back() -> None:
    for moment in (IN_A_TEXT, Moment(asked_last=True, answered=False, wants_words=True, names_choice=False)):
        assert meant_for(Status.OK, moment) is Meant.BOTH


def test_what_stands_on_a_button_of_the_open_question_is_its_answer_unless_the_check_in_came_later() -> None:
    earlier = Moment(asked_last=False, answered=False, wants_words=False, names_choice=True)
    later = Moment(asked_last=True, answered=False, wants_words=False, names_choice=True)
    assert meant_for(Status.OK, earlier) is Meant.ELSEWHERE
    assert meant_for(Status.OK, later) is Meant.ANSWER


def test_other_words_are_asked_about_only_while_the_check_in_was_asked_last_and_waits() -> None:
    assert meant_for(None, ASKED_LAST) is Meant.AGAIN
    assert meant_for(None, ASKED_LAST, is_a_word_of_ours=True) is Meant.ELSEWHERE
    assert meant_for(None, Moment(True, False, True, False)) is Meant.BOTH
    for moment in (IN_A_MENU, IN_A_TEXT, ANSWERED):
        assert meant_for(None, moment) is Meant.ELSEWHERE


def test_the_ladder_is_as_it_was_chosen() -> None:
    assert minutes_chosen(None) == (10, 20, 40)
    assert minutes_chosen("m5_10_20") == (5, 10, 20)
    assert escalated_at((10, 20, 40)) == timedelta(minutes=50)
    assert [rings_again(n) for n in (0, 5, 6, 30)] == [
        timedelta(minutes=10),
        timedelta(minutes=10),
        timedelta(hours=1),
        None,
    ]


def test_needs_are_matched_with_what_others_offer_and_never_with_ones_own() -> None:
    people = (
        Wanting(1, ("translate", "digital"), (), (), ()),
        Wanting(2, ("translate",), ("translate",), (), ()),
        Wanting(3, (), ("translate", "calls"), (), ()),
        Wanting(4, (), ("translate",), (), ("translate",)),
        Wanting(5, ("translate",), (), ("translate",), ()),
    )
    translate = Match("translate", (1, 2), (3,))
    assert matches_in(people) == (Match("digital", (1,), ()), translate)
    assert pairs_of(translate) == ((1, 3),)


def test_the_five_counts_add_up_to_everybody_who_was_asked() -> None:
    rollup = Rollup(ok=1, help=2, unsure=3, silent=4, unreached=5)
    assert (rollup.asked, rollup.answered) == (15, 6)
