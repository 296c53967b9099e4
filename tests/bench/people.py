"""Fills a database with people who founded a coalition each and stand at the first question of the measured form."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.app import fresh_id
from flows.model import Frame, Place
from storage.db import Connection, open_database
from storage.people import add_person, record_consent, set_person
from storage.places import add_place
from storage.seals import Keys
from storage.workspaces import found_workspace

FLOW, FIRST_STEP = "bench_form", "bench_problem"
IN_ONE_UNIT = 500


async def fill(folder: Path, people: int, first: int) -> None:
    """So many people, known to the platform by numbers from `first` on."""
    keys = Keys.load(folder / "key")
    db = await open_database(f"sqlite:///{folder / 'rakezet.db'}")
    await db.migrate()
    for start in range(first, first + people, IN_ONE_UNIT):
        await db.run(_settle, keys, range(start, min(start + IN_ONE_UNIT, first + people)), datetime.now(UTC))
    await db.close()


def _settle(conn: Connection, keys: Keys, numbers: Iterable[int], now: datetime) -> None:
    for number in numbers:
        person = add_person(conn, keys, "telegram", str(number), now).person
        workspace, place = fresh_id(), Place(fresh_id(), FLOW, None, (Frame(FLOW, FIRST_STEP),))
        record_consent(conn, person, "use", "1", now)
        found_workspace(conn, workspace, "coalition", person, now)
        place = Place(place.id, FLOW, workspace, place.frames)
        add_place(conn, person, place, now)
        set_person(
            conn,
            person,
            language="en",
            address_form="plural",
            display_name="A",
            waiting_place_id=place.id,
            active_workspace_id=workspace,
        )
