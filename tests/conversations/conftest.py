"""Lets transcripts be written anew: `pytest tests/conversations --update-transcripts`, then read the difference."""

import pytest


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-transcripts", default=False))
