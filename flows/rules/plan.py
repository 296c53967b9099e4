"""Gathers all that a coalition has decided into one plan, so that paper and chat tell the same story.

Words come in translated and values come out spelled: whoever prints the plan only chooses how it looks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.rules.inventory import Reader, Records, partners_of, withheld_from
from flows.rules.plan_sections import SECTIONS, Block, Grid, Label, Listed, Said, Source, map_of
from flows.rules.power_map import PowerMap
from flows.rules.timeline import Timeline, spelled, timeline_of, written

PLAN_KINDS: Final = (
    "coalition", "goal", "actor", "resource", "gap", "committee", "seat", "milestone", "task", "tactic",
)  # fmt: skip
"""The records a plan is made of."""

LABELLED: Final = (
    "power_map.heading", "actor.kind", "actor.commitment_level", "resource.offered", "gap.missing",
    "committee.required_voices", "committee.ground_rules", "committee.decision_rule", "committee.cadence",
    "committee.barriers", "coalition.change_routes", "coalition.checkin_cadence", "milestone.status", "task.status",
    "tactic.chosen", "tactic.fit",
)  # fmt: skip
"""What a `Label` is asked for. Of resource, gap and tactic it is the kind in the item that is asked."""

PLAN_WORDS: Final = (
    "title", "made_on", "version", "page", "of", "empty_section", "withheld",
    "problem", "why_together", "affected", "evidence", "causes", "first_goal",
    "map", "partners", "partner_count", "name", "type", "commitment", "talk", "talk_lead",
    "resources", "resources_kept", "organisation", "amount", "from", "until", "conditions",
    "gaps", "asked", "needed_by", "nothing_missing",
    "committee", "members", "voices", "missing_voices", "lead", "deputy",
    "principles", "decision", "rhythm", "name_use", "barriers",
    "vision", "distance", "routes", "theory",
    "goals", "goal_long", "goal_year", "goal_quarter", "goal_initial", "decision_maker", "measure",
    "milestones", "milestone", "due", "owner", "status",
    "first_steps", "step", "sign", "means", "tactic", "fit", "launch", "announcer", "checkin", "success",
)  # fmt: skip
"""Every word of a plan. `withheld` stands for the name of somebody at risk, `resources_kept` for a closed ledger."""


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter. Without blocks nothing is known yet: say the plan's `empty` line."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole, in the order of reading. `facts` are what one wants to know before anything else."""

    title: str
    coalition: str
    made_on: str
    empty: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    map: PowerMap
    timeline: Timeline


def plan_of(
    records: Records, words: Mapping[str, str], label: Label, reader: Reader, today: date, version: int | None = None
) -> Plan:
    """The plan for one circle of readers. `words` holds `PLAN_WORDS`; anything may be missing from `records`."""
    source = Source(records, words, label, reader, withheld_from(records, reader))
    coalition = source.one("coalition")
    made_on = f"{words['made_on']} {spelled(today.isoformat())}"
    return Plan(
        title=words["title"],
        coalition=written(coalition, "name"),
        made_on=made_on if version is None else f"{made_on} · {words['version']} {version}",
        empty=words["empty_section"],
        facts=tuple(_facts(source)),
        sections=tuple(Section(key, words[key], tuple(tell(source))) for key, tell in SECTIONS.items()),
        map=map_of(source),
        timeline=timeline_for(source, today),
    )


def plan_in_words(plan: Plan) -> tuple[str, ...]:
    """The same plan as lines for a chat, an empty one before each heading; values are isolated."""
    lines = [plan.title, " · ".join(isolated(part) for part in (plan.coalition, plan.made_on) if part)]
    lines += [f"{name}: {isolated(value)}" for name, value in plan.facts]
    for section in plan.sections:
        lines += ["", section.heading]
        told = [_lines(block, first=at == 0) for at, block in enumerate(section.blocks)]
        lines += [line for lines_of_block in told for line in lines_of_block] or [plan.empty]
    return tuple(lines)


def isolated(text: str) -> str:
    """`text` on one line, so that it cannot turn round what stands beside it."""
    return f"\u2068{' '.join(text.split())}\u2069"


def first_goal(records: Records) -> str:
    """What the coalition is for, in one sentence: the first goal, or the nearest that was set later."""
    goals = records.get("goal", {})
    texts = (written(goals.get(item, {}), "text") for item in ("initial", "year", "quarter", "long"))
    return next((text for text in texts if text), "")


def timeline_for(source: Source, today: date) -> Timeline:
    """All that has a date, with the owners' names as this reader may see them."""
    milestones, tasks = (
        {
            item: {**fields, "owner": source.person(written(fields, "owner"))}
            for item, fields in source.all(kind).items()
        }
        for kind in ("milestone", "task")
    )
    return timeline_of(milestones, tasks, source.one("coalition").get("launch_at"), today)


def _facts(source: Source) -> Iterator[tuple[str, str]]:
    partners = len(partners_of(source.records))
    told = (
        ("first_goal", first_goal(source.records)),
        ("launch", spelled(source.one("coalition").get("launch_at"))),
        ("partner_count", str(partners) if partners else ""),
    )
    yield from ((source.words[word], value) for word, value in told if value)


def _lines(block: Block, *, first: bool) -> Iterator[str]:
    if isinstance(block, Said):
        yield f"{block.label}: {isolated(block.text)}" if block.label else isolated(block.text)
        yield from (f"- {name}: {isolated(value)}" for name, value in block.facts)
        return
    if isinstance(block, Listed):
        if block.label:
            yield f"{block.label}:"
        yield from (f"- {isolated(item)}" for item in block.items)
    if isinstance(block, Grid):
        if not first:  # the chapter's heading says what the first table is about
            yield f"{block.columns[0]}:"
        yield from (_row(block.columns, row) for row in block.rows)


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    """The first cell speaks for itself; the others say what they are."""
    others = [f"{column}: {isolated(cell)}" for column, cell in zip(columns[1:], row[1:], strict=True) if cell]
    return " · ".join([f"- {isolated(row[0])}", *others])
