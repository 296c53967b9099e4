"""Reads what tells the people of a workspace apart, for whoever chooses whom a call to action is for."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, exists, func, or_, select

from flows.rules.audience import Traits
from storage.audience import Reachable, audience_of
from storage.tables import addresses, attendance, broadcasts, memberships, places, replies
from storage.workspaces import COORDINATOR

_NOTHING: Final[frozenset[str]] = frozenset()

Waiting = Callable[[str, str], str | None]
"""(flow, step) → how a place is named there; None for one that nobody is asked for at."""


def crowd_of(
    conn: Connection,
    workspace: str,
    now: datetime,
    waiting: Waiting,
    organisations: Mapping[str, str],
    flows: Collection[str],
) -> tuple[tuple[Reachable, Traits], ...]:
    """Everybody with what tells them apart. `organisations`: by people's names; `flows`: where somebody may stand."""
    everyone = audience_of(conn, workspace)
    heard, said, waits = _last_heard(conn, workspace), _said(conn, workspace), _waits(conn, workspace, waiting, flows)
    shared = _names_of_several(everyone)
    known: dict[tuple[Any, ...], Traits] = {}  # most people are alike: those are the same object
    found: list[tuple[Reachable, Traits]] = []
    for one in everyone:
        alike = (
            one.role,
            one.language or "he",
            one.channel,
            one.muted,
            organisations.get(one.name, "") if one.name and one.name not in shared else "",
            waits.get(one.person, _NOTHING),
            max(0, (now - heard.get(one.person, one.joined_at)).days),
            said.get(one.person, _NOTHING),
            json.dumps(one.quiet, sort_keys=True) if one.quiet else "",
        )
        if alike not in known:
            known[alike] = Traits(*alike)
        found.append((one, known[alike]))
    return tuple(found)


def who_can_decide(conn: Connection, workspace: str, others: Collection[int]) -> tuple[int, ...]:
    """Coordinators who can be reached, and others of the workspace who are named; in the order they joined."""
    decides = or_(memberships.c.role == COORDINATOR, memberships.c.person_id.in_(others))
    reached = exists().where(addresses.c.person_id == memberships.c.person_id, addresses.c.blocked_at.is_(None))
    found = select(memberships.c.person_id).where(memberships.c.workspace_id == workspace, decides, reached)
    return tuple(conn.execute(found.order_by(memberships.c.joined_at, memberships.c.person_id)).scalars())


def _names_of_several(everyone: tuple[Reachable, ...]) -> frozenset[str | None]:
    """Names that two go by: nobody is taken for somebody else's organisation."""
    counted = Counter(one.name for one in everyone)
    return frozenset(name for name, people in counted.items() if people > 1)


def _last_heard(conn: Connection, workspace: str) -> Mapping[int, datetime]:
    latest = (
        select(addresses.c.person_id, func.max(addresses.c.last_used_at, type_=addresses.c.last_used_at.type))
        .join_from(addresses, memberships, memberships.c.person_id == addresses.c.person_id)
        .where(memberships.c.workspace_id == workspace)
        .group_by(addresses.c.person_id)
    )
    return {person: at for person, at in conn.execute(latest)}


def _said(conn: Connection, workspace: str) -> Mapping[int, frozenset[str]]:
    """What people answered to actions and to calls."""
    said: defaultdict[int, set[str]] = defaultdict(set)
    to_actions = select(attendance.c.person_id, attendance.c.action, attendance.c.answer)
    for person, action, answer in conn.execute(to_actions.where(attendance.c.workspace_id == workspace)):
        said[person].add(f"event:{action}:{'cannot' if answer == 'cannot' else 'coming'}")
    to_calls = select(replies.c.person_id, replies.c.broadcast_id, replies.c.answer)
    of_here = to_calls.join_from(replies, broadcasts, broadcasts.c.id == replies.c.broadcast_id)
    for person, call, answer in conn.execute(of_here.where(broadcasts.c.workspace_id == workspace)):
        said[person].add(f"reply:{call}:{answer}")
    return {person: frozenset(answers) for person, answers in said.items()}


def _waits(
    conn: Connection, workspace: str, waiting: Waiting, flows: Collection[str]
) -> Mapping[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    standing = select(places.c.person_id, places.c.flow, places.c.state)
    for person, flow, state in conn.execute(
        standing.where(places.c.workspace_id == workspace, places.c.flow.in_(flows))
    ):
        named = waiting(flow, state["frames"][0]["step"])
        if named is not None:
            found[person].add(named)
    return {person: frozenset(names) for person, names in found.items()}
