"""Lets one answer of an action's part be corrected without going through all of them again.

A part that was begun shows what stands there and asks what to change (`answer.fix`): that question alone is asked
then. Otherwise only what was not answered yet is asked.
"""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Depth, Fields, Fill, Phrase, Step
from flows.rules import action as rules
from flows.rules.action_saying import part_said

ACTION = frozenset({"action", "role", "risk", "incident", "review", "task"})

REST, BACK = "rest", "back"
MARKS = {"role": "wanted", "risk": "named"}
PICKS = {"ac_role_pick": "role", "ac_risk_pick": "risk"}
"""Steps that pick one role or risk to correct it."""
ASKED_ELSEWHERE = frozenset({"ac_how_many", "ac_hour"})
"""Steps that complete an answer given elsewhere; it is corrected there."""


def action_here(here: Here) -> str:
    """The action the block is about, or the one a button carried."""
    carried = here.place.carried
    return rules.action_of(here.frame.item or carried.get("action", "") or carried.get("role", ""))


def fields_here(facts: Facts, here: Here) -> Fields:
    return facts.all("action").get(action_here(here), {})


def answer_at(facts: Facts, here: Here, step: Step) -> object:
    if step.id in PICKS:
        return ticked(facts, here, PICKS[step.id])
    if step.save is None or step.save.kind not in ACTION:
        return None
    if MARKS.get(step.save.kind) == step.save.field:
        return ticked(facts, here, step.save.kind)
    return facts.all(step.save.kind).get(here.frame.item, {}).get(step.save.field)


def ticked(facts: Facts, here: Here, kind: str) -> dict[str, Fields]:
    of = rules.roles_of if kind == "role" else rules.risks_of
    return of(facts.tables, action_here(here))


def fixed(here: Here) -> str | None:
    """The question of this part that is to be corrected, if it is only one."""
    fix = here.place.carried.get("fix")
    return fix if fix in here.flow.steps else None


def answered_steps(facts: Facts, here: Here) -> list[Step]:
    asked = (s for s in here.flow.steps.values() if s.waits and s.ask and s.id not in ASKED_ELSEWHERE)
    return [step for step in asked if answer_at(facts, here, step)]


def is_to_be_asked(facts: Facts, here: Here) -> bool:
    """While one answer is corrected, that question alone; else every question that was not answered yet."""
    fix, step = fixed(here), here.flow.steps[here.frame.step]
    return fix == step.id if fix else not answer_at(facts, here, step)


def _part_is_begun(facts: Facts, here: Here) -> bool:
    return bool(answered_steps(facts, here))


def _part_goes_on(facts: Facts, here: Here) -> bool:
    """Not while another answer is corrected; after new ticks their records are asked about."""
    fix = fixed(here)
    save = here.flow.steps[fix].save if fix else None
    return fix is None or (save is not None and save.kind in MARKS)


def _is_picked(facts: Facts, here: Here) -> bool:
    return fixed(here) == here.frame.step


def _one_is_picked(kind: str) -> Callable[[Facts, Here], bool]:
    def is_picked(facts: Facts, here: Here) -> bool:
        return PICKS.get(fixed(here) or "") == kind

    return is_picked


def concerns(here: Here, *steps: str) -> bool:
    """Whether the part is gone through, or one of these is what is corrected."""
    return fixed(here) is None or fixed(here) in steps


def _answered_here(facts: Facts, here: Here) -> tuple[Choice, ...]:
    answered = answered_steps(facts, here)
    core = (s for s in here.flow.steps.values() if s.when == "is_to_be_asked" and s.depth is Depth.CORE)
    rest = (Choice(REST, Phrase("choice-rest")),) if any(step not in answered for step in core) else ()
    topics = (Choice(step.id, Phrase(f"{step.id}.topic")) for step in answered)
    return (*rest, *topics, Choice(BACK, Phrase("choice-part-back")))


def _part_lines(facts: Facts, here: Here) -> Mapping[str, Fill]:
    answered = [step for step in answered_steps(facts, here) if step.id not in PICKS]
    return {"lines": tuple(part_said(step, answer_at(facts, here, step)) for step in answered)}


GUARDS: Mapping[str, Guard] = {
    "is_to_be_asked": Guard(is_to_be_asked, ACTION),
    "part_is_begun": Guard(_part_is_begun, ACTION),
    "part_goes_on": Guard(_part_goes_on),
    "is_picked": Guard(_is_picked),
    "role_is_picked": Guard(_one_is_picked("role")),
    "risk_is_picked": Guard(_one_is_picked("risk")),
}

SOURCES: Mapping[str, Source] = {"answered_here": Source(_answered_here, ACTION)}

FILLS: Mapping[str, Filling] = {"part_lines": Filling(_part_lines, ACTION, frozenset({"lines"}))}
