"""After a stop nobody is left before a question that never came, and nothing is said twice without saying so."""

import asyncio
from datetime import timedelta

from storage.outbox import State
from tests.cast import Company, Someone, World, unknown


async def uncertain_question(company: Company) -> Someone:
    """Robin's last question was handed to the platform, and nobody knows what became of it."""
    robin = company.robin
    await robin.opens("b")
    company.world.lines[robin.phone.look].fates[robin.phone.id] = [unknown()]
    await robin.press("choice-done")
    assert robin.sees() == []
    return robin


async def test_a_fresh_uncertain_question_is_drawn_once_more_and_says_why(world: World, company: Company) -> None:
    robin = await uncertain_question(company)
    await world.restart()
    [said] = robin.sees()
    assert said.startswith(robin.words("we-stopped"))
    assert robin.words("b_names") in said
    await world.restart()
    await world.restart()
    assert len(robin.sees()) == 1
    await robin.say("City council")
    assert robin.saw("listed-so-far")
    assert not robin.saw("we-stopped")


async def test_an_older_one_is_not_drawn_but_the_next_word_is_answered_with_one_line_of_apology(
    world: World, company: Company
) -> None:
    robin = await uncertain_question(company)
    await world.stop()
    world.clock.move_to(world.clock.now() + timedelta(minutes=15))
    await world.start()
    await world.rest()
    assert robin.sees() == []
    await robin.say("City council")
    [said] = robin.sees()
    assert said.startswith(robin.words("we-stopped"))
    assert robin.words("listed-so-far", items="1. City council") in said
    await robin.say("Parents")
    assert not robin.saw("we-stopped")


async def test_the_apology_comes_without_a_restart_too(world: World, company: Company) -> None:
    robin = await uncertain_question(company)
    await robin.say("help")
    assert robin.times("we-stopped") == 1
    assert robin.saw("b_names.help")
    await robin.say("help")
    assert robin.times("we-stopped") == 1


async def test_words_after_the_apology_are_taken_as_the_answer(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    world.lines[neta.phone.look].fates[neta.phone.id] = [unknown()]
    await neta.say("אין אוטובוס בלילה")
    await neta.say("יחד שומעים אותנו")
    assert neta.question.startswith(neta.words("we-stopped"))
    assert neta.saw("a_first_goal")
    assert ("why_together", '"יחד שומעים אותנו"') in await neta.answers()


async def test_whoever_has_moved_on_is_not_drawn_the_old_question(world: World, company: Company) -> None:
    robin = await uncertain_question(company)
    await robin.say("/menu")
    await world.restart()
    assert robin.sees()[-1].endswith(robin.words("main_menu"))
    assert len(robin.sees()) == 1


async def test_what_hung_in_the_air_when_the_process_died_is_uncertain_and_the_question_comes_again(
    world: World, company: Company
) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    await robin.say("/menu")
    line.held[robin.phone.id] = asyncio.Event()
    tried = len(line.tried)
    await world.app.receiver.receive(robin.speaks("/menu"))
    await line.has_tried(tried + 1)
    await world.crash()
    del line.held[robin.phone.id]
    robin.looked = len(robin.phone.messages)
    await world.start()
    await world.rest()
    assert [row.reason for row in await world.rows() if row.state is State.UNKNOWN] == ["drawn_again"]
    [said] = robin.sees()
    assert said == f"{robin.words('we-stopped')}\n\n{robin.words('main_menu')}"


async def test_what_was_only_queued_when_the_process_died_is_simply_sent(world: World, company: Company) -> None:
    robin, neta = company.robin, company.neta
    world.app.sender.stop()
    await world.app.receiver.receive(neta.speaks("/menu"))
    await world.app.receiver.receive(robin.speaks("/menu"))
    for who in (neta, robin):
        who.looked = len(who.phone.messages)
    await world.restart()
    for who in (neta, robin):
        assert who.sees() == [who.words("main_menu")]


async def test_the_buttons_of_a_redrawn_question_work(world: World, company: Company) -> None:
    robin = company.robin
    world.lines[robin.phone.look].fates[robin.phone.id] = [unknown()]
    await robin.say("/menu")
    await world.restart()
    await robin.press("main_menu.choice-coalition")
    assert robin.saw("stage_jump")
