"""Knows which players are on the map and which matter first, for every list that offers them."""

from flows.facts import Facts, Table
from flows.model import Fields

CARDS_AT_ONCE = 5


def on_the_map(facts: Facts) -> Table:
    """Every player that has a name and was not taken off, in the order they were written."""
    return {item: f for item, f in facts.all("actor").items() if f.get("name") and not f.get("removed")}


def is_placed(actor: Fields) -> bool:
    """Stance and influence are known: the player has a point on the map."""
    return bool(actor.get("stance") and actor.get("influence"))


def unplaced(facts: Facts) -> Table:
    """Players without a point, those to be pressed first, then those who share the goal, then the rest."""
    waiting = {item: f for item, f in on_the_map(facts).items() if not is_placed(f)}
    return dict(sorted(waiting.items(), key=lambda pair: _weight(pair[1])))


def five_to_place(facts: Facts) -> Table:
    """The most important players without a point; five exact cards are worth more than fifty vague ones."""
    return dict(list(unplaced(facts).items())[:CARDS_AT_ONCE])


def five_without_details(facts: Facts) -> Table:
    """Placed players of whom nothing more is known yet, the most important first."""
    bare = {item: f for item, f in on_the_map(facts).items() if is_placed(f) and not f.get("kind")}
    return dict(sorted(bare.items(), key=lambda pair: _weight(pair[1]))[:CARDS_AT_ONCE])


def pressed(facts: Facts) -> Table:
    """Players on whom pressure must be put."""
    return {item: f for item, f in on_the_map(facts).items() if f.get("pressure_target")}


def _weight(actor: Fields) -> int:
    if actor.get("pressure_target"):
        return 0
    return 1 if actor.get("shares_goal") else 2
