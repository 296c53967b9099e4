"""Puts a few people with phones around a real bot and a real database, so that tests read like what happens.

People say, press and see; every act waits until the bot has nothing left to send. Time stands still but for one
second an act, and moves only when a test moves it. Nothing is faked but the platform.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, text

from bot.app import App, Plan, opened
from bot.channels.playground import Playground
from bot.clock import ManualClock
from bot.moving import Mover
from bot.playground.hand import Hand
from bot.playground.phones import Look, Message, Phone, Phones
from flows import ftl
from flows.content import load_content
from flows.conversations import Conversations, kinds_of
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, OUR_TEXTS, load
from flows.model import Phrase, Verbatim
from flows.rendering import TICK, Limits, cut
from flows.wording import Texts, Voice, load_texts, plain
from handlers.kit import Policy
from handlers.messages import Button, Courtesy, Fate, Incoming, Outcome, Outgoing
from handlers.ports import Channel
from storage.db import open_database
from storage.deliveries import latest
from storage.outbox import Row
from storage.seals import Keys

MORNING = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
POLICY = Policy(version="1", updated="11.2026")
DATABASE = "rakezet.db"
COALITION = "אוטובוס לכולן"
BREATH = timedelta(seconds=1)
BLINK_SECONDS = 0.002
PATIENCE_SECONDS = 30.0
"""No test waits for time; this only ends one that would hang."""

P = ParamSpec("P")
T = TypeVar("T")

_CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
_ANYTHING = "\x01"


class Clock(ManualClock):
    """Both kinds of time stand still: the hour people live by, and the seconds machines wait by.

    But for a blink at every look, or what is sent slowly on purpose would never be sent.
    """

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self.seconds = 0.0

    def monotonic(self) -> float:
        self.seconds += BLINK_SECONDS
        return self.seconds


class Line:
    """The playground's platform, which can be told what becomes of the next messages to a phone.

    `fates`: what is answered instead of delivering, first to last. `held`: phones whose messages hang in the air.
    """

    def __init__(self, platform: Playground) -> None:
        self._platform = platform
        self._bell = asyncio.Event()
        self.fates: dict[str, list[Outcome]] = {}
        self.held: dict[str, asyncio.Event] = {}
        self.tried: list[Outgoing] = []

    @property
    def name(self) -> str:
        return self._platform.name

    @property
    def limits(self) -> Limits:
        return self._platform.limits

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.tried.append(outgoing)
        self._bell.set()
        if outgoing.address in self.held:
            await self.held[outgoing.address].wait()
        planned = self.fates.get(outgoing.address)
        return planned.pop(0) if planned else await self._platform.send(outgoing)

    async def be_courteous(self, courtesy: Courtesy, address: str) -> None:
        await self._platform.be_courteous(courtesy, address)

    async def has_tried(self, count: int) -> None:
        """Wait until so many messages were handed over."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.tried) < count:
                self._bell.clear()
                await self._bell.wait()


class World:
    """The bot, its database, the phones and the clock. Made by `world_in`."""

    def __init__(self, folder: Path, policy: Policy, phones: Phones, now: datetime) -> None:
        self.folder = folder
        self.clock = Clock(now)
        self.phones = phones
        self.platforms = {look: Playground(look, phones, self.clock) for look in Look}
        self.lines = {look: Line(platform) for look, platform in self.platforms.items()}
        self.arrived: list[Incoming] = []
        self.hand = Hand(self.phones, tuple(self.platforms.values()), self._receive, self.clock, "hello")
        self.plan = Plan(
            database_url=f"sqlite:///{self.database}",
            keys=Keys.load(folder / "key"),
            conversations=conversations(),
            policy=policy,
            clock=self.clock,
        )
        self._running = AsyncExitStack()
        self._app: App | None = None

    @property
    def app(self) -> App:
        assert self._app is not None, "the bot does not run"
        return self._app

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def texts(self) -> Texts:
        return self.plan.conversations.texts

    # -- running ---------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        channels: dict[str, Channel] = {line.name: line for line in self.lines.values()}
        self._app = await self._running.enter_async_context(opened(self.plan, channels))
        self.app.links.username = "rakezet_bot"

    async def stop(self) -> None:
        await self._running.aclose()
        self._app = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()
        await self.rest()

    async def crash(self) -> None:
        """Stop while messages hang in the air: what was claimed stays claimed."""
        self.app.sender.stop()
        await self.app.sender.abandon()
        await self.stop()

    async def rest(self) -> None:
        """Wait until the bot has nothing more to send at this moment."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.app.sender.rest()

    async def move(self, by: timedelta) -> None:
        """Move the clock through everything due on the way."""
        mover = Mover(self.app.db, self.clock, self.app.ticker, self.app.sender)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await mover.move(self.clock.now() + by)

    # -- arrivals --------------------------------------------------------------------------------------------------

    async def _receive(self, incoming: Incoming) -> bool:
        self.arrived.append(incoming)
        return await self.app.receiver.receive(incoming)

    async def deliver(self, incoming: Incoming) -> bool:
        """Hand the bot an arrival made by the test."""
        durable = await self.app.receiver.receive(incoming)
        await self.rest()
        return durable

    async def at_once(self, *arrivals: Incoming) -> None:
        """Several arrivals in one breath: none is answered before the last has come."""
        await asyncio.gather(*(self.app.receiver.receive(arrival) for arrival in arrivals))
        await self.rest()

    # -- looking ---------------------------------------------------------------------------------------------------

    async def read(self, f: Callable[Concatenate[Connection, P], T], *args: P.args, **kw: P.kwargs) -> T:
        return await self.app.db.read(f, *args, **kw)

    async def run(self, f: Callable[Concatenate[Connection, P], T], *args: P.args, **kw: P.kwargs) -> T:
        return await self.app.db.run(f, *args, **kw)

    async def ask(self, sql: str, **values: object) -> list[tuple[object, ...]]:
        """Rows as they stand in the database."""

        def asked(conn: Connection) -> list[tuple[object, ...]]:
            return [tuple(row) for row in conn.execute(text(sql), values)]

        return await self.read(asked)

    async def count(self, table: str) -> int:
        [(count,)] = await self.ask(f"SELECT count(*) FROM {table}")  # noqa: S608
        assert isinstance(count, int)
        return count

    async def rows(self) -> list[Row]:
        """The outbox, the first row first."""
        return list(reversed(await self.read(latest, 10_000)))

    def on_disk(self, words: str) -> bool:
        """Whether these words stand in any file of the database; JSON is written there unescaped."""
        files = [self.database, *(self.database.with_name(self.database.name + end) for end in ("-wal", "-shm"))]
        content = b"".join(file.read_bytes() for file in files if file.exists())
        return words.encode() in content

    def someone(self, name: str, language: str, form: str = "plural", look: Look = Look.TELEGRAM) -> "Someone":
        return Someone(self, self.phones.add(look, name), name, Voice(language, form))


@dataclass(slots=True)
class Someone:
    """A person with a phone. `looked`: how much of the chat was there when they last did something."""

    world: World
    phone: Phone
    name: str
    voice: Voice
    looked: int = 0

    def in_world(self, world: World) -> "Someone":
        """The same person in a copy of their world."""
        phone = world.phones.find(self.phone.id)
        assert phone is not None
        return replace(self, world=world, phone=phone)

    # -- acting ----------------------------------------------------------------------------------------------------

    async def start(self, payload: str = "") -> None:
        self._turns()
        await self.world.hand.start(self.phone.id, payload)
        await self.world.rest()

    async def say(self, words: str) -> None:
        self._turns()
        await self.world.hand.say(self.phone.id, words)
        await self.world.rest()

    async def press(self, label: str) -> "Finger":
        """Press the newest button with this label, named by its text's key or as it stands there."""
        finger = self.button(label)
        await self.press_again(finger)
        return finger

    async def press_again(self, finger: "Finger") -> None:
        self._turns()
        await self.world.hand.press(self.phone.id, finger.data, finger.message)
        await self.world.rest()

    async def send(self, kind: str) -> None:
        self._turns()
        await self.world.hand.send(self.phone.id, kind)
        await self.world.rest()

    async def share_contact(self, name: str, number: str) -> None:
        self._turns()
        await self.world.hand.share_contact(self.phone.id, name, number)
        await self.world.rest()

    async def edit(self, earlier: str, later: str) -> None:
        """Change the newest of one's own messages that says `earlier`."""
        self._turns()
        own = next(m for m in reversed(self.phone.messages) if m.mine and m.text == earlier)
        await self.world.hand.edit(self.phone.id, own.id, later)
        await self.world.rest()

    def speaks(self, words: str) -> Incoming:
        """What would arrive if these words were said, for tests that deliver it themselves."""
        phones = self.world.phones
        sent = phones.write(self.phone, words, self.world.clock.now())
        channel = self.world.platforms[self.phone.look].name
        event = phones.fresh_id("e")
        return Incoming(channel, self.phone.id, event, self.world.clock.now(), message_id=sent.id, text=words)

    def _turns(self) -> None:
        self.looked = len(self.phone.messages)
        self.world.clock.move_to(self.world.clock.now() + BREATH)

    # -- usual ways ------------------------------------------------------------------------------------------------

    async def arrives(self, code: str | None = None) -> None:
        """First contact to the end of the welcome; with a code up to the question whether to join."""
        await self.start(f"j_{code.replace('-', '')}" if code else "")
        await self.press(f"choose_language.choice-{self.voice.language}")
        await self.press("privacy_consent.choice-yes")
        if self.voice.language in {"he", "ar"}:
            await self.press(f"address_form.choice-{self.voice.form}")
        await self.say(self.name)
        if code is None:
            await self.press("describe_self.choice-group")

    async def founds(self, coalition: str) -> None:
        """From the menu to a coalition with a name, and back to the menu."""
        await self.say("/menu")
        if self.shows("main_menu.choice-found"):
            await self.press("main_menu.choice-found")
        else:
            await self.press("main_menu.choice-settings")
            await self.press("settings_menu.choice-found")
        await self.press("choice-done")
        await self.say(coalition)
        await self.say("/menu")

    async def invites(self) -> str:
        """A new code, as it is shown."""
        await self.say("/menu")
        await self.press("main_menu.choice-people")
        await self.press("people_menu.choice-invite")
        return self.code()

    async def joins(self, code: str) -> None:
        await self.arrives(code)
        await self.press("join_confirm.choice-yes")

    async def opens(self, stage: str) -> None:
        """A stage from the menu: intro, a or b."""
        await self.say("/menu")
        await self.press("main_menu.choice-coalition")
        await self.press(f"stage_jump.choice-{stage}")

    def code(self) -> str:
        found = [match[0] for message in self.news if (match := _CODE.search(plain(message.text)))]
        assert found, f"no code in {self.sees()}"
        return found[-1]

    # -- seeing ----------------------------------------------------------------------------------------------------

    @property
    def news(self) -> list[Message]:
        """What the bot said since this person last did something."""
        return [message for message in self.phone.messages[self.looked :] if not message.mine]

    @property
    def chat(self) -> list[str]:
        """Everything the bot ever said here."""
        return [plain(message.text) for message in self.phone.messages if not message.mine]

    def sees(self) -> list[str]:
        return [plain(message.text) for message in self.news]

    @property
    def question(self) -> str:
        """The last thing the bot said."""
        return self.chat[-1]

    def saw(self, key: str, **fills: str | int) -> bool:
        """Whether the text of this key was said since the last act; what is not given may be anything."""
        return any(self._matches(key, fills, said) for said in self.sees())

    def ever_saw(self, key: str, **fills: str | int) -> bool:
        return any(self._matches(key, fills, said) for said in self.chat)

    def times(self, key: str, **fills: str | int) -> int:
        return sum(self._matches(key, fills, said) for said in self.chat)

    def shows(self, label: str) -> bool:
        """Whether the last message has such a button."""
        wanted = self.words(label)
        return any(_is(button, wanted) for button in _buttons(self.phone.messages[-1]))

    def button(self, label: str) -> "Finger":
        wanted = self.words(label)
        for message in reversed(self.phone.messages):
            for button in _buttons(message):
                if _is(button, wanted):
                    return Finger(message.id, button.data)
        raise AssertionError(f"no button {wanted!r} in this chat; the last message: {self.chat[-1:]}")

    def buttons(self) -> list[str]:
        """The labels under the last message."""
        return [plain(button.label) for button in _buttons(self.phone.messages[-1])]

    def words(self, key: str, **fills: str | int) -> str:
        """The words of a key as this person would read them; other words stay as they are."""
        if not self.world.texts.has(key, self.voice.language):
            return key
        return plain(self.world.texts.say(Phrase(key, fills), self.voice))

    def _matches(self, key: str, fills: dict[str, str | int], said: str) -> bool:
        wanted = ftl.arguments(key, self.world.texts.languages[self.voice.language].patterns) - {"form"}
        open_fills = {name: Verbatim(_ANYTHING) for name in wanted - fills.keys()}
        # Before the bot has asked, it does not know the form of address.
        for voice in (self.voice, Voice(self.voice.language)):
            words = plain(self.world.texts.say(Phrase(key, {**fills, **open_fills}), voice))
            pattern = ".*".join(re.escape(piece) for piece in words.split(_ANYTHING))
            if re.search(pattern, said, re.DOTALL):
                return True
        return False

    # -- looking ---------------------------------------------------------------------------------------------------

    async def number(self) -> int:
        """The person's row in the database, found as the bot finds it."""
        lookup = self.world.plan.keys.lookup(self.world.platforms[self.phone.look].name, self.phone.id)
        [(person,)] = await self.world.ask("SELECT person_id FROM addresses WHERE lookup = :lookup", lookup=lookup)
        assert isinstance(person, int)
        return person

    async def answers(self) -> list[tuple[object, ...]]:
        """(field, value) of every standing answer this person gave."""
        return await self.world.ask(
            "SELECT field, value FROM answers WHERE author_id = :me AND current ORDER BY id", me=await self.number()
        )


@dataclass(frozen=True, slots=True)
class Finger:
    """A button on a certain message."""

    message: str
    data: str


@dataclass(slots=True)
class Company:
    """A coalition with the usual cast."""

    world: World
    name: str
    neta: Someone
    samir: Someone
    robin: Someone


def cast_of(world: World) -> tuple[Someone, Someone, Someone]:
    """Neta, who coordinates, in Hebrew; Samir, a member, in Arabic, on WhatsApp; Robin, in English."""
    return (
        world.someone("נטע", "he", "f"),
        world.someone("سمير", "ar", "m", Look.WHATSAPP),
        world.someone("Robin", "en"),
    )


async def play_coalition(world: World) -> tuple[Someone, Someone, Someone]:
    """Neta founds a coalition, Samir and Robin join."""
    neta, samir, robin = cast_of(world)
    await neta.arrives()
    await neta.founds(COALITION)
    code = await neta.invites()
    await samir.joins(code)
    await robin.joins(code)
    return neta, samir, robin


def company_of(world: World) -> Company:
    """The people of a world from `played_in`."""
    return Company(world, COALITION, *(who.in_world(world) for who in _played().people))


def refused(reason: str = "refused", *, blocked: bool = False) -> Outcome:
    return Outcome(Fate.REFUSED, reason=reason, blocked=blocked)


def later(seconds: float, *, whole_bot: bool = False) -> Outcome:
    return Outcome(Fate.LATER, retry_after=seconds, whole_bot=whole_bot)


def unknown() -> Outcome:
    return Outcome(Fate.UNKNOWN, reason="read_timeout")


@asynccontextmanager
async def world_in(folder: Path, policy: Policy | None = None) -> AsyncIterator[World]:
    """A running world whose database is thrown away with `folder`."""
    (folder / DATABASE).write_bytes(await asyncio.to_thread(_migrated))
    async with _running(World(folder, policy or POLICY, Phones(), MORNING)) as world:
        yield world


@asynccontextmanager
async def played_in(folder: Path) -> AsyncIterator[World]:
    """A running world in which a coalition has been founded and joined: played once, copied for every test."""
    played = await asyncio.to_thread(_played)
    for name, content in played.files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    async with _running(World(folder, POLICY, deepcopy(played.phones), played.now)) as world:
        yield world


@asynccontextmanager
async def _running(world: World) -> AsyncIterator[World]:
    await world.start()
    try:
        yield world
    finally:
        await world.stop()


@cache
def conversations() -> Conversations:
    """Ours. Texts are strict: what cannot be said as it was asked for is a fault and not a fallback."""
    catalogue, problems = load([OUR_DEFINITIONS])
    content, wrong = load_content([])
    assert not problems
    assert not wrong
    texts = load_texts([OUR_TEXTS], ("he", "ar", "en"), strict=True)
    return Conversations(catalogue, READINGS, texts, content, kinds_of(catalogue, READINGS))


@dataclass(frozen=True, slots=True)
class _Played:
    """A world at rest: its files, its phones, and the hour."""

    files: Mapping[str, bytes]
    phones: Phones
    now: datetime
    people: tuple[Someone, Someone, Someone]


@cache
def _played() -> _Played:
    async def play(folder: Path) -> _Played:
        async with world_in(folder) as world:
            people = await play_coalition(world)
        files = {name: (folder / name).read_bytes() for name in (DATABASE, "key")}
        return _Played(files, world.phones, world.clock.now(), people)

    with TemporaryDirectory() as folder:
        return asyncio.run(play(Path(folder)))


@cache
def _migrated() -> bytes:
    """An empty database as the first start makes it: made once, copied for every test."""

    async def make(file: Path) -> None:
        database = await open_database(f"sqlite:///{file}")
        await database.migrate()
        await database.close()

    with TemporaryDirectory() as folder:
        file = Path(folder) / DATABASE
        asyncio.run(make(file))
        return file.read_bytes()


def _buttons(message: Message) -> tuple[Button, ...]:
    rows = message.picker.rows if message.picker else ()
    return (*(button for row in message.keyboard for button in row), *rows)


def _is(button: Button, wanted: str) -> bool:
    label = plain(button.label).removeprefix(TICK)
    return label == wanted or (label.endswith("…") and label == cut(wanted, len(label)))
