"""Knows the means of action, which were chosen and fit, and what the closing card says: stage G."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase
from flows.rules.actors import on_the_map
from flows.rules.days import kept_day

MEANS = ("organising", "digital", "media", "lobby", "protest", "events", "legal", "research")
IN_PUBLIC = frozenset({"protest", "events"})
JOINED = frozenset({"member", "give", "endorse"})

LAUNCH = frozenset({"coalition", "actor", "tactic", "goal"})


def chosen_means(facts: Facts) -> dict[str, Fields]:
    return {item: f for item, f in facts.all("tactic").items() if f.get("chosen") is True}


def partners(facts: Facts) -> int:
    """How many bodies are in: those who joined, give or endorse; before any said so, those who share the goal."""
    actors = on_the_map(facts).values()
    joined = sum(f.get("commitment_level") in JOINED for f in actors)
    return joined or sum(bool(f.get("shares_goal")) for f in actors)


# -- what flow files ask -------------------------------------------------------------------------------------------


def _means(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(kind, Phrase(f"means.{kind}")) for kind in MEANS)


def _means_without_plan(facts: Facts, here: Here) -> tuple[Choice, ...]:
    bare = (item for item, f in chosen_means(facts).items() if not f.get("owner"))
    return tuple(Choice(item, Phrase(f"means.{item}")) for item in bare)


def _means_planned(facts: Facts, here: Here) -> tuple[Choice, ...]:
    planned = (item for item, f in chosen_means(facts).items() if f.get("owner"))
    return tuple(Choice(item, Phrase(f"means.{item}")) for item in planned)


def _picked_means(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(choice for choice in _means_planned(facts, here) if choice.value == here.place.carried.get("means"))


def _tactic_does_not_fit(facts: Facts, here: Here) -> bool:
    return facts.all("tactic").get(here.frame.item, {}).get("fit") == "no"


def _means_want_an_action_day(facts: Facts, here: Here) -> bool:
    """Whether a demonstration or an event is among the means that are left."""
    return bool(chosen_means(facts).keys() & IN_PUBLIC)


def _tactic_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"tactic": Phrase(f"means.{here.frame.item}")}


def _closing(facts: Facts, here: Here) -> Mapping[str, Fill]:
    coalition = facts.one("coalition")
    return {
        "coalition": str(coalition["name"]) if coalition.get("name") else Phrase("unnamed-coalition"),
        "count": partners(facts),
        "date": kept_day(coalition.get("launch_at")),
    }


GUARDS: Mapping[str, Guard] = {
    "tactic_does_not_fit": Guard(_tactic_does_not_fit, frozenset({"tactic"})),
    "means_want_an_action_day": Guard(_means_want_an_action_day, frozenset({"tactic"})),
}

SOURCES: Mapping[str, Source] = {
    "means": Source(_means, item_kind="tactic"),
    "means_planned": Source(_means_planned, frozenset({"tactic"}), item_kind="tactic"),
    "picked_means": Source(_picked_means, frozenset({"tactic"}), item_kind="tactic"),
    "means_without_plan": Source(_means_without_plan, frozenset({"tactic"}), item_kind="tactic"),
}

FILLS: Mapping[str, Filling] = {
    "tactic_item": Filling(_tactic_fill, frozenset({"tactic"}), frozenset({"tactic"})),
    "closing": Filling(_closing, LAUNCH, frozenset({"coalition", "count", "date"})),
}
