"""Serves the playground: one page, what its phones show, and what a person does with them."""

import html
import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from importlib.resources import files
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.channels.playground import Playground
from bot.playground.acts import do_act, read_body
from bot.playground.hand import Hand, ImpossibleError
from bot.playground.phones import Line, Look, News, Phones
from bot.playground.portraits import phone_portrait
from handlers.ports import Clock, Receive

LANGUAGES = ("he", "ar", "en")
MOST_PHONES = 12
PING_SECONDS = 15.0

_OWN, _FONTS = files("bot.playground"), files("handlers.artefacts").joinpath("fonts")
_FILES = {
    "page.css": (_OWN, "text/css; charset=utf-8"),
    "mark.svg": (_OWN, "image/svg+xml"),
    **{
        f"{name}.js": (_OWN, "text/javascript; charset=utf-8")
        for name in ("page", "phone", "bubble", "sheet", "drawer", "words", "wire", "draw")
    },
    "Rubik-Regular.ttf": (_FONTS, "font/ttf"),
    "Rubik-Bold.ttf": (_FONTS, "font/ttf"),
}
_GUARDED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

Words = Callable[[str], dict[str, str]]
"""All texts of the page in one language, by their full key (`playground-…`)."""


class Drawer(Protocol):
    """What the page shows beside the phones.

    `drawer` gives `{"outbox": [row …], "timers": [row …], "records": [row …], "workspaces": [place …]}`.
    A row is a flat dictionary whose keys are the columns, in order. `playground-column-<key>` is a heading,
    `playground-<key>-<value>` the words for a code; what has none is shown as it is. Instants are ISO strings
    with an offset. A place is `{"id": str, "name": str}`.
    `power_map` is a PNG; LookupError when there is no such workspace or nothing to draw.
    """

    async def drawer(self) -> dict[str, Any]: ...

    async def power_map(self, workspace: str, language: str) -> bytes: ...


def playground_routes(
    phones: Phones,
    channels: Sequence[Playground],
    receive: Receive,
    clock: Clock,
    drawer: Drawer,
    words: Words,
    zone: str = "Asia/Jerusalem",
) -> list[BaseRoute]:
    """The routes of the page; `zone` names the time zone it shows hours in. POST /clock is not among them."""
    hand = Hand(phones, channels, receive, clock, words("he")["playground-hello"])
    desk = _Desk(phones, hand, clock, drawer, words, zone)
    return [
        Route("/", desk.page),
        Route("/playground/files/{name}", desk.file),
        Route("/playground/words", desk.words),
        Route("/playground/state", desk.state),
        Route("/playground/events", desk.events),
        Route("/playground/phones", desk.add_phone, methods=["POST"]),
        Route("/playground/phones/{phone}", desk.act, methods=["POST"]),
        Route("/playground/phones/{phone}/files/{message}", desk.attachment),
        Route("/playground/drawer", desk.drawer),
        Route("/playground/map/{workspace}.png", desk.power_map),
    ]


class _Desk:
    """One method per route."""

    def __init__(self, phones: Phones, hand: Hand, clock: Clock, drawer: Drawer, words: Words, zone: str) -> None:
        self._phones = phones
        self._hand = hand
        self._clock = clock
        self._drawer = drawer
        self._words = words
        self._zone = zone

    async def page(self, request: Request) -> Response:
        """The page in Hebrew, with its words inside: nothing is asked for before the first paint."""
        texts = self._words("he")
        known = {key: html.escape(text) for key, text in texts.items()}
        known["words"] = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
        template = _OWN.joinpath("page.html").read_text("utf-8")
        filled = re.sub(r"\{\{([\w-]+)\}\}", lambda found: known[found[1]], template)
        return Response(filled, media_type="text/html", headers=_GUARDED)

    async def file(self, request: Request) -> Response:
        found = _FILES.get(request.path_params["name"])
        if found is None:
            return _refused(404, "file_unknown")
        folder, media_type = found
        content = folder.joinpath(request.path_params["name"]).read_bytes()
        return Response(content, media_type=media_type, headers=_GUARDED)

    async def words(self, request: Request) -> Response:
        language = _language(request)
        return JSONResponse(self._words(language)) if language else _refused(400, "language_unknown")

    async def state(self, request: Request) -> Response:
        portraits = [phone_portrait(phone) for phone in self._phones]
        return JSONResponse({"now": self._now(), "zone": self._zone, "phones": portraits})

    async def events(self, request: Request) -> Response:
        return StreamingResponse(self._lines(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def add_phone(self, request: Request) -> Response:
        body = await read_body(request)
        look = body.get("look") if body else None
        if look not in tuple(Look):
            return _refused(400, "look_unknown")
        if len(self._phones) >= MOST_PHONES:
            return _refused(409, "too_many_phones")
        return JSONResponse(phone_portrait(self._phones.add(Look(look))), status_code=201)

    async def act(self, request: Request) -> Response:
        body = await read_body(request)
        if body is None:
            return _refused(400, "body_invalid")
        try:
            kept = await do_act(self._hand, request.path_params["phone"], body)
        except ImpossibleError as impossible:
            return _refused(404 if impossible.missing else 400, impossible.code)
        self._phones.tell(News("drawer"))
        return JSONResponse({}) if kept else _refused(503, "not_kept")

    async def attachment(self, request: Request) -> Response:
        phone = self._phones.find(request.path_params["phone"])
        message = phone.message(request.path_params["message"]) if phone else None
        if message is None or message.attachment is None:
            return _refused(404, "file_unknown")
        sent = message.attachment
        return Response(sent.content, media_type=sent.media_type, headers=_GUARDED)

    async def drawer(self, request: Request) -> Response:
        return JSONResponse(await self._drawer.drawer())

    async def power_map(self, request: Request) -> Response:
        language = _language(request)
        if not language:
            return _refused(400, "language_unknown")
        try:
            picture = await self._drawer.power_map(request.path_params["workspace"], language)
        except LookupError:
            return _refused(404, "map_unknown")
        return Response(picture, media_type="image/png", headers=_GUARDED)

    async def _lines(self) -> AsyncIterator[str]:
        """Server-sent events until the page goes or `Phones.hang_up` is called; the hour when all is quiet."""
        with self._phones.listening() as line:
            yield "retry: 1000\n\n"
            async for text in self._told(line):
                yield text

    async def _told(self, line: Line) -> AsyncIterator[str]:
        async for batch in line.news(PING_SECONDS):
            yield "".join(map(self._event, batch or (News("clock"),)))

    def _event(self, news: News) -> str:
        return f"event: {news.what}\ndata: {json.dumps(self._told_of(news))}\n\n"

    def _told_of(self, news: News) -> dict[str, Any]:
        phone = self._phones.find(news.phone)
        if news.what == "toast":
            return {"phone": news.phone, "text": news.text}
        return phone_portrait(phone) if phone else {"now": self._now()}

    def _now(self) -> str:
        return self._clock.now().isoformat()


def _language(request: Request) -> str | None:
    language = request.query_params.get("lang", "he")
    return language if language in LANGUAGES else None


def _refused(status: int, code: str) -> Response:
    return JSONResponse({"error": code}, status_code=status)
