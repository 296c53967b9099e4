"""Holds everything we decide with and say, loaded once at start and never changed after."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.content import Content
from flows.direction import RIGHT_TO_LEFT_LANGUAGES, read_from_the_right
from flows.model import Catalogue, Flow, Step
from flows.readings import Readings
from flows.rendering import Word
from flows.wording import Texts, Voice, plain

ALWAYS_READ = frozenset({"person", "answer"})
"""Kinds of facts that every question may need (the person's own name)."""


@dataclass(frozen=True, slots=True)
class Conversations:
    """The flows, what they may ask the facts, the words, and the operator's table."""

    catalogue: Catalogue
    readings: Readings
    texts: Texts
    content: Content
    kinds: Mapping[str, frozenset[str]]

    def step(self, flow: str, step: str) -> Step:
        return self.catalogue[flow].steps[step]

    def asked_at(self, step: str | None) -> tuple[Flow, Step] | None:
        """The question an answer was given to, and its conversation; None once it no longer exists."""
        flows = self.catalogue.values()
        return next(((flow, flow.steps[step]) for flow in flows if step and step in flow.steps), None)

    def word(self, voice: Voice) -> Word:
        """Finds words in one voice, with isolates."""
        if voice.language not in RIGHT_TO_LEFT_LANGUAGES:
            return lambda wording: self.texts.say(wording, voice)
        return lambda wording: read_from_the_right(self.texts.say(wording, voice))

    def plain_word(self, voice: Voice) -> Word:
        """Finds words in one voice, for labels and comparing."""
        return lambda wording: plain(self.texts.say(wording, voice))


def kinds_of(catalogue: Catalogue, readings: Readings) -> dict[str, frozenset[str]]:
    """For each flow the union of the facts that it and the blocks it calls read."""
    return {flow.id: ALWAYS_READ.union(*_kinds(catalogue, readings, flow, set())) for flow in catalogue.values()}


def _kinds(catalogue: Catalogue, readings: Readings, flow: Flow, seen: set[str]) -> list[frozenset[str]]:
    seen.add(flow.id)
    kinds = [readings.kinds_read_by(flow)]
    for step in flow.steps.values():
        if step.call and step.call not in seen:
            kinds += _kinds(catalogue, readings, catalogue[step.call], seen)
    return kinds
