"""Keeps who was asked whether they are all right, and what they said, apart from the plan and no longer than needed.

An answer belongs to its person and goes with them. Whoever was asked has a row from the start, so that those who
answered, those who did not and those who cannot be reached always add up to everybody who was asked.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, delete, exists, func, insert, select, update

from flows.rules.checkins import Rollup, Status
from storage.compiled import Prepared
from storage.tables import addresses, checkin_answers, checkins, memberships, persons


class Kind(StrEnum):
    """How a check-in came about: asked by hand, by a plan, with a crisis, or by somebody who needs help."""

    ASKED = "asked"
    PLANNED = "planned"
    CRISIS = "crisis"
    SELF = "self"


class State(StrEnum):
    """CANCELLED: it was a false alarm, and nobody is to answer it any more."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Checkin:
    """One asking. `minutes`: after how many the silent are asked again; `counts`: what was counted at its close."""

    id: str
    workspace: str
    asked_by: int | None
    kind: Kind
    drill: bool
    template: str
    wording: str | None
    minutes: tuple[int, ...]
    state: State
    asked_at: datetime
    closed_at: datetime | None = None
    counts: Mapping[str, int] | None = None

    @property
    def about(self) -> str:
        """What its messages belong to."""
        return f"checkin:{self.id}"

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said; `name` is the one they gave us."""

    person: int
    name: str | None
    status: Status | None
    danger: str | None
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    available: str | None
    report: str | None
    source: str | None
    followup: str | None
    met: tuple[str, ...]
    taken: tuple[str, ...]
    answered_at: datetime | None
    reachable: bool


_CHECKIN = select(
    checkins.c.id,
    checkins.c.workspace_id,
    checkins.c.asked_by,
    checkins.c.kind,
    checkins.c.drill,
    checkins.c.template,
    checkins.c.wording,
    checkins.c.minutes,
    checkins.c.state,
    checkins.c.asked_at,
    checkins.c.closed_at,
    checkins.c.counts,
)
_ASKED_LAST = Prepared(
    _CHECKIN.join_from(checkins, checkin_answers, checkin_answers.c.checkin_id == checkins.c.id)
    .where(checkin_answers.c.person_id == bindparam("person"), checkins.c.state != State.CANCELLED)
    .order_by(checkins.c.asked_at.desc())
    .limit(1)
)
_HAS_ADDRESS = exists().where(addresses.c.person_id == checkin_answers.c.person_id, addresses.c.blocked_at.is_(None))
_WANTS_TO_HEAR = exists().where(
    memberships.c.person_id == checkin_answers.c.person_id,
    memberships.c.workspace_id == checkins.c.workspace_id,
    memberships.c.muted_at.is_(None),
)
_REACHABLE = case((and_(_HAS_ADDRESS, _WANTS_TO_HEAR), 1), else_=0)
_SAID = ("status", "danger", "needs", "offers", "available", "report", "source", "followup", "met", "taken")
_ANSWER = (
    select(
        checkin_answers.c.person_id,
        persons.c.display_name,
        *(checkin_answers.c[name] for name in _SAID),
        checkin_answers.c.answered_at,
        _REACHABLE,
    )
    .join_from(checkin_answers, checkins, checkins.c.id == checkin_answers.c.checkin_id)
    .join(persons, persons.c.id == checkin_answers.c.person_id)
    .order_by(checkin_answers.c.answered_at, checkin_answers.c.person_id)
)


# -- asking --------------------------------------------------------------------------------------------------------


def add_checkin(conn: Connection, checkin: Checkin, people: Iterable[int]) -> None:
    """Write one asking with everybody who is asked."""
    row = {field.name: getattr(checkin, field.name) for field in fields(Checkin)}
    row["workspace_id"] = row.pop("workspace")
    conn.execute(insert(checkins).values(row | {"minutes": list(checkin.minutes)}))
    add_people(conn, checkin.id, people)


def add_people(conn: Connection, checkin: str, people: Iterable[int]) -> None:
    rows = [{"checkin_id": checkin, "person_id": person} for person in dict.fromkeys(people)]
    if rows:
        conn.execute(insert(checkin_answers), rows)


def load_checkin(conn: Connection, checkin: str | None) -> Checkin | None:
    row = conn.execute(_CHECKIN.where(checkins.c.id == checkin)).first() if checkin else None
    return _checkin(row) if row else None


def open_checkin(conn: Connection, workspace: str) -> Checkin | None:
    """The asking of everybody that is open in a workspace; somebody's own call for help is none."""
    there = (checkins.c.workspace_id == workspace, checkins.c.state == State.OPEN, checkins.c.kind != Kind.SELF)
    row = conn.execute(_CHECKIN.where(*there).order_by(checkins.c.asked_at.desc()).limit(1)).first()
    return _checkin(row) if row else None


def latest_checkin(conn: Connection, workspace: str) -> Checkin | None:
    """The newest asking of everybody, open or not."""
    there = (checkins.c.workspace_id == workspace, checkins.c.kind != Kind.SELF)
    row = conn.execute(_CHECKIN.where(*there).order_by(checkins.c.asked_at.desc()).limit(1)).first()
    return _checkin(row) if row else None


def own_wordings(conn: Connection, workspace: str, limit: int) -> tuple[str, ...]:
    """What was asked here in words of one's own, the newest first, each once."""
    said = select(checkins.c.wording, func.max(checkins.c.asked_at).label("at")).where(
        checkins.c.workspace_id == workspace, checkins.c.wording.is_not(None)
    )
    rows = conn.execute(said.group_by(checkins.c.wording).order_by(func.max(checkins.c.asked_at).desc()).limit(limit))
    return tuple(row[0] for row in rows)


def asked_of(conn: Connection, person: int, since: datetime) -> tuple[Checkin, Answer] | None:
    """What this person was asked last, and what they said, if it was open at some time since; no false alarm."""
    row = _ASKED_LAST.first(conn, person=person)
    checkin = _checkin(row) if row else None
    if checkin is None or (checkin.closed_at is not None and checkin.closed_at < since):
        return None
    answer = answer_of(conn, checkin.id, person)
    return (checkin, answer) if answer is not None else None


# -- answering -----------------------------------------------------------------------------------------------------


def keep_said(conn: Connection, checkin: str, person: int, said: Mapping[str, Any], now: datetime) -> bool:
    """Keep what somebody said, by the names of the columns; False if they were never asked."""
    of_them = (checkin_answers.c.checkin_id == checkin, checkin_answers.c.person_id == person)
    kept = update(checkin_answers).where(*of_them).values({**said, "answered_at": now})
    return conn.execute(kept).rowcount == 1


def note_connected(conn: Connection, checkin: str, person: int, field: str, kinds: Collection[str]) -> None:
    """Note which needs were met, or which offers taken up, through whoever leads."""
    of_them = (checkin_answers.c.checkin_id == checkin, checkin_answers.c.person_id == person)
    conn.execute(update(checkin_answers).where(*of_them).values({field: sorted(kinds)}))


def answer_of(conn: Connection, checkin: str, person: int) -> Answer | None:
    of_them = (checkin_answers.c.checkin_id == checkin, checkin_answers.c.person_id == person)
    row = conn.execute(_ANSWER.where(*of_them)).first()
    return _answer(row) if row else None


def answers_in(conn: Connection, checkin: str, *statuses: Status) -> tuple[Answer, ...]:
    """Everybody who said one of these, the first answer first; without any: everybody who said something."""
    wanted = checkin_answers.c.status.in_(statuses) if statuses else checkin_answers.c.status.is_not(None)
    return tuple(_answer(row) for row in conn.execute(_ANSWER.where(checkin_answers.c.checkin_id == checkin, wanted)))


def silent_in(conn: Connection, checkin: str) -> tuple[Answer, ...]:
    """Everybody who has not answered, also those who cannot be reached."""
    silent = (checkin_answers.c.checkin_id == checkin, checkin_answers.c.status.is_(None))
    return tuple(_answer(row) for row in conn.execute(_ANSWER.where(*silent)))


def asked_in(conn: Connection, checkin: str) -> frozenset[int]:
    """Everybody who was asked."""
    people = select(checkin_answers.c.person_id).where(checkin_answers.c.checkin_id == checkin)
    return frozenset(conn.execute(people).scalars())


def rollup_of(conn: Connection, checkin: Checkin) -> Rollup:
    """How it stands; what was counted at its close once the answers are gone."""
    counted = (
        select(checkin_answers.c.status, _REACHABLE, func.count())
        .join_from(checkin_answers, checkins, checkins.c.id == checkin_answers.c.checkin_id)
        .where(checkin_answers.c.checkin_id == checkin.id)
        .group_by(checkin_answers.c.status, _REACHABLE)
    )
    numbers = {"ok": 0, "help": 0, "unsure": 0, "silent": 0, "unreached": 0}
    for status, reachable, count in conn.execute(counted):
        numbers[status or ("silent" if reachable else "unreached")] += count
    if not any(numbers.values()) and checkin.counts is not None:
        numbers |= checkin.counts
    return Rollup(**numbers)


# -- its end -------------------------------------------------------------------------------------------------------


def close_checkin(conn: Connection, checkin: Checkin, state: State, now: datetime) -> bool:
    """End it and keep what was counted; False if it was not open any more."""
    counts = asdict(rollup_of(conn, checkin))
    ended = update(checkins).where(checkins.c.id == checkin.id, checkins.c.state == State.OPEN)
    return conn.execute(ended.values(state=state, closed_at=now, counts=counts)).rowcount == 1


def keep_counts(conn: Connection, checkin: Checkin) -> None:
    """What late answers made of the counts stands from now on."""
    counts = asdict(rollup_of(conn, checkin))
    conn.execute(update(checkins).where(checkins.c.id == checkin.id).values(counts=counts))


def forget_checkin_answers(conn: Connection, checkin: str) -> None:
    """Nobody ever answered; the counts stay, and words of one's own go."""
    conn.execute(delete(checkin_answers).where(checkin_answers.c.checkin_id == checkin))


def forget_checkins_of(conn: Connection, workspace: str, person: int) -> None:
    """Who leaves a workspace leaves no trace in its check-ins."""
    there = select(checkins.c.id).where(checkins.c.workspace_id == workspace)
    mine = (checkin_answers.c.person_id == person, checkin_answers.c.checkin_id.in_(there))
    conn.execute(delete(checkin_answers).where(*mine))


def checkins_answered(conn: Connection, person: int) -> tuple[tuple[str, datetime, Status], ...]:
    """(workspace, when asked, answer) of everything this person answered, the first first, for their own eyes."""
    mine = (
        select(checkins.c.workspace_id, checkins.c.asked_at, checkin_answers.c.status)
        .join_from(checkin_answers, checkins, checkins.c.id == checkin_answers.c.checkin_id)
        .where(checkin_answers.c.person_id == person, checkin_answers.c.status.is_not(None))
        .order_by(checkins.c.asked_at)
    )
    return tuple((workspace, at, Status(status)) for workspace, at, status in conn.execute(mine))


def _checkin(row: Any) -> Checkin:
    name, workspace, asked_by, kind, drill, template, wording, minutes, state, *rest = row
    return Checkin(
        name, workspace, asked_by, Kind(kind), drill, template, wording, tuple(minutes), State(state), *rest
    )


def _answer(row: Any) -> Answer:
    person, name, status, danger, needs, offers, available, report, source, followup, met, taken, at, reachable = row
    return Answer(
        person, name, Status(status) if status else None, danger, tuple(needs or ()), tuple(offers or ()),
        available, report, source, followup, tuple(met or ()), tuple(taken or ()), at, bool(reachable),
    )  # fmt: skip
