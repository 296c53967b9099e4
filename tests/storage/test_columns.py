"""Moments and documents come back from the database as what went in, and naive moments never go in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import StatementError
from sqlalchemy.schema import CreateTable

from storage.columns import instant, json_text, micros
from storage.db import Database
from tests.storage.notes import make_notes, notes

# Two days from both ends of the calendar, where a moment has no date in UTC.
FIRST, LAST = datetime.fromisoformat("0001-01-03"), datetime.fromisoformat("9999-12-29")
moments = st.datetimes(FIRST, LAST, timezones=st.timezones())


@given(moments)
def test_an_instant_comes_back_as_the_same_moment_in_utc(at: datetime) -> None:
    back = instant(micros(at))
    assert back == at.astimezone(UTC)
    assert back.tzinfo is UTC


@given(st.lists(moments, min_size=2))
def test_instants_sort_as_their_integers(many: list[datetime]) -> None:
    in_utc = [at.astimezone(UTC) for at in many]
    assert [instant(it) for it in sorted(micros(at) for at in many)] == sorted(in_utc)


@pytest.mark.parametrize(
    ("at", "stored"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))), 0),
        (datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), -1),
        (datetime(2026, 11, 22, 8, 0, 0, 1, tzinfo=UTC), 1_795_334_400_000_001),
    ],
)
def test_an_instant_is_microseconds_since_1970(at: datetime, stored: int) -> None:
    assert micros(at) == stored


async def test_instants_and_documents_through_the_database(database: Database) -> None:
    await database.run(make_notes)
    at = datetime(2026, 11, 22, 8, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))

    def write(connection: Connection) -> None:
        full, empty = {"at": at, "content": {"b": [1, None], "a": "כן"}}, {"at": None, "content": None}
        connection.execute(insert(notes), [full, empty])

    await database.run(write)
    rows = await database.read(lambda connection: connection.execute(select(notes.c.at, notes.c.content)).all())
    assert [tuple(row) for row in rows] == [(at, {"b": [1, None], "a": "כן"}), (None, None)]
    found = select(notes.c.id).where(notes.c.at >= at, notes.c.content["a"].as_string() == "כן")
    assert await database.read(lambda connection: connection.scalars(found).all()) == [1]


async def test_a_naive_moment_is_refused(database: Database) -> None:
    await database.run(make_notes)
    naive = datetime.fromisoformat("2026-11-22T08:00")
    with pytest.raises(StatementError, match="needs a time zone"):
        await database.run(lambda connection: connection.execute(insert(notes).values(at=naive)))
    assert await database.read(lambda connection: connection.execute(select(notes)).all()) == []


def test_a_document_has_one_text() -> None:
    assert json_text({"ב": 1, "א": [True, None, "“"]}) == '{"א":[true,null,"“"],"ב":1}'
    assert json_text({"b": 1, "a": 2}) == json_text({"a": 2, "b": 1})
    with pytest.raises(ValueError, match="JSON"):
        json_text(float("nan"))


def test_the_columns_suit_postgresql_too() -> None:
    words = str(CreateTable(notes).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert "id BIGSERIAL" in words
    assert "at BIGINT" in words
    assert "content JSONB" in words
