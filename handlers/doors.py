"""Says where a button under somebody's alert leads, in the way a row keeps it and a press finds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.model import Wording


@dataclass(frozen=True, slots=True)
class Door:
    """A button that opens a conversation, with what is known there already."""

    label: Wording
    flow: str
    carried: Mapping[str, str]
    step: str | None = None

    @property
    def content(self) -> Mapping[str, Any]:
        """As the row keeps it."""
        return {"flow": self.flow, "carried": dict(self.carried), "step": self.step}
