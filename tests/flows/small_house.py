"""Gives the checker's tests a small house of flows and texts without a mistake, to plant mistakes in."""

from collections.abc import Iterable
from pathlib import Path

from flows.check import LANGUAGES, Known, check
from flows.facts import Reading
from flows.problems import Problem

TALK = """\
flow: talk
stage: true
summary: ready
steps:
  problem: {ask: text, save: coalition.problem_statement, fill: place}
  causes: {ask: list, save: coalition.causes, depth: more}
  cards: {call: card, for_each: actors, depth: more, when: has_actors}
  sure: {ask: yes_no, goto: {no: problem}}
  extra: {offer: more}
  ready: {ask: choice, choices: [now, later], required: true, goto: {later: bye}, open: {now: walk}}
  bye: {ask: message, goto: end}
"""
CARD = """\
block: card
steps:
  stance: {ask: choice, choices: [ally, other], only: {other: has_actors}, save: actor.stance}
"""
WALK = """\
flow: walk
steps:
  picture: {draw: power_map}
  leave: {do: leave_coalition}
  back: {open: talk}
"""
TALK_FTL = """\
talk-title = Talk
problem = What is wrong in { $town }, { $name }?
    .help = So that we know.
    .topic = the problem
causes = Why?
    .help = So that we know.
    .topic = causes
cards =
    .topic = cards
sure = Sure?
    .help = So that we know.
ready = Shall we?
    .help = So that we know.
    .choice-now = Now
    .choice-later = Later
bye = Goodbye.
"""
CARD_FTL = """\
stance = Where do they stand?
    .help = So that we know.
    .topic = stance
    .choice-ally = With us
    .choice-other = Elsewhere
"""
COMMON_FTL = """\
walk-title = Walk
answer-yes = Yes
answer-no = No
fallback-line = Something is missing here.
greeting = Hello { -brand }
farewell = Until soon
-brand = Rakezet
"""


def known() -> Known:
    return Known(
        guards={"has_actors": Reading(lambda facts, here: True, frozenset({"actor"}))},
        sources={"actors": Reading(lambda facts, here: (), frozenset({"actor"}))},
        fills={"place": Reading(lambda facts, here: {}, gives=frozenset({"town"}))},
        verbs=frozenset({"leave_coalition"}),
        artefacts=frozenset({"power_map"}),
        phrases_in_code=frozenset({"greeting", "farewell", "fallback-line"}),
    )


class House:
    """A small house of flows and texts without a mistake, in which mistakes can be planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in {"talk": TALK, "card": CARD, "walk": WALK}.items():
            self.write(f"flows/{name}.yaml", text)
        for language in LANGUAGES:
            for name, text in {"talk": TALK_FTL, "card": CARD_FTL, "common": COMMON_FTL}.items():
                self.write(f"texts/{language}/{name}.ftl", text)

    def write(self, path: str, text: str | bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, pattern: str, old: str, new: str) -> None:
        for path in sorted(self.folder.glob(pattern)):
            text = path.read_text()
            assert old in text, f"{old!r} does not stand in {pattern}"
            path.write_text(text.replace(old, new, 1))

    def check(self, names: Known | None = None, languages: Iterable[str] = LANGUAGES) -> list[Problem]:
        folders = [self.folder / "flows"], [self.folder / "texts"]
        return check(*folders, names or known(), tuple(languages))[1]

    def told(self) -> list[str]:
        """Where and which, without the sentences: `flows/talk.yaml:5 unknown-key`."""
        return [f"{Path(p.path).relative_to(self.folder)}:{p.line} {p.code}" for p in self.check()]
