"""Telegram repeats what is not answered 200 and forgets what is: so 200 must mean durable, for its senders alone."""

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
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
        self.texts: list[str | None] = []
        self.refused: set[str] = set()
        self.held: set[str] = set()
        self.go = asyncio.Event()
        self.changed = asyncio.Condition()

    async def __call__(self, incoming: Incoming) -> bool:
        said = incoming.text or (incoming.press.data if incoming.press else "")
        self.offered.append(said)
        async with self.changed:
            self.changed.notify_all()
        if said in self.held:
            await self.go.wait()
        if said in self.refused:
            return False
        self.taken.append(incoming)
        self.texts.append(incoming.text)
        return True

    async def holds(self, *said: str) -> None:
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: set(said) <= set(self.offered))


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[bytes, bytes]
    body: bytes = b""


def empty(status: int, **more: bytes) -> Answer:
    return Answer(status, {b"content-length": b"0", **{name.encode(): value for name, value in more.items()}})


@dataclass(slots=True)
class Door:
    """A webhook that is being served, and a stranger's or Telegram's hand to knock with."""

    webhook: TelegramWebhook
    telegram: Telegram
    port: int
    lines: list[asyncio.StreamWriter] = field(default_factory=list)

    async def knock(self, body: object, *how: Any) -> Answer:
        """One request and its whole answer; `how` as for `request`."""
        reader, _ = await self.begin(request(body, *how))
        return await self.answer(reader)

    async def begin(self, start: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A request, or the beginning of one; whatever begins after it comes after it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.lines.append(writer)
        writer.write(start)
        return reader, writer

    async def answer(self, reader: asyncio.StreamReader) -> Answer:
        async with asyncio.timeout(PATIENCE):
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[:-2]
            headers = dict(line.split(b": ", 1) for line in lines)
            body = await reader.read() if headers.get(b"connection") == b"close" else b""
        told = {name: value for name, value in headers.items() if name not in {b"date", b"server", b"connection"}}
        return Answer(int(first.split()[1]), told, body)


def head(secret: bytes | None, *more: bytes, verb: str = "POST", path: str = PATH) -> bytes:
    lines = [f"{verb} {path} HTTP/1.1".encode(), b"Host: bot.example", *more]
    if secret is not None:
        lines.append(b"X-Telegram-Bot-Api-Secret-Token: " + secret)
    return b"\r\n".join(lines) + b"\r\n\r\n"


def request(body: object, secret: bytes | None = SECRET.encode(), verb: str = "POST", path: str = PATH) -> bytes:
    """A body that is no bytes goes as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    about = (b"Content-Length: %d" % len(content), b"Connection: close")
    return head(secret, *about, verb=verb, path=path) + content


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


def statuses(fake: FakeTelegram) -> list[int]:
    return [delivery.status for delivery in fake.deliveries]


async def test_what_people_write_arrives_and_is_confirmed(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    async with serving(fake, inbox) as door:
        assert door.webhook.reasons == ("telegram_not_reached",)
    async with known(fake, inbox) as door:
        await noa.start("j_abc")
        await noa.say("שלום")
        await fake.wait_for_updates_taken()
        assert not door.webhook.reasons
    assert [(one.start, one.text) for one in inbox.taken] == [("j_abc", None), (None, "שלום")]
    assert statuses(fake) == [200, 200]
    assert fake.faults == []


async def test_an_update_without_words_is_confirmed(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    async with known(fake, inbox) as door:
        await noa.act("send", by=None, content={"pinned_message": {"message_id": 1}})
        await fake.wait_for_updates_taken()
        assert door.webhook.troubles == {}
    assert (inbox.offered, statuses(fake)) == ([], [200])


async def test_a_body_in_pieces_is_one_update(door: Door, inbox: Inbox) -> None:
    content = json.dumps(said("לאט" * 50)).encode()
    reader, writer = await door.begin(head(SECRET.encode(), b"Transfer-Encoding: chunked"))
    for start in range(0, len(content), 100):
        piece = content[start : start + 100]
        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        await writer.drain()
    writer.write(b"0\r\n\r\n")
    assert await door.answer(reader) == empty(200)  # words in it could be taken for a call
    assert inbox.texts == ["לאט" * 50]


async def test_what_is_not_durable_comes_again_and_health_knows(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    inbox.refused = {"א"}
    async with known(fake, inbox) as door:
        await noa.say("א")
        assert await fake.world.bell.until(lambda: statuses(fake) == [503], PATIENCE)
        await fake.advance(AGAIN_SECONDS)
        assert await fake.world.bell.until(lambda: statuses(fake) == [503, 503], PATIENCE)
        assert door.webhook.reasons == ("telegram_turns_not_durable",)
        inbox.refused.clear()
        await fake.advance(AGAIN_SECONDS)
        await fake.wait_for_updates_taken()
        assert not door.webhook.reasons
        assert door.webhook.troubles == {"not_durable": 2}
    assert statuses(fake) == [503, 503, 200]
    assert inbox.texts == ["א"]


async def test_one_chat_in_trouble_holds_up_nobody_else(fake: FakeTelegram, noa: Phone, inbox: Inbox) -> None:
    omar = await fake.person("Omar")
    inbox.refused = {"1"}
    async with known(fake, inbox):
        await noa.say("1")
        await noa.say("2")
        await omar.say("o1")
        await omar.say("o2")
        assert await fake.world.bell.until(lambda: sorted(statuses(fake)) == [200, 200, 503], PATIENCE)
        assert inbox.texts == ["o1", "o2"]
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
    _, writer = await door.begin(request(said("א")))
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
    assert statuses(fake) == [200] * 4
    assert len([message for message in noa.messages if message.from_bot]) == 2
    assert (fake.faults, fake.unanswered_presses()) == ([], [])


async def test_a_press_does_not_overtake_the_words_before_it(door: Door, inbox: Inbox) -> None:
    inbox.held = {"1"}
    first, _ = await door.begin(request(said("1")))
    await inbox.holds("1")
    second, _ = await door.begin(request(pressed("2")))
    assert (await door.knock(said("o", chat=6))).status == 200
    assert inbox.offered == ["1", "o"]
    inbox.go.set()
    assert [await door.answer(first), await door.answer(second)] == [empty(200)] * 2
    assert inbox.offered == ["1", "o", "2"]


async def test_whoever_stands_behind_a_refused_one_is_refused_with_it(door: Door, inbox: Inbox) -> None:
    inbox.held = inbox.refused = {"1"}
    first, _ = await door.begin(request(said("1")))
    await inbox.holds("1")
    behind, _ = await door.begin(request(pressed("2")))
    assert (await door.knock(said("o", chat=6))).status == 200
    inbox.go.set()
    assert [(await door.answer(first)).status, (await door.answer(behind)).status] == [503, 503]
    assert inbox.offered == ["1", "o"]
    inbox.refused = set()
    assert [(await door.knock(said("1"))).status, (await door.knock(pressed("2"))).status] == [200, 200]
    assert inbox.offered == ["1", "o", "1", "2"]


async def test_in_a_crowd_each_person_is_served_one_at_a_time_and_in_order(fake: FakeTelegram) -> None:
    """Twelve people write and press at once; each has two queues at Telegram, and one line here."""
    at_work, order = Counter[str](), defaultdict[str, list[str]](list)
    most_at_once = most_of_one = 0

    async def receive(incoming: Incoming) -> bool:
        nonlocal most_at_once, most_of_one
        at_work[incoming.address] += 1
        most_at_once, most_of_one = max(most_at_once, at_work.total()), max(most_of_one, *at_work.values())
        for _ in range(int(incoming.event_id) % 7 + 1):
            await asyncio.sleep(0)
        at_work[incoming.address] -= 1
        order[incoming.address].append(incoming.text or "pressed")
        return True

    people = [await fake.person(f"P{number}") for number in range(12)]
    async with known(fake, receive) as door:
        for person in people:
            await person.say("hi")
            await door.telegram.send(Outgoing(str(person.id), ("?",), ((Button("yes", "k.0"),),)))
        await fake.hold_updates()
        for number, person in product("01234", people):
            await person.say(number)
            await person.press("yes")
        await fake.release_updates()
        await fake.wait_for_updates_taken(PATIENCE)
    assert (most_of_one, most_at_once > 1) == (1, True)
    said_by = {address: [one for one in said if one != "pressed"] for address, said in order.items()}
    assert said_by == {str(person.id): ["hi", *"01234"] for person in people}
    assert statuses(fake) == [200] * 12 * 11


async def test_nothing_is_kept_of_chats_that_are_quiet(door: Door, inbox: Inbox) -> None:
    inbox.refused = {"no"}
    for chat in range(1, 20):
        await door.knock(said("no" if chat % 2 else "yes", chat=chat))
    assert len(inbox.offered) == 19
    assert door.webhook._lines == {}


WRONG: dict[str, bytes | None] = {
    "missing": None,
    "empty": b"",
    "beginning": SECRET[:-1].encode(),
    "longer": SECRET.encode() + b"x",
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


async def test_a_stranger_cannot_tell_it_from_a_path_that_does_not_exist(door: Door) -> None:
    for verb in ("POST", *OTHER_VERBS):
        for path in (PATH[:-1], PATH + "/", "/nothing"):
            assert await door.knock(said("א"), None, verb, path) == empty(404), f"{verb} {path}"


async def test_what_a_stranger_sends_is_not_even_read(door: Door) -> None:
    reader, _ = await door.begin(head(b"wrong", b"Content-Length: 9999999999") + b"{")
    assert await door.answer(reader) == empty(404)


GARBAGE = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00\x80",
    "null": b"null",
    "no number": b"{}",
    "endless number": b'{"update_id": ' + b"9" * 10_000 + b"}",
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
    reader, writer = await door.begin(head(SECRET.encode(), b"Transfer-Encoding: chunked"))
    for _ in range(LARGEST_BODY // 2**16 + 1):
        writer.write(b"%x\r\n%b\r\n" % (2**16, b" " * 2**16))
        await writer.drain()
    assert await door.answer(reader) == empty(413)


async def test_more_than_we_can_hold_is_sent_away_until_there_is_room(fake: FakeTelegram, inbox: Inbox) -> None:
    inbox.held = {"1", "2"}
    async with serving(fake, inbox, at_once=2) as door:
        one, _ = await door.begin(request(said("1", 7)))
        two, _ = await door.begin(request(said("2", 8)))
        await inbox.holds("1", "2")
        assert await door.knock(said("3", 9)) == empty(503, **{"retry-after": b"2"})
        assert (await door.knock(said("3", 9), b"wrong")).status == 404
        inbox.go.set()
        assert [await door.answer(one), await door.answer(two)] == [empty(200)] * 2
        assert (await door.knock(said("3", 9))).status == 200
        assert door.webhook.troubles == {"busy": 1, "not_authentic": 1}
    assert sorted(inbox.offered) == ["1", "2", "3"]


async def test_a_body_that_does_not_come_does_not_keep_its_place(fake: FakeTelegram, inbox: Inbox) -> None:
    async with serving(fake, inbox, at_once=1, body_seconds=0.05) as door:
        reader, _ = await door.begin(head(SECRET.encode(), b"Content-Length: 100") + b"{")
        assert (await door.answer(reader)).status == 503
        assert door.webhook.troubles == {"broken_off": 1}
        assert (await door.knock(said("א"))).status == 200


async def test_whoever_hangs_up_in_a_body_does_not_keep_their_place(fake: FakeTelegram, inbox: Inbox) -> None:
    async with serving(fake, inbox, at_once=1) as door:
        reader, writer = await door.begin(head(SECRET.encode(), b"Content-Length: 9", b"Expect: 100-continue"))
        assert (await door.answer(reader)).status == 100  # it is waiting for us
        writer.close()
        async with asyncio.timeout(PATIENCE):
            while (await door.knock(said("א"))).status == 503:  # each round is a whole exchange with the server
                pass
    assert door.webhook.troubles["broken_off"] == 1
    assert inbox.texts == ["א"]


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
        await fake.wait_for_updates_taken()
        assert len(fake.calls("leaveChat")) == 1
        await group.add_bot()
        async with asyncio.timeout(PATIENCE):
            while len(fake.calls("leaveChat")) < 2:  # each round is a whole exchange with the bot
                await group.say("and again", by=noa.id)
                await fake.wait_for_updates_taken()
    assert set(statuses(fake)) == {200}
    assert inbox.taken == []
    assert [message for message in group.messages if message.from_bot] == []
    assert fake.faults == []
