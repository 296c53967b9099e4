"""Tells every mistake in flows and texts at once, for `python -m bot check` and for the tests alike."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.check_fit import fitting_problems
from flows.check_flows import flow_problems
from flows.check_ftl import read_language
from flows.check_texts import Library, text_problems
from flows.facts import KINDS, Reading
from flows.ftl import Patterns
from flows.loader import load
from flows.model import Catalogue, Flow, Step
from flows.problems import TOLD, Problem, hint, nearest

LANGUAGES = ("he", "ar", "en")


@dataclass(frozen=True, slots=True)
class Known:
    """The names flows may use that live in Python, and the phrases Python says by itself."""

    guards: Mapping[str, Reading[Any]]
    sources: Mapping[str, Reading[Any]]
    fills: Mapping[str, Reading[Any]]
    verbs: frozenset[str]
    artefacts: frozenset[str]
    phrases_in_code: frozenset[str]


@dataclass(frozen=True, slots=True)
class Examined:
    """The flows, for each language its texts by key, and every mistake in them."""

    flows: Catalogue
    texts: Mapping[str, Patterns]
    problems: list[Problem]


def check(
    flow_folders: Sequence[Path],
    text_folders: Sequence[Path],
    known: Known,
    languages: Sequence[str] = LANGUAGES,
) -> tuple[Catalogue, list[Problem]]:
    """The flows, and every mistake in them and their texts, in the order of files and lines.

    Later folders lie over earlier ones. The flows may be run only if there are no problems.
    """
    examined = examine(flow_folders, text_folders, known, languages)
    return examined.flows, examined.problems


def examine(
    flow_folders: Sequence[Path],
    text_folders: Sequence[Path],
    known: Known,
    codes: Sequence[str] = LANGUAGES,
    unused_matter: bool = True,
) -> Examined:
    """As `check`, with the texts that were read for it; texts that nobody uses are told only where they matter."""
    flows, problems = load(flow_folders)
    unread = frozenset(Path(problem.path).stem for problem in problems) - flows.keys()
    problems += flow_problems(flows)
    problems += _unknown_names(flows, known, unread, judged=flow_folders[-1])
    languages = [read_language(text_folders, code) for code in codes]
    library = Library(
        flows=flows,
        folders=text_folders,
        languages=[language for language in languages if language.texts],
        in_code=known.phrases_in_code,
        begun_in_code=tuple(p[:-1] for p in known.phrases_in_code if _BEGINNING.fullmatch(p[:-1]) and p[-1] == "*"),
        unread=unread,
        unused_matter=unused_matter,
        unused_from=_unused_from(flow_folders, text_folders),
    )
    problems += [problem for language in languages for problem in language.problems]
    problems += [*text_problems(library), *fitting_problems(flows, library.languages, _gives(known))]
    texts = {language.code: language.patterns for language in languages}
    return Examined(flows, texts, sorted(set(problems)))


def _gives(known: Known) -> Mapping[str, frozenset[str]]:
    return {name: fill.gives for name, fill in known.fills.items()}


def _unused_from(flow_folders: Sequence[Path], text_folders: Sequence[Path]) -> int:
    """The first text folder whose unused texts are mistakes: an operator's flows may well not use ours."""
    return len(text_folders) - (len(text_folders) > 1 or len(flow_folders) == 1)


# Names


def _unknown_names(flows: Catalogue, known: Known, unread: frozenset[str], judged: Path) -> Iterator[Problem]:
    blocks = {flow.id for flow in flows.values() if flow.is_block}
    if not unread:
        yield from _unused_blocks(flows, blocks, judged)
    for flow in flows.values():
        for step in flow.steps.values():
            yield from _unknown_python_names(flow, step, known)
            yield from _unknown_flows(flow, step, flows, blocks, unread)
    yield from _unknown_facts(flows, known)


def _unknown_python_names(flow: Flow, step: Step, known: Known) -> Iterator[Problem]:
    guards = ((guard, known.guards, "guard") for guard in (step.when, *step.only.values()))
    for name, names, what in (
        *guards,
        (step.source, known.sources, "source"),
        (step.for_each, known.sources, "source"),
        (step.fills, known.fills, "fill"),
        (step.do, known.verbs, "verb"),
        (step.draw, known.artefacts, "artefact"),
    ):
        if name is not None and name != TOLD and name not in names:
            sentence = f"There is no {what} `{name}`.{hint(name, names)}"
            yield Problem(flow.path, step.line, f"unknown-{what}", sentence)


def _unknown_flows(
    flow: Flow, step: Step, flows: Catalogue, blocks: set[str], unread: frozenset[str]
) -> Iterator[Problem]:
    fine = {None, TOLD, *unread}
    if step.call not in fine | blocks:
        why = "is a flow, not a block" if step.call in flows else "is no block"
        sentence = f"`{step.call}` {why}; `call` needs the name of a block.{hint(str(step.call), blocks)}"
        yield Problem(flow.path, step.line, "unknown-block", sentence)
    conversations = flows.keys() - blocks
    for opened in sorted(set(step.opens.values()) - fine - conversations):
        why = "is a block, not a flow" if opened in blocks else "is no flow"
        sentence = f"`{opened}` {why}; `open` needs the name of a flow.{hint(opened, conversations)}"
        yield Problem(flow.path, step.line, "unknown-flow", sentence)


def _unused_blocks(flows: Catalogue, blocks: set[str], judged: Path) -> Iterator[Problem]:
    """Blocks nobody calls, not even by a mistyped name; ours may lie unused under an operator's flows."""
    called = {step.call for flow in flows.values() for step in flow.steps.values() if step.call is not None}
    called |= {nearest(name, blocks) or "" for name in called}
    for block in sorted(blocks - called) if TOLD not in called else ():
        flow = flows[block]
        if Path(flow.path).parent == judged:
            sentence = f"No step calls the block `{block}`; write `call: {block}` somewhere, or delete it."
            yield Problem(flow.path, 1, "unused-block", sentence)


def _unknown_facts(flows: Catalogue, known: Known) -> Iterator[Problem]:
    """Names that read facts nobody can load, told once, where they are first used."""
    told: set[str] = set()
    for flow in flows.values():
        for step in flow.steps.values():
            for name, reading in _readings(step, known):
                unknown = sorted(reading.reads - KINDS)
                if unknown and name not in told:
                    told.add(name)
                    sentence = f"`{name}` reads `{unknown[0]}`, which nobody keeps.{hint(unknown[0], KINDS)}"
                    yield Problem(flow.path, step.line, "unknown-fact", sentence)


def _readings(step: Step, known: Known) -> Iterator[tuple[str, Reading[Any]]]:
    used = (
        *((guard, known.guards) for guard in (step.when, *step.only.values())),
        (step.source, known.sources),
        (step.for_each, known.sources),
        (step.fills, known.fills),
    )
    return ((name, readings[name]) for name, readings in used if name is not None and name in readings)


# Phrases in code


_BEGINNING = re.compile(r"[a-z][a-z0-9_.-]{2,}[.-]")
_IN_A_PAGE = re.compile(r"([a-z][a-z0-9_]*-[a-z0-9_-]*)(\$\{)?")


def phrases_in_code(folders: Iterable[Path]) -> frozenset[str]:
    """Every string of the Python files under these folders, and every key their pages name.

    An f-string (or a template of a page's script) that begins like a key counts as `beginning*`. The keys of a
    page begin with the name of its folder. Raises SyntaxError for a broken Python file.
    """
    return frozenset(phrase for folder in folders for path in _code_files(folder) for phrase in _phrases(path))


def _code_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".js", ".html"})


def _phrases(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _strings(ast.parse(text, str(path)))
    else:
        for key, goes_on in _IN_A_PAGE.findall(text):
            if key.startswith(f"{path.parent.name}-"):
                yield f"{key}*" if goes_on else key


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            text = first.value if isinstance(first, ast.Constant) else ""
            if isinstance(text, str) and _BEGINNING.fullmatch(text):
                yield f"{text}*"
