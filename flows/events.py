"""Says what happened to a conversation, in the past tense, so that deciding needs no channel and no clock."""

from dataclasses import dataclass
from enum import StrEnum

from flows.model import Aside


@dataclass(frozen=True, slots=True)
class Started:
    """A conversation was opened; `step` when a certain question was asked for."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person came back to a question that is still open."""


@dataclass(frozen=True, slots=True)
class TextReceived:
    """Words were written that are no choice on the screen. `said_in` is the keyed id of the message."""

    text: str
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class ChoicePicked:
    """One shown choice was pressed or typed; `on` is the state a tick leads to, None for a plain press."""

    position: int
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class ChoicesTyped:
    """Several shown choices were typed at once ("2,5,7"): they are the whole answer."""

    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContactReceived:
    """A contact card was shared. The number is kept only where a step asks for it."""

    name: str
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class PictureReceived:
    """A picture was sent. `picture` names it as `channel|id`, so that it can be sent again from where it lies."""

    picture: str
    caption: str = ""
    said_in: str | None = None


class Unfit(StrEnum):
    """Things phones send where words are wanted."""

    VOICE = "voice"
    PICTURE = "picture"
    STICKER = "sticker"
    PLACE = "place"
    FILE = "file"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class UnfitReceived:
    """Something arrived that this question cannot take."""

    kind: Unfit


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """The person asked why we ask."""


@dataclass(frozen=True, slots=True)
class BackWanted:
    """The person wants the question before this one."""


@dataclass(frozen=True, slots=True)
class SkipWanted:
    """The person does not want to answer this question now."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words arrived that may be no answer to this question: keep them apart and ask."""

    aside: Aside


Event = (
    Started
    | Resumed
    | TextReceived
    | ChoicePicked
    | ChoicesTyped
    | ContactReceived
    | PictureReceived
    | UnfitReceived
    | HelpWanted
    | BackWanted
    | SkipWanted
    | SetAside
)
