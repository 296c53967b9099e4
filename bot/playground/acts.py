"""Reads what the page asks a phone to do, and takes nothing that a phone could not do."""

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.playground.hand import Hand, ImpossibleError

LONGEST_BODY = 64 * 1024


async def read_body(request: Request) -> dict[str, Any] | None:
    """The JSON object sent, None if it is none. Only as JSON: another site's form cannot send that."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return None
    received = b""
    async for chunk in request.stream():
        received += chunk
        if len(received) > LONGEST_BODY:
            raise HTTPException(413)
    try:
        body = json.loads(received)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


async def do_act(hand: Hand, phone: str, body: dict[str, Any]) -> bool:
    """Exactly one act per request, known by its keys; anything else is refused as "act_unknown"."""
    match body:
        case {"say": str(text), **rest} if not rest:
            return await hand.say(phone, text)
        case {"start": str(payload), **rest} if not rest:
            return await hand.start(phone, payload)
        case {"press": str(data), "message": str(message), **rest} if not rest:
            return await hand.press(phone, data, message)
        case {"contact": {"name": str(name), "number": str(number)}, **rest} if not rest:
            return await hand.share_contact(phone, name, number)
        case {"send": str(kind), **rest} if not rest:
            return await hand.send(phone, kind)
        case {"send": str(kind), "caption": str(caption), **rest} if not rest:
            return await hand.send(phone, kind, caption)
        case {"edit": {"message": str(message), "text": str(text)}, **rest} if not rest:
            return await hand.edit(phone, message, text)
        case {"block": bool(blocked), **rest} if not rest:
            return await hand.block(phone, blocked)
    raise ImpossibleError("act_unknown")
