"""Shapes what crosses the door: the only forms in which channels and handlers speak to each other."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from flows.events import Unfit


class Standing(StrEnum):
    """What a platform event says about the address itself."""

    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: the data it carried, the platform's id of the press and of the message it hung on."""

    data: str
    press_id: str | None
    message_id: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened on a channel. Exactly one of the later fields says what.

    A picture is `unfit` where words are wanted; `picture` is the platform's id of it, with its `caption`.
    `event_id` is the platform's key for deduplication, unique in its channel; `message_id` the platform's id of the
    message (an edited one keeps it); `at` the platform's instant, aware.
    """

    channel: str
    address: str
    event_id: str
    at: datetime
    message_id: str | None = None
    text: str | None = None
    edited: bool = False
    start: str | None = None
    press: Press | None = None
    contact: Contact | None = None
    unfit: Unfit | None = None
    standing: Standing | None = None
    picture: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Picker:
    """A list opened by one button, where a channel has such a thing."""

    label: str
    rows: tuple[Button, ...]


class CourtesyKind(StrEnum):
    ANSWER_PRESS = "answer_press"
    SETTLE = "settle"
    SHOW_TICKS = "show_ticks"


@dataclass(frozen=True, slots=True)
class Courtesy:
    """A small kindness that rides on a reply: tried once, never counted.

    ANSWER_PRESS answers `press_id` (with `text` as a short notice, if any). SETTLE takes the keyboard of
    `message_id` away and shows `text` instead. SHOW_TICKS gives `message_id` the new `keyboard`.
    """

    kind: CourtesyKind
    press_id: str | None = None
    message_id: str | None = None
    text: str | None = None
    keyboard: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or document as bytes, with a file name made by us. `as_file`: a picture sent as a document."""

    content: bytes
    file_name: str
    media_type: str
    as_file: bool = False

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/") and not self.as_file


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message, already worded and fitted to its channel.

    `parts` are sent in order; keyboard, picker and attachment hang on the last. Text is plain: never markup.
    `instead_of` is the platform's id of an earlier message that this one replaces, where a channel can edit; one that
    is gone is sent anew. `media` is the platform's id of a picture that lies there already.
    """

    address: str
    parts: tuple[str, ...]
    keyboard: tuple[tuple[Button, ...], ...] = ()
    picker: Picker | None = None
    attachment: Attachment | None = None
    attempt_id: str = ""
    instead_of: str | None = None
    media: str | None = None


class Fate(StrEnum):
    """What became of one attempt, as the platform told it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`reason` is a code. LATER: nothing was sent, try again after `retry_after` seconds (0: as soon as may be).

    `whole_bot` says that the wait is the bot's, not this chat's. `blocked` marks the address as unreachable.
    """

    fate: Fate
    provider_id: str | None = None
    reason: str | None = None
    retry_after: float = 0.0
    whole_bot: bool = False
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What the turn answered to a channel."""

    durable: bool
    duplicate: bool = False
    notes: tuple[str, ...] = field(default=())
