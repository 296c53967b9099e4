"""Prints how fast the bot is beside others: `make bench`, or `make bench ARGS=--long`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from tests.bench import broadcast, drawings, meanwhile, starting, timers, turns, units
from tests.bench.contenders import CONTENDERS, FLOOR
from tests.bench.turns import Length

SHORT = Length()
LONG = Length(warm=5.0, round=5.0, rounds=12, alone=10.0, people=100_000)
TIMERS, TIMERS_LONG = 100_000, 1_000_000
PARTS = ("turns", "units", "broadcast", "timers", "start", "drawings")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--long", action="store_true", help="longer runs, with 100,000 people kept")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part (may be given several times)")
    chosen = parser.parse_args()
    asyncio.run(_measure(chosen.only or PARTS, LONG if chosen.long else SHORT))


async def _measure(parts: Sequence[str], length: Length) -> None:
    if "turns" in parts:
        _print("Whole turns by webhook, one core for the bot, 32 chats at once", await _turns(length))
    if "units" in parts:
        _print("Storage: one turn's rows, 32 at once", await units.as_table(length.round * 2))
    if "broadcast" in parts:
        _print("Broadcasts, one core for the bot", await broadcast.as_table(_tell))
        _print("Replies while a broadcast goes out, one core for the bot", await meanwhile.as_table(_tell))
    if "timers" in parts:
        waiting = TIMERS_LONG if length is LONG else TIMERS
        _print(f"Timers, {waiting:,} of them waiting", timers.as_table(waiting))
    if "start" in parts:
        _print("Start", await starting.as_table())
    if "drawings" in parts:
        _print("Drawings", drawings.as_table())


async def _turns(length: Length) -> str:
    for missing in (contender for contender in CONTENDERS if not contender.is_here):
        _tell(f"NOT MEASURED: {missing.name} (make bench installs it)")
    here = [contender for contender in CONTENDERS if contender.is_here]
    return turns.as_table(await turns.measure(here, length, _tell), FLOOR)


def _tell(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


def _print(title: str, made: str) -> None:
    print(f"\n{title}\n\n{made}", flush=True)


if __name__ == "__main__":
    main()
