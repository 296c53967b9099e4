"""Loads everything we decide with and say, checks it whole, and refuses to start with any mistake in it."""

from collections.abc import Sequence
from pathlib import Path

from flows.check import Known, check, examine, phrases_in_code
from flows.content import load_content
from flows.conversations import Conversations, kinds_of
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, OUR_TEXTS, load
from flows.problems import Problem
from flows.verbs import ARTEFACT_NAMES, VERB_NAMES
from flows.wording import load_texts, texts_of

ROOMS_THAT_SPEAK = tuple(Path(__file__).parent.parent / room for room in ("flows", "handlers", "bot"))


class FlowsWrong(Exception):
    """Flows, texts or the content table have mistakes."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} mistakes")
        self.problems = tuple(problems)


def known_names(phrases: frozenset[str] = frozenset()) -> Known:
    """Everything flow files may name that lives in Python."""
    return Known(READINGS.guards, READINGS.sources, READINGS.fills, VERB_NAMES, ARTEFACT_NAMES, phrases)


def problems_of(flow_folders: Sequence[Path], text_folders: Sequence[Path], content: Sequence[Path]) -> list[Problem]:
    """Every mistake in these folders."""
    known = known_names(phrases_in_code(ROOMS_THAT_SPEAK))
    _, problems = check(flow_folders, text_folders, known)
    return sorted([*problems, *load_content(content)[1]])


def overlay(content_dir: Path | None, name: str) -> list[Path]:
    """The operator's folder of this name, if there is one."""
    return [content_dir / name] if content_dir and (content_dir / name).is_dir() else []


def load_conversations(languages: Sequence[str], content_dir: Path | None) -> Conversations:
    """Ours, with the operator's laid over. Raises FlowsWrong with every mistake.

    Ours alone were looked over whole before they came here (`make check`): their texts are read when first said.
    """
    if content_dir is None:
        return _ours(languages)
    flow_folders = [OUR_DEFINITIONS, *overlay(content_dir, "definitions")]
    text_folders = [OUR_TEXTS, *overlay(content_dir, "texts")]
    # A text nobody says is untidy, and no reason not to start; finding it would need a reading of all our code.
    examined = examine(flow_folders, text_folders, known_names(), unused_matter=False)
    content, wrong = load_content([content_dir] if content_dir else [])
    if examined.problems or wrong:
        raise FlowsWrong(sorted([*examined.problems, *wrong]))
    texts = texts_of({language: examined.texts[language] for language in languages})
    return Conversations(examined.flows, READINGS, texts, content, kinds_of(examined.flows, READINGS))


def _ours(languages: Sequence[str]) -> Conversations:
    catalogue, problems = load([OUR_DEFINITIONS])
    content, wrong = load_content([])
    if problems or wrong:
        raise FlowsWrong(sorted([*problems, *wrong]))
    return Conversations(
        catalogue, READINGS, load_texts([OUR_TEXTS], languages), content, kinds_of(catalogue, READINGS)
    )
