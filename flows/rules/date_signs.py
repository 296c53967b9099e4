"""Cuts what was typed into signs: people mix scripts, digits, quotes and dashes, and the grammar must not care."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import prod

from flows.rules.date_words import (
    ALTERNATIVES,
    ARABIC_PREFIXES,
    FOREIGN_KEYBOARDS,
    HEBREW_PREFIXES,
    HEBREW_YEARS,
    LETTER_DAYS,
    LONGEST_PHRASE,
    NUMERALS,
    SECOND_ADAR,
    THE_FIFTH,
    WORDS,
    Meaning,
    Sign,
    key_of,
)
from flows.typed import cleaned, western_digits

LONGEST_DATE = 100
MOST_WORDS = 14
MOST_MEANINGS = 96

_PIECE = re.compile(
    r"(?P<ymd>\d{4}([-./])\d{1,2}\2\d{1,2}(?!\d))"
    r"|(?P<dmy>\d{1,2}([-./])\d{1,2}\4(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<my>\d{1,2}[-./]\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}(?:[:.]\d{2})?[ap]m\b|\d{1,2}:\d{2}(?!\d))"
    r"|(?P<pair>\d{1,2}[./]\d{1,2}(?!\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+(?:[\"'][^\W\d_]+)*[\"']?)"
    r"|(?P<mark>\S)"
)
_QUOTES = {**dict.fromkeys("׳'’‘`´′", "'"), **dict.fromkeys('״"“”„″«»', '"')}
_SAME = str.maketrans({**_QUOTES, **FOREIGN_KEYBOARDS, "،": ",", "؛": ";"})
_DASHES = re.compile("[־‐‑‒–—―−]")
_AM_PM = re.compile(r"(?<=\d)\s?([ap])\.?\s?m\b\.?")
_THE_FIFTH = re.compile(THE_FIFTH[0] + r"(?=\d{1,2}(?![\d:]))")
_AN_HOUR_AFTER_ADAR = re.compile(SECOND_ADAR[0] + r"(?=\s?-?\s?\d)")
_SPACED_SLASH = re.compile(r"(?<=\d)\s*/\s*(?=\d)")
_OR = re.compile(rf"\s(?:{'|'.join(ALTERNATIVES)})\s", re.IGNORECASE)
_MEANINGLESS = frozenset("-,.:;()!?\"'[]•*…؟")
_PAUSE: tuple[Meaning, ...] = (((",", 0),),)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    sort: str
    begin: int
    end: int
    key: str  # of a word

    @property
    def has_digits(self) -> bool:
        return self.sort not in {"word", "mark"}

    @property
    def is_hour(self) -> bool:
        return self.sort == "clock"


def signs_of(text: str) -> tuple[tuple[Sign, ...], ...]:
    """All that these words may mean, each as a row of signs; empty if a word is unknown, or there are too many."""
    if len(text) > 4 * LONGEST_DATE:
        return ()
    plain = _plain(text)
    spellings = dict.fromkeys((plain, _THE_FIFTH.sub(THE_FIFTH[1], plain)))
    return tuple(signs for spelling in spellings for signs in _signs_of(spelling))


def sides_of(text: str) -> tuple[str, ...]:
    """The wordings that "or" joins."""
    return tuple(_OR.split(cleaned(text)))


def _signs_of(plain: str) -> Iterator[tuple[Sign, ...]]:
    pieces = _pieces_of(plain)
    rows = _meanings_of(pieces) if pieces else None
    if rows and prod(len(meanings) for meanings in rows) <= MOST_MEANINGS:
        yield from (tuple(chain.from_iterable(chosen)) for chosen in product(*rows))


def _plain(text: str) -> str:
    """One case, western digits, plain quotes and dashes, no marks on letters."""
    quoted = western_digits(cleaned(text)).translate(_SAME).replace("''", '"')
    bare = unicodedata.normalize("NFKD", quoted).casefold()
    plain = _DASHES.sub("-", "".join(c for c in bare if unicodedata.category(c) not in {"Mn", "Cf"}))
    spaced = _SPACED_SLASH.sub("/", _AM_PM.sub(r"\1m ", " ".join(plain.split())))
    return _AN_HOUR_AFTER_ADAR.sub(SECOND_ADAR[1], spaced)


def _pieces_of(plain: str) -> list[_Piece]:
    if len(plain) > LONGEST_DATE:
        return []
    pieces = [_piece(found, str(found.lastgroup)) for found in _PIECE.finditer(plain)]
    return pieces if sum(p.sort != "mark" for p in pieces) <= MOST_WORDS else []


def _piece(found: re.Match[str], sort: str) -> _Piece:
    key = key_of(found.group()) if sort == "word" else ""
    return _Piece(found.group(), sort, found.start(), found.end(), key)


def _meanings_of(pieces: list[_Piece]) -> list[tuple[Meaning, ...]] | None:
    """What each word and number may mean; None as soon as one means nothing."""
    rows: list[tuple[Meaning, ...]] = []
    at = 0
    while at < len(pieces):
        piece, taken = pieces[at], 1
        if piece.sort == "mark":
            if not _is_meaningless(pieces, at):
                return None
            rows += [_PAUSE] if _is_pause(pieces, at) else []
        elif piece.has_digits:
            rows.append(_number_meanings(piece))
        else:
            words, taken = _word_meanings(pieces, at)
            rows.extend(words)
        if taken == 0 or (rows and not rows[-1]):
            return None
        at += taken
    return rows


def _is_meaningless(pieces: list[_Piece], at: int) -> bool:
    """Commas and dashes say nothing, but between two numbers they make a range, a fraction or a phone number."""
    mark = pieces[at]
    if mark.text not in _MEANINGLESS and unicodedata.category(mark.text) not in {"So", "Sk"}:
        return False
    if at + 1 == len(pieces):
        return True
    before, after = pieces[max(at - 1, 0)], pieces[at + 1]
    if at == 0:
        return mark.text != "-" or not after.has_digits
    tight = mark.text == "-" or (before.end == mark.begin and mark.end == after.begin)
    if not (tight and before.has_digits and after.has_digits):
        return True
    return before.is_hour != after.is_hour and "number" not in {before.sort, after.sort}


def _is_pause(pieces: list[_Piece], at: int) -> bool:
    """A comma, or a dash that stands free, as in "יעד ראשון – מרץ"."""
    mark = pieces[at]
    if mark.text != "-":
        return mark.text in {",", ";", ":"}
    return 0 < at < len(pieces) - 1 and pieces[at - 1].end < mark.begin and mark.end < pieces[at + 1].begin


# --------------------------------------------------------------------------------------------------------- numbers


def _number_meanings(piece: _Piece) -> tuple[Meaning, ...]:
    """A number's meanings; empty for what is neither a date, an hour nor a count."""
    parts = [int(digits) for digits in re.findall(r"\d+", piece.text[:12])]
    if piece.sort == "clock":
        minute = parts[1] if len(parts) > 1 else 0
        return _half_of_day(parts[0], minute, piece.text[-2:]) or _clock(parts[0], minute, piece.text)
    if piece.sort == "ordinal":
        return ((("O", parts[0]),),)
    if piece.sort == "number":
        return _count(piece.text)
    if piece.sort == "pair":
        hour = _clock(parts[0], parts[1], "0") if re.fullmatch(r"\d+\.\d\d", piece.text) else ()
        return (*_date(parts[0], parts[1]), *(((("p", minutes),)) for ((_, minutes),) in hour))
    if piece.sort == "my":
        return tuple(meaning[1:] for meaning in _date(1, parts[0], parts[1]))
    day, month, year = reversed(parts) if piece.sort == "ymd" else parts
    return _date(day, month, year if year > 99 else 2000 + year)


def _half_of_day(hour: int, minute: int, half: str) -> tuple[Meaning, ...]:
    """6pm, 12:30am; empty without the letters, and for an hour of the clock of 24 hours."""
    if half not in {"am", "pm"} or not 1 <= hour <= 12:
        return ()
    return _clock(hour % 12 + (12 if half == "pm" else 0), minute, "0")


def _clock(hour: int, minute: int, text: str) -> tuple[Meaning, ...]:
    """6:30 may be either half of the day; 06:30 and all from 7:00 on are read as the clock of 24 hours shows them."""
    if minute > 59 or hour * 60 + minute > 24 * 60 or (text.endswith("am") and hour > 0):
        return ()
    either = 1 <= hour <= 6 and not text.startswith("0")
    return ((("c" if either else "C", hour * 60 + minute),),)


def _date(day: int, month: int, year: int | None = None) -> tuple[Meaning, ...]:
    if not (1 <= day <= 31 and 1 <= month <= 12) or not (year is None or 1900 <= year < 2200):
        return ()
    return ((("N", day), ("M", month), *((("V", year),) if year else ())),)


def _count(text: str) -> tuple[Meaning, ...]:
    if len(text) <= 3:
        return ((("N", int(text)),),)
    return ((("V", int(text)),),) if len(text) == 4 and 1900 <= int(text) < 2200 else ()


# ----------------------------------------------------------------------------------------------------------- words


def _word_meanings(pieces: list[_Piece], at: int) -> tuple[list[tuple[Meaning, ...]], int]:
    """The meanings of the longest known phrase that begins here, and how many pieces it took; 0 if none does."""
    keys = list(_keys(pieces, at))
    quoted = pieces[at].text[-1] in "'\""
    if quoted and (letter := _letter(keys[0])):
        return [letter], 1
    meanings, taken = _phrase(keys)
    if taken:
        return [meanings], taken
    prefix, rest = keys[0][:1], keys[0][1:]
    if numeral := _numeral(keys[0]):
        return [numeral], 1
    if len(rest) > 1 or quoted:
        meanings, taken = _phrase([rest, *keys[1:]]) if len(rest) > 1 else ((), 0)
        meanings, taken = (meanings, taken) if taken else (_letter(rest) or _numeral(rest), 1)
    if not meanings or prefix not in HEBREW_PREFIXES + ARABIC_PREFIXES:
        return [], 0
    return [WORDS.get(prefix, ((("F", 0),),)), meanings], taken


def _keys(pieces: Sequence[_Piece], at: int) -> Iterator[str]:
    """The words that follow one another from here without a mark or a number between."""
    for piece in pieces[at : at + LONGEST_PHRASE]:
        if piece.sort != "word":
            return
        yield piece.key


def _phrase(keys: Sequence[str]) -> tuple[tuple[Meaning, ...], int]:
    for length in range(len(keys), 0, -1):
        meanings = WORDS.get(" ".join(keys[:length]))
        if meanings:
            return meanings, length
    return (), 0


def _letter(key: str) -> tuple[Meaning, ...]:
    """A single letter with its mark: a day of the week, or a Hebrew number."""
    days = ((("W", LETTER_DAYS[key]),),) if key in LETTER_DAYS else ()
    numbers = ((("L", NUMERALS[key]),),) if key in NUMERALS and len(key) == 1 else ()
    return (*days, *numbers)


def _numeral(key: str) -> tuple[Meaning, ...]:
    """A Hebrew number of several letters (people leave its mark out), or a Hebrew year."""
    if key in HEBREW_YEARS:
        return ((("J", HEBREW_YEARS[key]),),)
    return ((("L", NUMERALS[key]),),) if key in NUMERALS and len(key) > 1 else ()
