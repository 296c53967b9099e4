"""Says what is to be done, in the imperative: the only way a decision reaches the world."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.model import Choice, Value, Wording


@dataclass(frozen=True, slots=True)
class Say:
    """Put a message on the person's screen.

    `lines` are joined by an empty line. `choices` become buttons, a list or numbered text. `question` marks the
    message a person is waiting at; `multiple` a question whose choices are ticked, `ticked` those that are on.
    `ticking` says that only a tick changed: where a message can be edited, it is edited instead of said again.
    """

    lines: tuple[Wording, ...]
    choices: tuple[Choice, ...] = ()
    question: bool = False
    multiple: bool = False
    ticked: frozenset[str] = frozenset()
    ticking: bool = False


@dataclass(frozen=True, slots=True)
class Save:
    """Keep one answer of the workspace as a new version; `kind == "person"` keeps it about the person."""

    kind: str
    item: str
    field: str
    value: Value
    step: str
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """Send a picture or document made from the records as they are when it is drawn."""

    artefact: str


@dataclass(frozen=True, slots=True)
class Do:
    """Carry out a verb of the domain (found, join, forget …); its writer lives with its topic.

    `flow` is the conversation it was said in (the calling one, inside a block); `carried` what steered it there;
    `item` the record a block is about.
    """

    verb: str
    flow: str
    carried: Mapping[str, str] = field(default_factory=dict)
    item: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Go on in another conversation."""

    flow: str
    carried: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """Close this conversation's place."""


Effect = Say | Save | Draw | Do | Open | End
