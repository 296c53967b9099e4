"""The one state behind the fake: the bot, its chats, files, waiting updates, presses, and what went wrong.

Everything else reads and changes this one object; it knows neither HTTP nor the methods of the Bot API.
"""

import base64
import hashlib
import itertools
import struct
from dataclasses import dataclass, field

from tests.fakes.telegram_clock import Bell, Clock
from tests.fakes.telegram_faults import Rates, Troubles, Waits
from tests.fakes.telegram_phone import Phone, Seen
from tests.fakes.telegram_rules import PHOTO_RATIO, PHOTO_SIDES, Fault, Json, bad
from tests.fakes.telegram_updates import Updates
from tests.fakes.telegram_weather import Weather

NOT_MOVING = {"is_animated": False, "is_video": False}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000000000100010500010d0a2db40000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "he"
    is_bot: bool = False

    def name(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value is not None}

    def user(self) -> Json:
        language = {"language_code": self.language_code} if self.language_code else {}
        return {"id": self.id, "is_bot": self.is_bot, **self.name(), **language}


@dataclass(slots=True)
class Press:
    """One press of a callback button and how often the bot answered it."""

    id: str
    chat: int
    label: str
    data: str
    at: float
    answers: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class File:
    id: str
    unique_id: str
    kind: str
    path: str
    data: bytes
    name: str
    mime_type: str

    def described(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


@dataclass(slots=True)
class Call:
    """One line of the delivery log; `params` hold uploads as name and size.

    `answer` is what went back: "ok", the refusal's sentence, "html", "garbled", "dropped", or "" while the
    bot still waits for it; `heard` is False when the bot hung up (or died) before it came. `trouble` names the knob
    or the weather it met, `ended` (monotonic, as `at`) is when the answer left.
    """

    number: int
    method: str
    chat: int | None
    params: Json
    at: float
    answer: str = ""
    status: int = 0
    message_id: int | None = None
    delivered: bool = False
    heard: bool = True
    trouble: str = ""
    ended: float | None = None


class World:
    def __init__(self, token: str, username: str = "rakezet_bot") -> None:
        self.token = token
        self.bot = Person(int(token.split(":")[0]), "Rakezet", None, username, None, is_bot=True)
        self.clock, self.bell = Clock(), Bell()
        self.faults: list[Fault] = []
        self.updates = Updates(self.clock, self.bell, self.faults)
        self.troubles, self.rates, self.waits = Troubles(), Rates(self.clock), Waits(self.clock)
        self.weather = Weather(self.clock)
        self.gate_open = 0  # how often the gate was opened; a held call waits for the next time
        self.held = 0
        self.log: list[Call] = []
        self.phones: dict[int, Phone] = {}
        self.presses: dict[str, Press] = {}
        self.files: dict[str, File] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}  # (name|description|short_description, language): text
        self._messages = itertools.count(1)
        self._numbers = itertools.count(1)

    def fault(self, code: str, method: str, detail: str) -> None:
        self.faults.append(Fault(code, method, detail))

    def number(self) -> int:
        return next(self._numbers)

    def message_id(self, seen: Seen) -> int:
        """Counted through all private chats and groups of the bot, but separately in each supergroup."""
        if seen.kind == "supergroup":
            return max(seen.history, default=0) + 1
        return next(self._messages)

    def keep_file(self, kind: str, data: bytes, name: str = "", mime_type: str = "") -> File:
        number = self.number()
        ending = {"photo": "jpg", "voice": "oga", "sticker": "webp"}.get(kind, name.rpartition(".")[2] or "bin")
        secret = hashlib.sha256(f"{number}{kind}".encode()).digest()
        file = File(
            id="AgACAgQAAxk" + base64.urlsafe_b64encode(secret).decode().rstrip("="),
            unique_id="AQAD" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:6]).decode(),
            kind=kind,
            path=f"{kind}s/file_{number}.{ending}",
            data=data,
            name=name,
            mime_type=mime_type or "application/octet-stream",
        )
        self.files[file.id] = file
        return file

    def shown_file(self, file: File) -> Json:
        """The part of a message that carries this file."""
        if file.kind == "photo":
            width, height = photo_size(file.data)
            return {"photo": [{**file.described(), "width": width, "height": height}]}
        about: dict[str, Json] = {
            "voice": {"duration": 3, "mime_type": "audio/ogg"},
            "sticker": {"width": 512, "height": 512, "type": "regular", "emoji": "👍"} | NOT_MOVING,
            "document": {"file_name": file.name, "mime_type": file.mime_type},
        }
        return {file.kind: {**file.described(), **about[file.kind]}}


def photo_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; refused like a photo that Telegram cannot read or show."""
    width, height = _png_size(data) or _jpeg_size(data) or (0, 0)
    if not width or not height:
        raise bad("IMAGE_PROCESS_FAILED")
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
