"""What a person can see and do on the phone, said once for a chat in this process and for one in another.

Seeing: `messages`, `last`, `toasts`, `reply_labels` (after `refresh()` or any action). Doing: `say`, `press`
… Waiting: `wait_for`. Actions take plain JSON values only, so that they can travel.
"""

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram_clock import PATIENCE
from tests.fakes.telegram_rules import START_PAYLOAD, Json


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str | None
    url: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands in the chat now; `raw` is the Bot API object."""

    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def from_bot(self) -> bool:
        return bool(self.raw.get("from", {}).get("is_bot"))

    @property
    def text(self) -> str:
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def kind(self) -> str:
        kinds = ("photo", "document", "voice", "sticker", "location", "contact", "text")
        return next((kind for kind in kinds if kind in self.raw), "service")

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def buttons(self) -> list[Button]:
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            Button(button["text"], button.get("callback_data"), button.get("url"), number)
            for number, row in enumerate(rows)
            for button in row
        ]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def file_id(self) -> str:
        found = self.raw[self.kind]
        return str((found[-1] if isinstance(found, list) else found)["file_id"])


@dataclass(slots=True)
class Seen:
    """The state of one chat, in the form in which it also travels between processes."""

    id: int
    kind: str  # private, group or supergroup
    version: int
    history: dict[int, Json]  # message id: message, in the order of sending, deleted ones gone
    from_bot: list[int]  # ids of all messages the bot ever sent here, deleted ones too
    toasts: list[str]  # what answered presses showed
    actions: list[str]  # chat actions, such as "typing"
    reply_keyboard: Json | None
    blocked: bool

    @classmethod
    def read(cls, state: Json) -> "Seen":
        history = {message["message_id"]: message for message in state["history"]}
        return cls(**{**state, "history": history})

    def written(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__} | {"history": list(self.history.values())}


class Phone:
    """A chat in a person's hands. `act` and `changed` are where the two processes differ."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self._heard = 0

    async def act(self, action: str, **values: Any) -> Any:
        raise NotImplementedError

    async def changed(self, version: int, seconds: float) -> None:
        """Returns as soon as the chat is newer than `version`, or after so many seconds."""
        raise NotImplementedError

    async def refresh(self) -> None:
        await self.changed(-1, 0)

    # --- seeing ---

    @property
    def id(self) -> int:
        return self.seen.id

    @property
    def messages(self) -> list[Message]:
        return [Message(raw) for raw in self.seen.history.values()]

    @property
    def last(self) -> Message:
        """The newest message of the bot that still stands."""
        for message in reversed(self.messages):
            if message.from_bot:
                return message
        raise LookupError(f"the bot has said nothing that still stands:\n{self.transcript()}")

    @property
    def toasts(self) -> list[str]:
        return self.seen.toasts

    @property
    def reply_labels(self) -> list[str]:
        rows = (self.seen.reply_keyboard or {}).get("keyboard", [])
        return [button if isinstance(button, str) else button["text"] for row in rows for button in row]

    def message(self, message_id: int) -> Message:
        return Message(self.seen.history[message_id])

    def transcript(self) -> str:
        lines = [f"{'bot' if m.from_bot else 'they'}: {m.text or m.kind} {m.labels or ''}" for m in self.messages]
        return "\n".join(lines) or "(nothing)"

    async def wait_for(
        self,
        what: "int | Callable[[Phone], bool]" = 1,
        timeout: float = PATIENCE,  # noqa: ASYNC109 (ends with the transcript, which a cancellation could not show)
    ) -> Message:
        """Waits for `what` messages of the bot since the person last did something (or was last waited for),
        or until `what(chat)` is true; gives the message waited for, or the last one.

        TimeoutError shows the transcript.
        """
        goal = self._heard + what if isinstance(what, int) else 0
        happened = what if callable(what) else (lambda chat: len(chat.seen.from_bot) >= goal)
        end = asyncio.get_running_loop().time() + timeout
        await self.refresh()
        while not self._is_so(happened):
            left = end - asyncio.get_running_loop().time()
            if left <= 0:
                raise TimeoutError(f"waited {timeout} s in vain; the chat so far:\n{self.transcript()}")
            await self.changed(self.seen.version, left)
        if callable(what):
            self._heard = len(self.seen.from_bot)
            return self.last
        self._heard = goal
        return self.message(self.seen.from_bot[goal - 1])

    def _is_so(self, happened: "Callable[[Phone], bool]") -> bool:
        """A question about the last message can be asked before there is one."""
        with suppress(LookupError):
            return happened(self)
        return False

    # --- doing ---

    async def _do(self, action: str, **values: Any) -> Any:
        await self.refresh()
        self._heard = len(self.seen.from_bot)
        return await self.act(action, **values)

    async def say(self, text: str, reply_to: int | None = None, by: int | None = None) -> int:
        """Writes `text`; the message id. `by` is the person's id, in groups."""
        return int(await self._do("say", text=text, reply_to=reply_to, by=by))

    async def start(self, payload: str = "") -> int:
        """Opens the bot, perhaps through a link `?start=payload`; also what unblocks it."""
        if not re.fullmatch(r"[A-Za-z0-9_-]*", payload) or len(payload) > START_PAYLOAD:
            raise ValueError("a start payload is up to 64 of A-Z a-z 0-9 _ -")
        return await self.say(f"/start {payload}".strip())

    async def say_edited(self, message_id: int, text: str) -> None:
        await self._do("say_edited", message_id=message_id, text=text)

    async def press(
        self, label: str, message_id: int | None = None, stale: bool = False, by: int | None = None
    ) -> str:
        """Presses the newest button so labelled; the id of the press (empty on a reply keyboard).

        LookupError when no such button stands in the chat; `stale` also finds buttons since taken away.
        """
        return str(await self._do("press", label=label, message_id=message_id, stale=stale, by=by))

    async def press_data(self, data: str, message_id: int, by: int | None = None) -> str:
        """A press with forged data, or on a message that is gone."""
        return str(await self._do("press_data", data=data, message_id=message_id, by=by))

    async def share_contact(
        self,
        phone_number: str = "+972500000000",
        first_name: str | None = None,
        user_id: int | None = None,
        by: int | None = None,
    ) -> int:
        """The own card by default; with `first_name` somebody else's, whose `user_id` may be unknown."""
        return int(
            await self._do("share_contact", phone_number=phone_number, first_name=first_name, user_id=user_id, by=by)
        )

    async def send_voice(self, by: int | None = None) -> int:
        return int(await self._do("send_file", kind="voice", name="", caption="", hex_bytes="00", by=by))

    async def send_sticker(self, by: int | None = None) -> int:
        return int(await self._do("send_file", kind="sticker", name="", caption="", hex_bytes="00", by=by))

    async def send_photo(self, caption: str = "", data: bytes = b"", by: int | None = None) -> int:
        return int(await self._do("send_file", kind="photo", name="", caption=caption, hex_bytes=data.hex(), by=by))

    async def send_document(
        self, name: str = "notes.txt", data: bytes = b"notes", caption: str = "", by: int | None = None
    ) -> int:
        return int(
            await self._do("send_file", kind="document", name=name, caption=caption, hex_bytes=data.hex(), by=by)
        )

    async def send_location(self, latitude: float = 32.08, longitude: float = 34.78, by: int | None = None) -> int:
        return int(
            await self._do("send", content={"location": {"latitude": latitude, "longitude": longitude}}, by=by)
        )

    async def block(self) -> None:
        await self._do("block")

    async def unblock(self) -> None:
        await self._do("unblock")

    async def deactivate(self) -> None:
        """The account is deleted; Telegram sends no update about it."""
        await self._do("deactivate")

    async def clear(self, message_id: int) -> None:
        """The person deletes a message for both sides; bots are not told."""
        await self._do("clear", message_id=message_id)

    async def add_bot(self, by: int | None = None) -> None:
        await self._do("add_bot", by=by)

    async def remove_bot(self, by: int | None = None) -> None:
        await self._do("remove_bot", by=by)
