"""Gathers the named questions that flow files may use, so that loader, engine and turn agree on them."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.facts import Filling, Guard, Source
from flows.model import Flow


@dataclass(frozen=True, slots=True)
class Readings:
    """Guards, sources and fills by the names flow files call them."""

    guards: Mapping[str, Guard]
    sources: Mapping[str, Source]
    fills: Mapping[str, Filling]

    def kinds_read_by(self, flow: Flow) -> frozenset[str]:
        """The kinds of facts that this flow's guards, sources and fills read, and where its answers are kept."""
        kinds: set[str] = set()
        for step in flow.steps.values():
            for guard in filter(None, (step.when, *step.only.values())):
                kinds |= self.guards[guard].reads
            for source in filter(None, (step.source, step.for_each)):
                kinds |= self.sources[source].reads
            if step.fills:
                kinds |= self.fills[step.fills].reads
            if step.save:
                kinds.add(step.save.kind)
        return frozenset(kinds)
