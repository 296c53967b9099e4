"""Tells what stands on the crisis card, so that a shaken team has one page to hold on to in the first hours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from flows.model import Fields, Phrase, Value, Wording
from flows.rules import crisis as rules
from flows.rules.crisis import Action, Tables
from flows.rules.dates import moment_from
from flows.rules.days import kept_day
from flows.rules.plan import isolated

Say = Callable[[Wording], str]
"""A wording in the reader's language."""

ON_CARD: Final = {"facts": 5, "unknowns": 4, "goals": 4, "affected": 3, "partners": 4}
"""How many lines of each list the card has room for."""
ACTIONS_ON_CARD: Final = 4
HOUR: Final = "%H:%M"


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its lines; `more` says how many did not fit."""

    label: str
    lines: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One picture. `facts` are (label, value), what one looks for first."""

    heading: str
    title: str
    kind: str
    closed: bool
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


# -- the card --------------------------------------------------------------------------------------------------------


def card_of(tables: Tables, say: Say, zone: ZoneInfo) -> Card:
    now = rules.now_of(tables)
    facts = (
        (word(say, "next"), day_line(say, rules.next_look(tables))),
        (word(say, "lead"), rules.text_in(now, "lead")),
        (word(say, "started"), rules.text_in(now, "started") or at_line(now.get("opened_at"), zone)),
    )
    return Card(
        word(say, "card"),
        title_line(now, say),
        kind_line(say, now),
        rules.is_closed(tables),
        tuple((label, value) for label, value in facts if value),
        tuple(section for section in _card_sections(tables, say) if section.lines),
    )


def _card_sections(tables: Tables, say: Say) -> Iterator[Section]:
    yield _few(tables, say, "facts")
    yield _few(tables, say, "unknowns")
    yield _few(tables, say, "goals")
    yield Section(word(say, "decision"), tuple(_latest_decision(tables, say)))
    for horizon in rules.HORIZONS:
        yield _few_actions(tables, say, horizon)
    yield _few(tables, say, "affected")
    yield _few(tables, say, "partners")
    yield Section(word(say, "team"), tuple(team_lines(tables, say)))


def _few(tables: Tables, say: Say, name: str) -> Section:
    lines, most = lines_of(tables, name), ON_CARD[name]
    return Section(word(say, name), lines[:most], _more(say, len(lines) - most))


def _few_actions(tables: Tables, say: Say, horizon: str) -> Section:
    """What is still to be done first."""
    actions = sorted((a for a in rules.actions_of(tables) if a.horizon == horizon), key=lambda action: action.done)
    lines = tuple(_action_line(action, say) for action in actions[:ACTIONS_ON_CARD])
    return Section(word(say, horizon), lines, _more(say, len(actions) - ACTIONS_ON_CARD))


def _action_line(action: Action, say: Say) -> str:
    done = f"✓ {action.title}" if action.done else action.title
    return f"{done} – {action.owner}" if action.owner else done


def _latest_decision(tables: Tables, say: Say) -> Iterator[str]:
    for decision in rules.decisions_of(tables)[-1:]:
        yield say(rules.way_said(str(decision["text"])))
        if decision.get("reason"):
            yield str(decision["reason"])


def team_lines(tables: Tables, say: Say) -> Iterator[str]:
    for role, owner, backup in rules.roles_held(tables):
        names = f"{owner} ({backup})" if backup else owner
        yield f"{say(Phrase(f'crisis-role.{role}'))}: {names}"


def kind_line(say: Say, now: Fields) -> str:
    said = [
        say(Phrase(f"{step}.choice-{now[name]}"))
        for step, name in (("cr_trigger", "trigger"), ("cr_severity", "severity"), ("cr_close", "status"))
        if now.get(name)
    ]
    return " · ".join(said)


def card_in_words(card: Card) -> tuple[str, ...]:
    """The same as lines for a chat, an empty one before each heading."""
    lines = [card.heading, isolated(card.title), *([card.kind] if card.kind else [])]
    lines += [f"{label}: {isolated(value)}" for label, value in card.facts]
    for section in card.sections:
        lines += ["", section.label, *dashed(section)]
    return tuple(lines)


# -- small things ----------------------------------------------------------------------------------------------------


def dashed(section: Section) -> Iterator[str]:
    yield from (f"– {isolated(line)}" for line in section.lines)
    if section.more:
        yield section.more


def lines_of(tables: Tables, name: str) -> tuple[str, ...]:
    """A list as everybody wrote it; partners are those from the map and those that were added."""
    if name == "partners":
        return tuple(dict.fromkeys((*rules.texts(tables, "partners"), *rules.texts(tables, "allies"))))
    return rules.texts(tables, name)


def _more(say: Say, count: int) -> str:
    return say(Phrase("crisis-more", {"count": count})) if count > 0 else ""


def title_line(now: Fields, say: Say) -> str:
    """What happened, as it was told, on one line."""
    lines = (line.strip() for line in rules.text_in(now, "summary").splitlines())
    return " · ".join(line for line in lines if line) or say(Phrase("crisis-room"))


def word(say: Say, name: str) -> str:
    return say(Phrase(f"crisis-page.{name}"))


def day_line(say: Say, value: Value) -> str:
    return say(kept_day(value)) if isinstance(value, str) and value else ""


def at_line(value: Value, zone: ZoneInfo) -> str:
    if not isinstance(value, str):
        return ""
    at = local_of(value, zone)
    return f"{at.day}.{at.month}.{at.year} {at:{HOUR}}"


def local_of(value: object, zone: ZoneInfo) -> datetime:
    """An instant, or a local moment as days are kept, as the hour on the wall."""
    text = str(value)
    if len(text) <= len("2026-11-22T18:00"):
        moment = moment_from(text)
        return datetime.combine(moment.day, moment.hour or datetime.min.time(), zone)
    return datetime.fromisoformat(text).astimezone(zone).replace(second=0, microsecond=0)
