"""Reads the licence rules out of the operator's table, so that a lawyer changes a line and no programme."""

from collections.abc import Iterator, Mapping
from datetime import date

from flows.problems import Problem, hint
from flows.rules.licence import ROWS, Rules, Verdict
from flows.yaml_subset import Lined

_NUMBERS = frozenset({"crowd", "file_days", "plan_days"})
_KEYS = _NUMBERS | {"checked", "checked_by", "emergency", "verdicts"}


def rules_of(table: object) -> Rules:
    """The rules, as far as they can be read; what cannot be was told by `licence_problems`."""
    rows = table if isinstance(table, Mapping) else {}
    verdicts = rows.get("verdicts")
    return Rules(
        **{name: rows[name] for name in _NUMBERS if _is_count(rows.get(name))},
        emergency=rows.get("emergency") is True,
        checked=str(rows["checked"]) if _is_day(rows.get("checked")) else None,
        checked_by=str(rows["checked_by"]) if rows.get("checked_by") else None,
        verdicts=_verdicts(verdicts if isinstance(verdicts, Mapping) else {}),
    )


def laid_over(ours: object, theirs: object) -> object:
    """The operator's lines over ours, one by one: a new number leaves the verdicts as they are."""
    if not (isinstance(ours, Mapping) and isinstance(theirs, Mapping)):
        return theirs
    merged = {**ours, **theirs}
    if isinstance(ours.get("verdicts"), Mapping) and isinstance(theirs.get("verdicts"), Mapping):
        merged["verdicts"] = {**ours["verdicts"], **theirs["verdicts"]}
    return merged


def licence_problems(table: object, path: str, line: int) -> Iterator[Problem]:
    """Every mistake in the `licence` key of one table."""
    if not isinstance(table, Lined):
        yield Problem(path, line, "wrong-type", "`licence` wants keys such as `crowd: 50` under it.")
        return
    for key, value in table.items():
        at = table.lines[key]
        if key not in _KEYS:
            yield Problem(path, at, "unknown-key", f"`licence` has no key `{key}`.{hint(key, _KEYS)}")
        elif key in _NUMBERS and not _is_count(value):
            yield Problem(path, at, "wrong-type", f"`{key}` wants a whole number.")
        elif key == "emergency" and not isinstance(value, bool):
            yield Problem(path, at, "wrong-type", "`emergency` wants `true` or `false`.")
        elif key == "checked" and value is not None and not _is_day(value):
            yield Problem(path, at, "wrong-type", "`checked` wants a day such as 2026-11-01, or null.")
        elif key == "verdicts":
            yield from _verdict_problems(value, path, at)


def _verdict_problems(table: object, path: str, line: int) -> Iterator[Problem]:
    if not isinstance(table, Lined):
        yield Problem(path, line, "wrong-type", "`verdicts` wants rows such as `likely: likely` under it.")
        return
    for row, verdict in table.items():
        at = table.lines[row]
        if row not in ROWS:
            yield Problem(path, at, "unknown-key", f"The decision aid has no row `{row}`.{hint(row, ROWS)}")
        elif verdict not in set(Verdict):
            yield Problem(path, at, "unknown-value", f"`{verdict}` is no verdict.{hint(str(verdict), list(Verdict))}")


def _verdicts(table: Mapping[object, object]) -> dict[str, Verdict]:
    known = set(Verdict)
    return {str(row): Verdict(str(verdict)) for row, verdict in table.items() if row in ROWS and verdict in known}


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_day(value: object) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False
