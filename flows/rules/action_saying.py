"""Says what stands in an action day's plan as people read it: labels for choices, dashes for lines, days in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from flows.model import Ask, Fill, Phrase, Step, Value, Verbatim, Wording
from flows.rules.action import Brief, last_part
from flows.rules.days import day_said, kept_day

_KINDS: Final = {"role": "role-kind", "risk": "risk-kind"}
_CHOSEN: Final = frozenset({"ac_go"})


def part_said(step: Step, answer: object) -> Wording:
    """One line of a part: the question's short name and what was answered."""
    return Phrase("summary-line", {"topic": Phrase(f"{step.id}.topic"), "value": _answer_said(step, answer)})


def said(step: str, value: Value) -> Wording:
    """One line of the day: what was decided, how many came, whether all are home."""
    return Phrase("summary-line", {"topic": Phrase(f"{step}.topic"), "value": _day_said(step, value)})


def brief_lines(brief: Brief) -> tuple[Wording, ...]:
    """The participants' brief, one line for each thing that is known."""
    return tuple(Phrase(f"brief-line.{key}", {"text": value}) for key, value in _brief(brief) if value)


def dashes(lines: Iterable[Wording]) -> tuple[Wording, ...]:
    return tuple(Phrase("dash-line", {"text": line}) for line in lines)


def calendar_day(iso: str | None) -> Wording:
    """The day somebody looked last; "not checked yet" where nobody did."""
    if iso is None:
        return Phrase("licence-unchecked")
    day = date.fromisoformat(iso)
    return Verbatim(f"{day.day}.{day.month}.{day.year}")


def _answer_said(step: Step, answer: object) -> Fill:
    if isinstance(answer, Mapping):
        return _listed(Phrase(f"{_KINDS[step.save.kind]}.{last_part(item)}") for item in answer if step.save)
    if isinstance(answer, list):
        return _listed(_one_said(step, one) for one in answer)
    return _one_said(step, answer)


def _one_said(step: Step, answer: object) -> Wording:
    if step.ask is Ask.DATE:
        return kept_day(str(answer))
    if step.ask is Ask.YES_NO:
        return Phrase(f"answer-{answer}")
    if answer in step.choices:
        return Phrase(f"{step.id}.choice-{answer}")
    return Verbatim(str(answer))


def _listed(lines: Iterable[Wording]) -> Wording:
    return Phrase("and-list", {"items": dashes(lines)})


def _day_said(step: str, value: Value) -> Wording:
    if value in (None, ""):
        return Phrase("not-clear-yet")
    if step in _CHOSEN:
        return Phrase(f"{step}.choice-{value}")
    return Phrase(f"answer-{value}") if value in ("yes", "no") else Verbatim(str(value))


def _brief(brief: Brief) -> Iterator[tuple[str, Fill]]:
    yield "when", day_said(brief.start) if brief.start else ""
    yield "where", brief.place
    yield "purpose", brief.purpose
    yield "programme", _joined(brief.programme)
    yield "bring", _joined(brief.bring)
    yield "terms", brief.licence_terms
    yield "legal", brief.legal_line
    yield "access", _several(f"ac_access.choice-{way}" for way in brief.accessibility)
    yield "photo", Phrase(f"ac_photo.choice-{brief.photo_rule}") if brief.photo_rule else ""
    yield "agreement", brief.agreement or (Phrase("action-agreement") if brief.nonviolence == "yes" else "")
    yield "responses", _responses(brief)
    yield "next", brief.next_ask


def _joined(lines: tuple[str, ...]) -> Fill:
    return _listed(Verbatim(line) for line in lines) if lines else ""


def _several(keys: Iterable[str]) -> Fill:
    labels = tuple(Phrase(key) for key in keys)
    return _listed(labels) if labels else ""


def _responses(brief: Brief) -> Fill:
    told = tuple(
        Phrase("response-line", {"risk": Phrase(f"risk-kind.{risk}"), "text": text}) for risk, text in brief.responses
    )
    return _listed(told) if told else ""
