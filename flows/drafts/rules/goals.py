"""Knows which goals, milestones and steps still lack what makes them real (an owner, a date): stage F."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim
from flows.rules.dates import moment_from, phrase_of

GOALS = ("long", "year", "quarter")

PLAN = frozenset({"goal", "milestone", "task"})


def milestones(facts: Facts) -> dict[str, Fields]:
    return {item: f for item, f in facts.all("milestone").items() if f.get("title") and not f.get("removed")}


def tasks(facts: Facts) -> dict[str, Fields]:
    return {item: f for item, f in facts.all("task").items() if f.get("title") and not f.get("removed")}


# -- what flow files ask -------------------------------------------------------------------------------------------


def _tasks_without_owner(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(i, Verbatim(str(f["title"]))) for i, f in tasks(facts).items() if not f.get("owner"))


def _milestones_without_date(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(i, Verbatim(str(f["title"]))) for i, f in milestones(facts).items() if not f.get("due"))


def _goals_to_set(facts: Facts, here: Here) -> tuple[Choice, ...]:
    unset = (kind for kind in GOALS if not facts.all("goal").get(kind, {}).get("text"))
    return tuple(Choice(kind, Phrase(f"goal-kind.{kind}")) for kind in unset)


def _has_dated_milestones(facts: Facts, here: Here) -> bool:
    return any(f.get("due") for f in (*milestones(facts).values(), *tasks(facts).values()))


def _goal_is_out_of_reach(facts: Facts, here: Here) -> bool:
    return facts.all("goal").get(here.frame.item, {}).get("feasibility") == "no"


def _task_has_no_title(facts: Facts, here: Here) -> bool:
    return not facts.all("task").get(here.frame.item, {}).get("title")


def _goal_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"which": Phrase(f"goal-kind.{here.frame.item}")}


def _goal_sentence(facts: Facts, here: Here) -> Mapping[str, Fill]:
    goal = facts.all("goal").get(here.frame.item, {})
    due = goal.get("due")
    language = str(facts.one("person").get("language"))
    return {
        "goal": _or_unclear(goal, "text"),
        "date": phrase_of(moment_from(due), language) if isinstance(due, str) else Phrase("not-clear-yet"),
        "decider": _or_unclear(goal, "decision_maker"),
        "measure": _or_unclear(goal, "measure"),
    }


def _or_unclear(fields: Fields, name: str) -> Fill:
    return str(fields[name]) if fields.get(name) else Phrase("not-clear-yet")


GUARDS: Mapping[str, Guard] = {
    "has_dated_milestones": Guard(_has_dated_milestones, PLAN),
    "goal_is_out_of_reach": Guard(_goal_is_out_of_reach, PLAN),
    "task_has_no_title": Guard(_task_has_no_title, PLAN),
}

SOURCES: Mapping[str, Source] = {
    "tasks_without_owner": Source(_tasks_without_owner, PLAN, item_kind="task"),
    "milestones_without_date": Source(_milestones_without_date, PLAN, item_kind="milestone"),
    "goals_to_set": Source(_goals_to_set, PLAN, item_kind="goal"),
}

FILLS: Mapping[str, Filling] = {
    "goal_item": Filling(_goal_fill, PLAN, frozenset({"which"})),
    "goal_sentence": Filling(_goal_sentence, PLAN | {"person"}, frozenset({"goal", "date", "decider", "measure"})),
}
