"""Decides which message may go now: lanes first, then each person's and each bot's budget, one in flight a person.

Token buckets on the monotonic clock. A conversation may run (burst), a flood is braked (refill); a fifth of the bot's
rate is kept for crisis. A broadcast goes to a beat: evenly, and a moment late is made good, so that a busy machine
costs no speed. Rates stay below the platforms' own limits, so that a 429 is an exception.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

CRISIS_LANE = 0
REPLY_LANE = 1
HANDOVER_LANE = 2
BULK_LANE = 4
KEPT_FOR_CRISIS = 0.2
HEADROOM = 0.02
"""We stay this much below a rate that was set: what leaves evenly here may arrive a little closer together there."""
LATE = HEADROOM
"""Seconds a broadcast may be behind its beat and make good for it: as much as the headroom of one second."""
BREATH = 1.0
"""Seconds. Two people of whom we are told to wait within this are the whole bot: platforms do not say which it is."""
CRISES_TO_A_REPLY = 9
"""While very many crisis messages wait, every tenth that goes may be somebody's reply: nobody waits for long."""
CRISES_AHEAD, SLOW = 4.0, 1.0
"""Where one message to a person takes longer than a second, so many crisis messages may go ahead of their budget."""
_DUST = 1e-6
"""Less of a token than this is what sums of fractions leave over: nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One message every `every` seconds, after a burst of `burst`."""

    every: float
    burst: int


@dataclass(slots=True)
class Bucket:
    """Counts what is left of a rate; starts full."""

    rate: Rate
    level: float
    at: float

    def wait(self, now: float, kept: float = 0.0) -> float:
        """Seconds until one token is there beyond the `kept` ones; 0 when it is there now."""
        self._refill(now)
        missing = 1.0 + kept - self.level
        return missing * self.rate.every if missing > _DUST else 0.0

    def take(self, now: float) -> None:
        self._refill(now)
        self.level -= 1.0

    def _refill(self, now: float) -> None:
        self.level = min(float(self.rate.burst), self.level + (now - self.at) / self.rate.every)
        self.at = now


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that wants to go: its id, whose it is, its lane; `live`: the self-editing message it is a state of."""

    row: int
    person: int
    channel: str
    lane: int
    live: str | None = None


@dataclass(slots=True)
class Paces:
    """The budgets of every channel and person, and the waits the platforms named. Seconds are monotonic.

    `live_every`: seconds between two states of one message that edits itself; 0 for a channel that is not named.
    """

    bot_rates: dict[str, Rate]
    chat_rates: dict[str, Rate]
    live_every: dict[str, float] = field(default_factory=dict)
    _bots: dict[str, Bucket] = field(default_factory=dict)
    _chats: dict[tuple[str, int], Bucket] = field(default_factory=dict)
    _held: dict[tuple[str, int | None], float] = field(default_factory=dict)
    _live_again: dict[tuple[int, str], float] = field(default_factory=dict)
    _beats: dict[str, float] = field(default_factory=dict)
    _told: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    _crises_in_a_row: dict[str, int] = field(default_factory=dict)

    def choose(
        self,
        waiting: Iterable[Waiting],
        in_flight: frozenset[int],
        now: float,
        at_most: int = 1000,
        kept: int = 0,
        spared: int = 0,
    ) -> tuple[tuple[Waiting, ...], float | None]:
        """The rows that may go now, in order, and the seconds until another could (None: none is held by pace).

        At most `at_most` rows, which have taken their tokens; the last `spared` of them are for crises alone, and
        `kept` more are not for broadcasts. Of one person only the first in line is looked at.
        """
        chosen: list[Waiting] = []
        soonest: float | None = None
        seen = set(in_flight)
        bots: dict[tuple[str, int], float] = {}  # seconds the bot itself must wait: reckoned once for very many rows
        rooms = {CRISIS_LANE: at_most, BULK_LANE: at_most - spared - kept}
        for row in self._in_turn(waiting):
            if row.person in seen or len(chosen) >= rooms.get(row.lane, at_most - spared):
                continue
            rests = self._rests(row, now)
            if rests > 0.0:  # a count that was shown a moment ago holds up nothing else of its person
                soonest = rests if soonest is None else min(soonest, rests)
                continue
            seen.add(row.person)
            if (row.channel, row.lane) not in bots:
                bots[row.channel, row.lane] = self._bots_wait(row, now)
            wait = bots[row.channel, row.lane] or self._persons_wait(row, now)
            if wait <= 0.0:
                self._take(row, now)
                chosen.append(row)
                bots.clear()
            else:
                soonest = wait if soonest is None else min(soonest, wait)
        return tuple(chosen), soonest

    def _in_turn(self, waiting: Iterable[Waiting]) -> Iterator[Waiting]:
        """Lane by lane, but for one reply after so many crises of its channel in a row."""
        in_order = sorted(waiting, key=lambda row: (row.lane, row.row))
        crises = [row for row in in_order if row.lane == CRISIS_LANE]
        others = [row for row in in_order if row.lane != CRISIS_LANE]
        replies = deque(row for row in others if row.lane in (REPLY_LANE, HANDOVER_LANE))
        early: set[int] = set()
        for row in crises:
            if replies and self._crises_in_a_row.get(row.channel, 0) >= CRISES_TO_A_REPLY:
                early.add(replies[0].row)
                yield replies.popleft()
            yield row
        yield from (row for row in others if row.row not in early)

    def hold(self, channel: str, person: int | None, until: float) -> None:
        """Obey a wait the platform named: of one person, or of the whole bot (None). It is never shortened."""
        key = (channel, person)
        self._held[key] = max(until, self._held.get(key, 0.0))

    def waits_alone(self, row: Waiting, now: float) -> bool:
        """Whether it is its own person's pace that keeps this row, so that others may go before it."""
        return self._rests(row, now) > 0.0 or self._persons_wait(row, now) > 0.0

    def told_to_wait(self, channel: str, person: int, now: float, seconds: float) -> None:
        """The platform refused a message to this person for so long; it may mean all of us, and does not say so."""
        until = now + seconds
        self.hold(channel, person, until)
        other, at, others_until = self._told.get(channel, (person, now, until))
        if other != person and now - at <= BREATH:
            self.hold(channel, None, min(until, others_until))
        self._told[channel] = (person, now, until)

    def was_heard(self, channel: str) -> None:
        """The platform took a message: whoever was told to wait before that was told for their own sake alone."""
        self._told.pop(channel, None)

    def forget_idle(self, now: float) -> None:
        """Drop the buckets of people whose budget is full again, so that memory follows who is talking."""
        full = [k for k, b in self._chats.items() if (now - b.at) / b.rate.every >= b.rate.burst - b.level]
        for key in full:
            del self._chats[key]
        for held in [key for key, until in self._held.items() if until <= now]:
            del self._held[held]
        for live in [key for key, until in self._live_again.items() if until <= now]:
            del self._live_again[live]

    def _rests(self, row: Waiting, now: float) -> float:
        """Seconds until the message that edits itself may change again."""
        return self._live_again.get((row.person, row.live), 0.0) - now if row.live else 0.0

    def _bots_wait(self, row: Waiting, now: float) -> float:
        held = self._held.get((row.channel, None), 0.0) - now
        bot = self._bot(row.channel, now)
        if row.lane == BULK_LANE:  # a broadcast never uses the bot's burst, and goes to its beat
            late = min(LATE / bot.rate.every, bot.rate.burst - 1.0)
            beat = self._beats.get(row.channel, now) - now
            return max(held, bot.wait(now, bot.rate.burst - 1.0 - late), beat if beat > _DUST else 0.0)
        in_a_row = self._crises_in_a_row.get(row.channel, 0)
        is_due = row.lane in (REPLY_LANE, HANDOVER_LANE) and in_a_row >= CRISES_TO_A_REPLY
        may_take_all = row.lane == CRISIS_LANE or is_due
        kept = 0.0 if may_take_all else min(bot.rate.burst * KEPT_FOR_CRISIS, bot.rate.burst - 1.0)
        return max(held, bot.wait(now, kept))

    def _persons_wait(self, row: Waiting, now: float) -> float:
        held = self._held.get((row.channel, row.person), 0.0) - now
        chat = self._chat(row, now)
        if row.lane == BULK_LANE:
            return max(held, chat.wait(now, chat.rate.burst - 1.0))
        ahead = CRISES_AHEAD if row.lane == CRISIS_LANE and chat.rate.every > SLOW else 0.0
        return max(held, chat.wait(now, -ahead))

    def _take(self, row: Waiting, now: float) -> None:
        bot = self._bot(row.channel, now)
        bot.take(now)
        if row.lane == BULK_LANE:
            due = self._beats.get(row.channel, now)
            self._beats[row.channel] = (due if now - due <= LATE else now) + bot.rate.every
        self._chat(row, now).take(now)
        in_a_row = self._crises_in_a_row.get(row.channel, 0)
        self._crises_in_a_row[row.channel] = in_a_row + 1 if row.lane == CRISIS_LANE else 0
        if row.live and row.channel in self.live_every:
            self._live_again[row.person, row.live] = now + self.live_every[row.channel]

    def _bot(self, channel: str, now: float) -> Bucket:
        if channel not in self._bots:
            rate = self.bot_rates[channel]
            self._bots[channel] = Bucket(rate, float(rate.burst), now)
        return self._bots[channel]

    def _chat(self, row: Waiting, now: float) -> Bucket:
        key = (row.channel, row.person)
        if key not in self._chats:
            rate = self.chat_rates[row.channel]
            self._chats[key] = Bucket(rate, float(rate.burst), now)
        return self._chats[key]


_RATE = re.compile(r"(\d+)/(\d+)s:(\d+)")


def parse_rate(text: str) -> Rate:
    """The rate of "1/6s:20" (refill:burst). Raises ValueError for anything else."""
    match = _RATE.fullmatch(text)
    if match is None or not all(int(part) for part in match.groups()):
        raise ValueError(f"{text!r} is no rate such as 1/6s:20")
    count, seconds, burst = (int(part) for part in match.groups())
    return Rate(seconds / count, burst)


def per_second(messages: int) -> Rate:
    """A bot's own budget: nearly so many messages a second, with a burst of a fifth of that."""
    return Rate((1.0 + HEADROOM) / messages, max(1, messages // 5))
