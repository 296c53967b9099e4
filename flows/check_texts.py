"""Finds which words the flows want and nobody wrote, and which are written and nobody wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows import ftl
from flows.check_ftl import Language, Text
from flows.model import Ask, Catalogue, Depth, Flow, Step
from flows.problems import TOLD, Problem, hint
from flows.wording import FALLBACK

ANSWERS = {"yes": "answer-yes", "no": "answer-no"}
"""The labels of every `yes_no`; a step that wants others asks for a choice."""

_CHOOSING = (Ask.CHOICE, Ask.CHOICES)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The texts of one message: which must be there, which may; the file they belong to; who wants them."""

    message: str
    home: str
    must: frozenset[str]
    may: frozenset[str] = frozenset()
    free: bool = False
    choices_free: bool = False
    path: str = ""
    line: int = 1

    def allows(self, key: str) -> bool:
        return self.free or key in self.must | self.may or (self.choices_free and ".choice-" in key)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything the texts are checked against.

    `in_code` and `begun_in_code` are strings and beginnings of strings in Python; `unread` the flows whose files
    could not be read; texts of folders lower than `unused_from` may be unused, or all unless they matter.
    """

    flows: Catalogue
    folders: Sequence[Path]
    languages: Sequence[Language]
    in_code: frozenset[str]
    begun_in_code: tuple[str, ...]
    unread: frozenset[str]
    unused_from: int = 0
    unused_matter: bool = True
    wanted: dict[str, Wanted] = field(default_factory=dict)


def text_problems(library: Library) -> Iterator[Problem]:
    """Every text that is missing or unused."""
    for wanted in _all_wanted(library):
        other = library.wanted.setdefault(wanted.message, wanted)
        library.wanted[wanted.message] = replace(other, may=other.may | wanted.must | wanted.may)
    yield from _missing(library)
    if library.unused_matter:
        yield from _unused(library)


# What is wanted


def _all_wanted(library: Library) -> Iterator[Wanted]:
    for flow in library.flows.values():
        if not flow.is_block:
            title = f"{flow.id}-title"
            yield Wanted(title, flow.id, frozenset({title}), path=flow.path)
        for step in flow.steps.values():
            yield _wanted(flow, step)
            if step.ask is Ask.YES_NO:
                for answer in ANSWERS.values():
                    yield Wanted(answer, "common", frozenset({answer}), path=flow.path, line=step.line)
    for unread in library.unread:
        yield Wanted(f"{unread}-title", unread, frozenset(), free=True)
    if FALLBACK in library.in_code:
        yield Wanted(FALLBACK, "common", frozenset({FALLBACK}))


def _wanted(flow: Flow, step: Step) -> Wanted:
    must, may = set(_must(flow, step)), set(_may(step))
    return Wanted(
        message=step.id,
        home=flow.id,
        must=frozenset(step.id + part for part in must),
        may=frozenset(step.id + part for part in may),
        free=step.do == TOLD,
        choices_free=step.source == TOLD or (step.ask in _CHOOSING and not (step.choices or step.source)),
        path=flow.path,
        line=step.line,
    )


def _must(flow: Flow, step: Step) -> Iterator[str]:
    """The parts of a step's message that must be written; the empty part is the message itself."""
    if step.depth is Depth.MORE:
        yield ".topic"
    if step.ask is None:
        return
    yield ""
    if step.waits:
        yield ".help"
    kept = step.save is not None and step.save.kind != "answer"
    if step.waits and kept and (flow.stage or flow.is_block):
        yield ".topic"
    if step.ask in _CHOOSING:
        yield from (f".choice-{choice}" for choice in step.choices)


def _may(step: Step) -> Iterator[str]:
    if step.offer_more or step.draw is not None:
        yield ""
    if step.waits:
        yield from (".help", ".topic")
    if step.source is not None:
        yield from (f".choice-{choice}" for choice in (*step.branches, *step.opens) if choice)


# Missing


def _missing(library: Library) -> Iterator[Problem]:
    lacking = {language.code: _lacking(library, language) for language in library.languages}
    everywhere = set.intersection(*map(set, lacking.values())) if lacking else set()
    for key in sorted(everywhere):
        yield _missing_everywhere(library, key)
    for language in library.languages:
        yield from _missing_in(library, language, sorted(set(lacking[language.code]) - everywhere))


def _lacking(library: Library, language: Language) -> list[str]:
    """Keys that are not there; of a message that is not there at all, only its name."""
    there = {text.message for text in language.texts.values()}
    keys = {key for wanted in library.wanted.values() for key in wanted.must}
    keys |= {key for other in library.languages for key in other.texts if _used(library, key)}
    lacking = {key for key in keys - language.texts.keys() if not _told(language, key, library)}
    return sorted({key if key.partition(".")[0] in there else key.partition(".")[0] for key in lacking})


def _told(language: Language, key: str, library: Library) -> bool:
    message = key.partition(".")[0]
    return message in language.broken or _home(library, message) in language.unread or key.startswith("-")


def _home(library: Library, message: str) -> str:
    """The file a message belongs to: its flow's, or the one where another language has it."""
    if message in library.wanted:
        return library.wanted[message].home
    texts = [t for language in library.languages for t in language.texts.values() if t.message == message]
    return Path(texts[0].path).stem if texts else "common"


def _missing_everywhere(library: Library, key: str) -> Problem:
    wanted = library.wanted[key.partition(".")[0]]
    codes = ", ".join(language.code for language in library.languages)
    sentence = f"{_said_of(key, wanted)} is not written in {codes}; write it in {wanted.home}.ftl of each."
    path = wanted.path or str(library.folders[-1] / library.languages[0].code / f"{wanted.home}.ftl")
    return Problem(path, wanted.line, "missing-text", sentence)


def _missing_in(library: Library, language: Language, keys: list[str]) -> Iterator[Problem]:
    by_file: dict[str, list[str]] = {}
    for key in keys:
        by_file.setdefault(_home(library, key.partition(".")[0]), []).append(key)
    for home, lacking in by_file.items():
        path = _file(library, language, home)
        if not path.exists() and len(lacking) > 1:
            names = ", ".join(f"`{key}`" for key in lacking)
            sentence = f"This file does not exist; it should hold {names} in `{language.code}`."
            yield Problem(str(path), 1, "missing-text", sentence)
        else:
            yield from (_missing_here(library, language, key, path) for key in lacking)


def _missing_here(library: Library, language: Language, key: str, path: Path) -> Problem:
    message = key.partition(".")[0]
    near = next((text for text in language.texts.values() if text.message == message), None)
    said_of = _said_of(key, library.wanted.get(message))
    sentence = f"{said_of} is not written in `{language.code}`; write it here."
    return Problem(near.path if near else str(path), near.line if near else 1, "missing-text", sentence)


def _said_of(key: str, wanted: Wanted | None) -> str:
    """The key, with the parts to be written when the whole message is missing."""
    parts = sorted(part.partition(".")[2] for part in wanted.must if "." in part) if wanted else []
    if "." in key or not parts:
        return f"`{key}`"
    return f"`{key}` (with {', '.join('.' + part for part in parts)})"


def _file(library: Library, language: Language, home: str) -> Path:
    paths = [folder / language.code / f"{home}.ftl" for folder in library.folders]
    return next((path for path in reversed(paths) if path.exists()), paths[-1])


# Unused


def _used(library: Library, key: str) -> bool:
    message = key.partition(".")[0]
    if message in library.wanted and library.wanted[message].allows(key):
        return True
    return key == FALLBACK or _in_code(library, message) or _in_code(library, key)


def _in_code(library: Library, key: str) -> bool:
    return key in library.in_code or key.startswith(library.begun_in_code)


def _unused(library: Library) -> Iterator[Problem]:
    for language in library.languages:
        referred = {other for text in language.texts.values() for other in ftl.uses(text.pattern).texts}
        judged = [t for t in language.texts.values() if t.folder >= library.unused_from]
        judged = [t for t in judged if Path(t.path).stem not in library.unread]
        unused = [t for t in judged if t.key not in referred and not _used(library, t.key)]
        kept = {text.message for text in judged} - _only_in(unused, judged)
        yield from _unused_texts(library, unused, kept)


def _only_in(unused: list[Text], judged: list[Text]) -> set[str]:
    """Messages of which nothing at all is used."""
    keys = {text.key for text in unused}
    return {t.message for t in unused} - {t.message for t in judged if t.key not in keys}


def _unused_texts(library: Library, unused: list[Text], kept: set[str]) -> Iterator[Problem]:
    told: set[str] = set()
    wanted = {key for entry in library.wanted.values() for key in entry.must | entry.may}
    for text in unused:
        key = text.key if text.message in kept else text.message
        if key not in told:
            told.add(key)
            sentence = f"Nobody uses `{key}`; correct its name or delete it.{hint(key, wanted - {key})}"
            yield Problem(text.path, text.line, "unused-text", sentence)
