"""Builds every object by hand, opens them in order, runs them, and closes them in reverse: the composition root."""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from flows.conversations import Conversations
from flows.rendering import TELEGRAM, WHATSAPP
from flows.rules.pacing import Paces, Rate, parse_rate, per_second
from handlers.kit import Kit, Policy
from handlers.leading import Leading
from handlers.ports import Channel, Clock
from handlers.receiving import Receiver
from handlers.sender import Sender
from handlers.timers import Ticker
from storage.db import Database, open_database
from storage.people import keys_fit
from storage.seals import Keys, KeyUnusable

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SURE_DIGITS = "23456789"
"""Those that no hand confuses with a letter, as it does 0 with O and 1 with I and L."""
CONTENT_UPDATED = "11.2026"
LIMITS = {
    "telegram": TELEGRAM,
    "playground_telegram": TELEGRAM,
    "playground_whatsapp": WHATSAPP,
}
LIVE_EVERY = {"telegram": 3.0}
"""Seconds between two edits of a message that shows a count: an edit costs as much of the budget as a message."""
PLAYGROUND_RATE = Rate(0.001, 1000)


@dataclass(slots=True)
class App:
    """What is running. `links` learns the bot's user name once the platform has told it."""

    db: Database
    kit: Kit
    clock: Clock
    channels: dict[str, Channel]
    sender: Sender
    receiver: Receiver
    ticker: Ticker
    leading: Leading
    links: "Links"


@dataclass(slots=True)
class Links:
    """Makes invitation links; before the bot knows its own name there are only codes."""

    username: str | None = None

    def to_start(self, payload: str) -> str | None:
        return f"https://t.me/{self.username}?start={payload}" if self.username else None


@dataclass(frozen=True, slots=True)
class Pace:
    """The budgets of the real channels, as set."""

    telegram_bot: int = 25
    telegram_chat: str = "1/1s:20"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build: everything that settings decide."""

    database_url: str
    keys: Keys
    conversations: Conversations
    policy: Policy
    clock: Clock
    pace: Pace = field(default_factory=Pace)


@asynccontextmanager
async def opened(plan: Plan, channels: Mapping[str, Channel]) -> AsyncIterator[App]:
    """The app with its database migrated; where no other process leads, put right after a crash and sending."""
    async with AsyncExitStack() as stack:
        db = await open_database(plan.database_url)
        stack.push_async_callback(db.close)
        await db.migrate()
        if not await db.read(keys_fit, plan.keys):
            raise KeyUnusable("the key file does not belong to this database; put the right one back")
        links = Links()
        kit = Kit(plan.conversations, plan.keys, fresh_id, plan.policy, fresh_code, links.to_start, LIMITS)
        app = _wired(plan, db, kit, links, dict(channels))
        stack.push_async_callback(app.leading.end)
        await app.leading.begin()
        yield app


def _wired(plan: Plan, db: Database, kit: Kit, links: Links, channels: dict[str, Channel]) -> App:
    sender = Sender(db, kit, plan.clock, channels, _paces(plan.pace))
    receiver = Receiver(db, kit, plan.clock, sender, channels)
    ticker = Ticker(db, kit, plan.clock, sender)
    leading = Leading(db, kit, plan.clock, sender)
    return App(db, kit, plan.clock, channels, sender, receiver, ticker, leading, links)


def fresh_id() -> str:
    """16 random bytes as 22 characters that fit a link and a button."""
    return secrets.token_urlsafe(16)


def fresh_code() -> str:
    """Eight characters people can read aloud, at least one of them 2 to 9, so that no word is ever a code."""
    while True:
        code = "".join(secrets.choice(CROCKFORD) for _ in range(8))
        if any(character in SURE_DIGITS for character in code):
            return code


def our_version() -> str:
    try:
        return version("rakezet")
    except PackageNotFoundError:
        return "0"


def _paces(pace: Pace) -> Paces:
    play = {"playground_telegram": PLAYGROUND_RATE, "playground_whatsapp": PLAYGROUND_RATE}
    return Paces(
        {"telegram": per_second(pace.telegram_bot), **play},
        {"telegram": parse_rate(pace.telegram_chat), **play},
        LIVE_EVERY,
    )
