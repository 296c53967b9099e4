"""Runs the statements of a turn without SQLAlchemy's bookkeeping, which costs several times what the database does.

A statement is still written in SQLAlchemy, so it can be read and fits both databases. Here it is turned into SQL text
once for each, together with what its columns do to values on their way in and out. Faults go the way of all others:
the writer notices them, and callers meet SQLAlchemy's errors.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update | Delete
Change = Callable[[Any], Any]
"""What a column does to a value."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One statement in the words of one database. `order` is None where parameters go by name."""

    sql: str
    order: tuple[str, ...] | None
    fixed: Mapping[str, Any]
    into: tuple[tuple[str, Change], ...]
    out: tuple[tuple[int, Change], ...]

    def parameters(self, values: dict[str, Any], *, changed: bool = False) -> Any:
        """`values` and what the statement itself says, as the driver wants them. Raises KeyError: one is missing."""
        for name, change in () if changed else self.into:
            values[name] = change(values[name])
        values.update(self.fixed)
        return values if self.order is None else [values[name] for name in self.order]


class Prepared:
    """A statement whose parameters are given by name at each run; to an INSERT always for the same columns."""

    __slots__ = ("_forms", "_statement")

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._forms: dict[str, _Form] = {}

    def rows(self, conn: Connection, /, **values: Any) -> list[tuple[Any, ...]]:
        """All rows, plain. Raises what SQLAlchemy raises."""
        form = self._form(conn.dialect, values)
        _, rows = _ran(conn, form, values, fetch=True)
        return [_changed(row, form.out) for row in rows] if form.out else rows

    def first(self, conn: Connection, /, **values: Any) -> tuple[Any, ...] | None:
        """The first row; None when there is none."""
        rows = self.rows(conn, **values)
        return rows[0] if rows else None

    def run(self, conn: Connection, /, **values: Any) -> int:
        """How many rows were written. Raises what SQLAlchemy raises."""
        return _ran(conn, self._form(conn.dialect, values), values, fetch=False)[0]

    def run_many(self, conn: Connection, rows: list[dict[str, Any]]) -> int:
        """Run it for each of these at once; how many. What several rows share is turned into columns only once."""
        if rows:
            form = self._form(conn.dialect, rows[0])
            shared: dict[tuple[str, int], Any] = {}
            _ran_many(conn, form, [form.parameters(_as_columns(form, row, shared), changed=True) for row in rows])
        return len(rows)

    @property
    def is_insert(self) -> bool:
        return isinstance(self._statement, Insert)

    def sql(self, dialect: Dialect) -> str:
        """The words that are run, of what is no INSERT."""
        return self._form(dialect, {}).sql

    def _form(self, dialect: Dialect, values: Mapping[str, Any]) -> _Form:
        form = self._forms.get(dialect.name)
        if form is None:
            columns = list(values) if self.is_insert else None
            form = self._forms[dialect.name] = _formed(self._statement, dialect, columns)
        return form


def _ran(conn: Connection, form: _Form, values: dict[str, Any], fetch: bool) -> tuple[int, list[tuple[Any, ...]]]:
    parameters = form.parameters(values)
    cursor = conn.connection.cursor()
    try:
        cursor.execute(form.sql, parameters)
        rows = list(cursor.fetchall()) if fetch else []
        return cursor.rowcount, rows
    except Exception as fault:
        # The one door by which SQLAlchemy tells its listeners, wraps the error and gives up a lost connection.
        conn._handle_dbapi_exception(fault, form.sql, parameters, cursor, None)


def _ran_many(conn: Connection, form: _Form, many: list[Any]) -> None:
    cursor = conn.connection.cursor()
    try:
        cursor.executemany(form.sql, many)
    except Exception as fault:
        conn._handle_dbapi_exception(fault, form.sql, many, cursor, None)


def _as_columns(form: _Form, row: dict[str, Any], shared: dict[tuple[str, int], Any]) -> dict[str, Any]:
    """As the columns keep it; `shared` knows by identity what was seen before, and keeps it alive."""
    for name, change in form.into:
        value = row[name]
        seen = (name, id(value))
        if seen not in shared:
            shared[seen] = (value, change(value))
        row[name] = shared[seen][1]
    return row


def _changed(row: tuple[Any, ...], out: tuple[tuple[int, Change], ...]) -> tuple[Any, ...]:
    values = list(row)
    for at, change in out:
        values[at] = change(values[at])
    return tuple(values)


def _formed(statement: Statement, dialect: Dialect, columns: list[str] | None) -> _Form:
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    types = {name: bound.type for name, bound in compiled.binds.items()}
    into = {name: change for name, type_ in types.items() if (change := _way_in(type_, dialect))}
    fixed = {name: bound.value for name, bound in compiled.binds.items() if not bound.required}
    return _Form(
        sql=str(compiled),
        order=tuple(compiled.positiontup) if compiled.positional else None,
        fixed={name: into[name](value) if name in into else value for name, value in fixed.items()},
        into=tuple((name, change) for name, change in into.items() if name not in fixed),
        out=_ways_out([column.type for column in statement.exported_columns], dialect),
    )


def _way_in(type_: TypeEngine[Any], dialect: Dialect) -> Change | None:
    return type_.dialect_impl(dialect).bind_processor(dialect)


def _ways_out(types: Iterable[TypeEngine[Any]], dialect: Dialect) -> tuple[tuple[int, Change], ...]:
    """The columns that do not come as they are, by position."""
    changes = (type_.dialect_impl(dialect).result_processor(dialect, None) for type_ in types)
    return tuple((at, change) for at, change in enumerate(changes) if change)
