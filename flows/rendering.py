"""Fits a message to what a channel can show, and reads back what was typed as what was shown.

Every limit here is a plain number from the platforms' published rules; the channel itself never cuts anything.
Units: Telegram counts UTF-16 units, so `length` does; a grapheme is never cut in two.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.effects import Say
from flows.model import Choice, Phrase, Wording
from flows.typed import cleaned, folded, graphemes


@dataclass(frozen=True, slots=True)
class Limits:
    """What one channel can show. Lengths in UTF-16 units, except labels: graphemes counted as characters.

    A picture may have so many bytes, and so many pixels in width and height together (0: no limit is known);
    `pictures_as_files`: whether it may go as a document instead.
    """

    body: int
    body_with_buttons: int
    caption: int
    buttons: int
    button_label: int
    rows: int
    row_label: int
    edits: bool
    picture_bytes: int
    picture_sides: int
    pictures_as_files: bool


TELEGRAM = Limits(4096, 4096, 1024, 60, 40, 0, 0, True, 10_000_000, 10_000, True)
WHATSAPP = Limits(4096, 1024, 1024, 3, 20, 10, 24, False, 5_000_000, 0, False)


MARK_ROOM = 32
"""Kept free in each of several parts for "part i of n" and for isolates closed and opened again at a cut."""

_FSI, _PDI = "\u2068", "\u2069"


class Layout(StrEnum):
    """How choices are put before a person."""

    NONE = "none"
    BUTTONS = "buttons"
    LIST = "list"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Shown:
    """One choice as a person sees it: its position, its label cut to fit and unique, and whether it is ticked."""

    position: int
    label: str
    full: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A fitted message: parts in order, the last of which carries the choices."""

    parts: tuple[str, ...]
    layout: Layout
    choices: tuple[Shown, ...]


TICK = "✓ "

_LABEL_ROOMS = frozenset(
    room - taken
    for room in (TELEGRAM.button_label, WHATSAPP.button_label, WHATSAPP.row_label)
    for taken in (0, len(TICK))
)

Word = Callable[[Wording], str]
"""Finds the words of a phrase in one person's language and form of address."""


def render(say: Say, word: Word, plain: Word, limits: Limits) -> Rendered:
    """Fit one message. `word` gives text with isolates for bodies, `plain` without them for labels."""
    layout = layout_of(say.choices, limits)
    shown = shown_choices(say, plain, limits, layout)
    lines = [text for text in map(word, say.lines) if text]
    lines += _choices_in_words(say, shown, layout, word)
    room = limits.body_with_buttons if layout in {Layout.BUTTONS, Layout.LIST} else limits.body
    body = "\n".join(line.rstrip() for line in "\n\n".join(lines).split("\n"))
    return Rendered(parts_of(body, limits.body, room, word), layout, shown)


def layout_of(choices: tuple[Choice, ...], limits: Limits) -> Layout:
    if not choices:
        return Layout.NONE
    if len(choices) <= limits.buttons:
        return Layout.BUTTONS
    return Layout.LIST if len(choices) <= limits.rows else Layout.NUMBERED


def shown_choices(say: Say, plain: Word, limits: Limits, layout: Layout) -> tuple[Shown, ...]:
    """The choices with labels cut at a grapheme with "…" and made unique by a number."""
    room = limits.row_label if layout is Layout.LIST else limits.button_label
    full = [plain(choice.label) for choice in say.choices]
    marks = [TICK if choice.value in say.ticked else "" for choice in say.choices]
    labels = _unique(full, room - (len(TICK) if say.multiple else 0))
    return tuple(
        Shown(position, mark + label, whole, bool(mark))
        for position, (mark, label, whole) in enumerate(zip(marks, labels, full, strict=True))
    )


def positions_named(text: str, choices: tuple[Choice, ...], plain: Word) -> tuple[int, ...]:
    """The position whose label was typed, whole or as some channel shows it; empty if none or not certain."""
    wanted = _compared(text)
    if not wanted:
        return ()
    full = [plain(choice.label) for choice in choices]
    same = _positions(wanted, full)
    if not same:
        same = set().union(*(_positions(wanted, _unique(full, room)) for room in _LABEL_ROOMS))
    return tuple(same) if len(same) == 1 else ()


def _positions(wanted: str, labels: list[str]) -> set[int]:
    return {position for position, label in enumerate(labels) if _compared(label) == wanted}


def _compared(label: str) -> str:
    """Letters and digits where there are any; a label of signs alone is compared as it is."""
    return folded(label) or cleaned(label)


def parts_of(text: str, body: int, last_body: int, word: Word) -> tuple[str, ...]:
    """The text in parts that fit, marked i/n when there are several; the last part fits `last_body`."""
    if length(text) <= last_body:
        return (text,)
    parts = list(_split(text, body - MARK_ROOM))
    if length(parts[-1]) > last_body - MARK_ROOM:
        parts[-1:] = _split(parts[-1], last_body - MARK_ROOM)
    total = len(parts)
    marks = (word(Phrase("part", {"number": n, "total": total})) for n in range(1, total + 1))
    return tuple(f"{part}\n{mark}" for part, mark in zip(_isolated_alone(parts), marks, strict=True))


def length(text: str) -> int:
    """UTF-16 code units, which is how Telegram counts."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def cut(text: str, room: int) -> str:
    """The text, or as many graphemes of it as leave room for "…"."""
    if len(text) <= room:
        return text
    kept = ""
    for piece in graphemes(text):
        if len(kept) + len(piece) > room - 1:
            break
        kept += piece
    return kept.rstrip() + "…"


def _unique(full: list[str], room: int) -> list[str]:
    labels: list[str] = []
    for text in full:
        label, number = cut(text, room), 2
        while label in labels:
            ending = f" ({number})"
            label, number = cut(text, room - len(ending)) + ending, number + 1
        labels.append(label)
    return labels


def _choices_in_words(say: Say, shown: tuple[Shown, ...], layout: Layout, word: Word) -> list[str]:
    """Numbered text where the channel has no room for buttons, or where a label had to be cut."""
    was_cut = any(choice.label.removeprefix(TICK) != choice.full for choice in shown)
    if layout is not Layout.NUMBERED and not was_cut:
        return []
    lines = "\n".join(_numbered(choice, word) for choice in shown)
    if layout is not Layout.NUMBERED:
        return [lines]
    return [lines, word(Phrase("choose-several-by-number" if say.multiple else "choose-by-number"))]


def _numbered(choice: Shown, word: Word) -> str:
    line = word(Phrase("numbered", {"number": choice.position + 1, "text": choice.full}))
    return f"{line} ✓" if choice.ticked else line


def _split(text: str, room: int) -> Iterator[str]:
    """Cut at empty lines, then lines, then words, then graphemes; inside one only if it alone fills a part."""
    rest = text.strip()
    while length(rest) > room:
        head = _fitting(rest, room)
        at = max(head.rfind("\n\n"), 0) or max(head.rfind("\n"), 0) or max(head.rfind(" "), 0) or len(head)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    yield rest


def _fitting(text: str, room: int) -> str:
    """As many whole graphemes as there is room for; of a heap of marks on one letter, as much of it."""
    used, end = 0, 0
    for piece in graphemes(text[: room + 1]):
        used += length(piece)
        if used > room:
            break
        end += len(piece)
    return text[: end or room // 2]


def _isolated_alone(parts: list[str]) -> Iterator[str]:
    """Close the isolates that a cut left open and open them again behind it: no part turns another's lines around."""
    depth = 0
    for part in parts:
        opened = _FSI * depth + part
        for sign in part:
            depth = depth + 1 if sign == _FSI else max(0, depth - 1) if sign == _PDI else depth
        yield opened + _PDI * depth
