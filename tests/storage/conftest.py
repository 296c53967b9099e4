"""Gives every storage test a real database of its own: a file, or one on a PostgreSQL server."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import NullPool, create_engine, make_url

from storage.db import Database, open_database
from storage.migrate import migrate
from tests.storage.postgres_server import Server, running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where this test's database file is or will be."""
    return tmp_path / "data" / "rakezet.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of this process."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgres: Server) -> Iterator[str]:
    """A database that is only copied: making one anew for each test would take most of the time."""
    with postgres.database() as url:
        engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
        with engine.begin() as connection:
            migrate(connection)
        yield url


@pytest.fixture
def postgres_url(postgres: Server, migrated: str) -> Iterator[str]:
    """A migrated database of this test's own."""
    with postgres.database(migrated) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def any_url(request: pytest.FixtureRequest) -> str:
    """The test runs twice: what it says holds for both kinds."""
    found: str = request.getfixturevalue("url" if request.param == "sqlite" else "postgres_url")
    return found


@pytest_asyncio.fixture
async def database(any_url: str) -> AsyncIterator[Database]:
    """Open and migrated, of each kind in turn."""
    async with opened(any_url) as database:
        yield database


@pytest_asyncio.fixture
async def sqlite_database(url: str) -> AsyncIterator[Database]:
    """For what is true of a file only."""
    async with opened(url) as database:
        yield database


@pytest_asyncio.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """For what is true of a server only."""
    async with opened(postgres_url) as database:
        yield database


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = await open_database(url)
    try:
        await database.migrate()
        yield database
    finally:
        await database.close()
