"""Answers the questions that decide whether a step or a choice is there, by the names flow files use.

A guard is a question about the facts. It declares the kinds it reads; a turn loads exactly those.
"""

from collections.abc import Callable, Mapping

from flows.facts import RECORD_KINDS, Facts, Guard, Here
from flows.model import Fields, Target
from flows.rules import (
    action_asking,
    blockers,
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
from flows.rules.actors import on_the_map, unplaced

COORDINATOR = "coordinator"
GENDERED_LANGUAGES = frozenset({"he", "ar"})


def _language_has_gender(facts: Facts, here: Here) -> bool:
    return facts.one("person").get("language") in GENDERED_LANGUAGES


def _is_offered(language: str) -> Callable[[Facts, Here], bool]:
    """Whether the operator offers this language."""

    def is_offered(facts: Facts, here: Here) -> bool:
        return language in str(facts.one("house").get("languages")).split(",")

    return is_offered


def _came_with_invitation(facts: Facts, here: Here) -> bool:
    return "invitation" in here.place.carried


def _came_in_crisis(facts: Facts, here: Here) -> bool:
    return "crisis" in here.place.carried


def _language_is_open(facts: Facts, here: Here) -> bool:
    """Whoever wrote the crisis word wrote it in their language."""
    return not (_came_in_crisis(facts, here) and facts.one("person").get("language"))


def _came_without_invitation(facts: Facts, here: Here) -> bool:
    return "invitation" not in here.place.carried


def _has_open_conversation(facts: Facts, here: Here) -> bool:
    return bool(facts.all("waiting"))


def _has_several_open_conversations(facts: Facts, here: Here) -> bool:
    return len(facts.all("waiting")) > 1


def _has_interrupted_conversation(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("interrupted") in facts.all("waiting")


def _is_not_alone(facts: Facts, here: Here) -> bool:
    return len(facts.all("members")) > 1


def _is_in_no_coalition(facts: Facts, here: Here) -> bool:
    return not facts.all("my_coalitions")


def _is_in_a_coalition(facts: Facts, here: Here) -> bool:
    return bool(facts.all("my_coalitions"))


def _is_in_several_coalitions(facts: Facts, here: Here) -> bool:
    return len(facts.all("my_coalitions")) > 1


def _is_coordinator(facts: Facts, here: Here) -> bool:
    return facts.one("membership").get("role") == COORDINATOR


def _founding_is_by_invitation(facts: Facts, here: Here) -> bool:
    return facts.one("house").get("founding") == "invited" and not facts.one("person").get("may_found")


def _may_found_another(facts: Facts, here: Here) -> bool:
    return _is_in_a_coalition(facts, here) and not _founding_is_by_invitation(facts, here)


def _has_primary_target(facts: Facts, here: Here) -> bool:
    return any(actor.get("target_type") == "primary" for actor in on_the_map(facts).values())


def _map_has_actors(facts: Facts, here: Here) -> bool:
    return bool(on_the_map(facts))


def _has_unplaced_actors(facts: Facts, here: Here) -> bool:
    return bool(unplaced(facts))


def _actor_has_no_name(facts: Facts, here: Here) -> bool:
    actor: Fields = facts.all("actor").get(here.frame.item, {})
    return not actor.get("name")


def _repeat_is_at_its_end(facts: Facts, here: Here) -> bool:
    return not here.frame.queue


def _another_is_wanted(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("another") == "yes"


def _invitation_is_void(facts: Facts, here: Here) -> bool:
    return "workspace" not in facts.one("invitation")


def _is_member_already(facts: Facts, here: Here) -> bool:
    there = facts.one("invitation").get("workspace")
    return there in facts.all("my_coalitions") or there in facts.all("my_crises")


def _nobody_was_chosen(facts: Facts, here: Here) -> bool:
    return "member" not in here.place.carried


def _has_answers_to_correct(facts: Facts, here: Here) -> bool:
    """Whether the calling conversation holds an answer that its summary offers to correct."""
    flow = here.calling or here.flow
    kept = (step.save for step in flow.steps.values() if step.waits and step.save)
    return any(target.kind in RECORD_KINDS and _is_answered(facts, target) for target in kept)


def _is_answered(facts: Facts, target: Target) -> bool:
    return any(fields.get(target.field) for fields in facts.all(target.kind).values())


def _has_last_answer(facts: Facts, here: Here) -> bool:
    return any("answer" in fields for fields in facts.all("waiting").values())


GUARDS: Mapping[str, Guard] = {
    "language_has_gender": Guard(_language_has_gender, frozenset({"person"})),
    "hebrew_is_offered": Guard(_is_offered("he"), frozenset({"house"})),
    "arabic_is_offered": Guard(_is_offered("ar"), frozenset({"house"})),
    "english_is_offered": Guard(_is_offered("en"), frozenset({"house"})),
    "came_with_invitation": Guard(_came_with_invitation),
    "came_in_crisis": Guard(_came_in_crisis),
    "language_is_open": Guard(_language_is_open, frozenset({"person"})),
    "came_without_invitation": Guard(_came_without_invitation),
    "has_open_conversation": Guard(_has_open_conversation, frozenset({"waiting"})),
    "has_several_open_conversations": Guard(_has_several_open_conversations, frozenset({"waiting"})),
    "has_interrupted_conversation": Guard(_has_interrupted_conversation, frozenset({"waiting"})),
    "is_not_alone": Guard(_is_not_alone, frozenset({"members"})),
    "has_last_answer": Guard(_has_last_answer, frozenset({"waiting"})),
    "has_answers_to_correct": Guard(_has_answers_to_correct, RECORD_KINDS),
    "is_in_no_coalition": Guard(_is_in_no_coalition, frozenset({"my_coalitions"})),
    "is_in_a_coalition": Guard(_is_in_a_coalition, frozenset({"my_coalitions"})),
    "is_in_several_coalitions": Guard(_is_in_several_coalitions, frozenset({"my_coalitions"})),
    "is_coordinator": Guard(_is_coordinator, frozenset({"membership"})),
    "founding_is_by_invitation": Guard(_founding_is_by_invitation, frozenset({"house", "person"})),
    "may_found_another": Guard(_may_found_another, frozenset({"house", "person", "my_coalitions"})),
    "has_primary_target": Guard(_has_primary_target, frozenset({"actor"})),
    "map_has_actors": Guard(_map_has_actors, frozenset({"actor"})),
    "has_unplaced_actors": Guard(_has_unplaced_actors, frozenset({"actor"})),
    "actor_has_no_name": Guard(_actor_has_no_name, frozenset({"actor"})),
    "repeat_is_at_its_end": Guard(_repeat_is_at_its_end),
    "another_is_wanted": Guard(_another_is_wanted),
    "invitation_is_void": Guard(_invitation_is_void, frozenset({"invitation"})),
    "is_member_already": Guard(_is_member_already, frozenset({"invitation", "my_coalitions", "my_crises"})),
    "nobody_was_chosen": Guard(_nobody_was_chosen),
    **partners.GUARDS,
    **resources.GUARDS,
    **committee.GUARDS,
    **goals.GUARDS,
    **launch.GUARDS,
    **documents.GUARDS,
    **news.GUARDS,
    **blockers.GUARDS,
    **action_asking.GUARDS,
    **checkin_asking.GUARDS,
    **crisis_asking.GUARDS,
    **broadcast_asking.GUARDS,
    **broadcast_calls.GUARDS,
}
