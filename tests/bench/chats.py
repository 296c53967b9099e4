"""Lets many chats talk to a bot at once, each sending its next word when the reply to the last one has come."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.bench.platform import Courier, Platform, Sent

PRESS = "<press>"
PATIENCE_SECONDS = 20.0


@dataclass(slots=True)
class Heard:
    """What was measured: seconds from an update to its reply, and when each reply came."""

    waits: list[float] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    @property
    def longest_silence(self) -> float:
        return max((b - a for a, b in zip(self.moments, self.moments[1:], strict=False)), default=0.0)

    def wait_at(self, share: float) -> float:
        """The wait that this share of the replies kept within."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


class Chats:
    """Chats with one bot, each of somebody new. `script`: what is said there; PRESS presses the first button sent."""

    def __init__(self, platform: Platform, courier: Courier, script: Sequence[str], first: int) -> None:
        """`first`: the number of the first chat; those after it follow."""
        self._courier = courier
        self._script = script
        self._updates = count(1)
        self._numbers = count(first)
        self._seen: dict[int, Sent] = {}
        self._waiting: dict[int, asyncio.Future[Sent]] = {}
        platform.on_sent = self._arrived

    async def talk(self, at_once: int, seconds: float, pause: float = 0.0) -> Heard:
        """So many at once for so long; whoever is through makes room for the next. Raises TimeoutError: no reply.

        `pause`: seconds each of them thinks before the next word; they do not begin all at once then.
        """
        heard = Heard()
        end = time.perf_counter() + seconds
        turns = (self._one_after_another(end, heard, pause, pause * at / at_once) for at in range(at_once))
        await asyncio.gather(*turns)
        return heard

    async def _one_after_another(self, end: float, heard: Heard, pause: float, first_after: float) -> None:
        await asyncio.sleep(first_after)
        while time.perf_counter() < end:
            chat = next(self._numbers)
            for words in self._script:
                began = time.perf_counter()
                await self._one(chat, words)
                now = time.perf_counter()
                heard.waits.append(now - began)
                heard.moments.append(now)
                await asyncio.sleep(pause)

    async def _one(self, chat: int, words: str) -> None:
        reply = self._waiting[chat] = asyncio.get_running_loop().create_future()
        async with asyncio.timeout(PATIENCE_SECONDS):
            status = asyncio.create_task(self._courier.bring(self._update(chat, words)))
            self._seen[chat] = await reply
            if await status != 200:
                raise RuntimeError(f"the bot answered {status.result()}")

    def _arrived(self, chat: int, sent: Sent) -> None:
        waiting = self._waiting.get(chat)
        if waiting is not None and not waiting.done():
            waiting.set_result(sent)

    def _update(self, chat: int, words: str) -> dict[str, Any]:
        number = next(self._updates)
        person = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "en"}
        about = {"date": int(time.time()), "chat": {"id": chat, "type": "private", "first_name": "A"}}
        if words == PRESS:
            seen = self._seen[chat]
            message = {"message_id": seen.message_id, **about, "text": "?"}
            press = {"id": str(number), "from": person, "chat_instance": "1", "data": seen.button, "message": message}
            return {"update_id": number, "callback_query": press}
        # Never the same words twice: an answer that says what already stands there would be no work.
        text = words if words.startswith("/") or words.isdigit() else f"{words} {number}"
        message = {"message_id": number, "from": person, **about, "text": text}
        if words.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words)}]
        return {"update_id": number, "message": message}
