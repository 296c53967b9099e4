"""Calls very many people at a platform on a bad day, with its real limits, and kills the bot in the middle."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random  # noqa: TID251 (drawn from a seed, so that a bad run can be had again)

from tests.bot.running_bot import TOKEN
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_weather import Odds, Spell
from tests.faults.kills import is_done
from tests.faults.lives import ManyLives
from tests.faults.load import Callers
from tests.history import History, PutIn, history_of
from tests.promises import ENDS, broken_promises

PEOPLE, BLOCKED, KILLS = 2000, 20, 3
BAD_DAY = (
    Spell(
        20,
        Odds(
            throttled=0.01,
            dropped_before=0.01,
            dropped_after=0.01,
            page_before=0.005,
            page_after=0.005,
            garbled=0.005,
            slow=0.02,
            retry_after=(1, 5),
            slow_seconds=2.0,
        ),
    ),
    Spell(2, Odds(throttled_all=0.2, retry_after=(3, 8))),
)


@dataclass(slots=True)
class Called:
    """How a call went, by the platform's own log."""

    people: int
    seed: int
    history: History
    broken: Sequence[str]
    took: float

    def figures(self) -> Sequence[tuple[str, str]]:
        ends = Counter(row.state for row in self.history.rows)
        met = Counter(call.trouble for call in self.history.log if call.trouble)
        arrived = sum(bool(copies) for copies in self.history.arrived.values())
        return (
            ("people", f"{self.people:,}"),
            *((end, f"{ends[end]:,}") for end in sorted(ENDS)),
            ("adds up", "yes" if sum(ends[end] for end in ENDS) == self.people else "NO"),
            ("messages that arrived", f"{arrived:,}"),
            ("kills", str(KILLS)),
            ("429s", str(sum(call.status == 429 for call in self.history.log))),
            ("other troubles met", ", ".join(f"{count} {kind}" for kind, count in sorted(met.items()))),
            ("broken promises", str(len(self.broken))),
            ("took, s", f"{self.took:.0f}"),
            ("seed", str(self.seed)),
        )


async def called(folder: Path, people: int, seed: int, tell: Callable[[str], None] = lambda _: None) -> Called:
    """Everybody once, at the bot's own pace."""
    chance = Random(seed)  # noqa: S311
    async with FakeTelegram(TOKEN) as telegram, ManyLives(folder, telegram) as bot:
        chats = await telegram.people(people)
        for chat in chance.sample(chats, people * BLOCKED // PEOPLE):
            await telegram.blocked(chat)
        await telegram.watch_rates(per_second=1.0, burst=20, per_bot=30)
        await telegram.weather(seed, *BAD_DAY)
        async with Callers(bot.settings["DATABASE_URL"], folder / "data" / "key", chats, chance) as callers:
            await callers.call(people)
            began = time.monotonic()
            for moment in sorted(chance.sample(range(people // 10, people - people // 10), KILLS)):
                await bot.start()
                await telegram.wait_for_calls(moment, "sendMessage", timeout=600.0)
                await bot.kill()
                tell(f"killed at {moment:,} of {people:,}")
            await bot.start()
            await is_done(telegram, bot, patience=600.0)
            history = await history_of(telegram, bot.rows, callers.keys, PutIn(audiences=callers.audiences))
        return Called(people, seed, history, broken_promises(history), time.monotonic() - began)
