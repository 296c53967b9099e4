"""Knows whom to approach next, which talks have passed, and how each partner stands: stage C as work, not a form."""

from collections.abc import Mapping
from datetime import datetime

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim
from flows.rules.actors import on_the_map
from flows.rules.dates import moment_from
from flows.rules.days import kept_day

ACTOR = frozenset({"actor"})

HELD, MOVED, DROPPED = "held", "moved", "dropped"
CLEAR_CONFLICT = "yes"
KINDS = frozenset(
    {"ngo", "activists", "public", "state", "business", "local", "cluster", "media", "expert", "community"}
)
_REACH = {"high": 0, "mid": 1, "low": 2}


def to_approach(facts: Facts) -> dict[str, Fields]:
    """Allies and neutrals without a planned talk, by influence; not those whose interest clearly clashes."""
    found = {item: f for item, f in on_the_map(facts).items() if _may_be_approached(f)}
    return dict(sorted(found.items(), key=lambda pair: _order(pair[1])))


def talks_passed(facts: Facts, now: datetime) -> dict[str, Fields]:
    """Players whose planned talk lies behind us and was not reported yet."""
    return {item: f for item, f in on_the_map(facts).items() if has_passed(f, now)}


def has_passed(actor: Fields, now: datetime) -> bool:
    """Whether the talk's day (or hour, where one was set) is over and nobody said how it went."""
    talk = actor.get("talk_at")
    if not isinstance(talk, str) or actor.get("talk_state") in {HELD, DROPPED}:
        return False
    moment = moment_from(talk)
    if moment.hour is None:
        return moment.day <= now.date()
    return (moment.day, moment.hour) <= (now.date(), now.time())


def talk_state(actor: Fields, now: datetime) -> str:
    """against | none | planned | passed | held | dropped."""
    if _is_against_us(actor):
        return "against"
    if actor.get("talk_state") in {HELD, DROPPED}:
        return str(actor["talk_state"])
    if not actor.get("talk_at"):
        return "none"
    return "passed" if has_passed(actor, now) else "planned"


def _may_be_approached(actor: Fields) -> bool:
    return not _is_against_us(actor) and not actor.get("talk_at") and not actor.get("pressure_target")


def _is_against_us(actor: Fields) -> bool:
    return actor.get("stance") in {"passive_opp", "active_opp"} or actor.get("conflict_level") == CLEAR_CONFLICT


def _order(actor: Fields) -> tuple[int, int]:
    return (0 if actor.get("shares_goal") else 1, _REACH.get(str(actor.get("influence")), 3))


# -- what flow files ask -------------------------------------------------------------------------------------------


def _partners(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Whom a talk can be planned with; those whose talk is planned come last, to plan it anew."""
    first = to_approach(facts)
    planned = {i: f for i, f in on_the_map(facts).items() if i not in first and not _is_against_us(f)}
    return tuple(Choice(item, Verbatim(str(f["name"]))) for item, f in {**first, **planned}.items())


def _talks_that_passed(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(f["name"]))) for item, f in talks_passed(facts, here.now).items())


def _picked_partner(facts: Facts, here: Here) -> tuple[Choice, ...]:
    item = here.place.carried.get("partner", "")
    return (Choice(item, Verbatim(str(facts.all("actor")[item].get("name")))),) if item in facts.all("actor") else ()


def _has_partners_to_approach(facts: Facts, here: Here) -> bool:
    return bool(to_approach(facts))


def _map_has_partners(facts: Facts, here: Here) -> bool:
    return bool(_partners(facts, here))


def _map_has_no_partner(facts: Facts, here: Here) -> bool:
    return not _partners(facts, here)


def _talk_is_unreported(facts: Facts, here: Here) -> bool:
    return _here(facts, here).get("talk_state") not in {HELD, MOVED, DROPPED}


def _interests_of_its_kind(facts: Facts, here: Here) -> Mapping[str, Fill]:
    """What usually moves a body of this kind; a general hint where the kind is not known."""
    kind = _here(facts, here).get("kind")
    return {"hint": Phrase(f"interests-of.{kind if kind in KINDS else 'other'}")}


def _conflict_is_clear(facts: Facts, here: Here) -> bool:
    return _here(facts, here).get("conflict_level") == CLEAR_CONFLICT


def _talk_is_planned(facts: Facts, here: Here) -> bool:
    return bool(_here(facts, here).get("talk_at"))


def _partners_summary(facts: Facts, here: Here) -> Mapping[str, Fill]:
    touched = {item: f for item, f in on_the_map(facts).items() if f.get("interests") or f.get("talk_at")}
    lines = tuple(_partner_line(f, here) for f in touched.values())
    return {"summary": lines}


def _partner_line(actor: Fields, here: Here) -> Phrase:
    state = Phrase(f"talk-state.{talk_state(actor, here.now)}")
    name = str(actor["name"])
    if not actor.get("talk_at") or _is_against_us(actor):
        return Phrase("partner-line-unplanned", {"partner": name, "state": state})
    day = kept_day(actor["talk_at"])
    lead = str(actor.get("talk_lead") or "–")
    return Phrase("partner-line", {"partner": name, "day": day, "lead": lead, "state": state})


def _here(facts: Facts, here: Here) -> Fields:
    return facts.all("actor").get(here.frame.item, {})


GUARDS: Mapping[str, Guard] = {
    "has_partners_to_approach": Guard(_has_partners_to_approach, ACTOR),
    "map_has_partners": Guard(_map_has_partners, ACTOR),
    "map_has_no_partner": Guard(_map_has_no_partner, ACTOR),
    "talk_is_unreported": Guard(_talk_is_unreported, ACTOR),
    "conflict_is_clear": Guard(_conflict_is_clear, ACTOR),
    "talk_is_planned": Guard(_talk_is_planned, ACTOR),
}

SOURCES: Mapping[str, Source] = {
    "partners": Source(_partners, ACTOR),
    "talks_that_passed": Source(_talks_that_passed, ACTOR),
    "picked_partner": Source(_picked_partner, ACTOR),
}

FILLS: Mapping[str, Filling] = {
    "interests_of_its_kind": Filling(_interests_of_its_kind, ACTOR, frozenset({"hint"})),
    "partners_summary": Filling(_partners_summary, ACTOR, frozenset({"summary"})),
}
