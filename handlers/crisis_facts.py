"""Loads what a crisis space may know beyond its own records: which crises somebody is in, and its coalition's people.

What comes from the coalition's map and ledger is read as the person could read it there, and not at all by whoever is
no member of it.
"""

from collections.abc import Iterator, Mapping

from flows.facts import Table
from flows.model import Fields
from flows.rules.crisis import NOW, text_in, title_of
from flows.rules.inventory import Reader, offers_of, partners_of, players_of, withheld_from
from storage.answers import records
from storage.db import Connection
from storage.workspaces import COALITION, COORDINATOR, CRISIS, Membership, members_of, memberships_of

_OURS = frozenset({"active_ally", "passive_ally"})


def crises_of(conn: Connection, person: int) -> Table:
    """Every crisis space somebody is in: what it is called, whether it is over, and their part in it."""
    rooms = (m for m in memberships_of(conn, person) if m.kind == CRISIS)
    return {room.workspace: _room(conn, room) for room in rooms}


def _room(conn: Connection, room: Membership) -> Fields:
    tables = records(conn, room.workspace, ("crisis",))
    now = tables["crisis"].get(NOW, {})
    return {"title": title_of(tables), "status": text_in(now, "status"), "role": room.role}


def coalition_of(conn: Connection, room: str | None) -> str | None:
    """The coalition a crisis space was opened for; None for somebody's own."""
    now = records(conn, room, ("crisis",))["crisis"].get(NOW, {}) if room else {}
    return text_in(now, "coalition") or None


def allies_of(conn: Connection, person: int, room: str | None) -> Table:
    """Who on the coalition's map stands with us, and who offered something, by name."""
    coalition = coalition_of(conn, room)
    mine = next((m for m in memberships_of(conn, person) if m.workspace == coalition), None)
    if coalition is None or mine is None or mine.kind != COALITION:
        return {}
    tables = records(conn, coalition, ("coalition", "actor", "resource", "gap", "seat", "committee"))
    reader: Reader = "lead" if mine.role == COORDINATOR else "members"
    withheld = withheld_from(tables, reader)
    giving = _giving(tables, reader)
    ours = (str(f["name"]) for f in players_of(tables).values() if _stands_with_us(f))
    partners = (str(f["name"]) for f in partners_of(tables).values())
    names = dict.fromkeys(name for name in (*giving, *partners, *ours) if name not in withheld)
    return {name: {"name": name, "offers": giving.get(name, [])} for name in names}


def _giving(tables: Mapping[str, Table], reader: Reader) -> dict[str, list[str]]:
    """Who brings what, as the ledger shows it to this reader."""
    giving: dict[str, list[str]] = {}
    for offer in offers_of(tables, reader):
        giving.setdefault(offer.organisation, []).append(offer.kind)
    return giving


def _stands_with_us(actor: Mapping[str, object]) -> bool:
    return actor.get("stance") in _OURS or bool(actor.get("shares_goal"))


def colleagues_of(conn: Connection, person: int, room: str | None) -> Table:
    """Members of the coalition who are not in this space yet."""
    coalition = coalition_of(conn, room)
    if coalition is None or not any(m.workspace == coalition for m in memberships_of(conn, person)):
        return {}
    return dict(_outside(conn, coalition, str(room)))


def _outside(conn: Connection, coalition: str, room: str) -> Iterator[tuple[str, Fields]]:
    inside = {member.person for member in members_of(conn, room)}
    for member in members_of(conn, coalition):
        if member.person not in inside and member.name:
            yield str(member.person), {"name": member.name, "role": member.role}
