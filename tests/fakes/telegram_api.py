"""The HTTP side of the Bot API: bytes in, one logged call through the troubles it meets, bytes out.

It knows the one token it was given: others get 401 like revoked ones, and 404 when they are not even shaped
like a token. A bot that hangs up ends its long poll; whatever else it asked for is done all the same, as on
the real server.
"""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.fakes.telegram_calls import Asked, Upload
from tests.fakes.telegram_faults import PACED, Trouble
from tests.fakes.telegram_methods import METHODS
from tests.fakes.telegram_rules import METHOD_NAMES, PARAMETERS, Json, Refusal, bad, read_parameter
from tests.fakes.telegram_world import Call, World

GATEWAY_PAGE = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
    "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)
GATEWAY_TITLES = {500: "500 Internal Server Error", 502: "502 Bad Gateway", 504: "504 Gateway Time-out"}
NO_TOKEN, BAD_TOKEN = Refusal(404, "Not Found"), Refusal(401, "Unauthorized")
NO_METHOD = Refusal(404, "Not Found: method not found")


class Dropped(Exception):
    """The connection is to be broken instead of answered."""


class BotApi:
    def __init__(self, world: World) -> None:
        self.world = world
        self._serving: set[asyncio.Task[web.Response]] = set()

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._api)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)

    def stop(self) -> None:
        for task in self._serving:
            task.cancel()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._wrong_token(request.match_info["token"]):
            return _json(refusal.body(), refusal)
        try:
            given, from_json = await _read_body(request)
        except Refusal as refusal:
            return _json(refusal.body(), refusal)
        asked = self._note(request.match_info["method"], given, from_json)
        if asked is None:
            return _json(NO_METHOD.body(), NO_METHOD)
        try:
            return await self._unless_hung_up(asked)
        except Dropped:
            asked.call.answer = "dropped"
            await self.world.bell.ring()
            if request.transport:
                request.transport.abort()
            return web.Response()
        finally:
            asked.call.ended = self.world.clock.monotonic()

    def _wrong_token(self, token: str) -> Refusal | None:
        if token == self.world.token:
            return None
        number, _, secret = token.partition(":")
        return BAD_TOKEN if number.isdecimal() and secret else NO_TOKEN

    def _note(self, method: str, given: Json, from_json: bool) -> Asked | None:
        """Writes the call into the log; what is wrong with its parameters, into the faults."""
        name = METHOD_NAMES.get(method.lower())
        params = self._checked(name, given, from_json) if name else given
        kept = {key: _loggable(value) for key, value in params.items()}
        number, chat = len(self.world.log) + 1, params.get("chat_id")
        call = Call(
            number,
            name or method,
            chat if isinstance(chat, int) else None,
            kept,
            self.world.clock.monotonic(),
        )
        self.world.log.append(call)
        if name is None:
            self.world.fault("unknown_method", method, "the real server has it, or nobody has")
            call.status, call.answer = NO_METHOD.code, NO_METHOD.description
            return None
        return Asked(self.world, call, params)

    def _checked(self, method: str, given: Json, from_json: bool) -> Json:
        params: Json = {}
        for name, value in given.items():
            kind = PARAMETERS[method].get(name)
            if kind is None:
                self.world.fault("unknown_parameter", method, name)
                continue
            if kind == "file" and isinstance(value, Upload):
                params[name] = value
                continue
            params[name], right = read_parameter(kind, value, from_json)
            if not right:
                self.world.fault("wrong_type", method, f"{name} is {value!r}, not {kind}")
            if params[name] is None:
                del params[name]
        return params

    async def _unless_hung_up(self, asked: Asked) -> web.Response:
        """A bot that hangs up ends its poll; anything else it asked for is done all the same."""
        if asked.call.method == "getUpdates":
            return await self._serve(asked)
        task = asyncio.create_task(self._serve(asked))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            asked.call.heard = False
            await self.world.bell.ring()
            raise

    async def _serve(self, asked: Asked) -> web.Response:
        """One call from the troubles it meets on the way in to those it meets on the way out."""
        met = self.world.troubles.take(asked.call.method, asked.call.chat)
        met = met or self.world.weather.strikes(asked.call.method, asked.call.chat)
        outcome = met.get("outcome")
        kind = outcome.kind if outcome else ""
        asked.call.trouble = kind or "".join(met)
        await self.world.bell.ring()
        await self._pause(met, "before")
        if kind == "drop_before":
            raise Dropped
        if outcome and kind == "server_error" and not outcome.values["delivered"]:
            return self._gateway(asked, outcome)
        answer = await self._decide(asked, outcome)
        await self.world.bell.ring()
        await self._pause(met, "after")
        if kind == "drop_after":
            raise Dropped
        if outcome and kind == "server_error":
            return self._gateway(asked, outcome)
        if kind == "garbled":
            asked.call.answer, text = "garbled", str(answer.text)
            return web.Response(text=text[: len(text) // 2], content_type="application/json")
        return answer

    async def _decide(self, asked: Asked, outcome: Trouble | None) -> web.Response:
        call = asked.call
        try:
            self._told_to_wait(asked)
            if outcome and outcome.kind == "throttle":
                raise self.world.waits.tell(call.chat, outcome.values["retry_after"], outcome.values["whole_bot"])
            if outcome and outcome.kind == "refuse":
                raise Refusal(outcome.values["code"], outcome.values["description"])
            result = await METHODS[call.method](asked)
        except Refusal as refusal:
            call.status, call.answer = refusal.code, refusal.description
            return _json(refusal.body(), refusal)
        call.status, call.answer, call.delivered = 200, "ok", True
        named = isinstance(result, dict) and "description" in result and "result" in result
        return _json({"ok": True, **result} if named and isinstance(result, dict) else {"ok": True, "result": result})

    def _told_to_wait(self, asked: Asked) -> None:
        if asked.call.method not in PACED:
            return
        refusal, knew = self.world.waits.disobeyed(asked.call.chat)
        if knew:
            asked.fault("ignored_retry_after", f"chat {asked.call.chat}")
        if refusal:
            raise refusal

    def _gateway(self, asked: Asked, outcome: Trouble) -> web.Response:
        status = outcome.values["status"]
        asked.call.status, asked.call.answer = status, "html"
        page = GATEWAY_PAGE.format(GATEWAY_TITLES.get(status, str(status)))
        return web.Response(status=status, text=page, content_type="text/html")

    async def _pause(self, met: dict[str, Trouble], when: str) -> None:
        slow, hold = met.get("slow"), met.get("hold")
        if slow and slow.values["when"] == when:
            await self.world.clock.sleep_until(self.world.clock.monotonic() + slow.values["seconds"])
        if hold and hold.values["when"] == when:
            await self._at_the_gate()

    async def _at_the_gate(self) -> None:
        world, opened = self.world, self.world.gate_open
        world.held += 1
        await world.bell.ring()
        try:
            await world.bell.until(lambda: world.gate_open > opened, None)
        finally:
            world.held -= 1

    async def _download(self, request: web.Request) -> web.Response:
        if refusal := self._wrong_token(request.match_info["token"]):
            return _json(refusal.body(), refusal)
        for file in self.world.files.values():
            if file.path == request.match_info["path"]:
                return web.Response(body=file.data, content_type="application/octet-stream")
        return _json(NO_TOKEN.body(), NO_TOKEN)


# --- bytes ------------------------------------------------------------------------------------------------


async def _read_body(request: web.Request) -> tuple[Json, bool]:
    """(parameters by name, whether they came as JSON and so have types); uploads are `Upload`s."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            sent = json.loads(await request.read() or b"{}")
        except ValueError:
            sent = None
        if not isinstance(sent, dict):
            raise bad("can't parse JSON object")
        return given | sent, True
    try:
        fields = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None
    for name, value in fields.items():
        given[name] = (
            Upload(value.filename, value.content_type, value.file.read())
            if isinstance(value, web.FileField)
            else value
        )
    return _attached(given), False


def _attached(given: Json) -> Json:
    """A file may be sent under another name and be referred to as attach://name."""
    found = {
        name: given[value.removeprefix("attach://")]
        for name, value in given.items()
        if isinstance(value, str) and value.startswith("attach://") and value.removeprefix("attach://") in given
    }
    used = {str(given[name]).removeprefix("attach://") for name in found}
    return {name: value for name, value in given.items() if name not in used} | found


def _loggable(value: Any) -> Any:
    return {"name": value.name, "size": len(value.data)} if isinstance(value, Upload) else value


def _json(body: Json, refusal: Refusal | None = None) -> web.Response:
    headers = {"Retry-After": str(refusal.retry_after)} if refusal and refusal.retry_after is not None else {}
    text = json.dumps(body, separators=(",", ":"))
    return web.Response(
        text=text, status=refusal.code if refusal else 200, headers=headers, content_type="application/json"
    )
