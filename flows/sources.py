"""Gives the choices that come from the records ("names from the map"), by the names flow files use."""

from collections.abc import Mapping

from flows.facts import RECORD_KINDS, Facts, Here, Source, Table
from flows.guards import GUARDS
from flows.model import Choice, Depth, Phrase, Verbatim, Wording
from flows.readings import Readings
from flows.rules import (
    action_asking,
    broadcast_asking,
    broadcast_calls,
    checkin_asking,
    committee,
    crisis_asking,
    documents,
    goals,
    launch,
    news,
    partners,
    resources,
)
from flows.rules.actors import five_to_place, five_without_details, on_the_map, pressed, unplaced
from flows.rules.stages import answers_in, standing_in
from flows.standing import Standing

OTHERS_AT_ONCE = 6


def _named(table: Table) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(fields["name"]))) for item, fields in table.items())


def _actors(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _named(on_the_map(facts))


def _pressed_actors(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _named(pressed(facts))


def _unplaced_actors(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _named(unplaced(facts))


def _five_to_place(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _named(five_to_place(facts))


def _five_without_details(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _named(five_without_details(facts))


def _other_members(facts: Facts, here: Here) -> tuple[Choice, ...]:
    me = str(facts.one("person").get("id"))
    return tuple(choice for choice in _named(facts.all("members")) if choice.value != me)


def _my_coalitions(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(
        Choice(item, coalition_label(fields.get("name"))) for item, fields in facts.all("my_coalitions").items()
    )


def _open_conversations(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            place,
            Phrase("conversation-label", {"title": Phrase(str(f["title"])), "coalition": str(f["coalition"])}),
        )
        if f.get("coalition")
        else Choice(place, Phrase(str(f["title"])))
        for place, f in facts.all("waiting").items()
    )


def _answered_steps(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """What can be corrected: every question of the calling conversation that was answered."""
    at = Standing(here.catalogue, Readings(GUARDS, SOURCES, {}), here.place, facts, here.now)
    there = standing_in(at, here.calling or here.flow)
    answered = [step for step, answer in answers_in(there) if answer]
    fixable = [s for s in there.flow.steps.values() if s.depth is Depth.FIX and s.source and there.source(s.source)]
    return tuple(Choice(step.id, Phrase(f"{step.id}.topic")) for step in (*answered, *fixable))


def _people_here(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Whoever asks, and some of the others: a task given to a member can be told to them."""
    others = tuple(choice for choice in _other_members(facts, here) if choice.label != Verbatim("–"))
    me = (Choice(str(facts.one("person").get("id")), Phrase("choice-me")),)
    return (*(me if facts.one("person").get("display_name") else ()), *others[:OTHERS_AT_ONCE])


def coalition_label(name: object) -> Wording:
    """A coalition's name, or the words for one that has none yet."""
    return Verbatim(str(name)) if name else Phrase("unnamed-coalition")


SOURCES: Mapping[str, Source] = {
    "actors": Source(_actors, frozenset({"actor"}), item_kind="actor"),
    "pressed_actors": Source(_pressed_actors, frozenset({"actor"}), item_kind="actor"),
    "unplaced_actors": Source(_unplaced_actors, frozenset({"actor"}), item_kind="actor"),
    "five_to_place": Source(_five_to_place, frozenset({"actor"}), item_kind="actor"),
    "five_without_details": Source(_five_without_details, frozenset({"actor"}), item_kind="actor"),
    "other_members": Source(_other_members, frozenset({"members", "person"})),
    "my_coalitions": Source(_my_coalitions, frozenset({"my_coalitions"})),
    "open_conversations": Source(_open_conversations, frozenset({"waiting"})),
    "answered_steps": Source(_answered_steps, RECORD_KINDS),
    "people_here": Source(_people_here, frozenset({"members", "person"})),
    **partners.SOURCES,
    **resources.SOURCES,
    **committee.SOURCES,
    **goals.SOURCES,
    **launch.SOURCES,
    **documents.SOURCES,
    **news.SOURCES,
    **action_asking.SOURCES,
    **checkin_asking.SOURCES,
    **crisis_asking.SOURCES,
    **broadcast_asking.SOURCES,
    **broadcast_calls.SOURCES,
}
