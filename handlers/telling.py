"""Writes rows for somebody else of a workspace, who may not want them, or cannot be reached any more."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from handlers.kit import Kit
from storage import outbox
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass
from storage.people import addresses_of
from storage.workspaces import memberships_of


def told(
    conn: Connection, kit: Kit, person: int, workspace: str, contents: Iterable[Mapping[str, Any]], now: datetime
) -> bool:
    """One row for each content, in this order; False if they are no member, silenced the coalition or blocked us."""
    theirs = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    address = next((a for a in addresses_of(conn, person) if not a.blocked), None)
    if theirs is None or theirs.muted or address is None:
        return False
    for content in contents:
        draft = Draft(
            key=kit.fresh(),
            person=person,
            address=address.id,
            channel=address.channel,
            message_class=MessageClass.BULK,
            lane=Lane.SCHEDULED,
            content=content,
            workspace=workspace,
        )
        outbox.put(conn, draft, now)
    return True
