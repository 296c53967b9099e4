"""Builds tiny worlds for the tests of the core: flows in a few lines, a frozen now, ids that count up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from textwrap import dedent

from flows import yaml_subset
from flows.asking import ADD, DONE, DROP_LAST, GO, KEEP, LATER, MINE, NONE, NOW, OTHER
from flows.effects import Do, Draw, Effect, End, Open, Save, Say
from flows.engine import advance
from flows.events import (
    BackWanted,
    ChoicePicked,
    ChoicesTyped,
    Event,
    HelpWanted,
    Resumed,
    SetAside,
    SkipWanted,
    Started,
    TextReceived,
)
from flows.facts import RECORD_KINDS, Facts, Guard, Source
from flows.fills import READINGS
from flows.guards import GUARDS
from flows.keys import FLOW_READERS, STEP_READERS
from flows.model import Aside, Catalogue, Choice, Flow, Frame, Phrase, Place, Step, Value, Verbatim, Wording
from flows.readings import Readings
from flows.rendering import TICK, Layout, Limits, Rendered, length
from flows.sources import SOURCES
from flows.yaml_subset import Lined

CONTROLS = {
    "done": DONE,
    "keep": KEEP,
    "now": NOW,
    "later": LATER,
    "drop last": DROP_LAST,
    "mine": MINE,
    "go": GO,
    "add": ADD,
    "none": NONE,
    "other day": OTHER,
}
THEN = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

Tables = dict[str, dict[str, dict[str, Value]]]

BESIDE: Tables = {
    "my_crises": {"c": {"title": "a leak", "status": "", "role": "member"}},
    "allies": {"Sisters": {"name": "Sisters", "offers": ["volunteers"]}, "Board": {"name": "Board", "offers": []}},
    "colleagues": {"3": {"name": "Lina", "role": "member"}},
    "care": {"": {"reachable": 2, "approvers": 1, "carers": ["Lina"], "on_duty": [], "wordings": []}},
    "asked": {},
    "crowd": {},
    "calls": {"": {"approvers": 1, "this_week": 0}},
    "call": {},
}
"""What a turn knows of a crisis, of check-ins and of calls to action, the same for anybody."""

TINY_READINGS = Readings(
    {
        **GUARDS,
        "is_open": Guard(lambda facts, here: facts.one("coalition").get("open") == "yes", frozenset({"coalition"})),
        "never": Guard(lambda facts, here: False),
    },
    {
        **SOURCES,
        "groups": Source(
            lambda facts, here: tuple(Choice(str(g), Verbatim(str(g))) for g in _listed(facts, "groups")),
            frozenset({"coalition"}),
        ),
    },
    READINGS.fills,
)
"""What the real flows may ask the facts, with two guards and a source that need no more than a line."""


def _listed(facts: Facts, name: str) -> list[str]:
    value = facts.one("coalition").get(name)
    return value if isinstance(value, list) else []


def flows(*texts: str) -> Catalogue:
    """Flows written as their authors write them, read with the real readers of keys."""
    read = [_flow(dedent(text)) for text in texts]
    return {flow.id: flow for flow in read}


def _flow(text: str) -> Flow:
    content, problems = yaml_subset.read(text, "here")
    assert isinstance(content, Lined), text
    assert not problems, problems
    steps = content["steps"]
    assert isinstance(steps, Lined)
    fields = {name: value for key in content for name, value in FLOW_READERS[key](content[key]).items()}
    is_block = "block" in content
    flow_id = str(content["block" if is_block else "flow"])
    return Flow(id=flow_id, steps={s: _step(s, v) for s, v in steps.items()}, is_block=is_block, **fields)


def _step(step_id: str, raw: object) -> Step:
    assert isinstance(raw, Lined)
    return Step(step_id, 1, **{n: v for key in raw for n, v in STEP_READERS[key](raw[key]).items()})


@dataclass(slots=True)
class Talk:
    """One person in the first of these flows, with the facts around them. Saves are kept as a turn keeps them."""

    catalogue: Catalogue
    tables: Tables = field(default_factory=dict)
    readings: Readings = TINY_READINGS
    standing: Place | None = None
    effects: tuple[Effect, ...] = ()
    fresh: Iterator[str] = field(default_factory=lambda: (f"new{n}" for n in count(1)))

    def __post_init__(self) -> None:
        for kind in (*RECORD_KINDS, "person", "answer", "members", "changed"):
            self.tables.setdefault(kind, {})
        first = next(iter(self.catalogue.values()))
        self.standing = self.standing or Place("p1", first.id, "w1", (Frame(first.id, first.first.id),))

    @property
    def place(self) -> Place:
        assert self.standing is not None, "the conversation is over"
        return self.standing

    def know(self, kind: str, item: str = "", /, **values: Value) -> None:
        """Somebody answered meanwhile."""
        self.tables[kind].setdefault(item, {}).update(values)

    def happens(self, event: Event, *lead: Wording) -> tuple[Effect, ...]:
        tables: Tables = {**self.tables, "answer": {"": dict(self.place.carried)}}
        facts = Facts(tables)
        after = advance(self.catalogue, self.readings, self.place, event, facts, self.fresh, THEN, lead)
        self.standing, self.effects = after.place, after.effects
        for save in self.saves:
            self.tables.setdefault(save.kind, {}).setdefault(save.item, {})[save.field] = save.value
        return after.effects

    # -- what a person does --------------------------------------------------------------------------------------

    def start(self, step: str | None = None) -> "Talk":
        self.happens(Started(step))
        return self

    def says(self, *texts: str, said_in: str | None = None) -> None:
        for text in texts:
            self.happens(TextReceived(text, said_in))

    def presses(self, *values: str, on: bool | None = None) -> None:
        """Press the shown choice of this value, or a control by its plain name."""
        for value in values:
            values_shown = [choice.value for choice in self.place.choices]
            self.happens(ChoicePicked(values_shown.index(CONTROLS.get(value, value)), on))

    def types(self, *numbers: int) -> None:
        self.happens(ChoicesTyped(tuple(number - 1 for number in numbers)))

    def goes_back(self) -> None:
        self.happens(BackWanted())

    def skips(self) -> None:
        self.happens(SkipWanted())

    def wants_help(self) -> None:
        self.happens(HelpWanted())

    def returns(self) -> None:
        self.happens(Resumed())

    def sets_aside(self, text: str, word: str | None = None, said_in: str | None = None) -> None:
        self.happens(SetAside(Aside(text, word, said_in)))

    # -- what came of it -----------------------------------------------------------------------------------------

    @property
    def step(self) -> str:
        return self.place.here.step

    @property
    def is_over(self) -> bool:
        return self.standing is None

    @property
    def saves(self) -> list[Save]:
        return [effect for effect in self.effects if isinstance(effect, Save)]

    @property
    def saved(self) -> dict[str, Value]:
        """What the last event kept: `kind.field` or `kind/item.field` → value."""
        return {f"{s.kind}/{s.item}.{s.field}" if s.item else f"{s.kind}.{s.field}": s.value for s in self.saves}

    @property
    def said(self) -> list[Say]:
        return [effect for effect in self.effects if isinstance(effect, Say)]

    @property
    def question(self) -> Say:
        assert self.said, "nothing was said"
        assert self.said[-1].question
        return self.said[-1]

    @property
    def keys(self) -> list[str]:
        """The keys of every line said, in order."""
        return [line.key for say in self.said for line in say.lines if isinstance(line, Phrase)]

    @property
    def shown(self) -> list[str]:
        """The values of the choices on the screen, controls by their plain names."""
        names = {value: name for name, value in CONTROLS.items()}
        return [names.get(choice.value, choice.value) for choice in self.place.choices]

    @property
    def done(self) -> list[str]:
        """Everything but speaking and keeping, in order: `do verb`, `open flow`, `draw artefact`, `end`."""
        return [deed for deed in map(_deed, self.effects) if deed]

    def line(self, key: str) -> Phrase:
        """The line with this key among all that was said."""
        return next(x for say in self.said for x in say.lines if isinstance(x, Phrase) and x.key == key)


def _deed(effect: Effect) -> str:
    match effect:
        case Do(verb=verb):
            return f"do {verb}"
        case Open(flow=flow):
            return f"open {flow}"
        case Draw(artefact=artefact):
            return f"draw {artefact}"
        case End():
            return "end"
    return ""


def plainly(wording: Wording) -> str:
    """Words without texts: the key, and what is filled in."""
    if isinstance(wording, Verbatim):
        return wording.text
    fills = [_plain_fill(fill) for fill in wording.fills.values()]
    return " ".join([wording.key, *filter(None, fills)])


def _plain_fill(fill: object) -> str:
    if isinstance(fill, Phrase | Verbatim):
        return plainly(fill)
    if isinstance(fill, tuple):
        return "\n".join(map(plainly, fill))
    return str(fill)


def misfits(rendered: Rendered, limits: Limits) -> list[str]:
    """Why a channel would refuse this message; empty when it fits."""
    last = limits.body_with_buttons if rendered.layout in {Layout.BUTTONS, Layout.LIST} else limits.body
    rooms = [limits.body] * (len(rendered.parts) - 1) + [last]
    parts = zip(rendered.parts, rooms, strict=True)
    wrong = [f"a part of {length(part)} where {room} fit" for part, room in parts if length(part) > room]
    wrong += [f"part {n} is empty" for n, part in enumerate(rendered.parts) if not part.strip()]
    wrong += [f"part {n} leaves isolates open" for n, part in enumerate(rendered.parts) if not balanced(part)]
    if rendered.layout in {Layout.BUTTONS, Layout.LIST}:
        wrong += _label_misfits([choice.label for choice in rendered.choices], rendered.layout, limits)
    return wrong


def _label_misfits(labels: Sequence[str], layout: Layout, limits: Limits) -> list[str]:
    room, most = (limits.row_label, limits.rows) if layout is Layout.LIST else (limits.button_label, limits.buttons)
    wrong = [f"label {label!r} is longer than {room}" for label in labels if not 0 < len(label) <= room]
    if len({label.removeprefix(TICK) for label in labels}) < len(labels):
        wrong.append("two labels are the same")
    return wrong + ([f"{len(labels)} choices where {most} fit"] if len(labels) > most else [])


def balanced(part: str) -> bool:
    """Whether every isolate that is opened here is closed here, and no other is closed."""
    depth = 0
    for character in part:
        depth += (character == "\u2068") - (character == "\u2069")
        if depth < 0:
            return False
    return depth == 0
