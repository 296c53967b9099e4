"""One call being carried out, and how it finds the chat it speaks of: what all methods of the fake have in
common.
"""

from dataclasses import dataclass

from tests.fakes.telegram_chats import Chat
from tests.fakes.telegram_rules import Json, bad
from tests.fakes.telegram_world import Call, World


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came over the wire; in the delivery log only its name and size are kept."""

    name: str
    mime_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """One call being carried out."""

    world: World
    call: Call
    params: Json

    def text(self, name: str) -> str:
        return str(self.params.get(name, ""))

    def fault(self, code: str, detail: str) -> None:
        self.world.fault(code, self.call.method, detail)


def chat_of(asked: Asked) -> Chat:
    if asked.params.get("chat_id") in (None, ""):
        raise bad("chat_id is empty")
    found = asked.world.phones.get(asked.params["chat_id"])
    if not isinstance(found, Chat):
        raise bad("chat not found")
    return found


def open_chat(asked: Asked) -> Chat:
    chat = chat_of(asked)
    if refusal := chat.refusal():
        raise refusal
    return chat
