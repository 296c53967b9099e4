"""Finds what is wrong inside the Fluent files of one language, before anybody asks which texts are needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows import ftl
from flows.problems import Problem, hint

_FUNCTIONS = {"NUMBER", "DATETIME"}
_FLUENT_SAYS = {
    "E0002": "A text begins at the start of a line with its name and `=`; further lines of it are indented.",
    "E0003": "Something is missing here, such as `=` after a name or `}` after a `{`.",
    "E0005": "This name has no words behind its `=`, and no attribute under it.",
    "E0010": "One of these variants needs a `*` before it: the one for everybody else.",
    "E0012": "There are no words behind this `=`.",
    "E0027": "Here is a `}` without a `{` before it.",
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text and where it stands; `folder` counts from the lowest of those laid over each other."""

    key: str
    path: str
    line: int
    folder: int
    pattern: ftl.Pattern

    @property
    def message(self) -> str:
        return self.key.partition(".")[0]


@dataclass(slots=True)
class Language:
    """All texts of one language, upper folders over lower ones; `broken` and `unread` name what is unreadable.

    `messages` holds for each message the keys of its texts.
    """

    code: str
    texts: dict[str, Text] = field(default_factory=dict)
    patterns: dict[str, ftl.Pattern] = field(default_factory=dict)
    messages: dict[str, set[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, text: Text) -> None:
        self.texts[text.key] = text
        self.patterns[text.key] = text.pattern
        self.messages.setdefault(text.message, set()).add(text.key)

    def keys_of(self, message: str) -> frozenset[str]:
        """The keys of a message's own words and of its attributes."""
        return frozenset(self.messages.get(message, ()))

    def tell(self, path: str, line: int, code: str, sentence: str) -> None:
        self.problems.append(Problem(path, line, code, sentence))


def read_language(folders: Sequence[Path], code: str) -> Language:
    """Every text of this language, and every mistake that needs no flow to be seen."""
    language = Language(code)
    if not any(ftl.text_files(folders, code)):
        sentence = f"There are no texts in `{code}`; make this folder and translate the files of the others."
        language.tell(str(folders[-1] / code), 1, "missing-language", sentence)
    for number, folder in enumerate(folders):
        _read_folder(folder, number, language)
    for text in language.texts.values():
        language.problems += _inside(text, language)
    return language


def _read_folder(folder: Path, number: int, language: Language) -> None:
    """Takes in one folder; inside it every message, and every attribute of a message, stands once."""
    first: dict[str, Text] = {}
    for path in ftl.text_files([folder], language.code):
        for message in _read_file(path, number, language):
            other = first.get(message[0].message)
            if other is not None:
                _tell_twice(message[0], other, language)
                continue
            for text in message:
                if text.key in first:
                    _tell_twice(text, first[text.key], language)
                first[text.key] = first[text.message] = text
                language.take(text)


def _tell_twice(text: Text, other: Text, language: Language) -> None:
    sentence = f"This is written already in {other.path}, line {other.line}; keep one of the two."
    language.tell(text.path, text.line, "duplicate-text", f"`{text.key}` stands here a second time. {sentence}")


def _read_file(path: Path, folder: int, language: Language) -> Iterator[list[Text]]:
    """The texts of each message of one file."""
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        language.unread.add(path.stem)
        sentence = "This file cannot be opened as text; save it as UTF-8."
        language.tell(str(path), 1, "unreadable-file", sentence)
        return
    messages, broken = ftl.places(source)
    for lost in broken:
        language.broken |= lost.lost
        says = _FLUENT_SAYS.get(lost.code, f"{lost.why}.")
        language.tell(str(path), lost.line, "broken-text", f"This cannot be read as Fluent. {says}")
    for message in messages:
        yield [Text(place.key, str(path), place.line, folder, place.pattern) for place in message]


def _inside(text: Text, language: Language) -> Iterator[Problem]:
    found = ftl.uses(text.pattern)
    for other in sorted(found.texts - language.texts.keys()):
        if other.partition(".")[0] not in language.broken:
            sentence = f"`{text.key}` uses `{other}`, which is not written in `{language.code}`."
            sentence += hint(other, language.texts)
            yield Problem(text.path, text.line, "missing-text", sentence)
    for form in sorted(found.forms - set(ftl.FORMS)):
        sentence = f"`$form` is never `{form}`.{hint(form, ftl.FORMS)}"
        yield Problem(text.path, text.line, "unknown-value", sentence)
    for function in sorted(found.functions - _FUNCTIONS):
        sentence = f"There is no function `{function}`.{hint(function, _FUNCTIONS)}"
        yield Problem(text.path, text.line, "broken-text", sentence)
    if text.key in _led_to(found.texts, language):
        sentence = f"`{text.key}` refers to itself, so it never ends; write the words out in one of the two."
        yield Problem(text.path, text.line, "broken-text", sentence)


def _led_to(texts: set[str], language: Language) -> set[str]:
    seen: set[str] = set()
    ahead = list(texts)
    while ahead:
        key = ahead.pop()
        if key not in seen and key in language.texts:
            seen.add(key)
            ahead += ftl.uses(language.texts[key].pattern).texts
    return seen
