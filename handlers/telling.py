"""Writes rows for somebody else of a workspace, who may not want them, rests just now, or cannot be reached."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.rules.quiet_choices import quiet_choices
from flows.rules.quiet_times import Urgency, next_allowed
from handlers.kit import Kit
from storage import outbox
from storage.audience import Reachable
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass
from storage.people import addresses_of, load_person
from storage.workspaces import memberships_of

SPREAD_SECONDS = 60

Content = Mapping[str, Any]
"""What a row says or names to be drawn, and where its buttons lead."""


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
    contents: Iterable[Content],
    now: datetime,
    alert: Alert | None = None,
    about: str | None = None,
    live: str | None = None,
) -> bool:
    """One row for each content, in this order, filed under `about`; False if nobody is told.

    That is: they are no member, silenced the coalition or blocked us, or rest until it matters no more.
    """
    theirs = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None)
    address = next((a for a in addresses_of(conn, person) if not a.blocked), None)
    if theirs is None or theirs.muted or address is None:
        return False
    not_before = _Rests(kit, now, alert).end_for(person, load_person(conn, person).quiet) if alert else now
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
            about=about,
            live=live,
        )
        outbox.put(conn, draft, now)
    return True


def told_all(
    conn: Connection,
    kit: Kit,
    workspace: str,
    people: Iterable[Reachable],
    content: Content | Callable[[Reachable], Content],
    now: datetime,
    *,
    about: str | None = None,
    lane: Lane = Lane.SCHEDULED,
    message_class: MessageClass = MessageClass.BULK,
    alert: Alert | None = None,
    even_muted: bool = False,
) -> int:
    """One row for each of very many members; how many are told. Who cannot or does not want to be is left out."""
    drafts: list[Draft] = []
    rests = _Rests(kit, now, alert) if alert else None
    for one in people:
        if one.address is None or one.channel is None or (one.muted and not even_muted):
            continue
        not_before = rests.end_for(one.person, one.quiet) if rests else now
        if alert is not None and not_before > alert.void_after:
            continue
        drafts.append(
            Draft(
                key=kit.fresh(),
                person=one.person,
                address=one.address,
                channel=one.channel,
                message_class=message_class,
                lane=lane,
                content=content(one) if callable(content) else content,
                workspace=workspace,
                not_before=not_before if not_before > now else None,
                expires_at=alert.void_after if alert else None,
                about=about,
            )
        )
    return outbox.put_all(conn, drafts, now)


@dataclass(slots=True)
class _Rests:
    """When each of many may hear of an alert: most of them rest alike, and that is reckoned once."""

    kit: Kit
    now: datetime
    alert: Alert
    _ends: dict[str, datetime] = field(default_factory=dict)

    def end_for(self, person: int, quiet: Mapping[str, Any] | None) -> datetime:
        """Now, or when their quiet times end; among very many a little later, each at a second of their own."""
        alike = repr(quiet)
        if alike not in self._ends:
            choices = quiet_choices(quiet, ZoneInfo(self.kit.policy.timezone))
            urgency = Urgency.APPROVED if self.alert.urgent else Urgency.ROUTINE
            self._ends[alike] = next_allowed(self.now, choices, urgency)
        spread = timedelta(seconds=person % SPREAD_SECONDS) if self.alert.spread else timedelta()
        return self._ends[alike] + spread
