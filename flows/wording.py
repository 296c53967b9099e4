"""Finds the words for what the bot wants to say, in a person's language and form of address.

Rules: values that are filled in are wrapped in isolates (FSI … PDI), so that a name in another script cannot
turn the sentence around; those that fill a line alone, or several lines, stand bare, so that a line keeps its
own direction. Values are put in after Fluent has run: it would refuse more than 2,500 characters, and wrap our
own variants too, which tears joined Arabic letters apart.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import ast

from flows import ftl
from flows.ftl_shelf import Shelf
from flows.model import Fill, Phrase, Verbatim, Wording

FALLBACK = "fallback-line"
"""The text that is said when the one that was wanted does not exist."""

FIRST_LANGUAGE = "he"
_LAST_RESORT = "…"  # not even the fallback is written; a platform refuses an empty message

_FSI, _PDI = "\u2068", "\u2069"
_INVISIBLE = re.compile("[\u2066-\u2069\u200e\u200f]")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SLOT = re.compile("^\ue000([0-9]+)\ue001$|\ue000([0-9]+)\ue001", re.MULTILINE)  # alone on its line, or not


@dataclass(frozen=True, slots=True)
class Voice:
    """How a person is spoken to: language code, and `plural`, `f` or `m`."""

    language: str
    form: str = "plural"


class WordingFault(LookupError):
    """A text cannot be said as it was asked for; carries codes and keys, never content."""

    def __init__(self, code: str, key: str, language: str) -> None:
        super().__init__(f"{code}: {key} ({language})")
        self.code = code
        self.key = key
        self.language = language


def plain(text: str) -> str:
    """The text without invisible direction marks, for labels, lengths and comparing."""
    return _INVISIBLE.sub("", text)


class _Words(FluentType):
    """Words that wait beside the sentence until Fluent is done; they can still choose a variant."""

    def __init__(self, text: str, slot: str) -> None:
        self.text = text
        self.slot = slot

    def __eq__(self, other: object) -> bool:
        return self.text == other

    def __hash__(self) -> int:
        return hash(self.text)

    def format(self, locale: Locale) -> str:
        return self.slot


class _Digits(FluentInt):
    """A whole number that waits the same way; it chooses plural forms and prints its plain digits."""

    slot: str

    def format(self, locale: Locale) -> str:
        return self.slot


@dataclass(frozen=True, slots=True)
class _Language:
    """The texts of one language. Each goes into the bundle when it is first said, with those it refers to.

    Two threads may do that at once: they do the same.
    """

    code: str
    bundle: FluentBundle
    patterns: ftl.Patterns
    _needs: dict[str, bool] = field(default_factory=dict)

    def is_fixed(self, key: str) -> bool:
        """Whether it needs nothing filled in. A text that does not exist is not."""
        if key not in self._needs:
            self._needs[key] = key not in self.patterns or bool(ftl.arguments(key, self.patterns))
        return not self._needs[key]

    def format(self, key: str, arguments: dict[str, object]) -> str:
        """Raises WordingFault when the text does not exist or lacks an argument."""
        if key not in self.patterns:
            raise WordingFault("missing-text", key, self.code)
        name, _, attribute = key.partition(".")
        if not self.bundle.has_message(name):
            self._put(name)
        message = self.bundle.get_message(name)
        pattern: Any = message.attributes[attribute] if attribute else message.value
        # What `bundle.format_pattern` does, less its making every number anew: that would cost five times as much.
        heard = ResolverEnvironment(self.bundle, [], current=CurrentEnvironment(arguments))
        try:
            text = pattern(heard)
        except (ValueError, RecursionError) as endless:  # too many parts, or a text that refers to itself
            raise WordingFault("broken-text", key, self.code) from endless
        if heard.errors:
            lacking = isinstance(heard.errors[0], FluentReferenceError)
            raise WordingFault("missing-argument" if lacking else "broken-text", key, self.code)
        return str(text)

    def _put(self, name: str) -> None:
        """A message or term with everything it refers to, that last: whoever finds it finds all of it."""
        needed: dict[str, ftl.Patterns] = {}
        ahead = [name]
        while ahead:
            one = ahead.pop()
            if one not in needed:
                needed[one] = texts = _entry_of(one, self.patterns)
                ahead += (other.partition(".")[0] for text in texts.values() for other in ftl.uses(text).texts)
        for texts in reversed(needed.values()):
            self.bundle.add_resource(ast.Resource(body=[*ftl.entries_of(texts)]))


@dataclass(slots=True)
class Texts:
    """All texts of all languages. `strict` raises where it would else fall back and count in `faults`."""

    languages: Mapping[str, _Language]
    strict: bool = False
    faults: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def has(self, key: str, language: str) -> bool:
        """Whether this text is written in exactly this language."""
        return language in self.languages and key in self.languages[language].patterns

    def keys_of(self, beginning: str, language: str) -> tuple[str, ...]:
        """The keys of this language that begin so, for whoever needs all of a family."""
        code = language if language in self.languages else self._first
        patterns = self.languages[code].patterns
        keys = patterns.beginning_with(beginning) if isinstance(patterns, Shelf) else patterns
        return tuple(key for key in keys if key.startswith(beginning))

    def say(self, wording: Wording, voice: Voice) -> str:
        """The words, values isolated. Raises WordingFault only when strict."""
        if isinstance(wording, Verbatim):
            return wording.text
        if voice.language not in self.languages:
            voice = replace(voice, language=self._first)
        try:
            return self._said(wording, voice)
        except WordingFault as fault:
            if self.strict:
                raise
            self.faults[fault.code, fault.key, fault.language] += 1
            return self._instead(wording, voice)

    @property
    def _first(self) -> str:
        return FIRST_LANGUAGE if FIRST_LANGUAGE in self.languages else next(iter(self.languages))

    def _said(self, phrase: Phrase, voice: Voice) -> str:
        language = self.languages[voice.language]
        if not language.is_fixed(phrase.key):
            return self._filled(phrase, voice, language)
        at = (phrase.key, voice.language, voice.form)
        if at not in self._known:
            self._known[at] = language.format(phrase.key, {"form": voice.form})
        return self._known[at]

    def _filled(self, phrase: Phrase, voice: Voice, language: _Language) -> str:
        arguments: dict[str, object] = {"form": voice.form}
        values: list[str] = []
        for name, fill in phrase.fills.items():
            slot = f"\ue000{len(values)}\ue001"
            values.append(self._value(fill, voice))
            arguments[name] = _digits(fill, slot) if isinstance(fill, int) else _Words(values[-1], slot)
        text = language.format(phrase.key, arguments)
        return _SLOT.sub(lambda s: values[int(s[1])] if s[1] else _isolated(values[int(s[2])]), text)

    def _value(self, fill: Fill, voice: Voice) -> str:
        if isinstance(fill, Phrase):
            return self.say(fill, voice)
        if isinstance(fill, tuple):
            return "\n".join(self._value(line, voice) for line in fill)
        return _OVERRIDES.sub("", fill.text if isinstance(fill, Verbatim) else str(fill))

    def _instead(self, phrase: Phrase, voice: Voice) -> str:
        first = replace(voice, language=self._first)
        for other, instead in ((phrase, first), (Phrase(FALLBACK), voice), (Phrase(FALLBACK), first)):
            try:
                return self._said(other, instead)
            except WordingFault:
                continue
        return _LAST_RESORT


def _entry_of(name: str, patterns: ftl.Patterns) -> ftl.Patterns:
    """All texts of one message or term."""
    if isinstance(patterns, Shelf):
        return patterns.entry(name)
    return {key: pattern for key, pattern in patterns.items() if key.partition(".")[0] == name}


def _digits(number: int, slot: str) -> _Digits:
    digits = _Digits(number)
    digits.slot = slot
    return digits


def _isolated(value: str) -> str:
    return value if "\n" in value else f"{_FSI}{value}{_PDI}"


def load_texts(folders: Sequence[Path], languages: Sequence[str], *, strict: bool = False) -> Texts:
    """All texts of these languages, later folders over earlier ones.

    What cannot be read is left out here and told by the checker. Raises OSError when a file cannot be opened.
    """
    sources = {code: [p.read_text(encoding="utf-8-sig") for p in ftl.text_files(folders, code)] for code in languages}
    return texts_of({code: Shelf.of(read) for code, read in sources.items()}, strict=strict)


def texts_of(languages: Mapping[str, ftl.Patterns], *, strict: bool = False) -> Texts:
    """All texts, from what was read already: for each language its texts by key."""
    return Texts({code: _language(code, patterns) for code, patterns in languages.items()}, strict)


def _language(code: str, patterns: ftl.Patterns) -> _Language:
    return _Language(code, FluentBundle([code], use_isolating=False), patterns)
