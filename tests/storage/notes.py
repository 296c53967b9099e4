"""A small table of the tests' own, so that the engine room is tried without the house's tables."""

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, Table, insert, select

from storage.columns import Instant, Json, RowId

notes = Table(
    "notes",
    MetaData(),
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("at", Instant),
    Column("content", Json),
)


def make_notes(connection: Connection) -> None:
    notes.create(connection)


def note(connection: Connection, content: object) -> int:
    (number,) = connection.execute(insert(notes).values(content=content).returning(notes.c.id)).one()
    return int(number)


def noted(connection: Connection) -> list[object]:
    return list(connection.scalars(select(notes.c.content).order_by(notes.c.id)))


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes; SQLite's own shared memory aside, which holds no data."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}
