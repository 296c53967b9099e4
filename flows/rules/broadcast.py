"""Knows what a call to action is made of: purpose, audience, words in each language, time, and its answers."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flows.model import Fields, Phrase, Verbatim, Wording
from flows.rules.audience import ALL, KINDS
from flows.rules.dates import Moment, instant_of, moment_from
from flows.rules.message_check import language_of
from flows.typed import folded, items_of

LANGUAGES: Final = ("he", "ar", "en")
PURPOSES: Final = ("action", "invite", "update", "urgent", "poll", "thanks", "learn", "donate")
EARLIER: Final = "earlier"
EVENT: Final = "event"
"""An invitation to one action that is ahead: `event:<item>`."""

WITHOUT, BOX = "without", "box"
"""Choices that stand in the place of words: none in this language, or help with finding them."""

NOW, OTHER = "now", "other"
REPEATS: Final[Mapping[str, int]] = {"weekly": 7, "biweekly": 14, "monthly": 28}
"""Every so many days; whole weeks, so that it stays the same weekday."""

MOST_REPEATS: Final = 8
"""One approval holds for so many times; then somebody reads the text again."""

COMING, CANNOT, LATER, SEEN = "coming", "cannot", "later", "seen"
OPTION: Final = "option"
FEWEST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 4, 40

LARGE: Final = 50
"""More people than this: whoever lets it go types the coalition's short name."""

UNDO_FOR: Final = timedelta(seconds=20)
FOLLOWED_FOR: Final = timedelta(days=3)
URGENT_FOR: Final = timedelta(hours=12)
"""How long a call can be followed where no action says when it is over."""

HIDDEN_BELOW: Final = 10
"""Members see no count smaller than this."""

_USUAL_HOUR: Final = time(10)


def purpose_of(fields: Fields) -> str:
    """The purpose alone; an invitation to one action is an invitation."""
    purpose = str(fields.get("purpose") or "")
    return "invite" if purpose.startswith(f"{EVENT}:") else purpose


def event_of(fields: Fields) -> str:
    """The action it invites to, or ""."""
    kind, _, item = str(fields.get("purpose") or "").partition(":")
    return item if kind == EVENT else ""


def is_urgent(fields: Fields) -> bool:
    return purpose_of(fields) == "urgent"


def filters_of(fields: Fields) -> tuple[str, ...]:
    """The filters that all must hold; none chosen is everybody."""
    chosen = (str(fields.get(name) or "") for name in ("audience", "narrow"))
    return tuple(one for one in chosen if one and one != ALL and one not in KINDS) or (ALL,)


def texts_of(fields: Fields, otherwise: str = "he") -> dict[str, str]:
    """The words by language, the first as it was written; translations that were left out are not there."""
    first = str(fields.get("text") or "")
    first = "" if first == BOX else first
    texts = {language_of(first, otherwise): first} if first else {}
    for language in LANGUAGES:
        text = str(fields.get(f"text_{language}") or "")
        if text and text != WITHOUT and language not in texts:
            texts[language] = text
    return texts


def text_for(texts: Mapping[str, str], language: str, first: str) -> str:
    """The words for one reader: in their language, or in the one they were first written in."""
    return texts.get(language) or texts.get(first, "")


def options_of(fields: Fields) -> tuple[str, ...]:
    """The answers of a short question, a line each."""
    return tuple(dict.fromkeys(line[:LONGEST_OPTION].strip() for line in items_of(str(fields.get("options") or ""))))


def options_fit(fields: Fields) -> bool:
    return FEWEST_OPTIONS <= len(options_of(fields)) <= MOST_OPTIONS


def has_picture(fields: Fields) -> bool:
    return str(fields.get("picture") or "") not in ("", WITHOUT)


def answers_of(purpose: str, options: tuple[str, ...]) -> dict[str, Wording]:
    """What can be answered, in the order of the buttons."""
    if purpose in ("action", "invite"):
        coming, cannot = Phrase("choice-rsvp-coming"), Phrase("choice-rsvp-cannot")
        return {COMING: coming, CANNOT: cannot, LATER: Phrase("choice-call-later")}
    if purpose == "urgent":
        return {SEEN: Phrase("choice-call-seen")}
    if purpose == "poll":
        return {f"{OPTION}{at}": Verbatim(text) for at, text in enumerate(options, 1)}
    return {}


def counted_as(answer: str, label: Wording) -> Wording:
    """An answer as it is counted: of many, where a button speaks for one."""
    return Phrase(f"audience-answer.{answer}") if answer in (COMING, CANNOT, LATER, SEEN) else label


def starts_at(fields: Fields, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When it is to go, in UTC; None: as soon as it is approved."""
    chosen = str(fields.get("when") or NOW)
    if chosen in (NOW, OTHER):
        return None
    at = instant_of(moment_from(chosen), zone, _USUAL_HOUR)
    return at if at > now else None


def next_time(start: datetime, repeat: str, zone: ZoneInfo) -> datetime | None:
    """The same hour of the day, so many days later; None for what goes once."""
    days = REPEATS.get(repeat)
    if days is None:
        return None
    local = start.astimezone(zone)
    return instant_of(Moment(local.date() + timedelta(days=days), local.time()), zone)


def over_at(purpose: str, start: datetime, event_start: datetime | None) -> datetime:
    """When it can no longer be followed."""
    if event_start is not None and event_start > start:
        return event_start
    return start + (URGENT_FOR if purpose == "urgent" else FOLLOWED_FOR)


def times_to_send(now: datetime) -> tuple[tuple[str, Moment], ...]:
    """The times for buttons: this evening (tomorrow's, if it has come), tomorrow morning; local."""
    tomorrow = now.date() + timedelta(days=1)
    evening = now.date() if now.time() < time(17, 30) else tomorrow
    name = "tonight" if evening == now.date() else "evening"
    return ((name, Moment(evening, time(18))), ("morning", Moment(tomorrow, time(10))))


def short_name(coalition: str) -> str:
    """What is typed to make sure that it is this coalition: its first word that is long enough to mean something."""
    words = coalition.split()
    return next((word for word in words if len(folded(word)) > 1), coalition)


def is_named(typed: str, coalition: str) -> bool:
    """Whether the short name was typed, or the whole one."""
    said = folded(typed)
    return bool(said) and said in {folded(short_name(coalition)), folded(coalition)}
