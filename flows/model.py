"""Names the parts every conversation is made of, so that engine, loader and storage mean the same thing.

A flow is a list of steps. A step asks, saves, calls a block or does something, and says where to go next. A person
stands at a *place*: a stack of frames (flow, step, item of the repeat), what is ticked or listed so far, the choices
as they were shown, the trail of steps already answered, and a version that grows with every question asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | bool | list[str] | None
Fields = Mapping[str, Value]

END = "end"


class Ask(StrEnum):
    """What a step wants to hear."""

    MESSAGE = "message"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    NUMBER = "number"
    LIST = "list"
    CONTACT = "contact"
    DATE = "date"
    PICTURE = "picture"


OWN_WORDS = frozenset({Ask.TEXT, Ask.LIST, Ask.CONTACT})
"""Kinds answered in words of one's own, where a word such as "stop" may be meant as the answer."""


class Depth(StrEnum):
    """Whether a step belongs to the short path, is offered at the stage's end, or is there to correct one record."""

    CORE = "core"
    MORE = "more"
    FIX = "fix"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer is kept: `kind.field`, `kind/item.field`, optionally `=value` for a mark."""

    kind: str
    field: str
    item: str = ""
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One station of a flow, as its author wrote it. `line` is where, for messages to that author."""

    id: str
    line: int
    ask: Ask | None = None
    save: Target | None = None
    choices: tuple[str, ...] = ()
    source: str | None = None
    goto: str | None = None
    branches: Mapping[str, str] = field(default_factory=dict)
    opens: Mapping[str, str] = field(default_factory=dict)
    when: str | None = None
    call: str | None = None
    for_each: str | None = None
    depth: Depth = Depth.CORE
    do: str | None = None
    draw: str | None = None
    fills: str | None = None
    fits: str | None = None
    required: bool = False
    offer_more: bool = False
    only: Mapping[str, str] = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        """Whether the person has to answer before the flow goes on."""
        return self.offer_more or (self.ask is not None and self.ask is not Ask.MESSAGE)


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation, or a block that conversations call. Steps keep the order of the file."""

    id: str
    steps: Mapping[str, Step]
    path: str = ""
    is_block: bool = False
    role: str | None = None
    stage: bool = False
    summary: str | None = None

    @property
    def first(self) -> Step:
        return next(iter(self.steps.values()))

    def after(self, step_id: str) -> Step | None:
        """The step written after this one, or None at the end."""
        ids = list(self.steps)
        following = ids[ids.index(step_id) + 1 :]
        return self.steps[following[0]] if following else None


Catalogue = Mapping[str, Flow]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text by its key, with what is filled in; words are found when the person's language is known."""

    key: str
    fills: Mapping[str, "Fill"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Somebody's own words, shown as they are."""

    text: str


Wording = Phrase | Verbatim
Fill = str | int | Wording | tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be pressed, or typed as its number or label."""

    value: str
    label: Wording


@dataclass(frozen=True, slots=True)
class Aside:
    """Words set aside until the person says what they were meant for.

    `word` is the always-word they could have been; without one they came in the same breath as the answer before.
    """

    text: str
    word: str | None = None
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where in one flow: the step, the item a block is about, the items still to come, what was offered."""

    flow: str
    step: str
    item: str = ""
    queue: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands in one conversation of one workspace."""

    id: str
    flow: str
    workspace: str | None
    frames: tuple[Frame, ...]
    version: int = 0
    choices: tuple[Choice, ...] = ()
    ticked: frozenset[str] = frozenset()
    listed: tuple[str, ...] = ()
    trail: tuple[tuple[Frame, ...], ...] = ()
    carried: Mapping[str, str] = field(default_factory=dict)
    correcting: bool = False
    aside: Aside | None = None
    seen: Value = None

    @property
    def here(self) -> Frame:
        return self.frames[-1]
