"""Tells what was changed in a stage since it was approved, by whom and when, so that nobody has to compare."""

from collections.abc import Iterator
from datetime import date

from flows.facts import Facts
from flows.model import Catalogue, Flow, Phrase, Verbatim, Wording
from flows.rules.dates import Moment
from flows.rules.days import day_said

MOST_TOLD = 8


def changed_lines(facts: Facts, catalogue: Catalogue, flow: Flow) -> tuple[Wording, ...]:
    """A heading and a line for each question answered anew, the latest first; nothing where nothing changed."""
    changed = facts.all("changed")
    asked = {step: fields for step, fields in changed.items() if step in set(_steps_of(catalogue, flow))}
    lines = [_line(step, fields.get("name"), str(fields["day"])) for step, fields in asked.items()]
    return (Verbatim(""), Phrase("changed-heading"), *lines[:MOST_TOLD]) if lines else ()


def _line(step: str, name: object, day: str) -> Phrase:
    who: Wording = Verbatim(str(name)) if name else Phrase("former-member")
    return Phrase(
        "changed-line",
        {"topic": Phrase(f"{step}.topic"), "name": who, "day": day_said(Moment(date.fromisoformat(day)))},
    )


def _steps_of(catalogue: Catalogue, flow: Flow) -> Iterator[str]:
    """The questions of a stage and of the blocks it calls, whose answers are kept."""
    for step in flow.steps.values():
        if step.save is not None and step.waits:
            yield step.id
        if step.call is not None:
            yield from _steps_of(catalogue, catalogue[step.call])
