"""Carries what a decision may know, loaded beforehand and named, so that deciding stays pure.

Every fact is a small table: kind → item → field → value. A record there is only one of (the coalition itself, the
person) has the empty item. Guards, sources and fills declare the kinds they read; a turn loads exactly these.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

from flows.model import Catalogue, Choice, Fields, Fill, Flow, Frame, Place, Target, Value

RECORD_KINDS = frozenset(
    {
        "coalition", "goal", "actor", "resource", "gap", "committee", "seat", "milestone", "task", "tactic",
        "checkin",
        "action", "role", "risk", "incident", "review",
        "crisis", "voice", "decision", "consultation",
        "broadcast", "message_frame",
    }
)  # fmt: skip
"""What people answered about their workspace."""

PERSON_KINDS = frozenset(
    {
        "person", "membership", "my_coalitions", "members", "invitation", "waiting", "house", "answer", "changed",
        "my_crises", "allies", "colleagues", "care", "asked", "crowd", "calls", "call",
    }
)  # fmt: skip
"""What is known about the person and the people around them."""

KINDS = RECORD_KINDS | PERSON_KINDS

Table = Mapping[str, Fields]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything loaded for one decision. A kind that was not declared is not there: asking is an error."""

    tables: Mapping[str, Table] = field(default_factory=dict)

    def one(self, kind: str) -> Fields:
        """The single record of this kind, empty if nothing is known yet."""
        return self.tables[kind].get("", {})

    def all(self, kind: str) -> Table:
        """Every record of this kind by its item, in the order they were first written."""
        return self.tables[kind]

    def value(self, target: Target) -> Value:
        return self.tables.get(target.kind, {}).get(target.item, {}).get(target.field)

    def laid_over(self, kind: str, item: str, name: str, value: Value) -> "Facts":
        """The same facts with one answer that was just given."""
        table = dict(self.tables.get(kind, {}))
        table[item] = {**table.get(item, {}), name: value}
        return replace(self, tables={**self.tables, kind: table})


@dataclass(frozen=True, slots=True)
class Here:
    """Where the decision is being taken."""

    flow: Flow
    frame: Frame
    place: Place
    now: datetime
    catalogue: Catalogue
    calling: Flow | None = None


Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Reading(Generic[Answer]):
    """A named question to the facts, with the kinds it reads and, for fills, the names it gives."""

    ask: Callable[[Facts, Here], Answer]
    reads: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    item_kind: str | None = None


Guard = Reading[bool]
Source = Reading[tuple[Choice, ...]]
Filling = Reading[Mapping[str, Fill]]
