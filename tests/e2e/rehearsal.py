"""Serves the playground with a bot that says what it is told to, so that the page can be looked at in any state.

`python -m tests.e2e.rehearsal` prints its address and ends at Ctrl-C. What is written to a phone is the cue: `long`,
`ten`, `forty`, `picture`, `file`, `invite`, `two`; a press settles its message; anything else is answered shortly.
"""

import asyncio
import contextlib
import re
import socket
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.playground import Playground
from bot.playground.phones import Look, two_phones
from bot.playground.routes import playground_routes
from handlers.messages import Attachment, Button, Courtesy, CourtesyKind, Incoming, Outgoing, Picker

TEXTS = Path(__file__).resolve().parents[2] / "flows" / "texts"
MIXED = (
    "אנחנו קואליציה של \u2068Clean Air for Haifa\u2069 ושל \u2068جمعية نساء الكرمل\u2069, "
    "וביחד נעצור את הרחבת המפעל.\n"
    "Next line in English: call \u2066050-1234567\u2069.\n"
    "سطر بالعربية مع 50% و name@example.org\n"
    "https://example.org/a/very/long/address/that/has/no/place/to/break/anywhere?and=still&goes=on\n"
    "והשורה האחרונה (עם סוגריים)."
)
TEN = (
    "להקים קואליציה חדשה",
    "להצטרף לקואליציה קיימת",
    "מפת הכוחות",
    "תוכנית העבודה",
    "יום פעולה",
    "צריך עזרה עכשיו",
    "הגדרות ושפה",
    "מה שמור עליי",
    "مساعدة بالعربية",
    "Help in English",
)
INVITATION = (
    "אפשר להעביר את זה למי שנרצה לצרף:\n\nhttps://t.me/RakezetBot?start=j_BMNX7N2W"
    "\n\nאו את הקוד \u2068BMNX-7N2W\u2069."
)


class RehearsedClock:
    """Stands still but when it is moved."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return 0.0


class FullDrawer:
    """A drawer with something in every tab, long words among it."""

    async def drawer(self) -> dict[str, Any]:
        at = "2026-11-22T06:01:00+00:00"
        states = ("accepted", "queued", "refused", "unknown")
        return {
            "outbox": [{"id": n, "queued_at": at, "text": "welcome", "state": s} for n, s in enumerate(states)],
            "timers": [{"kind": "retention", "person": None, "due_at": at}],
            "records": [{"field": "problem_statement", "value": MIXED, "answered_at": at, "current": True}] * 8,
            "workspaces": [{"id": "x1", "name": "אוויר נקי"}, {"id": "x2", "name": "هواء نظيف"}],
        }

    async def power_map(self, workspace: str, language: str) -> bytes:
        return checkered(800, 600)


class Prompter:
    """The bot: answers each cue on the phone it came from."""

    def __init__(self) -> None:
        self.clock = RehearsedClock()
        self.phones = two_phones()
        self.channels = tuple(Playground(look, self.phones, self.clock) for look in Look)
        self._waiting: set[asyncio.Task[None]] = set()

    async def receive(self, incoming: Incoming) -> bool:
        """Answers come after the act was acknowledged, as from the real bot."""
        task = asyncio.create_task(self._answer(incoming))
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)
        return True

    async def _answer(self, incoming: Incoming) -> None:
        channel = next(each for each in self.channels if each.name == incoming.channel)
        if incoming.press:
            await self._settle(channel, incoming)
        for outgoing in self._answers(channel.look, incoming):
            outcome = await channel.send(outgoing)
            assert outcome.provider_id, outcome

    async def _settle(self, channel: Playground, incoming: Incoming) -> None:
        assert incoming.press
        press, address = incoming.press, incoming.address
        answer = Courtesy(CourtesyKind.ANSWER_PRESS, press_id=press.press_id, text="נרשם")
        await channel.be_courteous(answer, address)
        settle = Courtesy(CourtesyKind.SETTLE, message_id=press.message_id, text=f"✓ {press.data}")
        await channel.be_courteous(settle, address)

    def _answers(self, look: Look, incoming: Incoming) -> tuple[Outgoing, ...]:
        cue, to = incoming.text or "", incoming.address
        if cue == "forty":
            return tuple(Outgoing(to, (f"הודעה {n}. " + "עוד מילים " * (n % 7),)) for n in range(1, 41))
        known: dict[str, Callable[[], Outgoing]] = {
            "long": lambda: Outgoing(to, (MIXED,)),
            "ten": lambda: self._ten(look, to),
            "picture": lambda: Outgoing(to, ("מפה",), attachment=_attached("map.png", "image/png")),
            "file": lambda: Outgoing(to, ("תוכנית",), attachment=_attached("plan.pdf", "application/pdf")),
            "invite": lambda: Outgoing(to, (INVITATION,)),
            "two": lambda: Outgoing(to, ("מגיעים?",), _row("כן", "לא הפעם")),
        }
        return (known.get(cue, lambda: Outgoing(to, ("תודה, זה ברור.",)))(),)

    def _ten(self, look: Look, to: str) -> Outgoing:
        rows = tuple(Button(label[:24], f"key.{n}") for n, label in enumerate(TEN))
        if look is Look.WHATSAPP:
            return Outgoing(to, ("על מה נעבוד היום?",), picker=Picker("לבחירה", rows))
        return Outgoing(to, ("על מה נעבוד היום?",), tuple((row,) for row in rows))

    async def begin_again(self, request: Request) -> Response:
        """Empty every chat, for the next test."""
        for phone in self.phones:
            phone.messages.clear()
            self.phones.block(phone, False)
        return JSONResponse({})

    async def move(self, request: Request) -> Response:
        """The clock's route, as far as the page needs it."""
        by = (await request.json())["by"]
        self.clock.instant += {"PT1H": timedelta(hours=1), "P1D": timedelta(days=1)}.get(by, timedelta(hours=9))
        sent = 0
        if by == "next":
            for channel in self.channels:
                sent += bool((await channel.send(Outgoing(f"{channel.look[0]}1", ("תזכורת",)))).provider_id)
        self.phones.clock_moved()
        return JSONResponse({"now": self.clock.instant.isoformat(), "fired": sent, "sent": sent})


def words(language: str) -> dict[str, str]:
    """The page's words, read without the rest of the house: none of them has anything filled in."""
    source = (TEXTS / language / "playground.ftl").read_text("utf-8")
    return dict(re.findall(r"^(playground-[\w-]+) = (.+)$", source, re.MULTILINE))


def checkered(width: int, height: int) -> bytes:
    """A PNG of big squares."""
    line = [b"".join(b"\xc8\x78\x50" if (x // 40 + y) % 2 else b"\xfa\xf0\xdc" for x in range(width)) for y in (0, 1)]
    pixels = b"".join(b"\0" + line[y // 40 % 2] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def _row(*labels: str) -> tuple[tuple[Button, ...], ...]:
    return (tuple(Button(label, f"key.{n}") for n, label in enumerate(labels)),)


def _attached(name: str, media_type: str) -> Attachment:
    return Attachment(checkered(320, 240) if media_type == "image/png" else b"%PDF-1.7", name, media_type)


class _Server(uvicorn.Server):
    """Hangs up on open pages before it waits for them."""

    def __init__(self, config: uvicorn.Config, hang_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._hang_up = hang_up

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hang_up()
        await super().shutdown(sockets)


def main() -> None:
    prompter = Prompter()
    pages = playground_routes(
        prompter.phones, prompter.channels, prompter.receive, prompter.clock, FullDrawer(), words
    )
    again = Route("/again", prompter.begin_again, methods=["POST"])
    app = Starlette(routes=[again, Route("/clock", prompter.move, methods=["POST"]), *pages])
    with socket.create_server(("127.0.0.1", 0)) as bound:
        print(f"http://127.0.0.1:{bound.getsockname()[1]}", flush=True)
        server = _Server(uvicorn.Config(app, log_level="warning"), prompter.phones.hang_up)
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[bound])


if __name__ == "__main__":
    main()
