"""Prints what a thousand kills cost: `make faults`, or `make faults ARGS='--kills 200 --seed 7'`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from secrets import randbelow

from tests.bench.table import table
from tests.faults.kills import Toll, killed

KILLS = 1000
BROKEN = 1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, help="of an earlier run, to have it again; drawn if not given")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else randbelow(1_000_000)
    with tempfile.TemporaryDirectory(prefix="rakezet-faults-") as folder:
        toll = asyncio.run(killed(Path(folder), given.kills, seed, _tell))
    sys.exit(_report(toll))


def _report(toll: Toll) -> int:
    print(f"\n{table(('kill -9 under mixed load', 'figure'), toll.figures())}\n", flush=True)
    for sentence in [*toll.broken, *toll.troubles]:
        print(f"BROKEN: {sentence}")
    return BROKEN if toll.broken or toll.troubles else 0


def _tell(words: str) -> None:
    print(f"\r  {words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
