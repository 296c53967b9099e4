"""Telegram repeats what is not answered 200 and forgets what is: so 200 must mean durable, for its senders alone."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from starlette.routing import Route
from structlog.testing import capture_logs

from bot.app import Plan, opened
from bot.channels.telegram import Telegram
from bot.channels.telegram_account import Webhook, introduce
from bot.channels.telegram_webhook import AGAIN_SECONDS, LARGEST_BODY, PATH, TelegramWebhook
from bot.clock import ManualClock
from bot.web import address_of, listening, serve, web_app
from handlers.kit import Policy
from handlers.messages import Button, Incoming, Outgoing
from storage.inbox import quarantined
from storage.seals import Keys
from tests.cast import conversations
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone

PATIENCE = 30.0  # seconds until a test gives up; nothing takes nearly as long
SECRET = "S3cret_of-the-webhook"
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

Take = Callable[[Incoming], Awaitable[bool]]


class Inbox:
    """Takes what arrives. What `refused` names is not durable; what `held` names waits until `go` is set."""

    def __init__(self) -> None:
        self.offered: list[str] = []
        self.taken: list[Incoming] = []
        self.refused: set[str] = set()
        self.held: set[str] = set()
        self.go = asyncio.Event()
        self.changed = asyncio.Condition()

    async def __call__(self, incoming: Incoming) -> bool:
        said = incoming.text or (incoming.press.data if incoming.press else "")
        self.offered.append(said)
        await self._tell()
        if said in self.held:
            await self.go.wait()
        if said in self.refused:
            return False
        self.taken.append(incoming)
        await self._tell()
        return True

    @property
    def texts(self) -> list[str | None]:
        return [one.text for one in self.taken]

    async def until(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(happened)

    async def holds(self, *said: str) -> None:
        """Wait until these are being held."""
        await self.until(lambda: set(said) <= set(self.offered))

    async def _tell(self) -> None:
        async with self.changed:
            self.changed.notify_all()


@dataclass(frozen=True, slots=True)
class Answer:
    """As it came over the wire, without what a server adds to every answer."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes = b""


def empty(status: int, **headers: bytes) -> Answer:
    more = {name.replace("_", "-").encode(): value for name, value in headers.items()}
    return Answer(status, {b"content-length": b"0", **more})


@dataclass(slots=True)
class Door:
    """A webhook that is being served, and a stranger's or Telegram's hand to knock with."""

    webhook: TelegramWebhook
    telegram: Telegram
    port: int
    lines: list[asyncio.StreamWriter] = field(default_factory=list)

    async def knock(
        self, body: object = b"", secret: bytes | None = SECRET.encode(), verb: str = "POST", path: str = PATH
    ) -> Answer:
        """One request and its whole answer. A body that is no bytes goes as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        reader, _ = await self.begin(_head(verb, path, secret, b"Content-Length: %d" % len(content)) + content)
        return await self.answer(reader)

    async def begin(self, start: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.lines.append(writer)
        writer.write(start)
        return reader, writer

    async def answer(self, reader: asyncio.StreamReader) -> Answer:
        async with asyncio.timeout(PATIENCE):
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[:-2]
            headers = dict(line.split(b": ", 1) for line in lines)
            body = await reader.read()
        told = {name: value for name, value in headers.items() if name not in {b"date", b"server", b"connection"}}
        return Answer(int(first.split()[1]), told, body)


def _head(verb: str, path: str, secret: bytes | None, *more: bytes) -> bytes:
    lines = [f"{verb} {path} HTTP/1.1".encode(), b"Host: bot.example", b"Connection: close", *more]
    if secret is not None:
        lines.append(b"X-Telegram-Bot-Api-Secret-Token: " + secret)
    return b"\r\n".join(lines) + b"\r\n\r\n"


@asynccontextmanager
async def serving(fake: FakeTelegram, receive: Take, **knobs: Any) -> AsyncIterator[Door]:
    """A webhook behind a real server, which Telegram is not told of."""
    bound, stop = listening("127.0.0.1", 0), asyncio.Event()
    bound.listen()  # whoever comes before the server is up waits
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        webhook = TelegramWebhook(SECRET, receive, telegram.leave, ManualClock(NOW), **knobs)
        app = web_app(lambda: webhook.reasons, [Route(PATH, webhook)])
        running = asyncio.create_task(serve(app, bound, stop))
        door = Door(webhook, telegram, int(address_of(bound).rpartition(":")[2]))
        try:
            yield door
        finally:
            for line in door.lines:
                line.close()
            stop.set()
            await asyncio.wait_for(running, PATIENCE)


@asynccontextmanager
async def known(fake: FakeTelegram, receive: Take, **knobs: Any) -> AsyncIterator[Door]:
    """A webhook that Telegram brings updates to."""
    async with serving(fake, receive, **knobs) as door:
        await introduce(door.telegram, {}, Webhook(f"http://127.0.0.1:{door.port}{PATH}", SECRET))
        door.webhook.registered()
        yield door


@pytest_asyncio.fixture(name="fake")
async def a_fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest_asyncio.fixture(name="noa")
async def a_noa(fake: FakeTelegram) -> Phone:
    return await fake.person("נועה")


@pytest.fixture(name="inbox")
def an_inbox() -> Inbox:
    return Inbox()


@pytest_asyncio.fixture(name="door")
async def a_door(fake: FakeTelegram, inbox: Inbox) -> AsyncIterator[Door]:
    async with serving(fake, inbox) as door:
        yield door


def said(text: str, chat: int = 5, number: int = 1) -> dict[str, Any]:
    """An update as Telegram words it."""
    person = {"id": chat, "is_bot": False, "first_name": "Noa"}
    message = {"message_id": 1, "date": 1_790_000_000, "chat": {"id": chat, "type": "private"}, "from": person}
    return {"update_id": number, "message": {**message, "text": text}}


def pressed(data: str, chat: int = 5) -> dict[str, Any]:
    press = {"id": "1", "from": {"id": chat, "is_bot": False}, "data": data, "chat_instance": "1"}
    return {"update_id": 2, "callback_query": press}


def _delivered(fake: FakeTelegram, times: int) -> bool:
    return len(fake.deliveries) >= times


def statuses(fake: FakeTelegram) -> list[int]:
    return [delivery.status for delivery in fake.deliveries]


# --- all is well ----------------------------------------------------------------------------------------


async def test_what_people_write_arrives_and_is_confirmed(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    async with known(fake, inbox) as door:
        await noa.start("j_abc")
        await noa.say("שלום")
        await fake.wait_for_updates_taken()
        assert not door.webhook.reasons
    assert [(one.start, one.text) for one in inbox.taken] == [("j_abc", None), (None, "שלום")]
    assert statuses(fake) == [200, 200]
    assert fake.faults == []


async def test_the_answer_has_no_words_that_could_be_taken_for_a_call(door: Door, inbox: Inbox) -> None:
    assert await door.knock(said("א")) == empty(200)
    assert inbox.texts == ["א"]


async def test_it_is_ready_once_telegram_knows_of_it(door: Door) -> None:
    assert door.webhook.reasons == ("telegram_not_reached",)
    door.webhook.registered()
    assert not door.webhook.reasons


async def test_an_update_that_says_nothing_is_confirmed_all_the_same(
    fake: FakeTelegram, noa: Phone, inbox: Inbox
) -> None:
    async with known(fake, inbox) as door:
        await noa.act("send", by=None, content={"pinned_message": {"message_id": 1}})
        await fake.wait_for_updates_taken()
        assert door.webhook.troubles == {}
    assert (inbox.offered, statuses(fake)) == ([], [200])


async def test_a_body_in_pieces_is_one_update(door: Door, inbox: Inbox) -> None:
    content = json.dumps(said("לאט" * 50)).encode()
    reader, writer = await door.begin(_head("POST", PATH, SECRET.encode(), b"Transfer-Encoding: chunked"))
    for start in range(0, len(content), 100):
        piece = content[start : start + 100]
        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        await writer.drain()
    writer.write(b"0\r\n\r\n")
    assert (await door.answer(reader)).status == 200
    assert inbox.texts == ["לאט" * 50]


# --- twice, and not durable -----------------------------------------------------------------------------


async def test_what_is_not_durable_comes_again_soon_and_health_knows(
    fake: FakeTelegram, noa: Phone, inbox: Inbox
) -> None:
    inbox.refused = {"א"}
    async with known(fake, inbox) as door:
        await noa.say("א")
        for tries in range(1, 4):
            await fake.advance(AGAIN_SECONDS)
            assert await fake.world.bell.until(partial(_delivered, fake, tries), PATIENCE)
            assert door.webhook.reasons == ("telegram_turns_not_durable",)
        inbox.refused.clear()
        await fake.advance(AGAIN_SECONDS)
        await fake.wait_for_updates_taken()
        assert not door.webhook.reasons
        assert door.webhook.troubles == {"not_durable": 3}
    tried = [(delivery.status, delivery.again_in) for delivery in fake.deliveries]
    assert tried == [(503, AGAIN_SECONDS)] * 3 + [(200, None)]
    assert inbox.texts == ["א"]


async def test_one_chat_in_trouble_holds_up_nobody_else(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    omar = await fake.person("Omar")
    inbox.refused = {"1"}
    async with known(fake, inbox):
        await noa.say("1")
        await noa.say("2")
        await omar.say("o1")
        await omar.say("o2")
        await inbox.until(lambda: len(inbox.taken) == 2)
        assert inbox.texts == ["o1", "o2"]
        assert await fake.world.bell.until(lambda: 503 in statuses(fake), PATIENCE)
        inbox.refused.clear()
        await fake.advance(AGAIN_SECONDS)
        await fake.wait_for_updates_taken()
    assert inbox.texts == ["o1", "o2", "1", "2"]


async def test_a_turn_that_raises_is_not_durable_and_tells_the_log_no_words(fake: FakeTelegram) -> None:
    async def receive(incoming: Incoming) -> bool:
        raise ValueError(incoming.text)

    with capture_logs() as lines:
        async with serving(fake, receive) as door:
            assert (await door.knock(said("סוד"))).status == 503
    assert {"event": "telegram_turn_failed", "error": "ValueError", "log_level": "error"} in lines
    assert "סוד" not in repr(lines)


async def test_a_line_that_breaks_in_the_middle_of_a_turn_takes_nothing_back(door: Door, inbox: Inbox) -> None:
    inbox.held = {"א"}
    content = json.dumps(said("א")).encode()
    start = _head("POST", PATH, SECRET.encode(), b"Content-Length: %d" % len(content))
    _, writer = await door.begin(start + content)
    await inbox.holds("א")
    writer.close()
    await writer.wait_closed()
    inbox.go.set()
    assert (await door.knock(said("ב", number=2))).status == 200
    assert inbox.texts == ["א", "ב"]


async def test_the_real_bot_answers_what_came_twice_once(fake: FakeTelegram, noa: Phone, tmp_path: Path) -> None:
    """Everything is real here but Telegram."""
    plan = Plan(
        database_url=f"sqlite:///{tmp_path / 'rakezet.db'}",
        keys=Keys.load(tmp_path / "key"),
        conversations=conversations(),
        policy=Policy(version="1", updated="11.2026"),
        clock=ManualClock(NOW),
    )
    await fake.duplicate_updates(2)
    async with Telegram(fake.token, api_root=fake.root) as telegram, opened(plan, {telegram.name: telegram}) as app:
        async with known(fake, app.receiver.receive):
            await noa.start()
            question = await noa.wait_for(timeout=PATIENCE)
            await noa.press(question.labels[0])
            await noa.wait_for(timeout=PATIENCE)
            await fake.wait_for_updates_taken(PATIENCE)
            await asyncio.wait_for(app.sender.rest(), PATIENCE)
        assert app.receiver.counts == {"turn:telegram": 2, "duplicate:telegram": 2}
        assert await app.db.read(quarantined) == 0
    assert statuses(fake) == [200] * 4
    assert len([message for message in noa.messages if message.from_bot]) == 2
    assert (fake.faults, fake.unanswered_presses()) == ([], [])


# --- order ----------------------------------------------------------------------------------------------


async def test_a_press_does_not_overtake_the_words_before_it(door: Door, inbox: Inbox) -> None:
    inbox.held = {"1"}
    first = asyncio.create_task(door.knock(said("1")))
    await inbox.holds("1")
    second = asyncio.create_task(door.knock(pressed("2")))
    assert (await door.knock(said("o", chat=6))).status == 200
    assert inbox.offered == ["1", "o"]
    inbox.go.set()
    assert [(await first).status, (await second).status] == [200, 200]
    assert inbox.offered == ["1", "o", "2"]


async def test_whoever_stands_behind_a_refused_one_is_refused_with_it(door: Door, inbox: Inbox) -> None:
    inbox.held = inbox.refused = {"1"}
    first = asyncio.create_task(door.knock(said("1")))
    await inbox.holds("1")
    behind = asyncio.create_task(door.knock(pressed("2")))
    assert (await door.knock(said("o", chat=6))).status == 200
    inbox.go.set()
    assert [(await first).status, (await behind).status] == [503, 503]
    assert inbox.offered == ["1", "o"]
    inbox.refused = set()
    assert [(await door.knock(said("1"))).status, (await door.knock(pressed("2"))).status] == [200, 200]
    assert inbox.offered == ["1", "o", "1", "2"]


async def test_in_a_crowd_each_person_is_served_one_at_a_time_and_in_order(fake: FakeTelegram) -> None:
    """Twelve people write and press at once; each has two queues at Telegram, and one line here."""
    at_work: defaultdict[str, int] = defaultdict(int)
    crowded: list[str] = []
    side_by_side = 0
    order: defaultdict[str, list[str]] = defaultdict(list)

    async def receive(incoming: Incoming) -> bool:
        nonlocal side_by_side
        at_work[incoming.address] += 1
        side_by_side = max(side_by_side, sum(at_work.values()))
        crowded.extend(address for address, count in at_work.items() if count > 1)
        for _ in range(len(incoming.event_id) + int(incoming.event_id) % 7):
            await asyncio.sleep(0)
        at_work[incoming.address] -= 1
        order[incoming.address].append(incoming.text or (incoming.press.data if incoming.press else "start"))
        return True

    people = [await fake.person(f"P{number}") for number in range(12)]
    async with known(fake, receive) as door:
        for person in people:
            await person.start()
            await door.telegram.send(Outgoing(str(person.id), ("?",), ((Button("yes", "k.0"),),)))
        await fake.wait_for_updates_taken()
        await fake.hold_updates()
        for number in range(5):
            for person in people:
                await person.say(str(number))
                await person.press("yes")
        await fake.release_updates()
        await fake.wait_for_updates_taken(PATIENCE)
    assert crowded == []
    assert side_by_side > 1
    for person in people:
        assert [one for one in order[str(person.id)] if one.isdecimal()] == ["0", "1", "2", "3", "4"]
        assert order[str(person.id)].count("k.0") == 5
    assert set(statuses(fake)) == {200}


async def test_nothing_is_kept_of_chats_that_are_quiet(door: Door, inbox: Inbox) -> None:
    inbox.refused = {"no"}
    for chat in range(1, 20):
        await door.knock(said("no" if chat % 2 else "yes", chat=chat))
    assert len(inbox.offered) == 19
    assert door.webhook._lines == {}


# --- strangers ------------------------------------------------------------------------------------------

WRONG: dict[str, bytes | None] = {
    "missing": None,
    "empty": b"",
    "another": b"another",
    "beginning": SECRET[:-1].encode(),
    "longer": SECRET.encode() + b"x",
    "capitals": SECRET.upper().encode(),
    "hebrew": "סוד".encode(),
    "no text at all": b"\xff\xfe\xd7",
    "very long": b"s" * 8000,
}
OTHER_VERBS = ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


async def test_a_stranger_finds_nothing_here(door: Door, inbox: Inbox) -> None:
    found = {name: await door.knock(said("א"), secret) for name, secret in WRONG.items()}
    assert found == dict.fromkeys(WRONG, empty(404))
    assert inbox.offered == []
    assert door.webhook.troubles == {"not_authentic": len(WRONG)}


@pytest.mark.parametrize("secret", [None, SECRET.encode()], ids=["stranger", "telegram"])
async def test_there_is_nothing_behind_any_other_method(door: Door, inbox: Inbox, secret: bytes | None) -> None:
    found = {verb: await door.knock(said("א"), secret, verb) for verb in OTHER_VERBS}
    assert found == dict.fromkeys(OTHER_VERBS, empty(404))
    assert inbox.offered == []


@pytest.mark.xfail(strict=True, reason="unknown paths of the whole web app are answered with words as yet")
async def test_a_stranger_cannot_tell_it_from_a_path_that_does_not_exist(door: Door) -> None:
    for verb in ("POST", *OTHER_VERBS):
        for path in (PATH[:-1], PATH + "/", "/nothing"):
            assert await door.knock(said("א"), None, verb, path) == empty(404), f"{verb} {path}"


async def test_what_a_stranger_sends_is_not_even_read(door: Door) -> None:
    reader, _ = await door.begin(_head("POST", PATH, b"wrong", b"Content-Length: 9999999999") + b"{")
    async with asyncio.timeout(PATIENCE):
        assert (await reader.readuntil(b"\r\n")).split()[1] == b"404"


# --- what cannot be read --------------------------------------------------------------------------------

GARBAGE = {
    "nothing": b"",
    "half": b'{"update_id": 1, "message": {',
    "words": "שלום".encode(),
    "no text": b"\xff\xfe\x00\x80",
    "null": b"null",
    "list": b"[1, 2]",
    "no number": b"{}",
    "number as text": b'{"update_id": "1"}',
    "endless number": b'{"update_id": ' + b"9" * 10_000 + b"}",
    "no number at all": b'{"update_id": NaN}',
    "abyss": b"[" * 200_000,
    "form": b"update_id=1&message=hello",
}


async def test_what_cannot_be_read_is_counted_and_does_not_come_again(door: Door, inbox: Inbox) -> None:
    found = {name: (await door.knock(body)).status for name, body in GARBAGE.items()}
    assert found == dict.fromkeys(GARBAGE, 200)
    assert door.webhook.troubles == {"unreadable": len(GARBAGE)}
    assert (await door.knock(said("א"))).status == 200
    assert inbox.offered == ["א"]


async def test_the_largest_body_is_taken_and_one_byte_more_refused_openly(door: Door, inbox: Inbox) -> None:
    """Telegram shows the status to the operator; a silent 200 would lose what was said."""
    content = json.dumps(said("א")).encode().ljust(LARGEST_BODY)
    assert (await door.knock(content)).status == 200
    assert await door.knock(content + b" ") == empty(413)
    assert door.webhook.troubles == {"too_large": 1}
    assert inbox.texts == ["א"]


async def test_a_body_without_end_is_not_waited_for(door: Door) -> None:
    head = _head("POST", PATH, SECRET.encode(), b"Transfer-Encoding: chunked")
    reader, writer = await door.begin(head.replace(b"Connection: close\r\n", b""))
    for _ in range(LARGEST_BODY // 2**16 + 1):
        writer.write(b"%x\r\n%b\r\n" % (2**16, b" " * 2**16))
        await writer.drain()
    async with asyncio.timeout(PATIENCE):
        assert (await reader.readuntil(b"\r\n")).split()[1] == b"413"


# --- too much at once -----------------------------------------------------------------------------------


async def test_more_than_we_can_hold_is_sent_away_until_there_is_room(fake: FakeTelegram, inbox: Inbox) -> None:
    inbox.held = {"1", "2"}
    async with serving(fake, inbox, at_once=2) as door:
        within = [asyncio.create_task(door.knock(said(text, chat))) for chat, text in ((7, "1"), (8, "2"))]
        await inbox.holds("1", "2")
        assert await door.knock(said("3", 9)) == empty(503, retry_after=b"2")
        assert (await door.knock(said("3", 9), b"wrong")).status == 404
        inbox.go.set()
        assert [(await one).status for one in within] == [200, 200]
        assert (await door.knock(said("3", 9))).status == 200
        assert door.webhook.troubles == {"busy": 1, "not_authentic": 1}
    assert sorted(inbox.offered) == ["1", "2", "3"]


async def test_a_body_that_does_not_come_does_not_keep_its_place(fake: FakeTelegram, inbox: Inbox) -> None:
    async with serving(fake, inbox, at_once=1, body_seconds=0.05) as door:
        reader, _ = await door.begin(_head("POST", PATH, SECRET.encode(), b"Content-Length: 100") + b"{")
        async with asyncio.timeout(PATIENCE):
            assert (await reader.readuntil(b"\r\n")).split()[1] == b"503"
        assert door.webhook.troubles == {"broken_off": 1}
        assert (await door.knock(said("א"))).status == 200


async def test_whoever_hangs_up_in_the_middle_of_a_body_does_not_keep_their_place(
    fake: FakeTelegram, inbox: Inbox
) -> None:
    async with serving(fake, inbox, at_once=1) as door:
        start = _head("POST", PATH, SECRET.encode(), b"Content-Length: 100", b"Expect: 100-continue")
        reader, writer = await door.begin(start)
        async with asyncio.timeout(PATIENCE):
            assert (await reader.readuntil(b"\r\n\r\n")).split()[1] == b"100"  # it is waiting for us
            writer.close()
            while (await door.knock(said("א"))).status == 503:  # each round is a whole exchange with the server
                pass
    assert door.webhook.troubles["broken_off"] == 1
    assert inbox.texts == ["א"]


# --- groups ---------------------------------------------------------------------------------------------


async def test_a_group_is_left_without_a_word_after_the_answer(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    await fake.hold("leaveChat", when="before")
    group = await fake.group(noa)
    async with known(fake, inbox):
        await group.add_bot()
        await fake.wait_for_held()
        await fake.wait_for_updates_taken()
        await group.say("who are you", by=noa.id)
        await group.say("hello", by=noa.id)
        await fake.wait_for_updates_taken()
        await fake.release()
        await fake.wait_for_calls(1, "leaveChat", group.id)
    assert set(statuses(fake)) == {200}
    assert len(fake.calls("leaveChat")) == 1
    assert inbox.taken == []
    assert [message for message in group.messages if message.from_bot] == []
    assert fake.faults == []
