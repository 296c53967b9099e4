"""Stands in for the platforms: phones in memory, so that the bot can be tried with no token or network."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from handlers.messages import Attachment, Button, Picker


class Look(StrEnum):
    """Which platform a phone looks like, and whose limits it has."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"


class Kind(StrEnum):
    """What a message is, so that the page can draw a voice note and not only words."""

    TEXT = "text"
    START = "start"
    VOICE = "voice"
    PICTURE = "picture"
    STICKER = "sticker"
    PLACE = "place"
    FILE = "file"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Message:
    """One message in a chat. `mine`: by the phone's owner. Keyboard, picker and attachment are the bot's."""

    id: str
    mine: bool
    text: str
    at: datetime
    kind: Kind = Kind.TEXT
    keyboard: tuple[tuple[Button, ...], ...] = ()
    picker: Picker | None = None
    attachment: Attachment | None = None
    edited: bool = False


@dataclass(slots=True)
class Phone:
    """One phone with one chat. `title` is its owner's name, empty when the page may choose one."""

    id: str
    look: Look
    title: str = ""
    blocked: bool = False
    messages: list[Message] = field(default_factory=list)

    def message(self, message_id: str | None) -> Message | None:
        return next((message for message in self.messages if message.id == message_id), None)


@dataclass(frozen=True, slots=True)
class News:
    """Something a page should know: `what` is phone, clock, toast or drawer; `phone` says which, if one."""

    what: str
    phone: str = ""
    text: str = ""


class Line:
    """What one open page has not been told yet. The newest of a kind replaces the older: it cannot grow."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, str], News] = {}
        self._bell = asyncio.Event()
        self._open = True

    def ring(self, news: News) -> None:
        self._waiting[news.what, news.phone] = news
        self._bell.set()

    def hang_up(self) -> None:
        self._open = False
        self._bell.set()

    async def news(self, quiet_seconds: float) -> AsyncIterator[tuple[News, ...]]:
        """Batches as they come; an empty one after `quiet_seconds` without any. Ends when hung up."""
        while self._open:
            try:
                await asyncio.wait_for(self._bell.wait(), quiet_seconds)
            except TimeoutError:
                yield ()
                continue
            batch = tuple(self._waiting.values())
            self._waiting.clear()
            self._bell.clear()
            if batch and self._open:
                yield batch


class Phones:
    """All phones, the ids of what happens on them, and the pages that are looking."""

    def __init__(self) -> None:
        self._phones: dict[str, Phone] = {}
        self._lines: set[Line] = set()
        self._run = secrets.token_hex(4)  # ids stay new when the bot remembers an earlier run
        self._count = 0

    def __iter__(self) -> Iterator[Phone]:
        return iter(tuple(self._phones.values()))

    def __len__(self) -> int:
        return len(self._phones)

    def find(self, phone_id: str) -> Phone | None:
        return self._phones.get(phone_id)

    def add(self, look: Look, title: str = "") -> Phone:
        """A new phone, called t1, t2 … or w1, w2 … by its look."""
        number = sum(phone.look is look for phone in self) + 1
        phone = Phone(f"{look[0]}{number}", look, title)
        self._phones[phone.id] = phone
        self.tell(News("phone", phone.id))
        return phone

    def fresh_id(self, letter: str) -> str:
        """A key never used before, for an event ("e") or a message ("m")."""
        self._count += 1
        return f"{letter}{self._run}-{self._count}"

    def put(self, phone: Phone, message: Message) -> Message:
        """Show a new message, or an old one anew."""
        for position, known in enumerate(phone.messages):
            if known.id == message.id:
                phone.messages[position] = message
                break
        else:
            phone.messages.append(message)
        self.tell(News("phone", phone.id))
        return message

    def write(self, phone: Phone, text: str, at: datetime, kind: Kind = Kind.TEXT) -> Message:
        """The phone's owner sends something."""
        return self.put(phone, Message(self.fresh_id("m"), True, text, at, kind))

    def rewrite(self, phone: Phone, message: Message, text: str) -> Message:
        return self.put(phone, replace(message, text=text, edited=True))

    def block(self, phone: Phone, blocked: bool) -> None:
        phone.blocked = blocked
        self.tell(News("phone", phone.id))

    def toast(self, phone: Phone, text: str) -> None:
        self.tell(News("toast", phone.id, text))

    def clock_moved(self) -> None:
        """To be called by whoever moves the clock, so that every open page shows the new hour."""
        self.tell(News("clock"))

    def tell(self, news: News) -> None:
        """Tell every page; whatever happens may also have changed what the drawer shows."""
        for line in self._lines:
            line.ring(news)
            line.ring(News("drawer"))

    @contextmanager
    def listening(self) -> Iterator[Line]:
        line = Line()
        self._lines.add(line)
        try:
            yield line
        finally:
            self._lines.discard(line)

    def hang_up(self) -> None:
        """End every page's line. A server waits for open connections: call this when it is told to stop."""
        for line in self._lines:
            line.hang_up()


def two_phones() -> Phones:
    """What the playground opens with: one phone of each look, t1 and w1."""
    phones = Phones()
    phones.add(Look.TELEGRAM)
    phones.add(Look.WHATSAPP)
    return phones
