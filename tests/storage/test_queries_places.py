"""A place comes back as it was left, belongs to its person, and is open once for each conversation."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from flows.model import Choice, Frame, Phrase, Verbatim
from storage.db import Database
from storage.places import (
    add_place,
    close_place,
    close_places_in,
    load_place,
    move_place,
    open_places,
    unsay_in_places,
)
from tests.storage.rows import NOW, coalition, named, somebody, standing


async def test_a_place_comes_back_as_it_was_left(database: Database) -> None:
    person = (await database.run(somebody)).person
    workspace = await database.run(coalition, person)
    left = standing(
        workspace=workspace,
        version=3,
        choices=(
            Choice("b", Verbatim("ארגון")),
            Choice("a", Phrase("done", {"zz": "1", "b": "2", "long-name": "3"})),
        ),
        ticked=frozenset({"b", "a"}),
        listed=("שלום", "سلام", "peace"),
        trail=((Frame("coalition_need", "a_problem"),),),
        carried={"zz": "1", "b": "2", "long-name": "3", "a": ""},
    )
    await database.run(add_place, person, left, NOW)
    assert await database.read(load_place, person, left.id) == left


async def test_a_place_is_its_persons_only(database: Database) -> None:
    first, second = [(await database.run(somebody, number)).person for number in (1, 2)]
    await database.run(add_place, first, standing(), NOW)
    assert await database.read(load_place, second, named("place")) is None
    assert await database.read(load_place, first, None) is None
    assert await database.read(open_places, second) == ()


async def test_moving_writes_state_version_and_instant(database: Database) -> None:
    person = (await database.run(somebody)).person
    await database.run(add_place, person, standing(), NOW)
    moved = standing(version=1, listed=("מילה",))
    await database.run(move_place, moved, NOW + timedelta(hours=1))
    assert await database.read(open_places, person) == ((moved, NOW + timedelta(hours=1)),)


async def test_the_place_that_moved_last_comes_first(database: Database) -> None:
    person = (await database.run(somebody)).person
    for minutes, what in enumerate(("b", "a", "c")):
        await database.run(add_place, person, standing(what, flow=what), NOW + timedelta(minutes=minutes % 2))
    assert [place.flow for place, _ in await database.read(open_places, person)] == ["a", "b", "c"]


@pytest.mark.parametrize("inside", [True, False])
async def test_a_conversation_is_open_once_in_each_workspace(database: Database, inside: bool) -> None:
    person = (await database.run(somebody)).person
    places = [await database.run(coalition, person, what) for what in ("north", "south")]
    workspace = places[0] if inside else None
    await database.run(add_place, person, standing("first", workspace=workspace), NOW)
    with pytest.raises(IntegrityError):
        await database.run(add_place, person, standing("second", workspace=workspace), NOW)
    await database.run(add_place, person, standing("third", workspace=places[1]), NOW)
    await database.run(close_place, named("first"))
    await database.run(add_place, person, standing("fourth", workspace=workspace), NOW)
    assert {place.id for place, _ in await database.read(open_places, person)} == {named("third"), named("fourth")}


async def test_leaving_closes_what_was_open_there(database: Database) -> None:
    person = (await database.run(somebody)).person
    north, south = [await database.run(coalition, person, what) for what in ("north", "south")]
    for number, workspace in enumerate((north, south, None)):
        await database.run(add_place, person, standing(f"place{number}", workspace=workspace), NOW)
    await database.run(close_places_in, person, north)
    assert [place.workspace for place, _ in await database.read(open_places, person)] == [south, None]


async def test_erased_words_leave_the_questions_of_their_workspace(database: Database) -> None:
    def settle(conn: Connection) -> int:
        person = somebody(conn).person
        workspace = coalition(conn, person)
        add_place(conn, person, standing("inside", workspace=workspace, listed=("עדן", "other")), NOW)
        add_place(conn, person, standing("outside", listed=("עדן",)), NOW)
        return person

    person = await database.run(settle)
    await database.run(unsay_in_places, [named("coalition")], {"עדן"})
    places = {place.id: place.listed for place, _ in await database.read(open_places, person)}
    assert places == {named("inside"): ("–", "other"), named("outside"): ("עדן",)}
