"""Knows what helps against what stops a step, and whom to ask: a tie on the map, a giver, whoever coordinates."""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Filling, Guard, Here
from flows.model import Fill, Phrase, Wording
from flows.rules.actors import on_the_map
from flows.rules.news import WORK, me, record_told
from flows.rules.resources import offered, parts_of

HELP = WORK | {"actor", "resource", "members", "person"}
NAMES_TOLD = 5
GIVEN_FOR = {
    "money": {"money"},
    "info": {"knowledge", "experience", "advisers"},
    "time": {"volunteers", "staff"},
}
"""Which resources of the ledger help against which blocker."""


def _is_blocked_by(blocker: str) -> Callable[[Facts, Here], bool]:
    return lambda facts, here: record_told(facts, here).get("blocker_kind") == blocker


def _lacks_a_person(facts: Facts, here: Here) -> bool:
    return _is_blocked_by("person")(facts, here) and bool(on_the_map(facts))


def _task_is_unclear(facts: Facts, here: Here) -> bool:
    return here.frame.item in facts.all("task") and _is_blocked_by("unclear")(facts, here)


def _somebody_else_coordinates(facts: Facts, here: Here) -> bool:
    return bool(_coordinators(facts))


def _blocker_hint(facts: Facts, here: Here) -> Mapping[str, Fill]:
    """What helps against this blocker, and whom to ask."""
    blocker = str(record_told(facts, here).get("blocker_kind"))
    return {"hint": Phrase(f"blocker-hint.{blocker}"), "who": _whom_to_ask(facts, blocker)}


def _whom_to_ask(facts: Facts, blocker: str) -> Phrase:
    for key, names in (
        ("blocker-who.ties", _ties(facts) if blocker == "person" else ()),
        ("blocker-who.gives", _givers(facts, GIVEN_FOR.get(blocker, set()))),
        ("blocker-who.coordinates", _coordinators(facts)),
    ):
        if names:
            return Phrase(key, {"names": Phrase("and-list", {"items": _dashed(names)})})
    return Phrase("blocker-who.nobody")


def _dashed(names: tuple[str, ...]) -> tuple[Wording, ...]:
    return tuple(Phrase("dash-line", {"text": name}) for name in names[:NAMES_TOLD])


def _ties(facts: Facts) -> tuple[str, ...]:
    """Players we can reach, those we know ourselves first."""
    near = {"direct": 0, "via": 1}
    known = [f for f in on_the_map(facts).values() if f.get("relationship") in near and not f.get("at_risk")]
    return tuple(str(f["name"]) for f in sorted(known, key=lambda f: near[str(f["relationship"])]))


def _givers(facts: Facts, kinds: set[str]) -> tuple[str, ...]:
    """Organisations that said they bring something of these kinds."""
    players = on_the_map(facts)
    bring = (parts_of(item) for item in offered(facts))
    named = (players[who] for who, kind in bring if kind in kinds and who in players)
    return tuple(dict.fromkeys(str(fields["name"]) for fields in named if not fields.get("at_risk")))


def _coordinators(facts: Facts) -> tuple[str, ...]:
    """Whoever coordinates beside the person asking."""
    others = (f for member, f in facts.all("members").items() if member != me(facts))
    return tuple(str(f.get("name") or "–") for f in others if f.get("role") == "coordinator")


GUARDS: Mapping[str, Guard] = {
    "lacks_a_person": Guard(_lacks_a_person, HELP),
    "task_is_unclear": Guard(_task_is_unclear, HELP),
    "reality_changed": Guard(_is_blocked_by("changed"), HELP),
    "somebody_else_coordinates": Guard(_somebody_else_coordinates, HELP),
}

FILLS: Mapping[str, Filling] = {
    "blocker_hint": Filling(_blocker_hint, HELP, frozenset({"hint", "who"})),
}
