"""Says once how instants, documents and row ids are kept, so that no query can do it a second way.

Rules for later editors: an instant in the database is an integer, microseconds since 1970 UTC. A document's
text depends on its value alone (sorted keys, no spaces, Hebrew unescaped): every engine is made with
`json_serializer=json_text`.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

# Made once: `json.dumps` with other than its usual ways makes one at each call.
_ONE_TEXT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

HELD_BY = timedelta(days=365_250)
HELD_FROM = EPOCH + HELD_BY
"""What is held back (for a crisis) waits a thousand years longer than it would have: then it is brought back."""


def micros(at: datetime) -> int:
    """Microseconds since 1970 UTC, exact. Raises ValueError for a naive datetime."""
    if at.utcoffset() is None:
        raise ValueError(f"an instant needs a time zone, this one has none: {at.isoformat()}")
    return (at - EPOCH) // MICROSECOND


def instant(stored: int) -> datetime:
    """The aware UTC datetime of `micros`."""
    return EPOCH + timedelta(microseconds=stored)


def json_text(value: Any) -> str:
    """The one text of a JSON value. Raises ValueError for NaN and infinities, which PostgreSQL refuses."""
    return _ONE_TEXT.encode(value)


class Instant(TypeDecorator[datetime]):
    """A moment: aware datetimes in and out (always UTC when they come back), integers in the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else micros(value)

    def process_literal_param(self, value: datetime | None, dialect: Dialect) -> str:
        return "NULL" if value is None else str(micros(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else instant(value)


# Python's None is SQL's NULL, never the JSON word null.
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

# SQLite numbers rows by itself only when the column says INTEGER, which holds 64 bits there anyway.
RowId = BigInteger().with_variant(Integer, "sqlite")
