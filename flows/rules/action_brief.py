"""Tells what everybody who comes to an action should know, so that one page answers what people ask on the way.

Nobody is named on it: a page goes from hand to hand.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flows.rules import action
from flows.rules.action import Records
from flows.rules.plan import isolated

BRIEF_WORDS: Final = (
    "title", "when", "where", "purpose", "bring", "bring_usual", "programme", "licence", "legal_line",
    "access", "agreement", "agreement_usual", "photo", "responses", "after", "page", "of",
)  # fmt: skip
"""The words around the facts, each a part of the text `action-brief`."""

Label = Callable[[str, str], str]
"""("kind.field", stored value) → what people read, or "" for a value without a label."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with what stands under it."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `facts` are what one looks for first and `legal` the line to call, each as (label, value)."""

    heading: str
    title: str
    coalition: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    legal: tuple[str, str]


def page_of(records: Records, item: str, words: Mapping[str, str], label: Label, coalition: str, when: str) -> Page:
    """The page of one action. `when` is its day and hour in the reader's words; a value is "" where nobody said."""
    brief = action.brief_of(records, item)
    facts = ((words["when"], when), (words["where"], brief.place))
    return Page(
        words["title"],
        brief.title or brief.purpose or "–",
        coalition,
        tuple((name, value) for name, value in facts if value),
        tuple(section for section in _sections(brief, words, label) if section.lines),
        (words["legal_line"], brief.legal_line),
    )


def page_in_words(page: Page) -> tuple[str, ...]:
    """The same as lines for a chat, an empty one before each heading; values are isolated."""
    lines = [page.heading, isolated(page.title), isolated(page.coalition)]
    lines += [f"{name}: {isolated(value)}" for name, value in page.facts]
    if page.legal[1]:
        lines.append(f"{page.legal[0]}: {isolated(page.legal[1])}")
    for section in page.sections:
        lines += ["", section.label, *(f"– {isolated(line)}" for line in section.lines)]
    return tuple(lines)


def _sections(brief: action.Brief, words: Mapping[str, str], label: Label) -> Iterator[Section]:
    risks = ((label("risk.response", risk), response) for risk, response in brief.responses)
    ways = (label("action.accessibility", way) for way in brief.accessibility)
    photo = label("action.photo_rule", brief.photo_rule) if brief.photo_rule else ""
    yield Section(words["purpose"], _lines(brief.purpose))
    yield Section(words["bring"], (words["bring_usual"],))
    yield Section(words["programme"], brief.programme)
    yield Section(words["licence"], _lines(brief.licence_terms))
    yield Section(words["responses"], tuple(f"{risk}: {response}" for risk, response in risks))
    yield Section(words["agreement"], (brief.agreement or words["agreement_usual"],))
    yield Section(words["photo"], _lines(photo))
    yield Section(words["access"], _lines(*ways))
    yield Section(words["after"], _lines(brief.next_ask))


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
