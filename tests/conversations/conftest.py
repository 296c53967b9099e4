"""Lets transcripts be written anew: `pytest tests/conversations --update-transcripts`, then read the difference."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write the transcripts as they are now")


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    # A run of all tests reads this file too late for its option to be known.
    return bool(request.config.getoption("--update-transcripts", default=False))
