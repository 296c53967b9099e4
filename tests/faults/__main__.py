"""Prints what a thousand kills cost, and a call to 2,000 people on a bad day: `make faults`.

`make faults ARGS='--kills 200 --seed 7'` kills less often, and at the same moments each time.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from secrets import randbelow

from tests.bench.table import table
from tests.faults.calling import PEOPLE, called
from tests.faults.kills import killed

KILLS = 1000
BROKEN = 1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--people", type=int, default=PEOPLE, help="how many are called on the bad day")
    parser.add_argument("--seed", type=int, help="of an earlier run, to have it again; drawn if not given")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else randbelow(1_000_000)
    sys.exit(asyncio.run(_measured(given.kills, given.people, seed)))


async def _measured(kills: int, people: int, seed: int) -> int:
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="rakezet-faults-") as folder:
        toll = await killed(Path(folder), kills, seed, _tell)
        broken += _reported("kill -9 under mixed load", toll.figures(), [*toll.broken, *toll.troubles])
    with tempfile.TemporaryDirectory(prefix="rakezet-faults-") as folder:
        call = await called(Path(folder), people, seed, _tell)
        broken += _reported("a call on a bad day, at real limits", call.figures(), call.broken)
    return BROKEN if broken else 0


def _reported(title: str, figures: Sequence[tuple[str, str]], broken: Sequence[str]) -> Sequence[str]:
    print(f"\n\n{table((title, 'figure'), figures)}\n", flush=True)
    for sentence in broken:
        print(f"BROKEN: {sentence}", flush=True)
    return broken


def _tell(words: str) -> None:
    print(f"\r  {words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
