"""Gives every test of the handlers a world of its own, and the usual cast in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.cast import Company, Someone, World, cast_of, company_of, played_in, world_in


@pytest_asyncio.fixture
async def world(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """An empty world; for a test that asks for a company, the one where that is."""
    make = played_in if "company" in request.fixturenames else world_in
    async with make(tmp_path) as world:
        yield world


@pytest.fixture
def company(world: World) -> Company:
    return company_of(world)


@pytest.fixture
def cast(world: World) -> tuple[Someone, Someone, Someone]:
    return cast_of(world)


@pytest.fixture
def neta(cast: tuple[Someone, Someone, Someone]) -> Someone:
    return cast[0]


@pytest.fixture
def samir(cast: tuple[Someone, Someone, Someone]) -> Someone:
    return cast[1]


@pytest.fixture
def robin(cast: tuple[Someone, Someone, Someone]) -> Someone:
    return cast[2]
