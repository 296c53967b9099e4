"""Trouble that nobody asked for by name, as on a bad day: drawn from a seed, so that a bad day can be had again.

A knob of `telegram_faults` meets one call that a test has in mind. Weather meets every call by chance: each `Spell`
has odds and a length on the fake's clock, and when the last one is over the first begins again. What a call met
stands in the log (`Call.trouble`), and what became of it (`delivered`, `status`, `answer`) as for every other call.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from random import Random  # noqa: TID251 (drawn from a seed, so that a bad day can be had again)
from typing import Any

from tests.fakes.telegram_clock import Clock
from tests.fakes.telegram_faults import PACED, Trouble
from tests.fakes.telegram_rules import Json

MET = PACED | {"answerCallbackQuery"}
"""What weather strikes; polls and settings meet trouble only when a knob names them."""


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely a call meets each trouble, 0 to 1; together at most 1. `retry_after`: from, to (whole seconds)."""

    throttled: float = 0.0
    throttled_all: float = 0.0  # the whole bot has to wait, which the answer does not say
    dropped_before: float = 0.0
    dropped_after: float = 0.0
    page_before: float = 0.0  # a gateway's HTML page, and nothing was delivered
    page_after: float = 0.0
    garbled: float = 0.0
    slow: float = 0.0
    retry_after: tuple[int, int] = (1, 3)
    slow_seconds: float = 1.0

    def troubles(self) -> list[tuple[float, str, Json]]:
        """(how likely, the knob, its values)."""
        return [
            (self.throttled, "throttle", {"whole_bot": False}),
            (self.throttled_all, "throttle", {"whole_bot": True}),
            (self.dropped_before, "drop_before", {}),
            (self.dropped_after, "drop_after", {}),
            (self.page_before, "server_error", {"status": 502, "delivered": False}),
            (self.page_after, "server_error", {"status": 504, "delivered": True}),
            (self.garbled, "garbled", {}),
            (self.slow, "slow", {"seconds": self.slow_seconds, "when": "after"}),
        ]


@dataclass(frozen=True, slots=True)
class Spell:
    """So many seconds of one kind of weather."""

    seconds: float = 60.0
    odds: Odds = field(default_factory=Odds)

    def written(self) -> Json:
        return asdict(self)

    @classmethod
    def read(cls, spell: Json) -> "Spell":
        odds = dict(spell["odds"])
        return cls(spell["seconds"], Odds(**{**odds, "retry_after": tuple(odds["retry_after"])}))


FAIR = (Spell(),)
ROUGH = Odds(
    throttled=0.03,
    throttled_all=0.01,
    dropped_before=0.03,
    dropped_after=0.03,
    page_before=0.02,
    page_after=0.02,
    garbled=0.02,
    slow=0.05,
    retry_after=(1, 2),
    slow_seconds=0.2,
)
"""About one call in five goes wrong in some way."""


class Weather:
    def __init__(self, clock: Clock, seed: int = 0, spells: Sequence[Spell] = FAIR) -> None:
        self._clock, self._spells = clock, tuple(spells)
        self._chance = Random(seed)  # noqa: S311
        self._began = clock.monotonic()

    @property
    def odds(self) -> Odds:
        """Those of this moment."""
        at = (self._clock.monotonic() - self._began) % sum(spell.seconds for spell in self._spells)
        for spell in self._spells:
            if at < spell.seconds:
                return spell.odds
            at -= spell.seconds
        return self._spells[-1].odds

    def strikes(self, method: str, chat: int | None) -> dict[str, Trouble]:
        """What this call meets, in the form of `Troubles.take`; nothing most of the time."""
        if method not in MET:
            return {}
        drawn, odds = self._chance.random(), self.odds
        for likely, kind, values in odds.troubles():
            if drawn < likely:
                return {"slow" if kind == "slow" else "outcome": self._trouble(kind, method, chat, values, odds)}
            drawn -= likely
        return {}

    def _trouble(self, kind: str, method: str, chat: int | None, values: dict[str, Any], odds: Odds) -> Trouble:
        told = {"retry_after": self._chance.randint(*odds.retry_after)} if kind == "throttle" else {}
        return Trouble(kind, method, chat, 1, {**values, **told})
