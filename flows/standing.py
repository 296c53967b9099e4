"""Answers "where are we, and what is known here?" for everything that words a question or reads an answer."""

from dataclasses import dataclass
from datetime import datetime

from flows.facts import Facts, Here
from flows.model import Ask, Catalogue, Choice, Flow, Frame, Place, Step, Value
from flows.readings import Readings


@dataclass(slots=True)
class Standing:
    """A person at a step, with the facts loaded for it."""

    catalogue: Catalogue
    readings: Readings
    place: Place
    facts: Facts
    now: datetime

    @property
    def flow(self) -> Flow:
        return self.catalogue[self.place.here.flow]

    @property
    def step(self) -> Step:
        return self.flow.steps[self.place.here.step]

    @property
    def here(self) -> Here:
        frames = self.place.frames
        calling = self.catalogue[frames[-2].flow] if len(frames) > 1 else None
        return Here(self.flow, self.place.here, self.place, self.now, self.catalogue, calling)

    def holds(self, guard: str | None) -> bool:
        return guard is None or self.readings.guards[guard].ask(self.facts, self.here)

    def source(self, name: str) -> tuple[Choice, ...]:
        return self.readings.sources[name].ask(self.facts, self.here)

    def marks(self, step: Step) -> bool:
        """Whether the answer marks records that the choices stand for, instead of being kept itself."""
        return bool(step.source and step.save and self.readings.sources[step.source].item_kind == step.save.kind)

    def item_of(self, step: Step) -> str:
        """The record this step's answer belongs to: the one named in the file, or the one a block is about."""
        assert step.save is not None
        return step.save.item or self.place.here.item

    def answer_to(self, step: Step) -> Value:
        """What is kept as the answer to this step now, in the shape it would be given; None if nothing is."""
        if step.save is None or step.save.kind not in self.facts.tables:
            return None
        if self.marks(step):
            return self._marked(step)
        if self.makes_items(step):
            names = (
                str(f.get(step.save.field)) for f in self.facts.all(step.save.kind).values() if not f.get(REMOVED)
            )
            return list(names) or None
        return self.facts.tables[step.save.kind].get(self.item_of(step), {}).get(step.save.field)

    def makes_items(self, step: Step) -> bool:
        """Whether each item of the list becomes a record of its own (`save: actor.name`)."""
        return bool(
            step.save and step.ask is Ask.LIST and step.save.kind in ITEM_KINDS and step.save.field in NAMING_FIELDS
        )

    def _marked(self, step: Step) -> Value:
        """The marked records; one that was taken off is named only where taking off is what is asked."""
        assert step.save is not None
        name, table = step.save.field, self.facts.all(step.save.kind)
        wanted = step.save.mark or True
        seen = [item for item, f in table.items() if name in f and (name == REMOVED or not f.get(REMOVED))]
        return [item for item in seen if table[item][name] == wanted] if seen else None


def stands(catalogue: Catalogue, frames: tuple[Frame, ...]) -> bool:
    """Whether every flow and step of this stack still exists."""
    return all(f.flow in catalogue and f.step in catalogue[f.flow].steps for f in frames)


ITEM_KINDS = frozenset({"action", "actor", "seat", "milestone", "task"})
"""Kinds of records of which a workspace has many, each with a name somebody wrote."""

NAMING_FIELDS = frozenset({"name", "title"})
"""The fields that say what such a record is called."""

REMOVED = "removed"
"""The field that takes a record off; its other answers stay kept."""
