"""Knows what a check-in's words mean, whom they are meant for, when the silent are asked again, what fits what.

Somebody who types one word in a crisis must be heard, and somebody who answers another question must not be taken for
it. So a word counts by which of the two questions was asked last, and where it could be either we ask.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from flows.rules.checkin_spellings import AROUND, ASKING_FOR_HELP, HELP, HELP_SIGNS, OK, OK_SIGNS, UNSURE
from flows.typed import cleaned, folded, positions_of


class Status(StrEnum):
    """What somebody answers, in the order of the buttons."""

    OK = "ok"
    HELP = "help"
    UNSURE = "unsure"


NEEDS: Final = ("talk", "info", "legal", "ride", "shelter", "digital", "media", "translate", "rest")
OFFERS: Final = ("calls", "presence", "ride", "legal", "translate", "design", "docs", "care")

MEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "talk": ("care", "calls"),
    "info": ("docs", "calls"),
    "legal": ("legal",),
    "ride": ("ride",),
    "shelter": ("presence",),
    "digital": (),
    "media": ("design",),
    "translate": ("translate",),
    "rest": ("presence",),
}
"""Which offers can meet a need."""

TEMPLATES: Final = ("usual", "siren", "home", "news")
USUAL_MINUTES: Final = (10, 20, 40)
MINUTES: Final[Mapping[str, tuple[int, ...]]] = {
    "m10_20_40": USUAL_MINUTES,
    "m5_10_20": (5, 10, 20),
    "m15_30_60": (15, 30, 60),
    "m30_60_120": (30, 60, 120),
}
"""After how many minutes the silent are asked again, as it is chosen."""

ESCALATED_AFTER: Final = timedelta(minutes=10)
"""After the last asking, the silent are left so long before their names go to those who look after people."""

CALL_AGAIN: Final = timedelta(minutes=10)
CALLS_OFTEN: Final = 6
CALL_LATER: Final = timedelta(hours=1)
CALLS_AT_MOST: Final = 30
"""A call nobody takes up rings again every ten minutes, after an hour of that every hour, and after a day no more."""


@dataclass(frozen=True, slots=True)
class Rollup:
    """The roll-up of a check-in; the five add up to everybody who was asked."""

    ok: int
    help: int
    unsure: int
    silent: int
    unreached: int

    @property
    def asked(self) -> int:
        return self.ok + self.help + self.unsure + self.silent + self.unreached

    @property
    def answered(self) -> int:
        return self.ok + self.help + self.unsure


# -- words ---------------------------------------------------------------------------------------------------------

_AROUND = frozenset(folded(word) for word in AROUND)


def _bare(text: str) -> str:
    """The words that count, in a form for comparing."""
    words = [word for word in folded(text).split() if word not in _AROUND]
    return " ".join(words)


_WORDS: Mapping[str, Status] = {
    _bare(word): status
    for status, words in ((Status.OK, OK), (Status.UNSURE, UNSURE), (Status.HELP, HELP))
    for word in words
}
_SIGNS: Mapping[str, Status] = {
    sign: status for status, signs in ((Status.OK, OK_SIGNS), (Status.HELP, HELP_SIGNS)) for sign in signs
}
_HELP_WORDS = frozenset(folded(word) for word in ASKING_FOR_HELP)
_TONES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")


def status_said(text: str) -> Status | None:
    """The answer that a whole message is, in any of the three languages; None for anything else."""
    signs = _TONES.sub("", cleaned(text)).strip()
    if signs in _SIGNS:
        return _SIGNS[signs]
    return _WORDS.get(_bare(text)) if folded(text) else None


def is_word_help(text: str) -> bool:
    """Whether the whole message is the word for help, which usually asks why something is asked."""
    return _bare(text) in _HELP_WORDS


def status_numbered(text: str) -> Status | None:
    """The answer that a lone number means, as the buttons stand."""
    positions = positions_of(text)
    statuses = tuple(Status)
    return statuses[positions[0]] if len(positions) == 1 and 0 <= positions[0] < len(statuses) else None


# -- whom a word is meant for --------------------------------------------------------------------------------------


class Meant(StrEnum):
    """ANSWER: it answers the check-in. BOTH: it may be either; we ask. AGAIN: it answers nothing, so the check-in,
    which was asked last, is asked again with what was written. ELSEWHERE: it belongs to the open question."""

    ANSWER = "answer"
    BOTH = "both"
    AGAIN = "again"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where words arrive. `asked_last`: the check-in came after the open question, or none is open; `answered`: they
    have answered it before; `wants_words`: the open question takes words or numbers of one's own; `names_choice`:
    what was written is one of its choices."""

    asked_last: bool
    answered: bool
    wants_words: bool
    names_choice: bool


def status_in(text: str, moment: Moment) -> Status | None:
    """What these words would be as an answer. Numbers, and the word help, only while the check-in waits for one."""
    waits = moment.asked_last and not moment.answered
    if waits and is_word_help(text):
        return Status.HELP
    return status_said(text) or (status_numbered(text) if waits else None)


def meant_for(status: Status | None, moment: Moment, *, is_a_word_of_ours: bool = False) -> Meant:
    """Whether the words answer the check-in or the open question.

    `is_a_word_of_ours`: one of the words that work at every moment; without a status it is never taken for anything.
    """
    waits = moment.asked_last and not moment.answered
    if status is None:
        if not waits or is_a_word_of_ours or moment.names_choice:
            return Meant.ELSEWHERE
        return Meant.BOTH if moment.wants_words else Meant.AGAIN
    if moment.wants_words:
        return Meant.BOTH
    if moment.names_choice and not waits:
        return Meant.ELSEWHERE
    return Meant.ANSWER


# -- the ladder ----------------------------------------------------------------------------------------------------


def minutes_chosen(kept: object) -> tuple[int, ...]:
    """After how many minutes the silent are asked again, as the coalition chose or as is usual."""
    return MINUTES.get(str(kept), USUAL_MINUTES)


def escalated_at(minutes: Iterable[int]) -> timedelta:
    """How long after the asking the names of the silent go to those who look after people."""
    return timedelta(minutes=max(minutes, default=0)) + ESCALATED_AFTER


def rings_again(rung: int) -> timedelta | None:
    """How long after its n-th ringing a call nobody took up rings again; None: it has rung for long enough."""
    if rung >= CALLS_AT_MOST:
        return None
    return CALL_AGAIN if rung < CALLS_OFTEN else CALL_LATER


# -- who can help whom ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanting:
    """What one person needs and offers, and how much of it was connected."""

    person: int
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    met: tuple[str, ...]
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Who needs one thing and who could give it; nobody is matched with themselves."""

    need: str
    needing: tuple[int, ...]
    offering: tuple[int, ...]


def matches_in(people: Iterable[Wanting]) -> tuple[Match, ...]:
    """Every need that is still open, with the offers that could meet it, in the order in which needs are asked."""
    everyone = tuple(people)
    found = (_match(need, everyone) for need in NEEDS)
    return tuple(match for match in found if match.needing)


def _match(need: str, people: tuple[Wanting, ...]) -> Match:
    needing = tuple(one.person for one in people if need in one.needs and need not in one.met)
    can = {one.person for one in people if set(MEETS[need]) & (set(one.offers) - set(one.taken))}
    return Match(
        need, needing, tuple(one.person for one in people if one.person in can and one.person not in needing)
    )


def pairs_of(match: Match) -> tuple[tuple[int, int], ...]:
    """Who helps whom: the first who asked and the first who offered."""
    return tuple(zip(match.needing, match.offering, strict=False))
