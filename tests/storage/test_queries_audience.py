"""An audience is everybody of one workspace, once; a live message is told to whoever follows it."""

from datetime import timedelta

from sqlalchemy import Connection

from storage import outbox
from storage.audience import Reachable, audience_of
from storage.db import Database
from storage.live import Follower, Shown, followers_to_tell, last_shown
from storage.outbox import Lane, State
from storage.people import add_address, block_address, set_person
from storage.workspaces import COORDINATOR, MEMBER, join_workspace, set_muted
from tests.storage.rows import KEYS, NOW, coalition, message, named, queued, somebody

LATER = NOW + timedelta(days=1)


async def test_an_audience_is_every_member_once_at_the_address_used_last(database: Database) -> None:
    def settle(conn: Connection) -> tuple[str, list[int], list[int]]:
        neta, samir, robin, stranger = (somebody(conn, number) for number in range(1, 5))
        workspace = coalition(conn, neta.person)
        coalition(conn, stranger.person, "other")
        for who in (samir, robin):
            join_workspace(conn, workspace, who.person, MEMBER, LATER)
        newer = add_address(conn, KEYS, samir.person, "whatsapp", "22", LATER)
        gone = add_address(conn, KEYS, neta.person, "whatsapp", "11", LATER)
        for blocked in (gone, robin):
            block_address(conn, blocked.id, NOW)
        set_person(conn, samir.person, language="ar", quiet={"nights": "none"}, display_name="سمير")
        set_muted(conn, workspace, robin.person, NOW)
        return workspace, [neta.person, samir.person, robin.person], [neta.id, newer.id]

    workspace, people, addresses = await database.run(settle)
    neta, samir, robin = await database.read(audience_of, workspace)
    assert neta == Reachable(people[0], None, COORDINATOR, NOW, False, addresses[0], "telegram", None, None)
    quiet = {"nights": "none"}
    assert samir == Reachable(people[1], "سمير", MEMBER, LATER, False, addresses[1], "whatsapp", "ar", quiet)
    assert robin == Reachable(people[2], None, MEMBER, LATER, True, None, None, None, None)


async def test_many_rows_are_written_at_once(database: Database) -> None:
    def settle(conn: Connection) -> int:
        to = somebody(conn)
        return outbox.put_all(conn, [message(to, f"row {n}", about="call") for n in range(300)], NOW)

    assert await database.run(settle) == 300
    assert len(await database.read(outbox.ready, NOW, 1000)) == 300
    assert await database.run(outbox.put_all, [], NOW) == 0


async def test_who_follows_is_told_unless_news_is_on_its_way_or_it_matters_no_more(database: Database) -> None:
    def settle(conn: Connection) -> tuple[str, int, int]:
        waits, knows, late = (somebody(conn, number) for number in range(1, 4))
        workspace = coalition(conn, waits.person)
        live = {"workspace": workspace, "live": "count:1", "lane": Lane.CRISIS}
        queued(conn, waits, "first", **live)
        for key in ("second", "third"):
            row = queued(conn, knows, key, expires_at=LATER, **live)
            outbox.claim(conn, row.id, key, NOW)
            outbox.finish(conn, row.id, key, State.ACCEPTED, NOW, provider_id=key)
        over = queued(conn, late, "fourth", expires_at=NOW, **live)
        outbox.end_unsent(conn, over.id, State.EXPIRED, "expired", NOW)
        return workspace, knows.person, knows.id

    workspace, person, address = await database.run(settle)
    follower = Follower(person, address, "telegram", Lane.CRISIS, LATER)
    assert await database.read(followers_to_tell, workspace, "count:1", NOW) == (follower,)
    assert await database.read(followers_to_tell, workspace, "count:1", LATER) == ()
    assert await database.read(followers_to_tell, workspace, "count:2", NOW) == ()
    assert await database.read(followers_to_tell, named("other"), "count:1", NOW) == ()
    shown = await database.read(last_shown, workspace, "count:1", person, address)
    assert shown == Shown("third", NOW)
    assert await database.read(last_shown, workspace, "count:1", person + 1, address) is None
