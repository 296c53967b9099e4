"""Puts the answers of the message box together: from what people hold dear, by the problem, to one request."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Here, Source
from flows.model import Choice, Fill, Phrase, Verbatim
from flows.rules.broadcast import BOX

FRAME = frozenset({"message_frame"})
TOLD = ("story", "shared_value", "problem", "solution", "ask")
"""What is said to people, in this order; what opponents say and our reply are for ourselves."""


def _drafted(facts: Facts, here: Here) -> str:
    """The text that the answers of the message box make, in the order people read them best."""
    frame = facts.all("message_frame").get(here.frame.item, {})
    parts = (str(frame.get(name) or "") for name in TOLD)
    return "\n".join(part for part in parts if part)


def _message_drafts(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """The text itself is what choosing it keeps; the other way is to write one's own."""
    drafted = _drafted(facts, here)
    built = (Choice(drafted, Phrase("message-draft-taken")),) if drafted else ()
    return (*built, Choice(BOX, Phrase("message-draft-own")))


def _message_draft(facts: Facts, here: Here) -> Mapping[str, Fill]:
    drafted = _drafted(facts, here)
    return {"draft": Verbatim(drafted) if drafted else Phrase("not-clear-yet")}


SOURCES: Mapping[str, Source] = {"message_drafts": Source(_message_drafts, FRAME)}

FILLS: Mapping[str, Filling] = {"message_draft": Filling(_message_draft, FRAME, frozenset({"draft"}))}
