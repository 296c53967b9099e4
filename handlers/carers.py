"""Knows who looks after people, who may see the names of those who need help, and who may approve a crisis."""

from collections.abc import Iterable

from flows.rules.checkins import Wanting
from storage.audience import Reachable, audience_of
from storage.care import carers_of, on_duty_in
from storage.checkins import Answer
from storage.db import Connection
from storage.workspaces import COORDINATOR


def those_who_care(conn: Connection, workspace: str, but: int | None = None) -> tuple[Reachable, ...]:
    """Whoever was named to look after people and can be reached; without such, the coordinators."""
    people = [one for one in audience_of(conn, workspace) if one.address and not one.muted and one.person != but]
    carers = set(carers_of(conn, workspace))
    chosen = tuple(one for one in people if one.person in carers)
    return chosen or tuple(one for one in people if one.role == COORDINATOR)


def looks_after(conn: Connection, workspace: str, person: int) -> bool:
    """Whether somebody may see the names of those who need help: coordinators, and whoever was named."""
    role = next((one.role for one in audience_of(conn, workspace) if one.person == person), None)
    return role == COORDINATOR or (role is not None and person in carers_of(conn, workspace))


def approvers_in(conn: Connection, workspace: str, but: int) -> tuple[Reachable, ...]:
    """Whoever else may approve and can be reached: coordinators, who is on duty, those who look after people."""
    everybody = [one for one in audience_of(conn, workspace) if one.address and not one.muted and one.person != but]
    named_ones = {*on_duty_in(conn, workspace), *(one.person for one in those_who_care(conn, workspace, but))}
    return tuple(one for one in everybody if one.role == COORDINATOR or one.person in named_ones)


def wanting(said: Iterable[Answer]) -> tuple[Wanting, ...]:
    """What people need and offer, for matching."""
    return tuple(Wanting(one.person, one.needs, one.offers, one.met, one.taken) for one in said)
