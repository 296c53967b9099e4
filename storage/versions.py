"""Keeps which version of a document people saw, so that what was approved can be shown again exactly as it was.

Nothing drawn is stored. A version remembers the last answer it was made of; drawing it again reads the answers up to
that one. Answers are counted, not timed: two given in the same instant still come one after the other.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, update

from storage.tables import answers, persons, versions
from storage.workspaces import lock_workspace

MadeOf = Mapping[str, Collection[str]]
"""kind → its fields that a document is made of; no fields: all of them."""


class VersionState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one document. `last_answer` is the id of the last answer it is made of, 0 before any.

    `approved_by` is the name of whoever approved it, None when nobody did or they were forgotten.
    """

    workspace: str
    artefact: str
    number: int
    made_at: datetime
    last_answer: int
    state: VersionState
    approved_at: datetime | None
    approved_by: str | None


_VERSION: Select[Any] = select(
    versions.c.workspace_id,
    versions.c.artefact,
    versions.c.number,
    versions.c.made_at,
    versions.c.last_answer,
    versions.c.state,
    versions.c.approved_at,
    persons.c.display_name,
).join_from(versions, persons, persons.c.id == versions.c.approved_by, isouter=True)


def version_now(
    conn: Connection, workspace: str, artefact: str, made_of: MadeOf, maker: int, now: datetime
) -> Version:
    """The version that shows what is known now: the newest one, or a new one if an answer changed since."""
    lock_workspace(conn, workspace)
    last_answer = _last_answer(conn, workspace, made_of)
    newest = newest_version(conn, workspace, artefact)
    if newest is not None and newest.last_answer == last_answer:
        return newest
    number = newest.number + 1 if newest else 1
    row = {
        "workspace_id": workspace,
        "artefact": artefact,
        "number": number,
        "made_at": now,
        "made_by": maker,
        "last_answer": last_answer,
        "state": VersionState.DRAFT,
    }
    conn.execute(insert(versions).values(row))
    return Version(workspace, artefact, number, now, last_answer, VersionState.DRAFT, None, None)


def newest_version(conn: Connection, workspace: str, artefact: str) -> Version | None:
    return _first(conn, _of(workspace, artefact))


def load_version(conn: Connection, workspace: str, artefact: str, number: int) -> Version | None:
    return _first(conn, and_(_of(workspace, artefact), versions.c.number == number))


def earlier_versions(conn: Connection, workspace: str, at_most: int) -> tuple[Version, ...]:
    """The last versions that a newer one of the same document has followed, the latest first."""
    newest = (
        select(versions.c.artefact, func.max(versions.c.number).label("number"))
        .where(versions.c.workspace_id == workspace)
        .group_by(versions.c.artefact)
        .subquery()
    )
    followed = and_(newest.c.artefact == versions.c.artefact, versions.c.number < newest.c.number)
    found = _VERSION.join(newest, followed).where(versions.c.workspace_id == workspace)
    rows = conn.execute(found.order_by(versions.c.id.desc()).limit(at_most))
    return tuple(_version(*row) for row in rows)


def approve_version(conn: Connection, version: Version, approver: int, now: datetime) -> None:
    """Note who approved it and when; one that was shared before stays shared."""
    state = VersionState.SHARED if version.state is VersionState.SHARED else VersionState.APPROVED
    _set(conn, version, state=state, approved_by=approver, approved_at=now)


def note_shared(conn: Connection, version: Version) -> None:
    _set(conn, version, state=VersionState.SHARED)


def _set(conn: Connection, version: Version, **columns: object) -> None:
    where = and_(_of(version.workspace, version.artefact), versions.c.number == version.number)
    conn.execute(update(versions).where(where).values(columns))


def _last_answer(conn: Connection, workspace: str, made_of: MadeOf) -> int:
    parts = [
        and_(answers.c.kind == kind, answers.c.field.in_(sorted(fields))) if fields else answers.c.kind == kind
        for kind, fields in made_of.items()
    ]
    newest = select(func.max(answers.c.id)).where(answers.c.workspace_id == workspace, or_(*parts))
    return conn.execute(newest).scalar() or 0


def _of(workspace: str, artefact: str) -> ColumnElement[bool]:
    return and_(versions.c.workspace_id == workspace, versions.c.artefact == artefact)


def _first(conn: Connection, where: ColumnElement[bool]) -> Version | None:
    row = conn.execute(_VERSION.where(where).order_by(versions.c.number.desc()).limit(1)).first()
    return _version(*row) if row else None


def _version(
    workspace: str,
    artefact: str,
    number: int,
    made_at: datetime,
    last_answer: int,
    state: str,
    approved_at: datetime | None,
    approver: str | None,
) -> Version:
    return Version(workspace, artefact, number, made_at, last_answer, VersionState(state), approved_at, approver)
