"""What a person does with a phone of the playground reaches the bot as the platform of that phone would tell it."""

from dataclasses import replace

import pytest

from bot.playground.hand import ImpossibleError
from bot.playground.phones import Kind, Phones
from flows.events import Unfit
from handlers.messages import Contact, Courtesy, CourtesyKind, Outgoing, Press
from tests.fakes.playground_world import MORNING, World, column, picker

T, W = Outgoing("t1", ("text",)), Outgoing("w1", ("text",))


@pytest.fixture
def world() -> World:
    return World()


async def test_words_reach_the_bot_with_the_id_they_have_on_the_phone(world: World) -> None:
    await world.hand.say("t1", "  שלום  ")
    (event,), (message,) = world.heard, world.phone("t1").messages
    assert (event.channel, event.address, event.at) == ("playground_telegram", "t1", MORNING)
    assert (event.text, event.message_id) == ("שלום", message.id)
    assert (message.text, message.mine) == ("שלום", True)


async def test_no_two_things_that_happen_share_an_id(world: World) -> None:
    for phone in ("t1", "w1", "t1"):
        await world.hand.say(phone, "same words")
    assert len({event.event_id for event in world.heard}) == 3
    assert len({event.message_id for event in world.heard}) == 3


async def test_ids_are_new_in_the_next_run(world: World) -> None:
    assert Phones().fresh_id("e") != Phones().fresh_id("e")


@pytest.mark.parametrize("payload", ["", "j_Ab3-kP9_xQ"])
async def test_a_telegram_chat_is_opened_by_its_start_button_or_link(world: World, payload: str) -> None:
    await world.hand.start("t1", payload)
    await world.hand.say("t1", f"/start {payload}")
    assert [(event.start, event.text) for event in world.heard] == [(payload, None)] * 2
    assert {message.kind for message in world.phone("t1").messages} == {Kind.START}


async def test_a_whatsapp_chat_is_opened_by_words(world: World) -> None:
    await world.hand.start("w1")
    await world.hand.start("w1", "j_Ab3kP9xQ")
    assert [(event.start, event.text) for event in world.heard] == [(None, "hello"), (None, "j_Ab3kP9xQ")]


async def test_a_press_on_telegram_names_itself_and_its_message(world: World) -> None:
    sent = await world.telegram.send(replace(T, keyboard=column("yes")))
    await world.hand.press("t1", "key.0", sent.provider_id or "")
    press = world.heard[0].press
    assert press is not None
    assert press.press_id
    assert (press.data, press.message_id) == ("key.0", sent.provider_id)
    assert len(world.phone("t1").messages) == 1


async def test_a_press_on_whatsapp_shows_as_a_message_with_the_label(world: World) -> None:
    sent = await world.whatsapp.send(replace(W, picker=picker(3)))
    await world.hand.press("w1", "key.2", sent.provider_id or "")
    assert world.heard[0].press == Press("key.2", None, sent.provider_id)
    reply = world.phone("w1").messages[-1]
    assert (reply.text, reply.mine, reply.id) == ("row 2", True, world.heard[0].message_id)


async def test_a_keyboard_that_is_gone_can_still_be_pressed(world: World) -> None:
    sent = await world.telegram.send(replace(T, keyboard=column("yes")))
    settle = Courtesy(CourtesyKind.SETTLE, message_id=sent.provider_id, text="settled")
    await world.telegram.be_courteous(settle, "t1")
    assert await world.hand.press("t1", "key.0", sent.provider_id or "")


async def test_an_edited_message_keeps_its_id(world: World) -> None:
    await world.hand.say("t1", "frist")
    message_id = world.phone("t1").messages[0].id
    await world.hand.edit("t1", message_id, "first")
    await world.hand.edit("t1", message_id, "first")
    event, message = world.heard[-1], world.phone("t1").messages[0]
    assert len(world.heard) == 2, "an edit that changes nothing is no event"
    assert (event.text, event.edited, event.message_id) == ("first", True, message_id)
    assert (message.text, message.edited) == ("first", True)


@pytest.mark.parametrize("phone_id", ["t1", "w1"])
async def test_only_own_telegram_messages_can_be_edited(world: World, phone_id: str) -> None:
    channel = world.telegram if phone_id == "t1" else world.whatsapp
    await channel.send(Outgoing(phone_id, ("the bot's",)))
    await world.hand.say(phone_id, "mine")
    theirs, mine = world.phone(phone_id).messages
    for message in (theirs,) if phone_id == "t1" else (theirs, mine):
        with pytest.raises(ImpossibleError, match="not_editable"):
            await world.hand.edit(phone_id, message.id, "changed")


@pytest.mark.parametrize("kind", ["voice", "picture", "sticker", "place", "file"])
async def test_things_that_are_no_words_arrive_as_what_they_are(world: World, kind: str) -> None:
    await world.hand.send("w1", kind)
    assert world.heard[0].unfit is Unfit(kind)
    assert world.phone("w1").messages[0].kind is Kind(kind)


async def test_a_contact_arrives_with_its_number_when_it_has_one(world: World) -> None:
    await world.hand.share_contact("t1", "Samir", "+972 50-1234567")
    await world.hand.share_contact("t1", "Dana", "")
    assert [event.contact for event in world.heard] == [Contact("Samir", "+972 50-1234567"), Contact("Dana")]


@pytest.mark.parametrize(
    ("text", "code"),
    [(" ", "text_empty"), ("x" * 4097, "text_too_long"), ("a\0b", "text_invalid"), ("\ud83d", "text_invalid")],
)
async def test_no_keyboard_could_have_written_that(world: World, text: str, code: str) -> None:
    with pytest.raises(ImpossibleError, match=code):
        await world.hand.say("t1", text)
    assert not world.heard
    assert not world.phone("t1").messages
