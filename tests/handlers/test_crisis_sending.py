"""A crisis message whose fate is unknown is sent once more, numbered and marked; nothing else ever is."""

import asyncio
import re

from storage.outbox import State
from tests.cast import Company, World, unknown
from tests.handlers.test_alarms import happens
from tests.handlers.test_checkins import asks, numbers


async def test_an_unknown_fate_is_repeated_once_with_the_number_of_the_first(world: World, company: Company) -> None:
    robin = company.robin
    world.lines[robin.phone.look].fates[robin.phone.id] = [unknown()]
    await asks(company.neta)
    rows = [r for r in await world.rows() if r.about and r.about.startswith("checkin:")]
    theirs = [r for r in rows if r.person == await robin.number()]
    assert [r.state for r in theirs] == [State.UNKNOWN, State.ACCEPTED]
    assert theirs[1].repeats == theirs[0].key
    [said] = [said for said in robin.sees() if robin.words("checkin-from", coalition=company.name) in said]
    assert said.startswith(robin.words("crisis-mark-repeat", number=theirs[0].id))
    assert robin.words("crisis-mark-number", number=theirs[1].id) in said
    await robin.press("ci_ok.choice-ok")
    assert numbers(company.neta) == [1, 0, 0, 1, 0, 2]


async def test_there_are_never_more_than_two_copies(world: World, company: Company) -> None:
    robin = company.robin
    world.lines[robin.phone.look].fates[robin.phone.id] = [unknown(), unknown(), unknown()]
    await asks(company.neta)
    tried = [o for o in world.lines[robin.phone.look].tried if o.address == robin.phone.id]
    assert len([o for o in tried if any("check" in part.lower() for part in o.parts)]) == 2


async def test_a_claimed_crisis_message_of_a_dead_process_is_repeated_at_the_next_start(
    world: World, company: Company
) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    line.held[robin.phone.id] = asyncio.Event()
    before = len(line.tried)
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-care")
    finger = company.neta.button("cq_menu.choice-send")
    await world.hand.press(company.neta.phone.id, finger.data, finger.message)
    await line.has_tried(before + 1)
    await happens(lambda: any(o.address == robin.phone.id for o in line.tried[before:]))
    await world.crash()
    del line.held[robin.phone.id]
    await world.start()
    await world.rest()
    said = [s for s in robin.chat if robin.words("checkin-from", coalition=company.name) in s]
    assert len(said) == 1
    assert re.match(robin.words("crisis-mark-repeat", number=0).split("0")[0], said[0])


async def test_a_bulk_message_of_unknown_fate_is_not_repeated(world: World, company: Company) -> None:
    robin = company.robin
    world.lines[robin.phone.look].fates[robin.phone.id] = [unknown()]
    await robin.say("/menu")
    assert not any(row.repeats for row in await world.rows())
