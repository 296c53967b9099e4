"""Holds the central promise: a hundred kills at random moments under mixed load lose nothing and double nothing."""

from pathlib import Path

import pytest

from tests.faults.kills import killed

SEEDS = (1123, 4711)
"""Two runs, so that two workers share them. `make faults` kills a thousand times, with a seed of its own."""
KILLS = 50


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_hundred_kills_at_random_moments_lose_nothing_and_double_nothing(tmp_path: Path, seed: int) -> None:
    toll = await killed(tmp_path, KILLS, seed)
    assert toll.broken == []
    assert toll.troubles == []
    assert len(toll.in_flight) == KILLS
    assert toll.states["unknown"] <= sum(toll.in_flight)
    assert toll.states["unknown"], (
        "nothing was in the air at any kill: the moments are not what they were meant to be"
    )
    assert toll.answers > KILLS // 5, "hardly anybody came to a word"
    assert toll.states["accepted"] > KILLS, "hardly anything was sent"
