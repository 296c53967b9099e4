"""Looks a message over before it goes to many: what cannot be taken back is best seen by whoever wrote it.

A hard finding must be mended first; every other is one line, and the person decides. Nothing is changed in silence.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from flows.model import Phrase
from flows.rules.message_words import BESIDE, BOTH_FORMS, ONE_GENDER, SECRETS
from flows.typed import cleaned, folded, graphemes, western_digits

LONGEST: Final = 600
MOST_LINKS: Final = 1
MOST_CALLS: Final = 2
"""More exclamation marks than this in one message shout."""

_LINK = re.compile(
    r"(?:(?:https?|tg|ftp)://|www\.)[^\s<>\"]+"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|il|info|me|ly|gd|co|io|gl|ps|int|eu|app|link|site|gy|li)\b(?:/[^\s<>\"]*)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:(?P<scheme>[a-z]+)://)?(?P<user>[^/@\s]*@)?(?P<host>[^/:?#\s]+)", re.IGNORECASE)
_TAIL = ".,;:!?)]}״׳\"'…،؛؟"
_SHORTENERS = frozenset(
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "cutt.ly", "did.li", "rb.gy", "ow.ly", "buff.ly",
        "shorturl.at", "lnkd.in", "t.ly",
    }
)  # fmt: skip
_OPEN_WAYS = frozenset({"http", "https"})
_EMAIL = re.compile(r"(?<![/\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d.])(?:\+\d{1,3}[\s-]?|0)(?:\d[\s-]?){7,11}\d(?!\d)")
_LONG_NUMBER = re.compile(r"(?<!\d)(?:\d[ -]?){8,18}\d(?!\d)")
_RANGE = re.compile(r"\d{1,2}(?::\d\d)?\s?[-–]\s?\d{1,2}(?::\d\d)")
_BOTH_FORMS = re.compile(BOTH_FORMS)
_WORD = re.compile(r"[\u05d0-\u05ea\u0621-\u064a]+")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPOOFING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_ID_DIGITS, _CARD_DIGITS = 9, range(13, 20)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a second look. `found` is what stands there, `instead` what could; `hard` blocks."""

    code: str
    hard: bool = False
    found: str = ""
    instead: str = ""

    @property
    def said(self) -> Phrase:
        return Phrase(f"message-check.{self.code}", {"found": self.found, "instead": self.instead, "most": LONGEST})


def findings(text: str) -> tuple[Finding, ...]:
    """Everything there is to say about a message as it was typed; what blocks comes first."""
    told = [finding for look in _LOOKS for finding in look(text)]
    return tuple(sorted(told, key=lambda finding: not finding.hard))


def links_in(text: str) -> tuple[str, ...]:
    """Every link of a text, as it stands there."""
    bare = _EMAIL.sub(" ", text)
    return tuple(match.group().rstrip(_TAIL) for match in _LINK.finditer(bare))


def domain_of(link: str) -> str:
    """The whole domain a link leads to, as people should read it."""
    match = _HOST.match(link)
    return match["host"].casefold().rstrip(".") if match else link


def language_of(text: str, otherwise: str) -> str:
    """The language a message is written in, by its letters: he, ar or en."""
    counted = {"he": 0, "ar": 0, "en": 0}
    without = text
    for link in links_in(text):
        without = without.replace(link, " ")
    for letter in without:
        script = _script(letter)
        if script:
            counted[script] += 1
    most = max(counted, key=lambda language: counted[language])
    return most if counted[most] else otherwise


def _script(letter: str) -> str | None:
    if "\u05d0" <= letter <= "\u05ea":
        return "he"
    if "\u0621" <= letter <= "\u064a":
        return "ar"
    return "en" if letter.isascii() and letter.isalpha() else None


# -- what is looked for ----------------------------------------------------------------------------------------------


def _length(text: str) -> Iterator[Finding]:
    count = len(graphemes(cleaned(text)))
    if count > LONGEST:
        yield Finding("too_long", hard=True, found=str(count))


def _links(text: str) -> Iterator[Finding]:
    links = links_in(text)
    if len(links) > MOST_LINKS:
        yield Finding("many_links", hard=True, found=str(len(links)))
    for link in links:
        yield from _one_link(text, link)


def _one_link(text: str, link: str) -> Iterator[Finding]:
    domain = domain_of(link)
    if _hides(link, domain):
        yield Finding("hidden_link", hard=True, found=domain)
    elif link.casefold().startswith("http://"):
        yield Finding("open_link", found=domain)
    if any(link in line and line.strip() != link for line in text.splitlines()):
        yield Finding("link_in_line", found=domain)


def _hides(link: str, domain: str) -> bool:
    """Whether nobody can see where it leads: shortened, with a name before it, look-alike letters, bare numbers."""
    match = _HOST.match(link)
    odd_way = match is not None and (match["user"] or (match["scheme"] or "https").casefold() not in _OPEN_WAYS)
    scripts = {_script(letter) or ("?" if letter.isalpha() else "") for letter in domain} - {""}
    is_number = re.fullmatch(r"[\d.]+", domain) is not None
    return bool(odd_way) or domain in _SHORTENERS or "xn--" in domain or len(scripts) > 1 or is_number


def _private(text: str) -> Iterator[Finding]:
    plain = western_digits(text)
    for link in links_in(plain):
        plain = plain.replace(link, " ")
    phones = [match.group().strip() for match in _PHONE.finditer(plain)]
    for number in _LONG_NUMBER.findall(plain):
        digits = re.sub(r"\D", "", number)
        if len(digits) in _CARD_DIGITS and _adds_up(digits):
            yield Finding("card_number", hard=True, found=_masked(digits))
        elif len(digits) == _ID_DIGITS and _adds_up(digits) and not any(number in phone for phone in phones):
            yield Finding("id_number", hard=True, found=_masked(digits))
    for phone in phones:
        yield Finding("phone", found=phone)
    for match in _EMAIL.finditer(plain):
        yield Finding("email", found=match.group())


def _adds_up(digits: str) -> bool:
    """Whether the check digit fits, as it does in identity and card numbers."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if at % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _masked(digits: str) -> str:
    """Enough to find it by, too little to repeat it."""
    return f"…{digits[-2:]}"


def _secrets(text: str) -> Iterator[Finding]:
    said = f" {folded(text)} "
    for word in SECRETS:
        if f" {folded(word)}" in said:
            yield Finding("secrets", hard=True, found=word)
            return


def _gender(text: str) -> Iterator[Finding]:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    bare = [word.removeprefix("ה").removeprefix("ל") for word in words]
    for table in ONE_GENDER.values():
        for word, instead in table.items():
            is_there = word in words or (word in bare and word in BESIDE)
            beside = BESIDE.get(word, frozenset())
            if is_there and not any(other.endswith(form) for form in beside for other in words):
                yield Finding("one_gender", found=word, instead=instead)
    for match in _BOTH_FORMS.finditer(text):
        yield Finding("both_forms", found=match.group())


def _direction(text: str) -> Iterator[Finding]:
    if _SPOOFING.intersection(text):
        yield Finding("turned_around")
    elif _DIRECTION.intersection(text):
        yield Finding("hidden_marks")
    for line in text.splitlines():
        if {"he", "ar"} <= {_script(letter) for letter in line}:
            yield Finding("two_scripts", found=" ".join(line.split()[:4]))
            return


def _tone(text: str) -> Iterator[Finding]:
    if text.count("!") > MOST_CALLS:
        yield Finding("shouting")
    match = _RANGE.search(text)
    if match:
        yield Finding("range", found=match.group())


_LOOKS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    _length, _links, _private, _secrets, _gender, _direction, _tone,
)  # fmt: skip
