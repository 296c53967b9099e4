"""A button goes to the place it names, once, for the person it was shown to, and only while they may."""

from dataclasses import replace

import pytest

from handlers.messages import Incoming, Press
from storage.people import load_person
from tests.cast import Company, Finger, Someone, World

NOWHERE = "A" * 22


async def test_the_same_press_sent_again_with_a_new_id_has_one_effect_and_no_scolding(
    world: World, company: Company
) -> None:
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    pressed = await company.neta.press("people_menu.choice-invite")
    for _ in range(2):
        await company.neta.press_again(pressed)
        assert company.neta.sees() == []
    assert await world.count("invitations") == 2


async def test_a_press_that_ended_its_conversation_may_be_sent_again_too(world: World, neta: Someone) -> None:
    await neta.arrives()
    pressed = await neta.press("main_menu.choice-found")
    await neta.press_again(pressed)
    assert neta.sees() == []
    assert await world.count("workspaces") == 1


async def test_a_stale_button_is_answered_kindly_with_the_question_as_it_stands(neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.opens("intro")
    old = neta.button("intro_status.choice-idea")
    await neta.press("intro_status.choice-some")
    await neta.press_again(old)
    assert neta.saw("stale-button")
    assert neta.question.endswith(neta.words("more-offer", topic=neta.words("collaboration_level.topic")))
    assert ("stage", '"some"') in await neta.answers()


async def test_the_place_a_stale_button_names_becomes_the_waiting_one(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("intro")
    old = neta.button("intro_status.choice-idea")
    await neta.press("intro_status.choice-some")
    await neta.opens("a")
    await neta.press_again(old)
    assert neta.saw("stale-button")
    await neta.press("choice-enough")
    assert neta.saw("confirm_summary")
    person = await world.read(load_person, await neta.number())
    [(flow,)] = await world.ask("SELECT flow FROM places WHERE id = :id", id=person.waiting_place)
    assert flow == "coalition_intro"


async def test_two_conversations_are_open_and_the_button_decides(company: Company) -> None:
    neta = company.neta
    await neta.opens("intro")
    button = neta.button("intro_status.choice-idea")
    await neta.opens("a")
    assert neta.saw("a_problem")
    await neta.press_again(button)
    assert ("stage", '"idea"') in await neta.answers()
    assert not neta.saw("stale-button")


async def test_free_words_go_to_the_question_asked_last(company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    await neta.opens("b")
    await neta.opens("a")
    await neta.say("אין אוטובוס בלילה")
    assert ("problem_statement", '"אין אוטובוס בלילה"') in await neta.answers()


@pytest.mark.parametrize("data", [f"{NOWHERE}.0", "x", f"{NOWHERE}.9999", "../../etc.0", f"{NOWHERE}.0+", "א.0"])
async def test_a_button_nobody_knows_is_answered_with_the_open_question(
    world: World, neta: Someone, data: str
) -> None:
    await neta.arrives()
    await neta.press_again(Finger(neta.phone.messages[-1].id, data))
    assert neta.saw("stale-button")
    assert neta.saw("main_menu")


async def test_a_position_that_is_not_there_is_no_choice(neta: Someone) -> None:
    await neta.arrives()
    shown = neta.button("main_menu.choice-found")
    await neta.press_again(Finger(shown.message, shown.data.partition(".")[0] + ".77"))
    assert neta.saw("no-such-choice")
    assert neta.saw("main_menu")


async def test_another_persons_button_is_refused_politely_and_does_nothing(world: World, company: Company) -> None:
    await company.neta.say("/menu")
    theirs = company.neta.button("main_menu.choice-people")
    await company.robin.say("/menu")
    before = await world.ask("SELECT id, state, version FROM places ORDER BY id")
    press = Press(theirs.data, "p-1", company.robin.phone.messages[-1].id)
    foreign = replace(world.arrived[-1], event_id="foreign", text=None, message_id=None, press=press)
    await world.deliver(foreign)
    assert company.robin.sees()[-1] == company.robin.words("not-your-button")
    assert company.neta.name not in company.robin.sees()[-1]
    assert await world.ask("SELECT id, state, version FROM places ORDER BY id") == before


async def test_a_stranger_who_presses_somebodys_button_learns_nothing(world: World, company: Company) -> None:
    await company.neta.say("/menu")
    theirs = company.neta.button("main_menu.choice-people")
    stranger = world.someone("Mallory", "en")
    channel = world.arrived[-1].channel
    now = world.clock.now()
    await world.deliver(Incoming(channel, stranger.phone.id, "e-1", now, press=Press(theirs.data, "p-1", "m-1")))
    assert all(company.name not in said for said in stranger.chat)
    assert not stranger.ever_saw("people_menu")


async def test_a_typed_number_or_label_is_as_good_as_a_press(neta: Someone) -> None:
    await neta.arrives()
    await neta.say("1")
    assert neta.saw("intro_what")
    await neta.say("2,5")
    assert ("expected_benefits", '["signal","funds"]') in await neta.answers()
    await neta.say("קו לילה")
    await neta.say(neta.words("intro_status.choice-some"))
    assert ("stage", '"some"') in await neta.answers()


async def test_a_question_that_was_answered_by_typing_loses_its_buttons_and_shows_what_was_chosen(
    neta: Someone,
) -> None:
    await neta.arrives()
    menu = neta.phone.messages[-1].id
    await neta.say("1")
    message = neta.phone.message(menu)
    assert message
    assert message.keyboard == ()
    assert message.text.endswith(f"✓ {neta.words('main_menu.choice-found')}")


async def test_ticks_change_the_message_itself_where_that_is_possible(neta: Someone) -> None:
    await neta.arrives()
    await neta.press("main_menu.choice-found")
    await neta.press("intro_benefits.choice-ties")
    assert neta.sees() == []
    assert f"✓ {neta.words('intro_benefits.choice-ties')}" in neta.buttons()
    await neta.press("intro_benefits.choice-ties")
    assert not [label for label in neta.buttons() if label.startswith("✓")]


async def test_a_tick_pressed_twice_is_a_tick(neta: Someone) -> None:
    await neta.arrives()
    await neta.press("main_menu.choice-found")
    tick = neta.button("intro_benefits.choice-ties")
    for _ in range(3):
        await neta.press_again(tick)
    await neta.press("choice-done")
    assert ("expected_benefits", '["ties"]') in await neta.answers()


async def test_where_messages_cannot_be_edited_a_tick_draws_the_question_again(samir: Someone) -> None:
    await samir.arrives()
    await samir.press("main_menu.choice-found")
    await samir.press("intro_benefits.choice-ties")
    assert samir.saw("intro_benefits")
    assert any(label.startswith("✓ ") for label in samir.buttons())
