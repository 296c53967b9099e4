"""Answers what the conversations of a check-in and the crisis switch may ask: what is open, who cares, what fits."""

from collections.abc import Callable, Mapping
from datetime import datetime

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim, Wording
from flows.rules.checkin_saying import match_said, need_said, question_said, rollup_said
from flows.rules.checkins import NEEDS, USUAL_MINUTES, Rollup, Status, minutes_chosen
from flows.rules.dates import moment_from
from flows.rules.days import day_said
from flows.rules.weekly import DAYS

CARE, ASKED = frozenset({"care"}), frozenset({"asked"})
BACK = "back"
OWN, AGAIN = "own", "again"


def _carried(here: Here, name: str) -> str:
    return here.place.carried.get(name, "")


def listed(carried: str) -> tuple[str, ...]:
    """Ticks as they are carried, without the one that says there are none."""
    return tuple(one for one in carried.split(",") if one and one != "none")


# -- guards: the one who is asked ----------------------------------------------------------------------------------


def _checkin_is_over(facts: Facts, here: Here) -> bool:
    return facts.one("asked").get("state") in (None, "cancelled")


def _status_is_not_known(facts: Facts, here: Here) -> bool:
    return _carried(here, "status") not in set(Status)


def _is_not_ok(facts: Facts, here: Here) -> bool:
    return _carried(here, "status") != Status.OK


def _is_in_no_danger(facts: Facts, here: Here) -> bool:
    return _carried(here, "danger") != "yes"


def _offers_something(facts: Facts, here: Here) -> bool:
    return bool(listed(_carried(here, "offers")))


def _saw_something(facts: Facts, here: Here) -> bool:
    return _carried(here, "seen") == "report"


def _has_reported(facts: Facts, here: Here) -> bool:
    return bool(_carried(here, "report"))


def _needs_or_offers(facts: Facts, here: Here) -> bool:
    return _is_not_ok(facts, here) or _offers_something(facts, here)


# -- guards: whoever asks ------------------------------------------------------------------------------------------


def _care_says(field: str, *values: object) -> Callable[[Facts, Here], bool]:
    return lambda facts, here: facts.one("care").get(field) in values


def _is_no_coordinator(facts: Facts, here: Here) -> bool:
    return facts.one("membership").get("role") != "coordinator"


def _somebody_is_asked(facts: Facts, here: Here) -> bool:
    return bool(facts.one("care").get("open"))


def _nobody_is_asked(facts: Facts, here: Here) -> bool:
    return not _somebody_is_asked(facts, here)


def _has_own_wordings(facts: Facts, here: Here) -> bool:
    return bool(facts.one("care").get("wordings"))


def _own_words_are_wanted(facts: Facts, here: Here) -> bool:
    return _carried(here, "template") == AGAIN


def _nothing_is_needed(facts: Facts, here: Here) -> bool:
    return not _needs(facts)


def _checkin_is_planned(facts: Facts, here: Here) -> bool:
    return bool(facts.one("care").get("plan_every"))


GUARDS: Mapping[str, Guard] = {
    "checkin_is_over": Guard(_checkin_is_over, ASKED),
    "status_is_not_known": Guard(_status_is_not_known),
    "is_not_ok": Guard(_is_not_ok),
    "is_in_no_danger": Guard(_is_in_no_danger),
    "offers_something": Guard(_offers_something),
    "may_be_asked_more": Guard(_is_in_no_danger),
    "saw_something": Guard(_saw_something),
    "has_reported": Guard(_has_reported),
    "needs_or_offers": Guard(_needs_or_offers),
    "is_no_coordinator": Guard(_is_no_coordinator, frozenset({"membership"})),
    "somebody_is_asked": Guard(_somebody_is_asked, CARE),
    "nobody_is_asked": Guard(_nobody_is_asked, CARE),
    "an_alarm_is_on": Guard(_care_says("alarm", "on", "drill"), CARE),
    "no_alarm_is_on": Guard(_care_says("alarm", None, ""), CARE),
    "has_own_wordings": Guard(_has_own_wordings, CARE),
    "own_words_are_wanted": Guard(_own_words_are_wanted),
    "nothing_is_needed": Guard(_nothing_is_needed, CARE),
    "checkin_is_planned": Guard(_checkin_is_planned, CARE),
}


# -- sources -------------------------------------------------------------------------------------------------------


def _own_wordings(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(str(n), Verbatim(words)) for n, words in enumerate(_wordings(facts)))


def _matches(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """What is needed and offered; the way back is always there."""
    fit = (need for need, (_, offering) in _needs(facts).items() if offering)
    choices = (Choice(need, Phrase("match-label", {"need": need_said(need)})) for need in fit)
    return (*choices, Choice(BACK, Phrase("choice-back-to-question")))


SOURCES: Mapping[str, Source] = {
    "own_wordings": Source(_own_wordings, CARE),
    "matches": Source(_matches, CARE),
}


# -- fills ---------------------------------------------------------------------------------------------------------


def _asked_here(facts: Facts, here: Here) -> Mapping[str, Fill]:
    asked = facts.one("asked")
    name = facts.one("person").get("display_name")
    wording = asked.get("wording")
    said = question_said(str(asked.get("template")), str(wording) if wording else None, str(name) if name else None)
    return {"question": said}


def _care_here(facts: Facts, here: Here) -> Mapping[str, Fill]:
    care = facts.one("care")
    return {
        "state": state_said(care),
        "approval": Phrase(f"alarm-approval.{_approval(care)}"),
        "coalition": _coalition(care),
    }


def state_said(care: Fields) -> Wording:
    """What is open in a coalition just now, in a few lines."""
    coalition = _coalition(care)
    alarm = care.get("alarm")
    head = (Phrase("state-of.alarm_drill" if alarm == "drill" else "state-of.alarm", {"coalition": coalition}),)
    if care.get("open"):
        lines: tuple[Wording, ...] = (*(head if alarm else ()), _rollup(care))
    elif alarm:
        lines = head
    else:
        question = question_said("usual", None, None)
        lines = (Phrase("state-of.calm", {"question": question, "count": _number(care, "reachable")}),)
    return Phrase("block", {"lines": lines})


def _chosen_wording(facts: Facts, here: Here) -> Mapping[str, Fill]:
    care = facts.one("care")
    template, wording = chosen(here.place.carried, _wordings(facts))
    name = facts.one("person").get("display_name")
    said = question_said(template, wording, str(name) if name else None)
    return {"count": _number(care, "reachable"), "question": said}


def chosen(carried: Mapping[str, str], wordings: tuple[str, ...]) -> tuple[str, str | None]:
    """(template, own words or None) as they were chosen on the way."""
    template = carried.get("template", "usual")
    if template == OWN:
        return "usual", carried.get("wording")
    if template == AGAIN:
        at = carried.get("again", "")
        return "usual", wordings[int(at)] if at.isdecimal() and int(at) < len(wordings) else None
    return template, None


def _match_lines(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"lines": tuple(match_said(need, *counts) for need, counts in _needs(facts).items())}


def _care_people(facts: Facts, here: Here) -> Mapping[str, Fill]:
    care = facts.one("care")
    minutes = minutes_chosen(facts.one("coalition").get("checkin_minutes")) or USUAL_MINUTES
    return {
        "care": _people(care, "carers", "care-nobody-named"),
        "duty": _people(care, "on_duty", "care-nobody-on-duty"),
        "minutes": ", ".join(str(minute) for minute in minutes),
    }


def _checkin_plan(facts: Facts, here: Here) -> Mapping[str, Fill]:
    care = facts.one("care")
    every, day = care.get("plan_every"), care.get("plan_day")
    if not every:
        return {"plan": Phrase("plan-none")}
    weekday = Phrase(f"cp_day.choice-{day}") if day in DAYS else None
    when = weekday or (day_said(moment_from(str(day))) if day else Verbatim(""))
    return {"plan": Phrase(f"plan-is.{every}", {"day": when, "hour": f"{care.get('plan_hour')}:00"})}


FILLS: Mapping[str, Filling] = {
    "asked_here": Filling(_asked_here, ASKED | {"person"}, frozenset({"question"})),
    "care_here": Filling(_care_here, CARE, frozenset({"state", "approval", "coalition"})),
    "chosen_wording": Filling(_chosen_wording, CARE | {"person"}, frozenset({"count", "question"})),
    "match_lines": Filling(_match_lines, CARE, frozenset({"lines"})),
    "care_people": Filling(_care_people, CARE | {"coalition"}, frozenset({"care", "duty", "minutes"})),
    "checkin_plan": Filling(_checkin_plan, CARE, frozenset({"plan"})),
}


# -- reading the facts ---------------------------------------------------------------------------------------------


def _needs(facts: Facts) -> dict[str, tuple[int, int]]:
    """Need → (how many need it still, how many could give it)."""
    table = facts.all("care")
    found = {need: table.get(f"need:{need}", {}) for need in NEEDS}
    return {need: (_number(f, "needing"), _number(f, "offering")) for need, f in found.items() if f}


def _rollup(care: Fields) -> Phrase:
    numbers = {name: _number(care, name) for name in ("ok", "help", "unsure", "silent", "unreached")}
    time = datetime.fromisoformat(str(care.get("asked_at")))
    return rollup_said(Rollup(**numbers), "drill" if care.get("is_drill") else "open", f"{time:%H:%M}")


def _approval(care: Fields) -> str:
    if care.get("duty_is_mine"):
        return "duty"
    return "second" if _number(care, "approvers") else "nobody"


def _people(care: Fields, field: str, nobody: str) -> Wording:
    names = care.get(field)
    return Verbatim(", ".join(names)) if isinstance(names, list) and names else Phrase(nobody)


def _coalition(care: Fields) -> Wording:
    name = care.get("coalition")
    return Verbatim(str(name)) if name else Phrase("unnamed-coalition")


def _wordings(facts: Facts) -> tuple[str, ...]:
    kept = facts.one("care").get("wordings")
    return tuple(kept) if isinstance(kept, list) else ()


def _number(fields: Fields, name: str) -> int:
    value = fields.get(name)
    return value if isinstance(value, int) else 0
