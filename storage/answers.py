"""Keeps what people answered, with author, time and every earlier value: the plan that outlives the chat."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from flows.facts import Table
from flows.model import Value
from storage.compiled import Prepared
from storage.tables import STANDING, answers, persons

_CURRENT = (
    select(answers.c.kind, answers.c.item, answers.c.field, answers.c.value)
    .where(
        answers.c.workspace_id == bindparam("workspace"),
        answers.c.kind.in_(bindparam("kinds", expanding=True)),
        STANDING,
    )
    .order_by(answers.c.id)
)
_FIRST_WRITTEN = (
    select(answers.c.kind, answers.c.item)
    .where(answers.c.workspace_id == bindparam("workspace"), answers.c.kind.in_(bindparam("kinds", expanding=True)))
    .group_by(answers.c.kind, answers.c.item)
    .order_by(func.min(answers.c.id))
)
_NEWEST_UP_TO = (
    select(func.max(answers.c.id).label("id"))
    .where(
        answers.c.workspace_id == bindparam("workspace"),
        answers.c.kind.in_(bindparam("kinds", expanding=True)),
        answers.c.id <= bindparam("last"),
    )
    .group_by(answers.c.kind, answers.c.item, answers.c.field)
    .subquery()
)
_UP_TO = (
    select(answers.c.kind, answers.c.item, answers.c.field, answers.c.value)
    .join_from(answers, _NEWEST_UP_TO, answers.c.id == _NEWEST_UP_TO.c.id)
    .order_by(answers.c.id)
)
_SUPERSEDE = Prepared(
    update(answers)
    .where(
        answers.c.workspace_id == bindparam("of_workspace"),
        answers.c.kind == bindparam("of_kind"),
        answers.c.item == bindparam("of_item"),
        answers.c.field == bindparam("of_field"),
        STANDING,
    )
    .values(current=False)
)
_ONE = Prepared(
    select(answers.c.value).where(
        answers.c.workspace_id == bindparam("workspace"),
        answers.c.kind == bindparam("kind"),
        answers.c.item == bindparam("item"),
        answers.c.field == bindparam("field"),
        STANDING,
    )
)
_NEW = Prepared(insert(answers))


@dataclass(frozen=True, slots=True)
class Answer:
    """One version of one answer."""

    id: int
    workspace: str
    kind: str
    item: str
    field: str
    value: Value
    author: int | None
    answered_at: datetime
    step: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A question that was answered anew: by whom (None once they were forgotten) and when."""

    step: str
    name: str | None
    changed_at: datetime


_COLUMNS: tuple[ColumnElement[Any], ...] = (
    answers.c.id,
    answers.c.workspace_id,
    answers.c.kind,
    answers.c.item,
    answers.c.field,
    answers.c.value,
    answers.c.author_id,
    answers.c.answered_at,
    answers.c.step,
    answers.c.current,
)
_ANSWER: Select[Any] = select(*_COLUMNS)
_LAST_OF = Prepared(
    _ANSWER.where(
        answers.c.author_id == bindparam("author"),
        answers.c.workspace_id == bindparam("workspace"),
        STANDING,
        answers.c.step.is_not(None),
    )
    .order_by(answers.c.id.desc())
    .limit(1)
)


def records(conn: Connection, workspace: str, kinds: Iterable[str]) -> Mapping[str, Table]:
    """kind → item → field → value as they stand now; items in the order they were first written."""
    wanted = {"workspace": workspace, "kinds": sorted(kinds)}
    return _tables(conn, wanted, conn.execute(_CURRENT, wanted).all())


def records_up_to(
    conn: Connection, workspace: str, kinds: Iterable[str], last_answer: int | None
) -> Mapping[str, Table]:
    """As `records`, as they stood when `last_answer` was the last one given; what was erased since is gone."""
    if last_answer is None:
        return records(conn, workspace, kinds)
    wanted = {"workspace": workspace, "kinds": sorted(kinds)}
    then = conn.execute(_UP_TO, {**wanted, "last": last_answer}).all()
    known = _tables(conn, wanted, then)
    return {kind: {item: fields for item, fields in table.items() if fields} for kind, table in known.items()}


def _tables(conn: Connection, wanted: Mapping[str, Any], rows: Iterable[Any]) -> Mapping[str, Table]:
    tables: dict[str, dict[str, dict[str, Value]]] = {kind: {} for kind in wanted["kinds"]}
    for kind, item in conn.execute(_FIRST_WRITTEN, wanted):
        tables[kind][item] = {}
    for kind, item, field, value in rows:
        tables[kind][item][field] = value
    return tables


def keep_answer(
    conn: Connection,
    workspace: str,
    kind: str,
    item: str,
    field: str,
    value: Value,
    author: int,
    now: datetime,
    step: str | None = None,
    said_in: bytes | None = None,
) -> bool:
    """Write a new version of an answer; False (and nothing written) when it says what already stands there."""
    where = {"workspace": workspace, "kind": kind, "item": item, "field": field}
    standing = _ONE.first(conn, **where)
    if standing is not None and standing[0] == value:
        return False
    _SUPERSEDE.run(conn, **{f"of_{name}": given for name, given in where.items()})
    row = {
        "workspace_id": workspace,
        "kind": kind,
        "item": item,
        "field": field,
        "value": value,
        "author_id": author,
        "answered_at": now,
        "current": True,
        "said_in": said_in,
        "step": step,
    }
    _NEW.run(conn, **row)
    return True


def answer_said_in(conn: Connection, said_in: bytes, author: int) -> Answer | None:
    """The standing answer that this message gave, if it still stands and is this person's."""
    found = _ANSWER.where(answers.c.said_in == said_in, answers.c.author_id == author, STANDING)
    row = conn.execute(found.order_by(answers.c.id.desc()).limit(1)).first()
    return Answer(*row) if row else None


def last_answer_of(conn: Connection, author: int, workspace: str) -> Answer | None:
    """What this person answered last in this workspace and still stands; approving a summary is no answer."""
    row = _LAST_OF.first(conn, author=author, workspace=workspace)
    return Answer(*row) if row else None


def answers_of(conn: Connection, author: int) -> tuple[Answer, ...]:
    """Every standing answer of one person, for their own eyes."""
    rows = conn.execute(_ANSWER.where(answers.c.author_id == author, STANDING).order_by(answers.c.id))
    return tuple(Answer(*row) for row in rows)


def all_answers(conn: Connection, limit: int) -> tuple[Answer, ...]:
    """The latest answers of all workspaces, for the playground's drawer."""
    rows = conn.execute(_ANSWER.order_by(answers.c.id.desc()).limit(limit))
    return tuple(Answer(*row) for row in rows)


def given_together(conn: Connection, answer: Answer) -> tuple[Answer, ...]:
    """Every standing answer given with this one: a list of names, or ticks, is one answer in many rows."""
    same = (answers.c.step == answer.step, answers.c.answered_at == answer.answered_at, STANDING)
    theirs = (answers.c.author_id == answer.author, answers.c.workspace_id == answer.workspace)
    return tuple(Answer(*row) for row in conn.execute(_ANSWER.where(*same, *theirs)))


def answers_to(conn: Connection, author: int, workspace: str, steps: Iterable[str]) -> tuple[Answer, ...]:
    """What one person answered to these questions in one workspace, earlier values too."""
    theirs = (answers.c.author_id == author, answers.c.workspace_id == workspace)
    return tuple(Answer(*row) for row in conn.execute(_ANSWER.where(*theirs, answers.c.step.in_(sorted(steps)))))


def erase_answers(conn: Connection, given: Iterable[Answer], author: int) -> frozenset[str]:
    """Erase all that one person ever answered where these answers stand; what others answered there stands again.

    Returns the words that were erased.
    """
    words: set[str] = set()
    for workspace, kind, item, field in {(a.workspace, a.kind, a.item, a.field) for a in given}:
        there = (
            answers.c.workspace_id == workspace,
            answers.c.kind == kind,
            answers.c.item == item,
            answers.c.field == field,
        )
        theirs = and_(*there, answers.c.author_id == author)
        for value in conn.execute(select(answers.c.value).where(theirs)).scalars():
            words.update(one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))
        conn.execute(delete(answers).where(theirs))
        newest = select(func.max(answers.c.id)).where(*there).scalar_subquery()
        conn.execute(update(answers).where(answers.c.id == newest).values(current=True))
    return frozenset(words)


def workspaces_with_answers(conn: Connection) -> tuple[tuple[str, str | None], ...]:
    """(workspace, its coalition's name) for every workspace somebody answered in, the newest first."""
    name = func.max(case((and_(answers.c.field == "name", answers.c.kind == "coalition"), answers.c.id)))
    grouped = select(answers.c.workspace_id, name.label("row")).where(STANDING)
    named = grouped.group_by(answers.c.workspace_id).subquery()
    rows = conn.execute(
        select(named.c.workspace_id, answers.c.value)
        .join_from(named, answers, answers.c.id == named.c.row, isouter=True)
        .order_by(named.c.row.desc().nulls_last(), named.c.workspace_id)
    )
    return tuple((row[0], row[1]) for row in rows)


def changed_since(conn: Connection, workspace: str, reader: int, since: datetime) -> tuple[int, int, str | None]:
    """(how many answers others gave since, how many others, the name of the last of them)."""
    theirs = (
        answers.c.workspace_id == workspace,
        answers.c.answered_at > since,
        or_(answers.c.author_id.is_(None), answers.c.author_id != reader),
    )
    count = select(func.count(), func.count(func.distinct(answers.c.author_id))).where(*theirs)
    total, people = conn.execute(count).one()
    last = (
        select(persons.c.display_name)
        .join_from(answers, persons, persons.c.id == answers.c.author_id)
        .where(*theirs)
        .order_by(answers.c.id.desc())
        .limit(1)
    )
    return total, people, conn.execute(last).scalar()


def changed_after(conn: Connection, workspace: str, kind: str, field: str) -> tuple[Change, ...]:
    """The last change to each question since this answer was written, the latest first; none if it never was."""
    there = (answers.c.workspace_id == workspace,)
    marked = select(func.max(answers.c.id)).where(*there, answers.c.kind == kind, answers.c.field == field)
    mark = conn.execute(marked).scalar()
    if mark is None:
        return ()
    since = (*there, answers.c.id > mark, answers.c.step.is_not(None))
    last = select(func.max(answers.c.id)).where(*since).group_by(answers.c.step)
    rows = conn.execute(
        select(answers.c.step, persons.c.display_name, answers.c.answered_at)
        .join_from(answers, persons, persons.c.id == answers.c.author_id, isouter=True)
        .where(answers.c.id.in_(last))
        .order_by(answers.c.id.desc())
    )
    return tuple(Change(*row) for row in rows)
