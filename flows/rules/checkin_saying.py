"""Words what a check-in asks and how it stands, for its messages and for the conversations around it alike."""

from collections.abc import Iterable

from flows.model import Phrase, Verbatim, Wording
from flows.rules.checkins import TEMPLATES, Rollup

NAMES_SHOWN = 12
"""More names than this are no list to call through but a number."""


def question_said(template: str, wording: str | None, name: str | None) -> Wording:
    """The question, in words of one's own or as a template has it; an unknown template asks the usual."""
    if wording:
        return Verbatim(wording)
    hello = Phrase("checkin-hello", {"name": name}) if name else Phrase("checkin-hello-all")
    known = template if template in TEMPLATES else TEMPLATES[0]
    return Phrase(f"checkin-asks.{known}", {"hello": hello})


def rollup_said(rollup: Rollup, head: str, time: str) -> Phrase:
    """The five counts and their sum; `head`: open, drill, closed or cancelled."""
    numbers = {name: getattr(rollup, name) for name in ("ok", "help", "unsure", "silent", "unreached", "asked")}
    return Phrase("rollup", {"head": Phrase(f"rollup-head.{head}", {"time": time}), **numbers})


def need_said(need: str) -> Phrase:
    return Phrase(f"ci_need.choice-{need}")


def match_said(need: str, needing: int, offering: int) -> Phrase:
    """ "Translation: 2 need, 1 offers"."""
    return Phrase("rollup-need", {"need": need_said(need), "needing": needing, "offering": offering})


def names_said(names: Iterable[Wording], most: int = NAMES_SHOWN) -> tuple[Wording, ...]:
    """A line for each, and how many more there are."""
    every = tuple(names)
    lines = tuple(Phrase("dash-line", {"text": name}) for name in every[:most])
    more = (Phrase("care-more", {"count": len(every) - most}),) if len(every) > most else ()
    return (*lines, *more)


def named(name: str | None) -> Wording:
    """Somebody's name, or the words for somebody who gave none."""
    return Verbatim(name) if name else Phrase("nameless-member")
