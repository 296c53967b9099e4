"""Telegram keeps updates until the bot says it has them; bots that lose or repeat one are found out here.

Polling: `offset` confirms, what is not confirmed comes again, a second poller ends the first with 409.
Webhook: strict order within a queue (messages of a chat, presses of a person), a refusal is tried again at
once, then after 2, 4, 8 … 60 seconds of the fake's clock, for 24 hours.
"""

import asyncio
import itertools
import math
from collections import OrderedDict, defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

import aiohttp

from tests.fakes.telegram_clock import Bell, Clock
from tests.fakes.telegram_rules import (
    POLL_SECONDS,
    POLL_UPDATES,
    PRESS_SECONDS,
    SILENT_BY_DEFAULT,
    UPDATE_SECONDS,
    Fault,
    Json,
    Refusal,
)

Queue = tuple[str, int]  # ("chat" | "press" | "member", id): within one, order is strict
FIRST_UPDATE = 700_000_001
LONGEST_RETRY = 60.0
LONGEST_RETRY_AFTER = 3600.0
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
WEBHOOK_CAME = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    id: int
    kind: str
    body: Json
    queue: Queue
    born: float

    def raw(self) -> Json:
        return {"update_id": self.id, self.kind: self.body}

    @property
    def end(self) -> float:
        return self.born + (PRESS_SECONDS if self.kind == "callback_query" else UPDATE_SECONDS)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One POST to the webhook: which update, when (monotonic), answered how (0: not at all), tried again when."""

    update_id: int
    at: float
    status: int
    again_in: float | None  # seconds


@dataclass(slots=True)
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None


@dataclass(slots=True)
class Updates:
    clock: Clock
    bell: Bell
    faults: list[Fault]
    waiting: OrderedDict[int, Update] = field(default_factory=OrderedDict)
    unserved: set[Queue] = field(default_factory=set)  # queues with something in them and nobody who carries it out
    allowed: list[str] = field(default_factory=list)
    webhook: Webhook | None = None
    held: bool = False  # a test holds updates back: they are made, but not given out
    repeats: int = 0  # so many confirmed updates will be given out once more
    deliveries: list[Delivery] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)  # ids the bot has said it has, in that order
    _again: list[Update] = field(default_factory=list)
    _lines: dict[Queue, deque[Update]] = field(default_factory=lambda: defaultdict(deque))
    _next_end: float = math.inf
    _poller: object = None
    _postman: "Postman | None" = None
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(FIRST_UPDATE))

    def add(self, kind: str, body: Json, queue: Queue) -> None:
        """Kept for the bot, if it wants this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in SILENT_BY_DEFAULT
        if not wanted:
            return
        update = Update(next(self._ids), kind, body, queue, self.clock.monotonic())
        self.waiting[update.id] = update
        self._lines[queue].append(update)
        self.unserved.add(queue)
        self._next_end = min(self._next_end, update.end)

    def confirm(self, update: Update) -> None:
        """The bot has it; perhaps the test wants it to come again nevertheless."""
        self._remove(update)
        if self.repeats:
            self.repeats -= 1
            self._again.append(update)
            self._lines[update.queue].appendleft(update)

    def _remove(self, update: Update) -> None:
        self._lines[update.queue].remove(update)
        if self.waiting.pop(update.id, None) is None:
            self._again.remove(update)

    def forget_old(self) -> None:
        now = self.clock.monotonic()
        if now < self._next_end:
            return
        for update in [update for update in self.waiting.values() if now >= update.end]:
            self._remove(update)
        self._next_end = min((update.end for update in self.waiting.values()), default=math.inf)

    def drop_all(self) -> None:
        self.waiting.clear()
        self._again.clear()
        self._lines.clear()

    @property
    def all_taken(self) -> bool:
        return not self.waiting and not self._again

    # --- polling ---

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Json]:
        if self.webhook:
            raise Refusal(409, WEBHOOK_ACTIVE)
        me = self._poller = object()
        self._confirm_before(offset)
        await self.bell.ring()  # whoever polled before has lost; whoever waits for the confirmation has it
        limit = limit if 1 <= limit <= POLL_UPDATES else POLL_UPDATES
        seconds = min(max(seconds, 0), POLL_SECONDS)
        await self.bell.until(lambda: self._poller is not me or bool(self._ready(limit) or self.webhook), seconds)
        if self.webhook:
            raise Refusal(409, WEBHOOK_CAME)
        if self._poller is not me:
            raise Refusal(409, OTHER_POLLER)
        return [update.raw() for update in self._give(limit)]

    def _confirm_before(self, offset: int) -> None:
        self.forget_old()
        if offset < 0:
            offset = next(islice(reversed(self.waiting), -offset - 1, None), 0)
        while self.waiting and (first := next(iter(self.waiting.values()))).id < offset:
            self.acknowledged.append(first.id)
            self.confirm(first)

    def _ready(self, limit: int) -> list[Update]:
        if self.held:
            return []
        self.forget_old()
        return [*self._again[:limit], *islice(self.waiting.values(), max(0, limit - len(self._again)))]

    def _give(self, limit: int) -> list[Update]:
        given = self._ready(limit)
        for update in self._again[:limit]:
            self._remove(update)
        return given

    # --- webhook ---

    async def open_webhook(self, webhook: Webhook) -> None:
        await self.close_webhook()
        self.webhook, self._postman = webhook, Postman(self, webhook)
        await self.bell.ring()

    async def close_webhook(self) -> None:
        if self._postman:
            await self._postman.close()
        self.webhook = self._postman = None

    def next_in(self, queue: Queue) -> Update | None:
        self.forget_old()
        line = self._lines[queue]
        return line[0] if line and not self.held else None

    def taken(self, update: Update) -> None:
        """The webhook acknowledged it, or it is too old to be tried again."""
        if update in self._again:
            self._remove(update)
        elif update.id in self.waiting:
            self.confirm(update)

    def leave_unserved(self) -> None:
        """Nobody carries anything any more: a new webhook begins with all that waits."""
        self.unserved = {queue for queue, line in self._lines.items() if line}

    def take_unserved(self) -> set[Queue]:
        taken, self.unserved = self.unserved, set()
        return taken


class Postman:
    """Carries updates to the webhook: one worker for each queue that has something, 40 at most at a time."""

    def __init__(self, updates: Updates, webhook: Webhook) -> None:
        self._updates, self._webhook = updates, webhook
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        self._workers: dict[Queue, asyncio.Task[None]] = {}
        updates.leave_unserved()
        self._room = asyncio.Semaphore(webhook.max_connections)
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        tasks = [self._task, *self._workers.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _run(self) -> None:
        updates = self._updates
        while True:
            await updates.bell.until(lambda: bool(updates.unserved) and not updates.held, None)
            for queue in updates.take_unserved() - self._workers.keys():
                self._workers[queue] = asyncio.create_task(self._serve(queue))

    async def _serve(self, queue: Queue) -> None:
        try:
            while update := self._updates.next_in(queue):
                await self._deliver(update)
                await self._updates.bell.ring()
        finally:
            self._workers.pop(queue, None)
        if self._updates.held:
            self._updates.unserved.add(queue)

    async def _deliver(self, update: Update) -> None:
        """Until the bot takes it or it is too old; tried again at once, then after 2, 4, 8 … s."""
        updates, clock = self._updates, self._updates.clock
        for tries in itertools.count():
            async with self._room:
                at = clock.monotonic()
                status, retry_after = await self._post(update)
            pause = retry_after or (min(2.0**tries, LONGEST_RETRY) if tries else 0.0)
            taken = 200 <= status <= 299
            updates.deliveries.append(Delivery(update.id, at, status, None if taken else pause))
            updates.acknowledged += [update.id] * taken
            if taken or clock.monotonic() + pause > update.end:
                return updates.taken(update)
            await updates.bell.ring()
            await clock.sleep_until(clock.monotonic() + pause)

    async def _post(self, update: Update) -> tuple[int, float]:
        """(HTTP status, 0 for none; the Retry-After of a refusal)."""
        status, retry_after = 0, 0.0
        secret = {"X-Telegram-Bot-Api-Secret-Token": self._webhook.secret} if self._webhook.secret else {}
        try:
            async with self._session.post(self._webhook.url, json=update.raw(), headers=secret) as answer:
                status, body = answer.status, await answer.read()
                with suppress(ValueError):
                    retry_after = min(float(answer.headers.get("Retry-After", "0")), LONGEST_RETRY_AFTER)
            problem = f"Wrong response from the webhook: {status} {answer.reason}"
            if b'"method"' in body:
                self._updates.faults.append(Fault("webhook_reply", "setWebhook", f"to update {update.id}"))
        except aiohttp.ClientConnectorError:
            problem = "Connection refused"
        except (aiohttp.ClientError, TimeoutError):
            status, problem = 0, "Webhook connection closed"
        if not 200 <= status <= 299:
            self._webhook.last_error = (self._updates.clock.unix(), problem)
        return status, retry_after
