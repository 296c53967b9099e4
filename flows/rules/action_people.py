"""Answers what an action day asks about its people: roles, risks, the brief, the day, and what others answer."""

from collections.abc import Callable, Mapping
from datetime import datetime, time

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim, Wording
from flows.rules import action as rules
from flows.rules.action_days import missing
from flows.rules.action_fixing import ACTION, action_here, concerns, fields_here, fixed, is_to_be_asked, ticked
from flows.rules.action_saying import brief_lines, dashes, said
from flows.rules.days import kept_day
from flows.rules.licence import rules_in

ACTION_AND_HOUSE = ACTION | {"house"}

GUESTS = 9
TOLD = frozenset({"action", "date", "place"})


def action_told(facts: Facts, here: Here) -> Mapping[str, Fill]:
    action = fields_here(facts, here)
    return {
        "action": rules.text_of(action, "title") or Phrase("not-clear-yet"),
        "date": kept_day(action.get("start_at")),
        "place": rules.text_of(action, "place") or Phrase("not-clear-yet"),
    }


# -- roles, risks, the agreement -------------------------------------------------------------------------------------


def _kinds(kind: str, codes: tuple[str, ...]) -> Callable[[Facts, Here], tuple[Choice, ...]]:
    def kinds(facts: Facts, here: Here) -> tuple[Choice, ...]:
        action = action_here(here)
        return tuple(Choice(rules.part_item(action, code), Phrase(f"{kind}-kind.{code}")) for code in codes)

    return kinds


def _of_action(kind: str, lacking: str = "") -> Callable[[Facts, Here], tuple[Choice, ...]]:
    """The roles or risks of this action; with `lacking`, only those where this is not answered yet."""

    def of_action(facts: Facts, here: Here) -> tuple[Choice, ...]:
        known = ticked(facts, here, kind).items()
        wanted = (item for item, fields in known if not lacking or not fields.get(lacking))
        return tuple(Choice(item, Phrase(f"{kind}-kind.{rules.last_part(item)}")) for item in wanted)

    return of_action


def _picked(kind: str) -> Callable[[Facts, Here], tuple[Choice, ...]]:
    def picked(facts: Facts, here: Here) -> tuple[Choice, ...]:
        chosen = here.place.carried.get(kind)
        return tuple(choice for choice in _of_action(kind)(facts, here) if choice.value == chosen)

    return picked


def _kind_fill(kind: str) -> Callable[[Facts, Here], Mapping[str, Fill]]:
    def kind_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
        item = here.frame.item or here.place.carried.get(kind, "")
        code = rules.last_part(item)
        known = code in (rules.ROLES if kind == "role" else rules.RISKS)
        label = Phrase(f"{kind}-kind.{code}") if known else Phrase("not-clear-yet")
        return {kind: label}

    return kind_fill


def _role_carried(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {**_kind_fill("role")(facts, here), **action_told(facts, here)}


def _agreement_is_reworded(facts: Facts, here: Here) -> bool:
    reworded = fields_here(facts, here).get("nonviolence") == "edit"
    return reworded and (is_to_be_asked(facts, here) or fixed(here) == "ac_principles")


# -- publishing, the day, learning -----------------------------------------------------------------------------------


def _action_is(test: Callable[[Fields], bool]) -> Callable[[Facts, Here], bool]:
    def action_is(facts: Facts, here: Here) -> bool:
        return test(fields_here(facts, here))

    return action_is


def _action_brief(facts: Facts, here: Here) -> Mapping[str, Fill]:
    lines = brief_lines(rules.brief_of(facts.tables, action_here(here)))
    return {"brief": lines, "open": _open_lines(facts, here)}


def _still_open(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {**action_told(facts, here), "open": _open_lines(facts, here)}


def _open_lines(facts: Facts, here: Here) -> tuple[Wording, ...]:
    gaps = rules.still_open(facts.tables, action_here(here), rules_in(facts.one("house")))
    return dashes(Phrase(f"action-open.{gap}") for gap in gaps) or (Phrase("action-nothing-open"),)


def _day_lines(facts: Facts, here: Here) -> Mapping[str, Fill]:
    action, log = fields_here(facts, here), rules.incidents_of(facts.tables, action_here(here))
    lines: list[Wording] = [
        said("ac_go", action.get("go_no_go")),
        said("ac_actual", action.get("actual_count")),
        said("ac_home", action.get("all_home")),
    ]
    lines += [Phrase("log-line", {"hour": f"{at:%H:%M}", "text": text}) for at, _, text in log[-3:]]
    return {"lines": tuple(lines)}


def _may_go_out(facts: Facts, here: Here) -> bool:
    """Whether all is known that people must know, and the day is still to come; a whole day begins at nine."""
    action = fields_here(facts, here)
    start = rules.start_of(action)
    if start is None or missing(action):
        return False
    return datetime.combine(start.day, start.hour or time(9), here.now.tzinfo) > here.now


def _is_off(action: Fields) -> bool:
    """Called off, or gone: nobody is asked to come."""
    return not action.get("title") or bool(action.get("removed")) or action.get("status") == rules.CANCELLED


def _decided(*answers: str) -> Callable[[Facts, Here], bool]:
    def decided(facts: Facts, here: Here) -> bool:
        return fields_here(facts, here).get("go_no_go") in answers

    return decided


def _new_incident(facts: Facts, here: Here) -> tuple[Choice, ...]:
    action = action_here(here)
    known = action in facts.all("action")
    return (Choice(rules.incident_item(action, here.now), Phrase("incident-title")),) if known else ()


def _incident_is_written(facts: Facts, here: Here) -> bool:
    return bool(facts.all("incident").get(here.frame.item, {}).get("text"))


def _legal_line(facts: Facts, here: Here) -> Mapping[str, Fill]:
    line = rules.text_of(fields_here(facts, here), "legal_line")
    return {"line": line or Phrase("no-legal-line")}


def _lessons_were_named(facts: Facts, here: Here) -> bool:
    named = facts.all("review").get(here.frame.item, {}).get("change")
    return bool(named) and concerns(here, "aar_change")


def _lessons_without_owner(facts: Facts, here: Here) -> tuple[Choice, ...]:
    action = action_here(here)
    mine = ((i, f) for i, f in facts.all("task").items() if f.get("source") == action and not f.get("removed"))
    return tuple(Choice(i, Verbatim(str(f["title"]))) for i, f in mine if f.get("title") and not f.get("owner"))


# -- answers of others -----------------------------------------------------------------------------------------------


def _answered(*values: str) -> Callable[[Facts, Here], bool]:
    def answered(facts: Facts, here: Here) -> bool:
        return here.place.carried.get("answer") in values

    return answered


def _answer_was_not_pressed(facts: Facts, here: Here) -> bool:
    return "answer" not in here.place.carried


def _guest_numbers(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(str(number), Verbatim(str(number))) for number in range(1, GUESTS + 1))


GUARDS: Mapping[str, Guard] = {
    "agreement_is_reworded": Guard(_agreement_is_reworded, ACTION),
    "brief_lacks_when_or_where": Guard(_action_is(rules.lacks_when_or_where), ACTION),
    "review_is_missing": Guard(_action_is(rules.lacks_review), ACTION),
    "action_is_published": Guard(_action_is(lambda action: action.get("status") == rules.PUBLISHED), ACTION),
    "action_is_not_published": Guard(_action_is(lambda action: action.get("status") != rules.PUBLISHED), ACTION),
    "action_is_out": Guard(
        _action_is(lambda action: action.get("status") in (rules.PUBLISHED, rules.PUT_OFF)), ACTION
    ),
    "action_may_go_out": Guard(_may_go_out, ACTION),
    "action_is_off": Guard(_action_is(_is_off), ACTION),
    "day_is_decided": Guard(_decided("go", "change", "stop"), ACTION),
    "day_is_to_change": Guard(_decided("change"), ACTION),
    "incident_is_written": Guard(_incident_is_written, ACTION),
    "lessons_were_named": Guard(_lessons_were_named, ACTION),
    "answer_was_not_pressed": Guard(_answer_was_not_pressed),
    "somebody_is_brought": Guard(_answered("bring")),
    "role_is_refused": Guard(_answered("no")),
    "help_is_needed": Guard(_answered("help")),
}

SOURCES: Mapping[str, Source] = {
    "role_kinds": Source(_kinds("role", rules.ROLES), item_kind="role"),
    "risk_kinds": Source(_kinds("risk", rules.RISKS), item_kind="risk"),
    "roles_of_action": Source(_of_action("role"), ACTION),
    "risks_of_action": Source(_of_action("risk"), ACTION),
    "roles_without_owner": Source(_of_action("role", lacking="owner"), ACTION),
    "risks_without_response": Source(_of_action("risk", lacking="response"), ACTION),
    "picked_role": Source(_picked("role"), ACTION),
    "picked_risk": Source(_picked("risk"), ACTION),
    "new_incident": Source(_new_incident, ACTION),
    "lessons_without_owner": Source(_lessons_without_owner, ACTION),
    "guest_numbers": Source(_guest_numbers),
}

FILLS: Mapping[str, Filling] = {
    "action_here": Filling(action_told, ACTION, TOLD),
    "role_item": Filling(_kind_fill("role"), ACTION, frozenset({"role"})),
    "risk_item": Filling(_kind_fill("risk"), ACTION, frozenset({"risk"})),
    "role_carried": Filling(_role_carried, ACTION, TOLD | {"role"}),
    "action_brief": Filling(_action_brief, ACTION_AND_HOUSE, frozenset({"brief", "open"})),
    "still_open": Filling(_still_open, ACTION_AND_HOUSE, TOLD | {"open"}),
    "day_lines": Filling(_day_lines, ACTION, frozenset({"lines"})),
    "legal_line": Filling(_legal_line, ACTION, frozenset({"line"})),
}
