"""Reads the table an operator edits: who runs this bot, whom to call, the licence rules, when each was last checked.

The numbers we ship are the country's public emergency lines; `checked: null` says that this operator has not tried
them yet, and people are told so. A wrong table is reported whole, like a wrong flow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows import yaml_subset
from flows.licence_table import laid_over, licence_problems, rules_of
from flows.problems import Problem
from flows.rules.licence import Rules
from flows.yaml_subset import Lined

FILE = "content.yaml"
OUR_CONTENT = Path(__file__).parent / "definitions" / "tables" / FILE

LICENCE = "licence"
_KEYS = frozenset({"operator", "contact", "numbers", LICENCE})
_NUMBER_KEYS = frozenset({"name", "number", "checked"})


@dataclass(frozen=True, slots=True)
class Line:
    """A number to call, with its name in each language and the day somebody tried it (ISO), if anybody did."""

    names: Mapping[str, str]
    number: str
    checked: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """What the operator answers for. `operator` and `contact` by language; empty when not filled in."""

    operator: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[Line, ...] = ()
    licence: Rules = field(default_factory=Rules)


def load_content(folders: Sequence[Path]) -> tuple[Content, list[Problem]]:
    """Our table with the operator's keys laid over it, and every mistake in either."""
    problems: list[Problem] = []
    merged: dict[str, object] = {}
    for path in (OUR_CONTENT, *(folder / FILE for folder in folders)):
        if path.is_file():
            table = _read(path, problems)
            licence = laid_over(merged.get(LICENCE), table.get(LICENCE, merged.get(LICENCE)))
            merged |= {**table, LICENCE: licence}
    return Content(
        operator=_by_language(merged.get("operator")),
        contact=_by_language(merged.get("contact")),
        numbers=tuple(_line(row) for row in _rows(merged.get("numbers"))),
        licence=rules_of(merged.get(LICENCE)),
    ), problems


def _read(path: Path, problems: list[Problem]) -> Mapping[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        sentence = "This file cannot be opened as text; save it as UTF-8."
        problems.append(Problem(str(path), 1, "unreadable-file", sentence))
        return {}
    content, found = yaml_subset.read(text, str(path))
    problems += found
    if not isinstance(content, Lined):
        problems.append(
            Problem(str(path), 1, "wrong-type", "The table is a list of keys: operator, contact, numbers, licence.")
        )
        return {}
    table = dict(content)
    for key in sorted(table.keys() - _KEYS):
        problems.append(Problem(str(path), content.line, "unknown-key", f"The table has no key {key!r}."))
    numbers = table.get("numbers")
    rows = _rows(numbers)
    if numbers is not None and not (isinstance(numbers, list) and len(rows) == len(numbers)):
        sentence = '`numbers` wants a list of rows such as {name: Police, number: "100", checked: null}.'
        problems.append(Problem(str(path), content.lines["numbers"], "wrong-type", sentence))
    for row in rows:
        problems += _row_problems(path, row)
    if LICENCE in table:
        problems += licence_problems(table[LICENCE], str(path), content.lines[LICENCE])
    return table


def _row_problems(path: Path, row: Lined) -> list[Problem]:
    missing = sorted({"name", "number"} - row.keys())
    unknown = sorted(row.keys() - _NUMBER_KEYS)
    told = [Problem(str(path), row.line, "missing-key", f"A number needs {key!r}.") for key in missing]
    return told + [Problem(str(path), row.line, "unknown-key", f"A number has no key {key!r}.") for key in unknown]


def _rows(value: object) -> list[Lined]:
    return [row for row in value if isinstance(row, Lined)] if isinstance(value, list) else []


def _line(row: Lined) -> Line:
    checked = row.get("checked")
    return Line(_by_language(row.get("name")), str(row.get("number") or ""), str(checked) if checked else None)


def _by_language(value: object) -> dict[str, str]:
    if isinstance(value, Mapping):
        return {str(language): str(text) for language, text in value.items() if text}
    return {language: str(value) for language in ("he", "ar", "en")} if value else {}
