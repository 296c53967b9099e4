"""Answers what the conversations under a call's buttons ask: does it wait, what to type, which answers there are."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Guard, Here, Source, Table
from flows.model import Choice, Fields, Fill, Phrase, Verbatim
from flows.rules import broadcast as rules
from flows.rules.action import last_part, roles_of
from flows.rules.action_days import title_of

CALLS, CALL = frozenset({"calls"}), frozenset({"call"})
NAMED = frozenset({"call", "coalition"})
DRAFTS_SHOWN = 2
ASKED, GONE_OUT = "asked", ("sending", "paused", "stopped", "scheduled")


def call_here(facts: Facts, here: Here) -> Fields:
    """The call that a button named."""
    return facts.one("call")


def coalition_name(facts: Facts) -> str:
    return str(facts.one("coalition").get("name") or "")


def _is_not_asked(facts: Facts, here: Here) -> bool:
    return call_here(facts, here).get("state") != ASKED


def _was_not_decided(facts: Facts, here: Here) -> bool:
    return "decision" not in here.place.carried


def _is_returned(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("decision") == "return"


def _name_is_to_be_typed(facts: Facts, here: Here) -> bool:
    """Before very many people get it; a coalition without a name has nothing to type."""
    count = call_here(facts, here).get("count")
    is_large = isinstance(count, int) and count > rules.LARGE
    return is_large and bool(coalition_name(facts)) and not _is_returned(facts, here)


def _has_a_name(facts: Facts, here: Here) -> bool:
    return bool(coalition_name(facts))


def _typed_name_is_wrong(facts: Facts, here: Here) -> bool:
    typed = here.place.carried.get("typed")
    return typed is not None and not rules.is_named(typed, coalition_name(facts))


def _another_can_approve(facts: Facts, here: Here) -> bool:
    return bool(facts.one("calls").get("approvers"))


def _nobody_else_approves(facts: Facts, here: Here) -> bool:
    return not _another_can_approve(facts, here)


def _somebody_could_read(facts: Facts, here: Here) -> bool:
    return _nobody_else_approves(facts, here) and len(facts.all("members")) > 1


def _cancel_was_pressed(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("deed") == "cancel"


def _rung_is(rung: str) -> Guard:
    def rung_is(facts: Facts, here: Here) -> bool:
        return here.place.carried.get("rung") == rung

    return Guard(rung_is)


def _is_starred(facts: Facts, here: Here) -> bool:
    return bool(call_here(facts, here).get("starred"))


def _is_not_starred(facts: Facts, here: Here) -> bool:
    return not _is_starred(facts, here)


def _goes_on(facts: Facts, here: Here) -> bool:
    return call_here(facts, here).get("state") in ("sending", "paused", "scheduled")


def _short_name(facts: Facts, here: Here) -> Mapping[str, Fill]:
    count = call_here(facts, here).get("count")
    return {"short": rules.short_name(coalition_name(facts)), "count": count if isinstance(count, int) else 0}


def _call(facts: Facts, here: Here) -> Mapping[str, Fill]:
    call = call_here(facts, here)
    count = call.get("count")
    return {"words": str(call.get("first_words") or "–"), "count": count if isinstance(count, int) else 0}


def _earlier(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Drafts that were begun, then calls that went out; those that are kept as templates first."""
    drafts = [
        (item, f)
        for item, f in reversed(list(facts.all("broadcast").items()))
        if f.get("text") and not f.get("sent") and item != here.frame.item
    ]
    begun = (
        Choice(f"draft:{item}", Phrase("earlier-draft", {"words": _first(f)})) for item, f in drafts[:DRAFTS_SHOWN]
    )
    calls = ((item, f) for item, f in facts.all("calls").items() if f.get("state") in GONE_OUT)
    gone = (Choice(f"call:{item}", _earlier_label(f)) for item, f in calls)
    return (*begun, *gone, Choice("none", Phrase("choice-back-to-question")))


def _earlier_label(call: Fields) -> Phrase:
    key = "earlier-template" if call.get("starred") else "earlier-call"
    return Phrase(key, {"words": str(call.get("first_words")), "day": str(call.get("day"))})


def _first(fields: Fields) -> str:
    return " ".join(str(fields.get("text")).split())[:24]


def _answers(facts: Facts, here: Here) -> tuple[Choice, ...]:
    call = call_here(facts, here)
    options = call.get("options")
    known = rules.answers_of(str(call.get("purpose") or ""), tuple(options) if isinstance(options, list) else ())
    return tuple(Choice(code, label) for code, label in known.items())


def open_roles(tables: Mapping[str, Table], action: str) -> dict[str, Fields]:
    """Roles of an action that are wanted and that nobody has."""
    return {item: f for item, f in roles_of(tables, action).items() if not f.get("owner") and not f.get("removed")}


def open_tasks(tables: Mapping[str, Table]) -> dict[str, Fields]:
    """Steps that nobody has taken on."""
    tasks = tables["task"].items()
    return {
        item: f
        for item, f in tasks
        if f.get("title") and not f.get("owner") and not f.get("removed") and f.get("status") != "done"
    }


def _roles_to_take(facts: Facts, here: Here) -> tuple[Choice, ...]:
    action = here.place.carried.get("action", "")
    return tuple(Choice(item, Phrase(f"role-kind.{last_part(item)}")) for item in open_roles(facts.tables, action))[
        :9
    ]


def _tasks_to_take(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(title_of(f))) for item, f in open_tasks(facts.tables).items())[:9]


def _other_people(facts: Facts, here: Here) -> tuple[Choice, ...]:
    me = str(facts.one("person").get("id"))
    named = ((item, str(f.get("name"))) for item, f in facts.all("members").items() if item != me)
    return tuple(Choice(item, Verbatim(name)) for item, name in named if name != "–")[:9]


GUARDS: Mapping[str, Guard] = {
    "call_is_not_asked": Guard(_is_not_asked, CALL),
    "decision_was_not_pressed": Guard(_was_not_decided),
    "call_is_returned": Guard(_is_returned),
    "name_is_to_be_typed": Guard(_name_is_to_be_typed, NAMED),
    "coalition_has_a_name": Guard(_has_a_name, frozenset({"coalition"})),
    "typed_name_is_wrong": Guard(_typed_name_is_wrong, frozenset({"coalition"})),
    "another_can_approve": Guard(_another_can_approve, CALLS),
    "nobody_else_approves": Guard(_nobody_else_approves, CALLS),
    "somebody_could_read": Guard(_somebody_could_read, CALLS | {"members"}),
    "cancel_was_pressed": Guard(_cancel_was_pressed),
    "rung_is_bring": _rung_is("bring"),
    "rung_is_role": _rung_is("role"),
    "rung_is_task": _rung_is("task"),
    "call_is_starred": Guard(_is_starred, CALL),
    "call_is_not_starred": Guard(_is_not_starred, CALL),
    "call_goes_on": Guard(_goes_on, CALL),
}

SOURCES: Mapping[str, Source] = {
    "earlier_calls": Source(_earlier, CALLS | {"broadcast"}),
    "call_answers": Source(_answers, CALL),
    "roles_to_take": Source(_roles_to_take, frozenset({"role"})),
    "tasks_to_take": Source(_tasks_to_take, frozenset({"task"})),
    "other_people_here": Source(_other_people, frozenset({"members", "person"})),
}

FILLS: Mapping[str, Filling] = {
    "short_name": Filling(_short_name, NAMED, frozenset({"short", "count"})),
    "call_here": Filling(_call, CALL, frozenset({"words", "count"})),
}
