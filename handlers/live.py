"""Shows a message that edits itself as things change: a count, a roll-up, progress.

Rows name the message, not its words: `handlers.live_words` finds those when the row is sent, so that a hundred
changes in a second are one edit, and it says what stands then.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from handlers.kit import Kit
from handlers.telling import Alert, told
from storage import outbox
from storage.db import Connection
from storage.live import followers_to_tell, is_followed
from storage.outbox import Draft, Lane, MessageClass, Row
from storage.people import addresses_of

EDITLESS_EVERY = timedelta(minutes=5)
"""A channel that cannot edit gets a message of its own for what changed, this often at most."""
ONLY_INSTEAD = "only_instead"
"""Marks a content that makes sense in the place of an earlier one alone: whoever saw none is not shown this."""
FOLLOWED = timedelta(days=7)
"""How long a message edits itself where nobody says until when."""


def follow(
    conn: Connection,
    kit: Kit,
    person: int,
    workspace: str,
    name: str,
    item: str,
    now: datetime,
    *,
    lane: Lane = Lane.REPLY,
    until: datetime | None = None,
) -> bool:
    """Show it to somebody for the first time, or afresh: this message is edited from then on. False: out of reach."""
    address = next((a for a in addresses_of(conn, person) if not a.blocked), None)
    if address is None:
        return False
    content = {"live": {"name": name, "item": item, "afresh": True}}
    live = _live(name, item)
    over = until or now + FOLLOWED
    draft = _draft(kit, person, address.id, address.channel, lane, content, workspace, live, over)
    outbox.put(conn, draft, now)
    return True


def gather(
    conn: Connection, kit: Kit, person: int, workspace: str, name: str, item: str, now: datetime, alert: Alert
) -> None:
    """Show somebody by the clock what gathers in one message: held while they rest; shown before, it is edited."""
    live = _live(name, item)
    if is_followed(conn, workspace, live, person):
        return refresh(conn, kit, workspace, name, item, now)
    content = {"live": {"name": name, "item": item, "afresh": True}}
    told(conn, kit, person, workspace, [content], now, alert, live=live)


def refresh(conn: Connection, kit: Kit, workspace: str, name: str, item: str, now: datetime) -> None:
    """Something it shows has changed: everybody who follows it sees what stands now."""
    live = _live(name, item)
    for one in followers_to_tell(conn, workspace, live, now):
        content = {"live": {"name": name, "item": item}}
        lane = Lane(one.lane)
        outbox.put(
            conn, _draft(kit, one.person, one.address, one.channel, lane, content, workspace, live, one.until), now
        )


def show_again(conn: Connection, kit: Kit, row: Row, now: datetime) -> None:
    """One state of it is uncertain. What stands is shown once more: to edit twice is to edit once."""
    if row.live is not None and row.repeats is None and row.workspace is not None and not is_afresh(row):
        named = {"live": row.content["live"]}
        again = _draft(
            kit, row.person, row.address, row.channel, row.lane, named, row.workspace, row.live, row.expires_at
        )
        outbox.put(conn, replace(again, repeats=row.key), now)


def is_afresh(row: Row) -> bool:
    """Whether it is shown for the first time, or anew where its reader sees it."""
    return bool(row.content["live"].get("afresh"))


def _live(name: str, item: str) -> str:
    return f"{name}:{item}"


def _draft(
    kit: Kit,
    person: int,
    address: int,
    channel: str,
    lane: Lane,
    content: dict[str, Any],
    workspace: str,
    live: str,
    until: datetime | None,
) -> Draft:
    return Draft(
        key=kit.fresh(),
        person=person,
        address=address,
        channel=channel,
        message_class=MessageClass.REPLY,
        lane=lane,
        content=content,
        workspace=workspace,
        expires_at=until,
        live=live,
    )
