"""What somebody does on a phone has to become the very update that Telegram would make of it."""

from typing import Any

from tests.fakes.telegram_markup import clean, found_by_telegram
from tests.fakes.telegram_phone import Message, Phone, Seen
from tests.fakes.telegram_rules import Json, Refusal, bad, forbidden
from tests.fakes.telegram_updates import Queue
from tests.fakes.telegram_world import PIXEL, Person, Press, World

LOWEST_ID = {"group": -4_000_000_000, "supergroup": -1_001_000_000_000}  # beyond 32 bits, as real ones


class Chat(Phone):
    """One chat of the fake: a private one of `owner`, or a group in which `owner` is the first member."""

    def __init__(self, world: World, owner: Person, kind: str = "private", title: str = "") -> None:
        chat_id = owner.id if kind == "private" else LOWEST_ID[kind] - world.number()
        super().__init__(Seen(chat_id, kind, 0, {}, [], [], [], None, False))
        self.world, self.owner, self.title = world, owner, title
        self.members: dict[int, Person] = {owner.id: owner}
        self.bot_status = "member" if kind == "private" else "left"  # member, left or kicked
        self.reachable = False  # has the person ever written to the bot
        self.deactivated = False
        self.fixed: set[int] = set()  # messages that came with a reply keyboard cannot be edited
        self._keyboards: list[tuple[int, Json]] = []  # every button ever shown, with its message
        world.phones[chat_id] = self

    # --- as the platform sees it ---

    def raw(self) -> Json:
        if self.seen.kind == "private":
            return {"id": self.id, **self.owner.name(), "type": "private"}
        return {"id": self.id, "title": self.title, "type": self.seen.kind}

    def refusal(self) -> Refusal | None:
        """Why the bot may not write here, if so."""
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.seen.kind == "private" and not self.reachable:
            return bad("chat not found")
        if self.seen.blocked:
            return forbidden("bot was blocked by the user")
        if self.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {self.seen.kind} chat")
        if self.bot_status == "left":
            return forbidden(f"bot is not a member of the {self.seen.kind} chat")
        return None

    def keep(self, message: Json) -> None:
        """A new or edited message stands in the chat."""
        self.seen.history[message["message_id"]] = message
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            self._keyboards += [(message["message_id"], button) for button in row]
        self.touch()

    def touch(self) -> None:
        self.seen.version += 1

    def compose(self, sender: Person, content: Json) -> Json:
        return {
            "message_id": self.world.message_id(self.seen),
            "from": sender.user(),
            "chat": self.raw(),
            "date": self.world.clock.unix(),
            **content,
        }

    def update(self, kind: str, body: Json, queue: Queue | None = None) -> None:
        self.world.updates.add(kind, body, queue or ("chat", self.id))

    # --- both ends of Phone ---

    async def changed(self, version: int, seconds: float) -> None:
        if seconds > 0:
            await self.world.bell.until(lambda: self.seen.version > version, seconds)

    async def act(self, action: str, **values: Any) -> Any:
        result = ACTIONS[action](self, **values)
        self.touch()
        await self.world.bell.ring()
        return result

    # --- actions ---

    def _who(self, by: int | None) -> Person:
        return self.members[by] if by is not None else self.owner

    def _write(self, content: Json, by: int | None) -> int:
        """A message of a person; in a group the bot gets it only if privacy mode lets it through."""
        if self.seen.blocked:
            raise ValueError("whoever blocked the bot cannot write to it; unblock() first")
        self.reachable = True
        message = self.compose(self._who(by), content)
        self.keep(message)
        if self.seen.kind == "private" or (self.bot_status == "member" and self._meant_for_bot(message)):
            self.update("message", message)
        return int(message["message_id"])

    def _meant_for_bot(self, message: Json) -> bool:
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot.id:
            return True
        command = str(message.get("text", "")).split(" ")[0]
        return command.startswith("/") and command.partition("@")[2] in ("", self.world.bot.username)

    def _text(self, text: str) -> Json:
        shown = clean(text).strip()
        entities = found_by_telegram(shown)
        return {"text": shown, **({"entities": entities} if entities else {})}

    def _say(self, text: str, reply_to: int | None, by: int | None) -> int:
        quoted = {"reply_to_message": self.seen.history[reply_to]} if reply_to is not None else {}
        return self._write({**self._text(text), **quoted}, by)

    def _say_edited(self, message_id: int, text: str) -> None:
        old = self.seen.history[message_id]
        kept = {key: value for key, value in old.items() if key not in ("entities", "text")}
        edited = {**kept, "edit_date": self.world.clock.unix(), **self._text(text)}
        self.keep(edited)
        self.update("edited_message", edited)

    def _send_file(self, kind: str, name: str, caption: str, hex_bytes: str, by: int | None) -> int:
        data = bytes.fromhex(hex_bytes) or PIXEL
        file = self.world.keep_file(kind, data, name, "text/plain" if kind == "document" else "")
        return self._write({**self.world.shown_file(file), **({"caption": caption} if caption else {})}, by)

    def _share_contact(self, phone_number: str, first_name: str | None, user_id: int | None, by: int | None) -> int:
        who = self._who(by)
        own = {"first_name": who.first_name, "user_id": who.id}
        other = {"first_name": first_name, **({"user_id": user_id} if user_id else {})}
        return self._write({"contact": {"phone_number": phone_number, **(other if first_name else own)}}, by)

    def _press(self, label: str, message_id: int | None, stale: bool, by: int | None) -> str:
        for at, button in self._pressable(stale):
            if button["text"] == label and message_id in (None, at):
                if "callback_data" not in button:
                    raise LookupError(f"{label!r} opens a link, it does not call the bot")
                return self._press_data(button["callback_data"], at, by, label)
        if label in self.reply_labels:
            self._press_reply_button(label, by)
            return ""
        raise LookupError(f"no button {label!r} in\n{self.transcript()}")

    def _pressable(self, stale: bool) -> list[tuple[int, Json]]:
        """(message, button), newest message first; `stale` adds the buttons that are gone."""
        standing = [
            (message.id, button)
            for message in reversed(self.messages)
            for row in message.raw.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
        ]
        return standing + self._keyboards[::-1] if stale else standing

    def _press_reply_button(self, label: str, by: int | None) -> None:
        rows = (self.seen.reply_keyboard or {})["keyboard"]
        button = next(b for row in rows for b in row if label == (b if isinstance(b, str) else b["text"]))
        if isinstance(button, dict) and button.get("request_contact"):
            self._share_contact("+972500000000", None, None, by)
        else:
            self._say(label, None, by)

    def _press_data(self, data: str, message_id: int, by: int | None, label: str = "") -> str:
        who, press_id = self._who(by), str(4_000_000_000_000_000_000 + self.world.number())
        gone = {"chat": self.raw(), "message_id": message_id, "date": 0}
        body = {
            "id": press_id,
            "from": who.user(),
            "message": self.seen.history.get(message_id, gone),
            "chat_instance": str(7_000_000_000_000_000_000 + abs(self.id)),
            "data": data,
        }
        self.world.presses[press_id] = Press(press_id, self.id, label, data, self.world.clock.monotonic())
        self.update("callback_query", body, ("press", who.id))
        return press_id

    def _block(self) -> None:
        self.seen.blocked = True
        self._status_changed(self.owner, "member", "kicked")

    def _unblock(self) -> None:
        self.seen.blocked = False
        self._status_changed(self.owner, "kicked", "member")

    def _deactivate(self) -> None:
        self.deactivated = True

    def _clear(self, message_id: int) -> None:
        del self.seen.history[message_id]

    def _add_bot(self, by: int | None) -> None:
        who = self._who(by)
        self._status_changed(who, self.bot_status, "member")
        self.bot_status = "member"
        joined = self.compose(who, {"new_chat_members": [self.world.bot.user()]})
        self.keep(joined)
        self.update("message", joined)

    def _remove_bot(self, by: int | None) -> None:
        self._status_changed(self._who(by), self.bot_status, "kicked")
        self.bot_status = "kicked"

    def bot_leaves(self) -> None:
        self._status_changed(self.world.bot, self.bot_status, "left")
        self.bot_status = "left"

    def _status_changed(self, by: Person, old: str, new: str) -> None:
        def as_member(status: str) -> Json:
            return {
                "user": self.world.bot.user(),
                "status": status,
                **({"until_date": 0} if status == "kicked" else {}),
            }

        body = {
            "chat": self.raw(),
            "from": by.user(),
            "date": self.world.clock.unix(),
            "old_chat_member": as_member(old),
            "new_chat_member": as_member(new),
        }
        self.update("my_chat_member", body, ("member", self.id))

    def standing(self, message_id: int) -> Message | None:
        raw = self.seen.history.get(message_id)
        return Message(raw) if raw else None


ACTIONS: dict[str, Any] = {
    "say": Chat._say,
    "say_edited": Chat._say_edited,
    "send": Chat._write,
    "send_file": Chat._send_file,
    "share_contact": Chat._share_contact,
    "press": Chat._press,
    "press_data": Chat._press_data,
    "block": Chat._block,
    "unblock": Chat._unblock,
    "deactivate": Chat._deactivate,
    "clear": Chat._clear,
    "add_bot": Chat._add_bot,
    "remove_bot": Chat._remove_bot,
}
