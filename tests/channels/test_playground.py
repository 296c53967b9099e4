"""The playground's phones take what the platforms take and refuse what they refuse."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.playground.hand import ImpossibleError
from flows.rendering import TELEGRAM, WHATSAPP
from handlers.messages import Attachment, Button, Courtesy, CourtesyKind, Fate, Outgoing, Picker, Standing
from tests.fakes.playground_world import MORNING, PICTURE, World, column, picker


@pytest.fixture
def world() -> World:
    return World()


def test_each_look_is_a_channel_with_its_own_name_and_limits(world: World) -> None:
    assert (world.telegram.name, world.telegram.limits) == ("playground_telegram", TELEGRAM)
    assert (world.whatsapp.name, world.whatsapp.limits) == ("playground_whatsapp", WHATSAPP)


async def test_parts_become_messages_and_the_last_carries_the_choices(world: World) -> None:
    outcome = await world.telegram.send(Outgoing("t1", ("one", "two"), column("yes", "no"), None, PICTURE))
    first, last = world.phone("t1").messages
    assert (outcome.fate, outcome.provider_id) == (Fate.ACCEPTED, last.id)
    assert (first.text, first.keyboard, first.attachment) == ("one", (), None)
    assert (last.text, last.keyboard, last.attachment) == ("two", column("yes", "no"), PICTURE)
    assert (last.mine, last.at) == (False, MORNING)


async def test_a_picture_may_come_without_a_caption(world: World) -> None:
    outcome = await world.whatsapp.send(Outgoing("w1", (), attachment=PICTURE))
    assert outcome.fate is Fate.ACCEPTED
    assert world.phone("w1").messages[0].text == ""


async def test_a_message_takes_the_place_of_an_earlier_one_where_the_platform_can_edit(world: World) -> None:
    for channel, phone, messages in ((world.telegram, "t1", 1), (world.whatsapp, "w1", 2)):
        first = await channel.send(Outgoing(phone, ("1 of 3",), column("pause")))
        again = Outgoing(phone, ("2 of 3",), column("resume"), instead_of=first.provider_id)
        outcome = await channel.send(again)
        shown = world.phone(phone).messages
        assert (len(shown), shown[-1].text, shown[-1].keyboard) == (messages, "2 of 3", column("resume"))
        assert outcome == replace(first, provider_id=shown[-1].id)


T, W = Outgoing("t1", ("text",)), Outgoing("w1", ("text",))


@pytest.mark.parametrize(
    ("outgoing", "code"),
    [
        (replace(T, parts=("x" * 4097,)), "text_too_long"),
        (replace(T, parts=("😀" * 2049,)), "text_too_long"),
        (replace(T, parts=("x" * 4097, "short")), "text_too_long"),
        (replace(T, parts=(" ",)), "text_empty"),
        (replace(T, parts=()), "text_empty"),
        (replace(T, parts=("x" * 1025,), attachment=PICTURE), "caption_too_long"),
        (replace(T, attachment=Attachment(b"", "map.svg", "image/svg+xml")), "picture_unknown"),
        (replace(T, attachment=replace(PICTURE, content=bytes(10 * 1024 * 1024 + 1))), "picture_too_big"),
        (replace(T, picker=picker(2)), "no_such_list"),
        (replace(T, keyboard=column(*map(str, range(101)))), "too_many_buttons"),
        (replace(T, keyboard=(tuple(Button(str(n), str(n)) for n in range(9)),)), "row_too_long"),
        (replace(T, keyboard=column(" ")), "label_empty"),
        (replace(T, keyboard=((Button("yes", "א" * 33),),)), "data_invalid"),
        (replace(T, keyboard=((Button("yes", ""),),)), "data_invalid"),
        (replace(W, parts=("x" * 4097,)), "text_too_long"),
        (replace(W, parts=("x" * 1025,), keyboard=column("yes")), "text_too_long"),
        (replace(W, parts=("x" * 1025,), picker=picker(2)), "text_too_long"),
        (replace(W, attachment=Attachment(b"", "map.webp", "image/webp")), "picture_unknown"),
        (replace(W, attachment=replace(PICTURE, content=bytes(5 * 1024 * 1024 + 1))), "picture_too_big"),
        (replace(W, keyboard=column("a", "b", "c", "d")), "too_many_buttons"),
        (replace(W, keyboard=column("x" * 21)), "label_too_long"),
        (replace(W, keyboard=column("")), "label_empty"),
        (replace(W, keyboard=column("same", "same")), "label_repeated"),
        (replace(W, keyboard=((Button("a", "k"), Button("b", "k")),)), "data_repeated"),
        (replace(W, keyboard=column("yes"), picker=picker(2)), "buttons_and_list"),
        (replace(W, attachment=PICTURE, picker=picker(2)), "attachment_and_list"),
        (replace(W, picker=picker(11)), "too_many_rows"),
        (replace(W, picker=picker(0)), "list_empty"),
        (replace(W, picker=picker(2, "x" * 21)), "label_too_long"),
        (replace(W, picker=Picker("choose", (Button("x" * 25, "k"),))), "label_too_long"),
        (replace(W, picker=Picker("choose", (Button("row", "x" * 201),))), "data_invalid"),
    ],
)
async def test_what_a_platform_would_refuse_is_refused_and_shown_to_nobody(
    world: World, outgoing: Outgoing, code: str
) -> None:
    channel = world.telegram if outgoing.address == "t1" else world.whatsapp
    outcome = await channel.send(outgoing)
    assert (outcome.fate, outcome.reason, outcome.blocked) == (Fate.REFUSED, code, False)
    assert not world.phone(outgoing.address).messages


@pytest.mark.parametrize(
    "outgoing",
    [
        replace(T, parts=("x" * 4096,), keyboard=column(*map(str, range(100)))),
        replace(T, keyboard=((Button("yes", "x" * 64),),)),
        replace(T, keyboard=column("x" * 100)),
        replace(W, parts=("x" * 4096,)),
        replace(W, parts=("x" * 1024,), keyboard=column("x" * 20, "y" * 20, "z" * 20)),
        replace(W, picker=Picker("x" * 20, tuple(Button("x" * 24, str(n)) for n in range(10)))),
        replace(W, parts=("x" * 4096, "short"), keyboard=column("yes")),
    ],
)
async def test_what_just_fits_is_accepted(world: World, outgoing: Outgoing) -> None:
    channel = world.telegram if outgoing.address == "t1" else world.whatsapp
    assert (await channel.send(outgoing)).fate is Fate.ACCEPTED


@pytest.mark.parametrize("address", ["t9", "w1", ""])
async def test_a_phone_of_another_platform_cannot_be_reached(world: World, address: str) -> None:
    outcome = await world.telegram.send(Outgoing(address, ("text",)))
    assert (outcome.fate, outcome.reason, outcome.blocked) == (Fate.REFUSED, "chat_not_found", True)


async def test_a_phone_that_blocked_the_bot_gets_nothing(world: World) -> None:
    await world.hand.block("t1")
    outcome = await world.telegram.send(T)
    assert (outcome.fate, outcome.reason, outcome.blocked) == (Fate.REFUSED, "blocked", True)
    with pytest.raises(ImpossibleError, match="blocked"):
        await world.hand.say("t1", "hello?")
    await world.hand.block("t1", False)
    assert (await world.telegram.send(T)).fate is Fate.ACCEPTED
    assert [event.standing for event in world.heard] == [Standing.BLOCKED, Standing.UNBLOCKED]


async def test_whatsapp_tells_nobody_about_blocking(world: World) -> None:
    await world.hand.block("w1")
    assert not world.heard
    assert (await world.whatsapp.send(W)).blocked


async def test_a_whatsapp_phone_takes_free_messages_for_as_long_as_the_window_is_open() -> None:
    world = World(window=timedelta(hours=24))
    assert (await world.whatsapp.send(W)).reason == "window_closed"
    await world.hand.say("w1", "hello")
    world.clock.instant += timedelta(hours=24)
    assert (await world.whatsapp.send(W)).fate is Fate.ACCEPTED
    world.clock.instant += timedelta(seconds=1)
    assert (await world.whatsapp.send(W)).reason == "window_closed"


async def test_a_settled_message_shows_the_choice_and_loses_its_keyboard(world: World) -> None:
    sent = await world.telegram.send(replace(T, keyboard=column("yes", "no")))
    settle = Courtesy(CourtesyKind.SETTLE, message_id=sent.provider_id, text="text\n✓ yes")
    await world.telegram.be_courteous(settle, "t1")
    (message,) = world.phone("t1").messages
    assert (message.id, message.text, message.keyboard) == (sent.provider_id, "text\n✓ yes", ())


async def test_ticks_replace_the_keyboard_and_leave_the_words(world: World) -> None:
    sent = await world.telegram.send(replace(T, keyboard=column("one")))
    ticks = Courtesy(CourtesyKind.SHOW_TICKS, message_id=sent.provider_id, keyboard=column("✓ one"))
    await world.telegram.be_courteous(ticks, "t1")
    (message,) = world.phone("t1").messages
    assert (message.text, message.keyboard) == ("text", column("✓ one"))


async def test_whatsapp_messages_stay_as_they_were_sent(world: World) -> None:
    sent = await world.whatsapp.send(replace(W, keyboard=column("yes")))
    before = list(world.phone("w1").messages)
    for kind in CourtesyKind:
        await world.whatsapp.be_courteous(Courtesy(kind, message_id=sent.provider_id, text="other"), "w1")
    assert world.phone("w1").messages == before


@pytest.mark.parametrize("kind", list(CourtesyKind))
async def test_a_courtesy_for_what_is_not_there_is_nobodys_business(world: World, kind: CourtesyKind) -> None:
    await world.hand.say("t1", "mine")
    before = list(world.phone("t1").messages)
    for message_id in (None, "unknown", before[0].id):
        for address in ("t1", "t9"):
            courtesy = Courtesy(kind, message_id=message_id, text="other", keyboard=column("x"))
            await world.telegram.be_courteous(courtesy, address)
    assert world.phone("t1").messages == before
