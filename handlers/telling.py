"""Writes rows for somebody else of a workspace, who may not want them, rests just now, or cannot be reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.rules.quiet_choices import quiet_choices
from flows.rules.quiet_times import Urgency, next_allowed
from handlers.kit import Kit
from storage import outbox
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass
from storage.people import addresses_of, load_person
from storage.workspaces import memberships_of

SPREAD_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Alert:
    """A message that comes by the clock: until when it matters, and whether it may break a rest.

    `spread` says that very many get it at one moment: they get it within the minute.
    """

    void_after: datetime
    urgent: bool = False
    spread: bool = False


def told(
    conn: Connection,
    kit: Kit,
    person: int,
    workspace: str,
    contents: Iterable[Mapping[str, Any]],
    now: datetime,
    alert: Alert | None = None,
) -> bool:
    """One row for each content, in this order; False if nobody is told.

    That is: they are no member, silenced the coalition or blocked us, or rest until it matters no more.
    """
    theirs = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    address = next((a for a in addresses_of(conn, person) if not a.blocked), None)
    if theirs is None or theirs.muted or address is None:
        return False
    not_before = _when(conn, kit, person, now, alert) if alert else now
    if alert is not None and not_before > alert.void_after:
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
            not_before=not_before if not_before > now else None,
            expires_at=alert.void_after if alert else None,
        )
        outbox.put(conn, draft, now)
    return True


def _when(conn: Connection, kit: Kit, person: int, now: datetime, alert: Alert) -> datetime:
    """Now, or when their quiet times end; among very many a little later, each at a second of their own."""
    spread = timedelta(seconds=person % SPREAD_SECONDS) if alert.spread else timedelta()
    choices = quiet_choices(load_person(conn, person).quiet, ZoneInfo(kit.policy.timezone))
    urgency = Urgency.APPROVED if alert.urgent else Urgency.ROUTINE
    return next_allowed(now, choices, urgency) + spread
