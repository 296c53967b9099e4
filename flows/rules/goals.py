"""Knows which goals, milestones and steps still lack what makes them real (an owner, a date): stage F."""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim
from flows.rules.days import kept_day

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


def _unset(goal: str) -> Callable[[Facts, Here], tuple[Choice, ...]]:
    """This goal, as long as nobody wrote it."""

    def unset(facts: Facts, here: Here) -> tuple[Choice, ...]:
        is_set = facts.all("goal").get(goal, {}).get("text")
        return () if is_set else (Choice(goal, Phrase(f"goal-kind.{goal}")),)

    return unset


def _goals_set(facts: Facts, here: Here) -> tuple[Choice, ...]:
    written = (kind for kind in GOALS if facts.all("goal").get(kind, {}).get("text"))
    return tuple(Choice(kind, Phrase(f"goal-kind.{kind}")) for kind in written)


def _titled(table: Mapping[str, Fields]) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(fields["title"]))) for item, fields in table.items())


def _tasks(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _titled(tasks(facts))


def _milestones(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _titled(milestones(facts))


def _picked_task(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(choice for choice in _tasks(facts, here) if choice.value == here.place.carried.get("task"))


def _picked_milestone(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(c for c in _milestones(facts, here) if c.value == here.place.carried.get("milestone"))


def _picked_goal(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(choice for choice in _goals_set(facts, here) if choice.value == here.place.carried.get("goal"))


def _is_set(kind: str, *needed: str) -> Callable[[Facts, Here], bool]:
    """Whether everything of this record is known: then it is asked whether to change it or to take it off."""

    def is_set(facts: Facts, here: Here) -> bool:
        fields = facts.all(kind).get(here.frame.item, {})
        return all(fields.get(name) for name in needed)

    return is_set


def _is_dropped(kind: str) -> Callable[[Facts, Here], bool]:
    def is_dropped(facts: Facts, here: Here) -> bool:
        return facts.all(kind).get(here.frame.item, {}).get("standing") == "drop"

    return is_dropped


def _has_dated_steps(facts: Facts, here: Here) -> bool:
    return any(f.get("due") for f in (*milestones(facts).values(), *tasks(facts).values()))


def _goal_is_out_of_reach(facts: Facts, here: Here) -> bool:
    return facts.all("goal").get(here.frame.item, {}).get("feasibility") == "no"


def _task_has_no_title(facts: Facts, here: Here) -> bool:
    return not facts.all("task").get(here.frame.item, {}).get("title")


def _goal_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"which": Phrase(f"goal-kind.{here.frame.item}")}


def _goal_sentence(facts: Facts, here: Here) -> Mapping[str, Fill]:
    goal = facts.all("goal").get(here.frame.item, {})
    return {
        "goal": _or_unclear(goal, "text"),
        "date": kept_day(goal.get("due")),
        "decider": _or_unclear(goal, "decision_maker"),
        "measure": _or_unclear(goal, "measure"),
    }


def _or_unclear(fields: Fields, name: str) -> Fill:
    return str(fields[name]) if fields.get(name) else Phrase("not-clear-yet")


GUARDS: Mapping[str, Guard] = {
    "has_dated_steps": Guard(_has_dated_steps, PLAN),
    "goal_is_out_of_reach": Guard(_goal_is_out_of_reach, PLAN),
    "task_has_no_title": Guard(_task_has_no_title, PLAN),
    "task_is_set": Guard(_is_set("task", "title", "owner"), PLAN),
    "task_is_dropped": Guard(_is_dropped("task"), PLAN),
    "milestone_is_set": Guard(_is_set("milestone", "title", "due"), PLAN),
    "milestone_is_dropped": Guard(_is_dropped("milestone"), PLAN),
    "seat_is_set": Guard(_is_set("seat", "name", "voices"), frozenset({"seat"})),
    "seat_is_dropped": Guard(_is_dropped("seat"), frozenset({"seat"})),
}

SOURCES: Mapping[str, Source] = {
    "tasks_without_owner": Source(_tasks_without_owner, PLAN, item_kind="task"),
    "milestones_without_date": Source(_milestones_without_date, PLAN, item_kind="milestone"),
    "long_goal": Source(_unset("long"), PLAN, item_kind="goal"),
    "year_goal": Source(_unset("year"), PLAN, item_kind="goal"),
    "quarter_goal": Source(_unset("quarter"), PLAN, item_kind="goal"),
    "goals_set": Source(_goals_set, PLAN, item_kind="goal"),
    "tasks": Source(_tasks, PLAN, item_kind="task"),
    "milestones": Source(_milestones, PLAN, item_kind="milestone"),
    "picked_task": Source(_picked_task, PLAN, item_kind="task"),
    "picked_milestone": Source(_picked_milestone, PLAN, item_kind="milestone"),
    "picked_goal": Source(_picked_goal, PLAN, item_kind="goal"),
}

FILLS: Mapping[str, Filling] = {
    "goal_item": Filling(_goal_fill, PLAN, frozenset({"which"})),
    "goal_sentence": Filling(_goal_sentence, PLAN, frozenset({"goal", "date", "decider", "measure"})),
}
