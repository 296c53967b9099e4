"""Loads exactly the facts that a flow declared, one small function for each kind that is no workspace record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from flows.facts import RECORD_KINDS, Facts, Table
from flows.model import Fields, Place
from flows.rules import emergency
from flows.rules.licence import as_facts
from flows.rules.quiet_choices import quiet_fields
from flows.rules.stages import approval_field, is_finished
from handlers.broadcasts import call_table, calls_table, crowd_table
from handlers.checkin_facts import asked_facts, care_facts
from handlers.crisis_facts import allies_of, colleagues_of, crises_of
from handlers.kit import Kit
from storage.answers import changed_after, last_answer_of, records
from storage.db import Connection
from storage.people import Person
from storage.places import open_places
from storage.versions import earlier_versions
from storage.workspaces import COALITION, Membership, find_invitation, members_of, memberships_of

VERSIONS_TOLD = 9
"""How many earlier versions are offered; more would be no list but an archive."""


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
        "weekly_day": person.weekly_day,
        "weekly_hour": person.weekly_hour,
        **quiet_fields(person.quiet),
    }
    return {"": known}


def _membership(asker: Asker) -> Table:
    workspace = asker.place.workspace or asker.person.active_workspace
    for membership in memberships_of(asker.conn, asker.person.id):
        if membership.workspace == workspace:
            return {"": {**_part(membership), "versions": _versions(asker, membership.workspace)}}
    return {}


def _versions(asker: Asker, workspace: str) -> list[str]:
    """Document, number and day of the versions that newer ones have followed, the latest first."""
    zone = ZoneInfo(asker.kit.policy.timezone)
    made = ((v, v.made_at.astimezone(zone)) for v in earlier_versions(asker.conn, workspace, VERSIONS_TOLD))
    return [f"{version.artefact}:{version.number}:{day.day}.{day.month}" for version, day in made]


def _my_coalitions(asker: Asker) -> Table:
    return {m.workspace: _part(m) for m in memberships_of(asker.conn, asker.person.id) if m.kind == COALITION}


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
    return {"": {"workspace": found.workspace, "role": found.role, "coalition": found.name, "kind": found.kind}}


def _waiting(asker: Asker) -> Table:
    """Conversations left open, the one that moved last first; not the menus one passes on the way."""
    catalogue = asker.kit.conversations.catalogue
    names = _my_coalitions(asker)
    several = len(names) > 1
    table: dict[str, Fields] = {}
    for place, _ in open_places(asker.conn, asker.person.id):
        flow = catalogue.get(place.flow)
        if flow is None or not flow.stage or place.id == asker.place.id or is_finished(catalogue, place):
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
            **{f"rate_{channel}": rate for channel, rate in policy.rates.items()},
            **as_facts(content.licence),
            **emergency.as_facts(content, language),
        }
    }


def _changed(asker: Asker) -> Table:
    """Question → who answered it anew, and when, since the stage one stands in was approved."""
    workspace = asker.place.workspace
    if workspace is None:
        return {}
    zone = ZoneInfo(asker.kit.policy.timezone)
    changes = changed_after(asker.conn, workspace, "coalition", approval_field(asker.place.flow))
    return {
        change.step: {"name": change.name, "day": change.changed_at.astimezone(zone).date().isoformat()}
        for change in changes
    }


def _asked(asker: Asker) -> Table:
    return asked_facts(asker.conn, asker.person, asker.place)


def _care(asker: Asker) -> Table:
    return care_facts(asker.conn, asker.kit, asker.person, asker.place, asker.now)


def _crowd(asker: Asker) -> Table:
    return crowd_table(asker.conn, asker.kit, asker.place.workspace, asker.now)


def _calls(asker: Asker) -> Table:
    return calls_table(asker.conn, asker.kit, asker.place.workspace, asker.person.id, asker.now)


def _call(asker: Asker) -> Table:
    return call_table(asker.conn, asker.kit, asker.place.workspace, asker.place.carried.get("call"))


def _answer(asker: Asker) -> Table:
    return {"": dict(asker.place.carried)}


def _my_crises(asker: Asker) -> Table:
    return crises_of(asker.conn, asker.person.id)


def _allies(asker: Asker) -> Table:
    return allies_of(asker.conn, asker.person.id, asker.place.workspace)


def _colleagues(asker: Asker) -> Table:
    return colleagues_of(asker.conn, asker.person.id, asker.place.workspace)


_LOADERS: Mapping[str, Callable[[Asker], Table]] = {
    "person": _person,
    "membership": _membership,
    "my_coalitions": _my_coalitions,
    "members": _members,
    "invitation": _invitation,
    "waiting": _waiting,
    "house": _house,
    "answer": _answer,
    "changed": _changed,
    "asked": _asked,
    "care": _care,
    "my_crises": _my_crises,
    "allies": _allies,
    "colleagues": _colleagues,
    "crowd": _crowd,
    "calls": _calls,
    "call": _call,
}


@cache
def loadable_kinds() -> frozenset[str]:
    """Every kind this room can load; a test holds it against what flows may declare."""
    return frozenset(_LOADERS) | RECORD_KINDS
