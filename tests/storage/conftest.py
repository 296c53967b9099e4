"""Gives every storage test a real database file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storage.db import Database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where this test's database is or will be."""
    return tmp_path / "data" / "rakezet.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest_asyncio.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """Open and migrated."""
    opened = await open_database(url)
    await opened.migrate()
    yield opened
    await opened.close()
