"""Acknowledged means committed: breaks every statement of a batch in turn, compares answers with the file."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.db import NotDurable
from storage.sqlite_writer import COMMIT
from tests.storage.faults import (
    UNITS,
    Faults,
    Kind,
    a_writer,
    assert_acknowledged_is_committed,
    in_one_batch,
    on_disk,
    saying,
)


async def breaking(path: Path, faults: Faults) -> list[str]:
    """Runs the units with faults; checks the promise, and that the writer goes on. Returns who was kept."""
    async with a_writer(path, faults) as writer:
        works = [saying(unit) for unit in UNITS]
        answers = await in_one_batch(writer, works, faults)
        kept = assert_acknowledged_is_committed(path, UNITS, answers)
        assert await writer.submit(saying("later")) == "later"
        assert on_disk(path)[1] == [*kept, "later"]
    return kept


async def whole_batch(folder: Path) -> list[str]:
    """Every statement of a batch that nothing befalls."""
    faults = Faults()
    assert await breaking(folder / "whole.db", faults) == list(UNITS)
    return faults.seen


async def test_a_batch_is_one_commit(tmp_path: Path) -> None:
    statements = await whole_batch(tmp_path)
    assert statements.count(COMMIT) == 1
    assert len(statements) == 2 + len(UNITS) * (4 + 2)


@pytest.mark.parametrize("kind", ["refused", "full", "ended"])
async def test_whichever_statement_fails_only_the_acknowledged_is_there(tmp_path: Path, kind: Kind) -> None:
    statements = await whole_batch(tmp_path)
    for place, statement in enumerate(statements):
        kept = await breaking(tmp_path / f"{place}.db", Faults({place: kind}))
        own = not statement.endswith(("/* writer */", "rakezet_unit"))
        # What fails once through no fault of its own is made good; a unit's own error stays with that unit.
        assert len(kept) == len(UNITS) - (own and kind == "refused")


async def test_whichever_statement_fails_twice_only_one_unit_is_lost(tmp_path: Path) -> None:
    statements = await whole_batch(tmp_path)
    for place in range(len(statements)):
        again = place + 2  # ROLLBACK is not needed any more; BEGIN and SAVEPOINT of the first unit alone
        for second in range(again, again + 3):
            kept = await breaking(tmp_path / f"{place}-{second}.db", Faults({place: "ended", second: "ended"}))
            assert len(kept) >= len(UNITS) - 1


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 70), st.sampled_from(["refused", "full", "ended"]), max_size=12))
def test_whatever_fails_the_acknowledged_is_there(plan: dict[int, Kind]) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(breaking(Path(folder) / "any.db", Faults(plan)))


async def test_a_commit_that_fails_once_is_made_good(tmp_path: Path) -> None:
    place = (await whole_batch(tmp_path)).index(COMMIT)
    faults = Faults({place: "ended"})
    assert await breaking(tmp_path / "once.db", faults) == list(UNITS)
    assert faults.seen.count(COMMIT) == 1 + len(UNITS)


async def test_a_commit_that_fails_for_the_batch_and_for_a_unit_alone_loses_that_unit(tmp_path: Path) -> None:
    place = (await whole_batch(tmp_path)).index(COMMIT)
    alone = place + 1 + 7  # BEGIN, SAVEPOINT, four statements, RELEASE
    assert await breaking(tmp_path / "twice.db", Faults({place: "ended", alone: "ended"})) == list(UNITS[1:])


async def test_a_commit_that_always_fails_acknowledges_nothing(path: Path) -> None:
    path.parent.mkdir()
    faults = Faults(always=COMMIT)
    async with a_writer(path, faults) as writer:
        answers = await in_one_batch(writer, [saying(unit) for unit in UNITS], faults)
        assert all(isinstance(answer, NotDurable) for answer in answers)
        assert "disk I/O error" in str(answers[0])
        assert on_disk(path) == ([], [], 0)
