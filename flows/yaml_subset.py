"""Reads the small, safe part of YAML that flow files need, keeping every line for messages to their authors.

Rules: only an empty value or `null`, `true` and `false`, plain whole and decimal numbers are more than text
(`yes`, `no`, `on`, `18:00` and `0123` stay text); no tags, anchors or second documents; a key stands once. A
file is read as a stream of events: composing nodes in C overflows the program's stack on deeply nested input.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from flows.problems import Problem

DEEPEST = 8
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,15})?")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Lined(dict[str, object]):
    """A mapping that knows the line of each of its keys."""

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class _Unfit(Exception):
    """The file is no YAML of ours, and reading on would only invent more mistakes."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet; in a mapping, the key that waits for its value."""

    content: Lined | list[object]
    key: str | None = None
    told: bool = False


@dataclass(slots=True)
class _Reader:
    """Builds the tree from events."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    root: object = None
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        act = _ACTS.get(type(event))
        if act is not None:
            act(self, event, event.start_mark.line + 1 if event.start_mark else 1)

    def begin_document(self, _: yaml.Event, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Unfit(line, "A second document begins here; a file holds one flow, so delete the `---`.")

    def refuse_alias(self, _: yaml.Event, line: int) -> None:
        raise _Unfit(line, "`*` points to another part of the file; write that part out here instead.")

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._no_extras(event, line)
        self._add(_value(event) if self._wants_value() else event.value, line)

    def open_list(self, event: yaml.SequenceStartEvent, line: int) -> None:
        self._open([], event, line)

    def open_mapping(self, event: yaml.MappingStartEvent, line: int) -> None:
        self._open(Lined(line), event, line)

    def close(self, _: yaml.Event, line: int) -> None:
        self._add(self.stack.pop().content, line)

    def _open(self, content: Lined | list[object], event: yaml.CollectionStartEvent, line: int) -> None:
        self._no_extras(event, line)
        if not self._wants_value():
            raise _Unfit(line, "A key is one word before a colon, not a list or a mapping.")
        if len(self.stack) == DEEPEST:
            raise _Unfit(line, f"This is nested more than {DEEPEST} levels deep; check brackets and spaces.")
        self.stack.append(_Open(content))

    def _no_extras(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            raise _Unfit(line, '`&` and `!` have a special meaning in YAML; put the text in "quotes".')

    def _wants_value(self) -> bool:
        return not self.stack or isinstance(self.stack[-1].content, list) or self.stack[-1].key is not None

    def _add(self, value: object, line: int) -> None:
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.content, list):
            top.content.append(value)
        elif top.key is None:
            self._begin_key(top, top.content, str(value), line)
        else:
            if not top.told:
                top.content[top.key] = value
            top.key, top.told = None, False

    def _begin_key(self, top: _Open, mapping: Lined, key: str, line: int) -> None:
        top.key, top.told = key, key in mapping.lines
        if not top.told:
            mapping.lines[key] = line
            return
        first = mapping.lines[key]
        sentence = f"`{key}` stands here a second time (first in line {first}); keep one or rename one."
        self.problems.append(Problem(self.path, line, "duplicate-key", sentence))


_ACTS: dict[type[yaml.Event], Callable[..., None]] = {
    yaml.DocumentStartEvent: _Reader.begin_document,
    yaml.AliasEvent: _Reader.refuse_alias,
    yaml.ScalarEvent: _Reader.scalar,
    yaml.SequenceStartEvent: _Reader.open_list,
    yaml.SequenceEndEvent: _Reader.close,
    yaml.MappingStartEvent: _Reader.open_mapping,
    yaml.MappingEndEvent: _Reader.close,
}


def _value(event: yaml.ScalarEvent) -> object:
    text = str(event.value)
    if event.style:  # quoted or written as a block: always text
        return text
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    return float(text) if number[2] else int(text)


def read(text: str, path: str) -> tuple[object, list[Problem]]:
    """The content of one file (Lined, list, str, int, float, bool or None) and its mistakes as YAML.

    A file that cannot be read to its end gives no content and the one mistake that stopped the reading.
    """
    reader = _Reader(path)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            reader.take(event)
    except _Unfit as unfit:
        return None, [Problem(path, unfit.line, "broken-yaml", unfit.sentence)]
    except (yaml.YAMLError, ValueError) as error:
        return None, [_broken(error, text, path)]
    return reader.root, reader.problems


def _broken(error: Exception, text: str, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", 0)
    line = mark.line + 1 if mark else text.count("\n", 0, position) + 1
    cause = getattr(error, "problem", None) or "a character that is not allowed"
    sentence = f"This cannot be read as YAML ({cause}); look at spaces, colons, brackets, quotes up to here."
    return Problem(path, line, "broken-yaml", sentence)
