"""Loads exactly the facts that a flow declared, one small function for each kind that is no workspace record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from flows.facts import RECORD_KINDS, Facts, Table
from flows.model import Fields, Place
from handlers.kit import Kit
from storage.answers import last_answer_of, records
from storage.db import Connection
from storage.people import Person
from storage.places import open_places
from storage.workspaces import Membership, find_invitation, members_of, memberships_of


@dataclass(frozen=True, slots=True)
class Asker:
    """For whom and where facts are loaded."""

    conn: Connection
    kit: Kit
    person: Person
    place: Place
    now: datetime


def load_facts(asker: Asker, kinds: Iterable[str]) -> Facts:
    """The facts of these kinds as they stand in this transaction."""
    wanted = set(kinds)
    tables: dict[str, Table] = {kind: _LOADERS[kind](asker) for kind in wanted - RECORD_KINDS}
    of_workspace = wanted & RECORD_KINDS
    if of_workspace:
        tables |= _records(asker, of_workspace)
    return Facts(tables)


def _records(asker: Asker, kinds: set[str]) -> Mapping[str, Table]:
    if asker.place.workspace is None:
        return {kind: {} for kind in kinds}
    return records(asker.conn, asker.place.workspace, kinds)


def _person(asker: Asker) -> Table:
    person = asker.person
    known: Fields = {
        "id": str(person.id),
        "language": person.language,
        "address_form": person.address_form,
        "display_name": person.display_name,
        "role_hint": person.role_hint,
        "may_found": person.may_found,
        "active_workspace": person.active_workspace,
    }
    return {"": known}


def _membership(asker: Asker) -> Table:
    workspace = asker.place.workspace or asker.person.active_workspace
    for membership in memberships_of(asker.conn, asker.person.id):
        if membership.workspace == workspace:
            return {"": _part(membership)}
    return {}


def _my_coalitions(asker: Asker) -> Table:
    return {m.workspace: _part(m) for m in memberships_of(asker.conn, asker.person.id)}


def _part(membership: Membership) -> Fields:
    return {
        "workspace": membership.workspace,
        "role": membership.role,
        "name": membership.name,
        "coalition": membership.name,
        "muted": membership.muted,
    }


def _members(asker: Asker) -> Table:
    workspace = asker.place.workspace
    everyone = members_of(asker.conn, workspace) if workspace else ()
    return {str(m.person): {"name": m.name or "–", "role": m.role} for m in everyone}


def _invitation(asker: Asker) -> Table:
    lookup = asker.place.carried.get("invitation")
    found = find_invitation(asker.conn, bytes.fromhex(lookup)) if lookup else None
    if found is None or found.workspace is None or not found.holds(asker.now):
        return {}
    return {"": {"workspace": found.workspace, "role": found.role, "coalition": found.name}}


def _waiting(asker: Asker) -> Table:
    """Conversations left open, the one that moved last first; not the menus one passes on the way."""
    catalogue = asker.kit.conversations.catalogue
    names = _my_coalitions(asker)
    several = len(names) > 1
    table: dict[str, Fields] = {}
    for place, _ in open_places(asker.conn, asker.person.id):
        if place.flow not in catalogue or not catalogue[place.flow].stage or place.id == asker.place.id:
            continue
        fields: dict[str, str | int | bool | list[str] | None] = {"title": f"{place.flow}-title"}
        if several and place.workspace is not None and place.workspace in names:
            fields["coalition"] = names[place.workspace].get("name")
        answer = last_answer_of(asker.conn, asker.person.id, place.workspace) if place.workspace else None
        if answer is not None:
            fields["answer"] = answer.step
        table[place.id] = fields
    return table


def _house(asker: Asker) -> Table:
    policy, content = asker.kit.policy, asker.kit.conversations.content
    language = asker.person.language or "he"
    return {
        "": {
            "founding": policy.founding,
            "languages": ",".join(policy.languages),
            "operator": content.operator.get(language),
            "contact": content.contact.get(language),
            "version": policy.version,
            "updated": policy.updated,
        }
    }


def _answer(asker: Asker) -> Table:
    return {"": dict(asker.place.carried)}


_LOADERS: Mapping[str, Callable[[Asker], Table]] = {
    "person": _person,
    "membership": _membership,
    "my_coalitions": _my_coalitions,
    "members": _members,
    "invitation": _invitation,
    "waiting": _waiting,
    "house": _house,
    "answer": _answer,
}


@cache
def loadable_kinds() -> frozenset[str]:
    """Every kind this room can load; a test holds it against what flows may declare."""
    return frozenset(_LOADERS) | RECORD_KINDS
