"""Answers what the conversation about an action day asks: which action, how far its parts are, the licence."""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim, Wording
from flows.rules import action as rules
from flows.rules import action_fixing, action_people
from flows.rules.action_fixing import ACTION, BACK, action_here, concerns, fields_here, fixed, is_to_be_asked
from flows.rules.action_saying import calendar_day, dashes
from flows.rules.days import kept_day
from flows.rules.licence import Verdict, advice, file_by, is_late, rules_in

ACTION_AND_HOUSE = ACTION | {"house"}

NEW = "new"
ACTIONS_SHOWN = 8
HOURS = ("09:00", "10:00", "11:00", "12:00", "16:00", "17:00", "18:00", "19:00", "20:00")
LICENCE_STEP = "licence"


# -- which action ----------------------------------------------------------------------------------------------------


def _actions(facts: Facts, here: Here) -> tuple[Choice, ...]:
    known = list(rules.actions_in(facts.tables, here.now.date()).items())[:ACTIONS_SHOWN]
    listed = (Choice(item, _action_label(fields)) for item, fields in known)
    return (*listed, Choice(NEW, Phrase("action-new")), Choice(BACK, Phrase("choice-to-menu")))


def _action_label(action: Fields) -> Wording:
    start = rules.start_of(action)
    if start is None:
        return Verbatim(str(action["title"]))
    return Phrase("action-label", {"title": str(action["title"]), "day": f"{start.day.day}.{start.day.month}"})


def _picked_action(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """The chosen action; a new one has no name yet, and the block gives it one."""
    picked = here.place.carried.get("action", "")
    if picked == NEW:
        return (Choice("", Phrase("action-new")),)
    return _one_action(facts, picked)


def _this_action(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return (Choice(here.frame.item, Verbatim(rules.text_of(fields_here(facts, here), "title"))),)


def _carried_action(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _one_action(facts, here.place.carried.get("action", ""))


def _one_action(facts: Facts, item: str) -> tuple[Choice, ...]:
    action = facts.all("action").get(item)
    return (Choice(item, Verbatim(rules.text_of(action, "title"))),) if action else ()


def _is_begun_now(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("action") == NEW


def _has_no_title(facts: Facts, here: Here) -> bool:
    return not fields_here(facts, here).get("title")


def _action_parts(facts: Facts, here: Here) -> Mapping[str, Fill]:
    action, item = fields_here(facts, here), action_here(here)
    parts = tuple(_part_line(facts, item, part) for part in rules.PARTS)
    place = rules.text_of(action, "place")
    return {"date": kept_day(action.get("start_at")), "place": place or Phrase("not-clear-yet"), "parts": parts}


def _part_line(facts: Facts, item: str, part: str) -> Phrase:
    state = rules.part_state(facts.tables, item, part)
    lacking = rules.without_backup(facts.tables, item) if part == "roles" else ()
    key = "action-state" if state in rules.TOLD_STATES else "stage-state"
    stage = Phrase(f"ac_part.choice-{part}")
    if lacking:
        fills: dict[str, Fill] = {"part": stage, "state": Phrase(f"{key}.{state}"), "count": len(lacking)}
        return Phrase("action-part-lacking", fills)
    return Phrase("stage-line", {"stage": stage, "state": Phrase(f"{key}.{state}")})


# -- form and licence ------------------------------------------------------------------------------------------------


def _start_has_no_hour(facts: Facts, here: Here) -> bool:
    start = rules.start_of(fields_here(facts, here))
    return start is not None and start.hour is None and concerns(here, "ac_when")


def _starting_hours(facts: Facts, here: Here) -> tuple[Choice, ...]:
    start = rules.start_of(fields_here(facts, here))
    if start is None:
        return ()
    day = start.day.isoformat()
    hours = (Choice(f"{day}T{hour}", Verbatim(hour)) for hour in HOURS)
    return (*hours, Choice(day, Phrase("choice-no-hour")))


def _start_day(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"date": kept_day(fields_here(facts, here).get("start_at"))}


def _risk_was_called_high(facts: Facts, here: Here) -> bool:
    return fields_here(facts, here).get("risk_level") == rules.HIGH and concerns(here, "ac_risk")


def _is_online(facts: Facts, here: Here) -> bool:
    return rules.planned_of(fields_here(facts, here)).online


def _licence_is_to_be_asked(facts: Facts, here: Here) -> bool:
    given = advice(rules.planned_of(fields_here(facts, here)), rules_in(facts.one("house")))
    may_be_needed = given.verdict in (Verdict.LIKELY, Verdict.COUNSEL_FIRST)
    return (may_be_needed or fixed(here) == here.frame.step) and is_to_be_asked(facts, here)


def _licence_is(*statuses: str) -> Callable[[Facts, Here], bool]:
    def licence_is(facts: Facts, here: Here) -> bool:
        return fields_here(facts, here).get("licence_status") in statuses and concerns(here, "ac_licence")

    return licence_is


def _licence_has_terms(facts: Facts, here: Here) -> bool:
    has_terms = fields_here(facts, here).get("licence_status") == "terms"
    return has_terms and (is_to_be_asked(facts, here) or fixed(here) == "ac_licence")


def _licence_result(facts: Facts, here: Here) -> Mapping[str, Fill]:
    known = rules_in(facts.one("house"))
    given = advice(rules.planned_of(fields_here(facts, here)), known)
    numbers: dict[str, Fill] = {"crowd": known.crowd, "days": known.file_days}
    reasons = dashes(Phrase(f"licence-reason.{row}", numbers) for row in given.rows)
    verdict = Phrase(f"licence-verdict.{given.verdict.value}", numbers)
    return {"result": (verdict, *reasons), "date": calendar_day(known.checked)}


def _licence_step(facts: Facts, here: Here) -> Mapping[str, Fill]:
    """The day to hand in the request, counted from the start."""
    start, known, today = rules.start_of(fields_here(facts, here)), rules_in(facts.one("house")), here.now.date()
    if start is None:
        return {"when": Phrase("licence-step.no-day")}
    key = "late" if is_late(start.day, today, known) else "by"
    return {"when": Phrase(f"licence-step.{key}", {"date": kept_day(file_by(start.day, today, known).isoformat())})}


def _licence_step_without_owner(facts: Facts, here: Here) -> tuple[Choice, ...]:
    item = rules.part_item(action_here(here), LICENCE_STEP)
    task = facts.all("task").get(item, {})
    open_step = task.get("title") and not task.get("owner") and not task.get("removed")
    return (Choice(item, Verbatim(str(task["title"]))),) if open_step else ()


GUARDS: Mapping[str, Guard] = {
    "action_is_begun_now": Guard(_is_begun_now),
    "action_has_no_title": Guard(_has_no_title, ACTION),
    "start_has_no_hour": Guard(_start_has_no_hour, ACTION),
    "risk_was_called_high": Guard(_risk_was_called_high, ACTION),
    "action_is_online": Guard(_is_online, ACTION),
    "licence_is_to_be_asked": Guard(_licence_is_to_be_asked, ACTION_AND_HOUSE),
    "licence_is_to_be_filed": Guard(_licence_is("todo"), ACTION),
    "licence_needs_counsel": Guard(_licence_is("terms", "refused"), ACTION),
    "licence_has_terms": Guard(_licence_has_terms, ACTION),
    **action_fixing.GUARDS,
    **action_people.GUARDS,
}

SOURCES: Mapping[str, Source] = {
    "actions": Source(_actions, ACTION),
    "picked_action": Source(_picked_action, ACTION),
    "this_action": Source(_this_action, ACTION),
    "carried_action": Source(_carried_action, ACTION),
    "starting_hours": Source(_starting_hours, ACTION),
    "licence_step_without_owner": Source(_licence_step_without_owner, ACTION),
    **action_fixing.SOURCES,
    **action_people.SOURCES,
}

FILLS: Mapping[str, Filling] = {
    "action_parts": Filling(_action_parts, ACTION, frozenset({"date", "place", "parts"})),
    "start_day": Filling(_start_day, ACTION, frozenset({"date"})),
    "licence_result": Filling(_licence_result, ACTION_AND_HOUSE, frozenset({"result", "date"})),
    "licence_step": Filling(_licence_step, ACTION_AND_HOUSE, frozenset({"when"})),
    **action_fixing.FILLS,
    **action_people.FILLS,
}
