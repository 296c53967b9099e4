"""Kills a bot at random moments while it has much to do, and counts what that cost: the body of `make faults`."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251 (the moments are drawn from a seed, so that a bad one can be had again)
from statistics import median

from tests.bot.running_bot import TOKEN, TROUBLE
from tests.bot.test_run_kill import PEOPLE, UNHURRIED, Persistent, everybody_has_their_question
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_faults import When
from tests.faults.lives import ManyLives
from tests.faults.load import Callers, always_open
from tests.history import History, PutIn, history_of
from tests.promises import broken_promises

LISTENERS = 60
LONGEST_LIFE = 0.5
STILLBORN = 0.12
"""Seconds: before this a life has hardly begun to work."""
CALL_EVERY, CALLED = 4, 40
ALARM_EVERY, ALARMED = 9, 6
HELD: tuple[tuple[str, When], ...] = (
    ("sendMessage", "after"),
    ("sendMessage", "before"),
    ("answerCallbackQuery", "before"),
    ("getUpdates", "after"),
)
SOMETIMES_HELD = 0.25
PATIENCE = 60.0


@dataclass(slots=True)
class Toll:
    """What so many kills cost.

    `starts`: when each life began (monotonic), and how many calls there were before. `again`: seconds from a start to
    the first message, of the lives that got so far.
    """

    kills: int
    seed: int
    broken: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    acknowledged: int = 0
    answers: int = 0
    messages: int = 0
    states: Counter[str] = field(default_factory=Counter)
    in_flight: list[int] = field(default_factory=list)
    starts: list[tuple[float, int]] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    took: float = 0.0

    @property
    def lost(self) -> int:
        return sum(sentence.startswith(("I1", "I3", "I6")) for sentence in self.broken)

    @property
    def doubled(self) -> int:
        return sum(sentence.startswith(("I2", "I4", "I5")) for sentence in self.broken)

    def figures(self) -> Sequence[tuple[str, str]]:
        return (
            ("kills", f"{self.kills:,}"),
            ("updates acknowledged", f"{self.acknowledged:,}"),
            ("answers kept", f"{self.answers:,}"),
            ("messages at the platform", f"{self.messages:,}"),
            ("rows", ", ".join(f"{count:,} {state}" for state, count in sorted(self.states.items()))),
            ("in flight at a kill, most", str(max(self.in_flight, default=0))),
            ("lost", str(self.lost)),
            ("doubled", str(self.doubled)),
            ("other broken promises", str(len(self.broken) - self.lost - self.doubled)),
            (
                "start to first message, s",
                f"median {median(self.again or [0]):.2f}, longest {max(self.again or [0]):.2f}",
            ),
            ("took, s", f"{self.took:.0f}"),
            ("seed", str(self.seed)),
        )


async def killed(folder: Path, kills: int, seed: int, tell: Callable[[str], None] = lambda _: None) -> Toll:
    """So many kills, at moments drawn from the seed. Raises AssertionError where the bot does not go on at all."""
    chance, toll, began = Random(seed), Toll(kills, seed), time.monotonic()  # noqa: S311
    async with FakeTelegram(TOKEN) as telegram, ManyLives(folder, telegram, **UNHURRIED) as bot:
        way = always_open()
        people = [Persistent(await telegram.person(name), language, name, way) for name, language in PEOPLE]
        listeners = await telegram.people(LISTENERS)
        await bot.start()
        born = time.monotonic()
        await telegram.wait_for_calls(1, "getUpdates")
        longest = max(LONGEST_LIFE, time.monotonic() - born)  # a slow machine needs longer to come to anything
        async with Callers(bot.settings["DATABASE_URL"], folder / "data" / "key", listeners, chance) as callers:
            walks = [asyncio.create_task(person.walk()) for person in people]
            for number in range(kills):
                await _one_life(telegram, bot, callers, chance, number, longest, toll)
                tell(f"{number + 1} of {kills}")
            way.clear()
            await everybody_has_their_question(bot, people, walks)
        for walk in walks:
            walk.cancel()
        await is_done(telegram, bot)
        said = {person.phone.id: person.wrote for person in people}
        history = await history_of(telegram, bot.rows, callers.keys, PutIn(said, callers.audiences))
        toll.broken = broken_promises(history)
        toll.troubles = TROUBLE.findall(bot.printed)
        _count(toll, history)
    toll.took = time.monotonic() - began
    return toll


async def _one_life(
    telegram: FakeTelegram,
    bot: ManyLives,
    callers: Callers,
    chance: Random,
    number: int,
    longest: float,
    toll: Toll,
) -> None:
    """From wherever it stands to its end and the next start; what is written for others comes at any moment."""
    writing = asyncio.create_task(_written_meanwhile(callers, number))
    await _until_the_moment(telegram, chance, longest)
    await bot.kill()
    await writing
    await telegram.clear_knobs()
    toll.in_flight.append(int(bot.value("SELECT count(*) FROM outbox WHERE state = 'sending'")))
    toll.starts.append((telegram.world.clock.monotonic(), len(telegram.log)))
    await bot.start()


async def _written_meanwhile(callers: Callers, number: int) -> None:
    if number % CALL_EVERY == 0:
        await callers.call(CALLED)
    if number % ALARM_EVERY == 0:
        await callers.alarm(ALARMED)


async def _until_the_moment(telegram: FakeTelegram, chance: Random, longest: float) -> None:
    """Some time from now; now and then sooner, with a call held at the gate."""
    seconds = chance.choice((chance.uniform(0, STILLBORN), *[chance.uniform(STILLBORN, longest)] * 3))
    if chance.random() < SOMETIMES_HELD:
        method, when = chance.choice(HELD)
        await telegram.hold(method, when=when, times=1)
        with suppress(TimeoutError):
            return await telegram.wait_for_held(timeout=seconds)
        return None
    await telegram.world.clock.sleep_until(telegram.world.clock.monotonic() + seconds)


async def is_done(telegram: FakeTelegram, bot: ManyLives, patience: float = PATIENCE) -> None:
    """Stops it when nothing waits any more; what is in flight lands, and may have to go once more."""
    queued, end = "SELECT count(*) FROM outbox WHERE state = 'queued'", time.monotonic() + patience
    while True:
        await telegram.world.bell.until(lambda: bot.value(queued) == 0, patience)
        await telegram.wait_for_updates_taken()
        assert await bot.stop() == 0
        if bot.value(queued) == 0:
            return
        assert time.monotonic() < end, f"{bot.value(queued)} rows are still queued"
        await bot.start()


def _count(toll: Toll, history: History) -> None:
    messages = [call for call in history.log if call.method == "sendMessage" and call.delivered]
    toll.acknowledged, toll.messages = len(set(history.acknowledged)), len(messages)
    toll.answers = sum(map(len, history.answers.values()))
    toll.states = Counter(row.state for row in history.rows)
    ends = [before for _, before in toll.starts[1:]] + [len(history.log)]
    for (began, before), end in zip(toll.starts, ends, strict=True):
        sent = [call.at - began for call in history.log[before:end] if call.method == "sendMessage"]
        toll.again += sent[:1]
