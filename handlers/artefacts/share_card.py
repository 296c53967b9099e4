"""Draws the card that a coalition shows the world: what it is called, how many it is, what it wants and from when.

Nothing else goes on it: no person, no list of who is in. It is made to be posted, so it must stand for itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flows.rules.inventory import Records, partners_of
from flows.rules.plan import first_goal, isolated
from flows.rules.timeline import moment_of, spelled, written
from handlers.artefacts.typesetting import Direction, direction_of, marked, picture, printable, reading, shortened

_TEMPLATE: Final = "share_card.typ"
_PIXELS_PER_INCH: Final = 216.0  # the page is 360 × 450 pt: 1080 × 1350 pixels
_FEW: Final = 3  # of fewer partners one could guess who they are, and a small number calls nobody
_VARIANTS: Final = 2
_LONGEST_NAME, _LONGEST_GOAL = 140, 300


@dataclass(frozen=True, slots=True)
class ShareCard:
    """All that is shown. `partners` is None when there are too few to say; texts are "" when nobody has said yet."""

    name: str
    partners: int | None
    goal: str
    launch: str


@dataclass(frozen=True, slots=True)
class ShareCardWords:
    """Words around the facts, in the reader's language; `partners` in the form that fits the number."""

    title: str
    partners: str
    goal: str
    launch: str
    call: str


def share_card_of(records: Records) -> ShareCard:
    """What the world may know, from the records of the workspace."""
    coalition = records.get("coalition", {}).get("", {})
    partners = len(partners_of(records))
    launch, _ = moment_of(coalition.get("launch_at"))
    return ShareCard(
        written(coalition, "name"),
        partners if partners >= _FEW else None,
        first_goal(records),
        spelled(launch.isoformat()) if launch else "",
    )


def draw_share_card(card: ShareCard, words: ShareCardWords, language: str) -> bytes:
    """PNG, 1080 × 1350 pixels. One of two looks, always the same for the same name. Call it in a thread."""
    return picture(_TEMPLATE, _page(card, words, language), _PIXELS_PER_INCH)


def share_card_boxes(card: ShareCard, words: ShareCardWords, language: str) -> object:
    """Where every text went, as `[{"kind", "box": [left, top, right, bottom], "cut"}]` in points of 360 × 450."""
    return marked(_TEMPLATE, _page(card, words, language), "boxes")


def share_card_in_words(card: ShareCard, words: ShareCardWords) -> tuple[str, ...]:
    """The same for a post without a picture."""
    partners = f"{isolated(str(card.partners))} {words.partners}" if card.partners is not None else ""
    goal = f"{words.goal}: {isolated(card.goal)}" if card.goal else ""
    launch = f"{words.launch}: {isolated(card.launch)}" if card.launch else ""
    head = isolated(card.name) if card.name else words.title
    return tuple(line for line in (head, partners, goal, launch, words.call) if line)


def _page(card: ShareCard, words: ShareCardWords, language: str) -> Mapping[str, object]:
    direction = direction_of(language)
    return {
        "direction": direction,
        "language": language,
        "variant": sum(card.name.encode()) % _VARIANTS,
        "name": _text(card.name, direction, _LONGEST_NAME),
        "goal": _text(card.goal, direction, _LONGEST_GOAL),
        "launch": _text(card.launch, direction, 20),
        "partners": "" if card.partners is None else str(card.partners),
        "words": {key: printable(getattr(words, key)) for key in ("title", "partners", "goal", "launch", "call")},
    }


def _text(text: str, page: Direction, most: int) -> dict[str, str]:
    shown = shortened(text, most, 16)
    return {"text": shown, "dir": reading(shown, page)}
