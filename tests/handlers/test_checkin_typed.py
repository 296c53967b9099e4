"""A typed word answers the check-in from anywhere, and never takes the place of another answer."""

from datetime import timedelta

import pytest

from tests.cast import Company, Someone, World
from tests.handlers.test_checkins import asks, numbers


async def at_a_question_of_words(company: Company) -> Someone:
    """Robin is asked something that is answered in words of one's own."""
    robin = company.robin
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-roles")
    await company.neta.press("Robin")
    await company.neta.press("people_what.choice-coordinator")
    await robin.opens("a")
    assert robin.saw("a_problem")
    return robin


async def answers(who: Someone) -> dict[str, str]:
    return {str(field): str(value) for field, value in await who.answers()}


@pytest.mark.parametrize(
    ("word", "at"), [("safe", 0), ("בסדר", 0), ("بخير", 0), ("1", 0), ("need help", 1), ("2", 1)]
)
async def test_one_typed_word_answers_the_check_in(world: World, company: Company, word: str, at: int) -> None:
    await asks(company.neta)
    await company.robin.say(word)
    assert numbers(company.neta)[at] == 1
    assert company.robin.saw("ci_can_help" if at == 0 else "ci_danger")


async def test_the_word_for_help_means_what_it_says_while_the_check_in_waits(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.say("help")
    assert numbers(company.neta)[1] == 1
    await company.robin.say("help")
    assert company.robin.saw("ci_danger.help")


async def test_the_label_of_a_button_counts_in_any_language(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.say("בסדר גמור")
    assert numbers(company.neta)[0] == 1


async def test_a_number_belongs_to_whichever_was_asked_last(world: World, company: Company) -> None:
    await company.robin.say("/menu")
    await asks(company.neta)
    await company.robin.say("/menu")
    await company.robin.say("1")
    assert numbers(company.neta)[3] == 2
    await company.robin.say("safe")
    assert numbers(company.neta)[0] == 1


async def test_where_words_are_wanted_it_is_asked_back_and_both_ways_work(world: World, company: Company) -> None:
    robin = await at_a_question_of_words(company)
    await asks(company.neta)
    await robin.say("fine")
    assert robin.saw("was-it-checkin", text="fine")
    assert numbers(company.neta)[0] == 0
    await robin.press("open-word.checkin")
    assert numbers(company.neta)[0] == 1
    await robin.press("ci_can_help.choice-none")
    await robin.press("choice-done")
    await robin.press("ci_seen.choice-no")
    assert robin.saw("a_problem")
    assert "problem_statement" not in await answers(robin)


async def test_the_same_word_may_be_meant_for_the_open_question(world: World, company: Company) -> None:
    robin = await at_a_question_of_words(company)
    await asks(company.neta)
    await robin.say("unclear")
    await robin.press("choice-my-answer")
    assert (await answers(robin))["problem_statement"] == '"unclear"'
    assert numbers(company.neta)[2] == 0


async def test_other_words_while_the_check_in_waits_are_asked_about_and_not_lost(
    world: World, company: Company
) -> None:
    robin = await at_a_question_of_words(company)
    await asks(company.neta)
    await robin.say("The bus line 12 does not come")
    assert robin.saw("was-it-checkin")
    await robin.press("choice-my-answer")
    assert (await answers(robin))["problem_statement"] == '"The bus line 12 does not come"'
    await robin.say("another thing")
    assert not robin.saw("was-it-checkin")


async def test_help_is_called_at_once_even_where_it_may_have_been_another_answer(
    world: World, company: Company
) -> None:
    robin = await at_a_question_of_words(company)
    await asks(company.neta)
    await robin.say("need help")
    assert company.neta.ever_saw("care-call.help", name="Robin")
    assert robin.saw("checkin-just-in-case")
    await robin.press("open-word.checkin")
    assert robin.saw("ci_danger")
    assert company.neta.times("care-call.help", name="Robin") == 1


async def test_saying_it_twice_is_saying_it(world: World, company: Company) -> None:
    robin = await at_a_question_of_words(company)
    await asks(company.neta)
    await robin.say("safe")
    await robin.say("safe")
    assert numbers(company.neta)[0] == 1
    assert "problem_statement" not in await answers(robin)


async def test_words_that_say_neither_are_quoted_and_the_question_is_asked_again(
    world: World, company: Company
) -> None:
    await asks(company.neta)
    await company.robin.say("on my way home with the kids")
    assert company.robin.saw("checkin-not-read", text="on my way home with the kids")
    await company.robin.press("ci_ok.choice-ok")
    assert numbers(company.neta)[0] == 1


async def test_a_voice_note_is_met_with_the_question(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.send("voice")
    assert company.robin.saw("unfit.voice")
    await company.robin.press("ci_ok.choice-ok")
    assert numbers(company.neta)[0] == 1


async def test_a_late_word_counts_after_the_close_but_not_a_day_later(world: World, company: Company) -> None:
    neta, robin, samir = company.neta, company.robin, company.samir
    await asks(neta)
    await neta.press("choice-close-checkin")
    await neta.press("cq_close_sure.choice-yes")
    await robin.say("safe")
    assert numbers(neta)[0] == 1
    await world.move(timedelta(hours=25))
    await samir.say("بخير")
    assert numbers(neta)[0] == 1


async def test_always_words_keep_their_meaning(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.say("menu")
    assert company.robin.saw("main_menu")
    await company.robin.say("crisis")
    assert company.robin.saw("crisis-safety")
    assert numbers(company.neta)[3] == 2
