"""Holds what every turn needs and never changes, built once by the composition root."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from flows.conversations import Conversations
from flows.rendering import Limits
from storage.seals import Keys

Fresh = Callable[[], str]
"""Makes an id never used before: 16 random bytes as 22 characters that fit a link and a button."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the operator decided: who may found a coalition, which languages are offered, which version runs.

    `rates`: messages a second, by channel.
    """

    founding: str = "anyone"
    timezone: str = "Asia/Jerusalem"
    languages: tuple[str, ...] = ("he", "ar", "en")
    version: str = ""
    updated: str = ""
    rates: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything a turn needs besides its transaction and the instant."""

    conversations: Conversations
    keys: Keys
    fresh: Fresh
    policy: Policy
    fresh_code: Fresh
    invite_link: Callable[[str], str | None]
    limits: Mapping[str, Limits]

    def fresh_ids(self) -> Iterator[str]:
        while True:
            yield self.fresh()
