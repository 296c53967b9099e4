"""Knows the coalition's documents: what each is made of, when there is something in it, and where it is changed."""

from collections.abc import Callable, Mapping
from typing import Final

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fill, Phrase, Value
from flows.rules.inventory import Records, players_of
from flows.rules.plan import first_goal
from flows.rules.timeline import moment_of, written

EVERY_FIELD: Final = ()

_OF_A_CRISIS: Final[Mapping[str, tuple[str, ...]]] = dict.fromkeys(
    ("coalition", "crisis", "voice", "decision", "task", "role"), EVERY_FIELD
)

MADE_OF: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "power_map": {
        "coalition": ("name",),
        "actor": (
            "name", "removed", "at_risk", "kind", "stance", "influence", "interest_level", "shares_goal",
            "pressure_target", "target_type", "confidence",
        ),
        "seat": ("name", "at_risk"),
    },
    "plan": {
        "coalition": (
            "name", "problem_statement", "why_together", "affected_groups", "evidence", "root_causes", "vision",
            "gaps", "change_routes", "theory_of_change", "launch_at", "announcer", "checkin_cadence", "success_signs",
            "inventory_visibility",
        ),
        "goal": EVERY_FIELD,
        "actor": EVERY_FIELD,
        "resource": EVERY_FIELD,
        "gap": EVERY_FIELD,
        "committee": EVERY_FIELD,
        "seat": EVERY_FIELD,
        "milestone": EVERY_FIELD,
        "task": EVERY_FIELD,
        "tactic": EVERY_FIELD,
    },
    "timeline": {
        "coalition": ("name", "launch_at"),
        "milestone": ("title", "due", "owner", "status", "health", "removed"),
        "task": ("title", "due", "owner", "status", "removed"),
        "actor": ("name", "at_risk"),
        "seat": ("name", "at_risk"),
    },
    "inventory": {
        "coalition": ("name", "inventory_visibility"),
        "actor": ("name", "removed", "at_risk"),
        "seat": ("name", "at_risk"),
        "resource": EVERY_FIELD,
        "gap": EVERY_FIELD,
    },
    "share_card": {
        "coalition": ("name", "launch_at"),
        "goal": ("text",),
        "actor": ("name", "removed", "commitment_level"),
        "resource": ("offered",),
    },
    "crisis_card": _OF_A_CRISIS,
    "crisis_log": _OF_A_CRISIS,
}  # fmt: skip
"""document → kind → the fields it shows (none named: all). Only an answer to one of these makes a new version."""

OF_AN_ACTION: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "brief": {"coalition": ("name",), "action": EVERY_FIELD, "risk": EVERY_FIELD},
    "calendar": {"coalition": ("name",), "action": EVERY_FIELD},
}
"""The same for what is drawn of one action, always as it is now: it has no versions, and no flow draws it."""

IN_A_CRISIS: Final = frozenset({"crisis_card", "crisis_log"})
"""Papers of a crisis space: drawn and changed there, for its team alone."""

CHANGED_IN: Final = {
    "power_map": "coalition_map",
    "plan": "coalition",
    "timeline": "coalition_goals",
    "inventory": "coalition_resources",
    "share_card": "coalition_launch",
}
"""The conversation where the answers that a document shows are given."""

_COORDINATOR: Final = "coordinator"


def drawn_above(here: Here) -> str | None:
    """The document drawn last before the step that called this block."""
    if here.calling is None or len(here.place.frames) < 2:
        return None
    steps = list(here.calling.steps.values())
    at = next((n for n, step in enumerate(steps) if step.id == here.place.frames[-2].step), 0)
    return next((step.draw for step in reversed(steps[:at]) if step.draw), None)


# -- what flow files ask -------------------------------------------------------------------------------------------


def _has_plan(facts: Facts, here: Here) -> bool:
    problem = written(facts.one("coalition"), "problem_statement")
    return bool(problem or first_goal(facts.tables) or players_of(facts.tables))


def _has_timeline(facts: Facts, here: Here) -> bool:
    dated = moment_of(facts.one("coalition").get("launch_at"))[0]
    several = [*facts.all("milestone").values(), *facts.all("task").values()]
    return bool(dated) or any(written(fields, "title") and not fields.get("removed") for fields in several)


def _has_inventory(facts: Facts, here: Here) -> bool:
    offered = any(fields.get("offered") for fields in facts.all("resource").values())
    return offered or any(fields.get("missing") for fields in facts.all("gap").values())


def _has_share_card(facts: Facts, here: Here) -> bool:
    """A card says who and what for: without a name or an aim there is nothing to show the world."""
    records: Records = facts.tables
    return bool(written(facts.one("coalition"), "name") and first_goal(records))


def _has_earlier_versions(facts: Facts, here: Here) -> bool:
    return bool(_versions(facts))


def _may_change(document: str) -> Callable[[Facts, Here], bool]:
    """Whether this is the document under which the question stands, and this person may answer there."""

    def may_change(facts: Facts, here: Here) -> bool:
        flow = here.catalogue[CHANGED_IN[document]]
        may_open = flow.role != _COORDINATOR or facts.one("membership").get("role") == _COORDINATOR
        return drawn_above(here) == document and may_open

    return may_change


def _earlier_versions(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(_version_choice(*told.split(":")) for told in _versions(facts))


def _version_choice(document: str, number: str, day: str) -> Choice:
    name = Phrase(f"document-name.{document}")
    return Choice(f"{document}:{number}", Phrase("version-label", {"document": name, "number": number, "day": day}))


def _versions(facts: Facts) -> list[str]:
    """`document:number:day` of the versions that newer ones have followed."""
    told: Value = facts.one("membership").get("versions")
    return told if isinstance(told, list) else []


def _drawn_document(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"document": drawn_above(here) or ""}


_MEMBERSHIP = frozenset({"membership"})

GUARDS: Mapping[str, Guard] = {
    "has_plan": Guard(_has_plan, frozenset({"coalition", "goal", "actor"})),
    "has_timeline": Guard(_has_timeline, frozenset({"coalition", "milestone", "task"})),
    "has_inventory": Guard(_has_inventory, frozenset({"resource", "gap"})),
    "has_share_card": Guard(_has_share_card, frozenset({"coalition", "goal"})),
    "has_earlier_versions": Guard(_has_earlier_versions, _MEMBERSHIP),
    "may_change_map": Guard(_may_change("power_map"), _MEMBERSHIP),
    "may_change_plan": Guard(_may_change("plan"), _MEMBERSHIP),
    "may_change_timeline": Guard(_may_change("timeline"), _MEMBERSHIP),
    "may_change_inventory": Guard(_may_change("inventory"), _MEMBERSHIP),
    "may_change_card": Guard(_may_change("share_card"), _MEMBERSHIP),
}

SOURCES: Mapping[str, Source] = {"earlier_versions": Source(_earlier_versions, _MEMBERSHIP)}

FILLS: Mapping[str, Filling] = {
    "drawn_document": Filling(_drawn_document, gives=frozenset({"document"})),
}
