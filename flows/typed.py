"""Cleans what people type before it is kept, so that no answer can disguise itself or break a message.

Bidi controls and invisible characters go (they spoof names and flip sentences), digits of all scripts become 0–9
where a number is read, and names are kept short. Nothing that a person could see is taken away without a word.
"""

import re
import unicodedata

NAME_GRAPHEMES = 40
ANSWER_CHARACTERS = 16_384

_KEPT_INVISIBLE = {"\u200c", "\u200d"}  # joiners that Arabic and emoji need
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters by their table, nothing to the eye
_ITEM_MARK = re.compile(r"^\s*(?:[-–—•*·]\s+|\d{1,2}[.)]\s+)")
_BETWEEN_ITEMS = re.compile(r"[\n;؛•·]+")
_SEVERAL = re.compile(r"\d{1,3}(?:\s*(?:[,،;]|\s)\s*\d{1,3})*")


def cleaned(text: str) -> str:
    """The text as it is kept: NFC, no control or formatting characters, no blank edges, bounded; empty if blank."""
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\t", " ") if _is_kept(c))
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", kept).split("\n"))
    bounded = "\n".join(lines).strip()[:ANSWER_CHARACTERS].rstrip()
    return bounded if any(_is_seen(c) for c in bounded) else ""


def cleaned_name(text: str) -> str:
    """A name on one line, at most forty graphemes, at most two marks on a letter; empty if nothing is left."""
    flat = " ".join(cleaned(text).split())
    return "".join(graphemes(_without_piled_marks(flat))[:NAME_GRAPHEMES]).strip()


def items_of(text: str) -> tuple[str, ...]:
    """The items of a typed list: one a line, or set apart by `·` or `;`, without bullets and numbers."""
    parts = (_ITEM_MARK.sub("", part).strip() for part in _BETWEEN_ITEMS.split(cleaned(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def number_of(text: str) -> int | None:
    """The whole number somebody typed, in the digits of any script; None if it is none."""
    plain = western_digits(cleaned(text)).replace(",", "").replace("٬", "")
    return int(plain) if re.fullmatch(r"\d{1,9}", plain) else None


def positions_of(text: str) -> tuple[int, ...]:
    """The numbers of "2,5,7" counted from nought; empty if anything else was typed."""
    plain = western_digits(cleaned(text))
    if not _SEVERAL.fullmatch(plain):
        return ()
    return tuple(dict.fromkeys(int(n) - 1 for n in re.findall(r"\d+", plain)))


def western_digits(text: str) -> str:
    """The same text with the decimal digits of every script as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in text)


def folded(text: str) -> str:
    """A form for comparing what was typed with what was shown: no marks, no case, final letters levelled."""
    plain = unicodedata.normalize("NFKD", cleaned(text)).casefold()
    letters = "".join(_LEVELLED.get(c, c) for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())


def graphemes(text: str) -> list[str]:
    """The text in the pieces a reader sees as one character (marks, joined emoji and flags kept together)."""
    pieces: list[str] = []
    for character in text:
        if pieces and _belongs(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


_LEVELLED = {
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": "",
}  # fmt: skip


def _is_kept(character: str) -> bool:
    if character == "\n" or character in _KEPT_INVISIBLE:
        return True
    if "\U0001f000" <= character <= "\U0001fbff" or "\U000e0020" <= character <= "\U000e007f":
        return True  # pictures newer than our tables, and the tags of flags
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"} and character not in _BLANK_LETTERS


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CMZ" or "\U0001f000" <= character <= "\U0001fbff"


def _belongs(before: str, character: str) -> bool:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Mc", "Me"}:
        return True
    if character in _KEPT_INVISIBLE or before[-1] == "\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    if "\U000e0020" <= character <= "\U000e007f":
        return True
    flag = "\U0001f1e6" <= character <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff"
    return flag and len(before) == 1


def _without_piled_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= 2:
            kept.append(character)
    return "".join(kept)
