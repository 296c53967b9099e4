"""What is written goes out once, in order for each person, and what cannot go holds up nobody else."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from flows.effects import Say
from flows.model import Phrase, Verbatim
from handlers import claims
from handlers.kit import Kit
from handlers.line import LOOK_AHEAD
from storage import outbox
from storage.coding import say_json
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass, State
from storage.people import addresses_of, block_address
from tests.cast import PATIENCE_SECONDS, Company, Someone, World, later, refused, unknown


def words(text: str) -> Mapping[str, Any]:
    return {"say": say_json(Say((Verbatim(text),)))}


async def draft_for(who: Someone, content: Mapping[str, Any], lane: Lane = Lane.REPLY) -> Draft:
    """A row as a turn would write it."""
    world, number = who.world, await who.number()
    [address] = await world.read(addresses_of, number)
    key = world.app.kit.fresh()
    return Draft(key, number, address.id, address.channel, MessageClass.BULK, lane, content)


async def put(world: World, *drafts: Draft) -> None:
    """Write rows in one transaction, and let the sender go."""

    def write(conn: Any) -> None:
        for draft in drafts:
            outbox.put(conn, draft, world.clock.now())

    await world.run(write)
    world.app.sender.wake()


async def state_of(world: World, draft: Draft) -> tuple[State, str | None]:
    row = await world.read(outbox.by_key, draft.key)
    assert row
    return row.state, row.reason


async def accepted(world: World, draft: Draft) -> None:
    """Wait for one row while others hang in the air: `rest` would wait for those too."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await state_of(world, draft))[0] is not State.ACCEPTED:
            await world.run(lambda conn: None)


def look_up(*people: Someone) -> None:
    for who in people:
        who.looked = len(who.phone.messages)


# -- order ---------------------------------------------------------------------------------------------------------


async def test_one_person_reads_everything_in_the_order_it_was_written(world: World, company: Company) -> None:
    look_up(company.robin)
    await put(world, *[await draft_for(company.robin, words(f"{number}")) for number in range(30)])
    await world.rest()
    assert company.robin.sees() == [f"{number}" for number in range(30)]


async def test_a_more_urgent_lane_goes_first(world: World, company: Company) -> None:
    look_up(company.robin)
    lanes = [Lane.BULK, Lane.SCHEDULED, Lane.HANDOVER, Lane.REPLY, Lane.CRISIS]
    line = world.lines[company.robin.phone.look]
    tried = len(line.tried)
    await put(world, *[await draft_for(company.robin, words(lane.name), lane) for lane in lanes])
    await line.has_tried(tried + 4)
    world.clock.seconds += 60  # a broadcast waits until the bot's budget is whole again
    world.app.sender.wake()
    await world.rest()
    assert company.robin.sees() == ["CRISIS", "REPLY", "HANDOVER", "SCHEDULED", "BULK"]


async def test_only_one_message_to_a_person_is_in_the_air(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.held[robin.phone.id] = asyncio.Event()
    tried = len(line.tried)
    first, second = [await draft_for(robin, words(text)) for text in ("first", "second")]
    await put(world, first, second)
    await line.has_tried(tried + 1)
    await world.run(lambda conn: None)
    assert len(line.tried) == tried + 1
    assert (await state_of(world, first))[0] is State.SENDING
    assert (await state_of(world, second))[0] is State.QUEUED
    line.held.pop(robin.phone.id).set()
    await world.rest()
    assert company.robin.chat[-2:] == ["first", "second"]


async def test_a_slow_phone_holds_up_nobody_else(world: World, company: Company) -> None:
    robin, neta = company.robin, company.neta
    line = world.lines[robin.phone.look]
    line.held[robin.phone.id] = asyncio.Event()
    tried = len(line.tried)
    theirs = await draft_for(neta, words("שלום"))
    await put(world, await draft_for(robin, words("slow")), theirs)
    await line.has_tried(tried + 2)
    await accepted(world, theirs)
    assert neta.chat[-1] == "שלום"
    line.held.pop(robin.phone.id).set()
    await world.rest()


async def test_whoever_writes_without_end_hides_nobody(world: World, company: Company) -> None:
    """More rows of one person than are looked at in one go, and none of them may go now."""
    robin, neta = company.robin, company.neta
    line = world.lines[robin.phone.look]
    line.held[robin.phone.id] = asyncio.Event()
    flood = [await draft_for(robin, words("again"))] * (LOOK_AHEAD * 2)
    theirs = await draft_for(neta, words("שלום"))
    await put(world, *(replace(one, key=world.app.kit.fresh()) for one in flood), theirs)
    await accepted(world, theirs)
    await world.run(outbox.cancel_for, await robin.number(), world.clock.now())
    line.held.pop(robin.phone.id).set()
    await world.rest()


async def test_a_row_the_database_will_not_take_up_holds_up_nobody_else(
    world: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin, neta = company.robin, company.neta
    mine, theirs = await draft_for(robin, words("mine")), await draft_for(neta, words("שלה"))
    taken_up = claims.taken_up

    def but_for_mine(conn: Connection, kit: Kit, row: int, attempt: str, now: datetime) -> claims.TakenUp | None:
        found = outbox.by_id(conn, row)
        if found is not None and found.key == mine.key:
            raise OperationalError("taken up", None, Exception())
        return taken_up(conn, kit, row, attempt, now)

    monkeypatch.setattr(claims, "taken_up", but_for_mine)
    with capture_logs() as logs:
        await put(world, mine, theirs)
        await accepted(world, theirs)
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["outbox.fault"]
    assert await state_of(world, mine) == (State.QUEUED, None)
    monkeypatch.undo()
    world.clock.seconds += 5
    world.app.sender.wake()
    await world.rest()
    assert await state_of(world, mine) == (State.ACCEPTED, None)


# -- fates ---------------------------------------------------------------------------------------------------------


async def test_a_platform_that_says_later_is_asked_again_after_exactly_that_long(
    world: World, company: Company
) -> None:
    robin, neta = company.robin, company.neta
    line = world.lines[robin.phone.look]
    line.fates[robin.phone.id] = [later(30)]
    tried = len(line.tried)
    mine, theirs = await draft_for(robin, words("mine")), await draft_for(neta, words("שלה"))
    await put(world, mine, theirs)
    await line.has_tried(tried + 2)
    await accepted(world, theirs)
    assert await state_of(world, mine) == (State.QUEUED, None)
    world.clock.seconds += 29.9
    for words_meanwhile in ("ועוד", "ועוד אחת"):  # the sender has looked at all rows in between
        again = await draft_for(neta, words(words_meanwhile))
        await put(world, again)
        await accepted(world, again)
    assert await state_of(world, mine) == (State.QUEUED, None)
    assert len(line.tried) == tried + 4
    world.clock.seconds += 0.2
    world.app.sender.wake()
    await world.rest()
    assert await state_of(world, mine) == (State.ACCEPTED, None)
    assert robin.chat[-1] == "mine"


async def test_a_wait_the_platform_named_outlives_a_restart(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.fates[robin.phone.id] = [replace(later(30), reason="throttled")]
    tried = len(line.tried)
    mine = await draft_for(robin, words("mine"))
    await put(world, mine)
    await line.has_tried(tried + 1)
    await world.stop()
    await world.start()
    theirs = await draft_for(company.neta, words("שלה"))
    await put(world, theirs)
    await accepted(world, theirs)
    assert await state_of(world, mine) == (State.QUEUED, "throttled")
    world.clock.seconds += 31
    world.app.sender.wake()
    await world.rest()
    assert await state_of(world, mine) == (State.ACCEPTED, None)


async def test_an_uncertain_message_stays_uncertain_and_is_not_sent_again(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.fates[robin.phone.id] = [unknown()]
    draft = await draft_for(robin, words("perhaps"))
    await put(world, draft)
    await world.rest()
    await world.restart()
    await world.move(timedelta(days=2))
    assert await state_of(world, draft) == (State.UNKNOWN, "read_timeout")
    assert sum("perhaps" in message.parts for message in line.tried) == 1


async def test_a_refused_message_is_not_tried_again(world: World, company: Company) -> None:
    line = world.lines[company.robin.phone.look]
    line.fates[company.robin.phone.id] = [refused("bad_request")]
    draft = await draft_for(company.robin, words("no"))
    await put(world, draft)
    await world.rest()
    assert await state_of(world, draft) == (State.REFUSED, "bad_request")


async def test_a_phone_that_blocks_is_written_to_no_more(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.fates[robin.phone.id] = [refused("blocked", blocked=True)]
    first, second = [await draft_for(robin, words(text)) for text in ("one", "two")]
    await put(world, first, second)
    await world.rest()
    tried = len(line.tried)
    assert await state_of(world, first) == (State.REFUSED, "blocked")
    assert await state_of(world, second) == (State.REFUSED, "blocked")
    await robin.say("/menu")
    assert robin.saw("main_menu")
    assert len(line.tried) == tried + 1


async def test_a_message_whose_time_is_over_is_not_sent(world: World, company: Company) -> None:
    look_up(company.robin)
    draft = replace(await draft_for(company.robin, words("come now")), expires_at=world.clock.now())
    await put(world, draft)
    await world.rest()
    assert await state_of(world, draft) == (State.EXPIRED, "expired")
    assert company.robin.sees() == []


async def test_a_message_for_later_waits_for_its_moment(world: World, company: Company) -> None:
    look_up(company.robin)
    draft = replace(
        await draft_for(company.robin, words("good morning")), not_before=world.clock.now() + timedelta(hours=1)
    )
    await put(world, draft)
    await world.rest()
    await world.move(timedelta(minutes=59))
    assert company.robin.sees() == []
    await world.move(timedelta(minutes=1))
    assert company.robin.sees() == ["good morning"]


async def test_a_row_that_cannot_be_worded_is_refused_with_an_alarm_and_the_next_one_goes(
    world: World, company: Company
) -> None:
    look_up(company.robin)
    spoilt: list[Mapping[str, Any]] = [
        {"draw": "a_map_of_yesterday"},
        {"draw": "power_map"},
        {"say": {"lines": "no lines"}},
        {},
        {"say": say_json(Say((Phrase("a-text-nobody-wrote"),)))},
    ]
    drafts = [await draft_for(company.robin, content) for content in spoilt]
    with capture_logs() as logs:
        await put(world, *drafts, await draft_for(company.robin, words("after them")))
        await world.rest()
    assert [await state_of(world, draft) for draft in drafts] == [(State.REFUSED, "unworded")] * len(spoilt)
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["outbox.unworded"] * len(spoilt)
    assert company.robin.sees() == ["after them"]


async def test_a_text_that_no_longer_exists_is_said_as_a_plain_line_and_counted(
    world: World, company: Company
) -> None:
    look_up(company.robin)
    texts = world.texts
    texts.strict = False
    try:
        await put(world, await draft_for(company.robin, {"say": say_json(Say((Phrase("a-text-of-yesterday"),)))}))
        await world.rest()
        assert company.robin.saw("fallback-line")
        assert texts.faults["missing-text", "a-text-of-yesterday", "en"] == 1
    finally:
        texts.strict = True
        texts.faults.clear()


async def test_what_was_cancelled_meanwhile_is_not_sent(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.held[robin.phone.id] = asyncio.Event()
    tried = len(line.tried)
    first, second = [await draft_for(robin, words(text)) for text in ("first", "second")]
    await put(world, first, second)
    await line.has_tried(tried + 1)
    await world.run(outbox.cancel_for, await robin.number(), world.clock.now())
    line.held.pop(robin.phone.id).set()
    await world.rest()
    assert await state_of(world, first) == (State.ACCEPTED, None)
    assert await state_of(world, second) == (State.CANCELLED, None)
    assert "second" not in robin.chat


async def test_every_row_ends_somewhere(world: World, company: Company) -> None:
    states = {row.state for row in await world.rows()}
    assert states == {State.ACCEPTED}


async def test_people_are_written_to_in_their_own_language_and_form(world: World, company: Company) -> None:
    content = {"say": say_json(Say((Phrase("welcome-back"),)))}
    everybody = (company.neta, company.samir, company.robin)
    for who in everybody:
        look_up(who)
    await put(world, *[await draft_for(who, content) for who in everybody])
    await world.rest()
    for who in everybody:
        assert who.sees() == [who.words("welcome-back")]


async def test_a_blocked_address_is_known_before_anything_is_tried(world: World, company: Company) -> None:
    robin = company.robin
    [address] = await world.read(addresses_of, await robin.number())
    await world.run(block_address, address.id, world.clock.now())
    line = world.lines[robin.phone.look]
    tried = len(line.tried)
    draft = await draft_for(robin, words("hello"))
    await put(world, draft)
    await world.rest()
    assert len(line.tried) == tried
    assert await state_of(world, draft) == (State.REFUSED, "blocked")
