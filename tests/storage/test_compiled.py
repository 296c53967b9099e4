"""A statement run as plain SQL does to values and to faults what it does when SQLAlchemy runs it."""

import contextlib
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from storage import answers, inbox, outbox, people, places, questions, timers, workspaces
from storage.compiled import Prepared
from storage.db import Database, NotDurable
from storage.tables import memberships
from tests.storage.faults import Faults, Kind, a_writer, in_one_batch, on_disk, saying, write
from tests.storage.notes import make_notes, notes
from tests.storage.rows import NOW, coalition, queued, somebody

AT = datetime(2026, 11, 22, 8, 0, 0, 123456, tzinfo=UTC)
CONTENT = {"words": "שלום", "list": [1, None, True]}
ADD = Prepared(insert(notes).returning(notes.c.id))
ALL = Prepared(select(notes.c.at, notes.c.content).order_by(notes.c.id))
MOVE = Prepared(update(notes).where(notes.c.id == bindparam("note")).values(at=bindparam("to_at")))
SECOND = Prepared(select(notes.c.content).where(notes.c.id == 2))
MEMBERS = Prepared(select(memberships.c.role).where(memberships.c.person_id == bindparam("person")))


async def test_values_come_back_as_they_were_given(database: Database) -> None:
    await database.run(make_notes)
    assert await database.run(ADD.rows, at=AT, content=CONTENT) == [(1,)]
    assert await database.run(ADD.rows, at=None, content=None) == [(2,)]
    assert await database.read(ALL.rows) == [(AT, CONTENT), (None, None)]
    assert await database.read(SECOND.first) == (None,)
    kept = await database.read(lambda conn: conn.execute(select(notes.c.at, notes.c.content)).all())
    assert [tuple(row) for row in kept] == await database.read(ALL.rows)


async def test_a_change_tells_how_many_rows_it_met(database: Database) -> None:
    await database.run(make_notes)
    await database.run(ADD.rows, at=None, content=CONTENT)
    assert await database.run(MOVE.run, note=1, to_at=AT) == 1
    assert await database.run(MOVE.run, note=7, to_at=AT) == 0
    assert await database.read(ALL.first) == (AT, CONTENT)


async def test_what_is_not_there_is_none(database: Database) -> None:
    await database.run(make_notes)
    assert await database.read(ALL.first) is None
    assert await database.read(MEMBERS.rows, person=1) == []


async def test_a_naive_instant_is_refused_before_it_is_written(database: Database) -> None:
    await database.run(make_notes)
    with pytest.raises((ValueError, StatementError), match="time zone"):
        await database.run(ADD.rows, at=AT.replace(tzinfo=None), content=None)
    assert await database.read(ALL.rows) == []


async def test_a_missing_value_is_a_fault_of_ours(database: Database) -> None:
    await database.run(make_notes)
    with pytest.raises(KeyError, match="to_at"):
        await database.run(MOVE.run, note=1)


async def test_a_fault_hides_what_people_wrote(database: Database) -> None:
    to = await database.run(somebody)
    row = await database.run(queued, to, content={"say": "a name nobody may find"})
    with pytest.raises(IntegrityError) as caught:
        await database.run(queued, to, content={"say": "a name nobody may find"})
    assert "nobody may find" not in f"{caught.value}"
    assert row.id == 1


@pytest.mark.parametrize("kind", ["full", "ended"])
async def test_a_unit_that_swallows_a_fault_of_the_disk_does_not_count(tmp_path: Path, kind: Kind) -> None:
    path, faults = tmp_path / "swallowed.db", Faults()
    here = Prepared(select(text("n FROM total")))

    def goes_on(connection: Connection) -> str:
        with contextlib.suppress(SQLAlchemyError):
            faults.plan = {len(faults.seen): kind}
            here.rows(connection)
        return write(connection, "bet")

    async with a_writer(path, faults) as writer:
        first, second, third = await in_one_batch(writer, [saying("alef"), goes_on, saying("gimel")], faults)
    assert (first, third) == ("alef", "gimel")
    assert isinstance(second, NotDurable)
    assert on_disk(path)[1] == ["alef", "gimel"]


async def test_no_statement_of_a_turn_looks_through_a_whole_table(sqlite_database: Database) -> None:
    """What a turn costs must not grow with what is kept."""
    prepared = {
        f"{room.__name__}.{name}": one
        for room in (answers, inbox, outbox, people, places, questions, timers, workspaces)
        for name, one in vars(room).items()
        if isinstance(one, Prepared) and not one.is_insert
    }
    assert len(prepared) > 15
    plans = {name: await sqlite_database.run(plan_of, one) for name, one in prepared.items()}
    assert {name: plan for name, plan in plans.items() if re.search(r"SCAN (?!.*USING INDEX)", plan)} == {}
    assert "uq_answers_current" in plans["storage.answers._ONE"]
    assert "ix_outbox_queued" in plans["storage.outbox._READY"]
    assert "ix_outbox_person_id" in plans["storage.questions._LAST"]


def plan_of(conn: Connection, prepared: Prepared) -> str:
    sql = prepared.sql(conn.dialect)
    raw: Any = conn.connection.driver_connection
    lines = raw.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * sql.count("?")).fetchall()
    return "; ".join(line[3] for line in lines)


async def test_an_answers_history_is_not_read_again(sqlite_database: Database) -> None:
    to = await sqlite_database.run(somebody)
    workspace = await sqlite_database.run(coalition, to.person)
    for words in ("first", "second"):
        assert await sqlite_database.run(
            answers.keep_answer, workspace, "coalition", "", "name", words, to.person, NOW
        )
    assert not await sqlite_database.run(
        answers.keep_answer, workspace, "coalition", "", "name", "second", to.person, NOW
    )
    assert (await sqlite_database.read(answers.records, workspace, ["coalition"]))["coalition"][""][
        "name"
    ] == "second"
