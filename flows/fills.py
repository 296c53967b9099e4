"""Gives what texts fill in (a summary, a name, a count), by the names flow files use."""

from collections.abc import Mapping

from flows.facts import RECORD_KINDS, Facts, Filling, Here
from flows.guards import GUARDS
from flows.model import Fill, Phrase, Verbatim, Wording
from flows.readings import Readings
from flows.rules import (
    action_asking,
    blockers,
    broadcast_asking,
    broadcast_calls,
    checkin_asking,
    committee,
    crisis_saying,
    documents,
    goals,
    launch,
    news,
    partners,
    quiet_choices,
    resources,
)
from flows.rules.changes import changed_lines
from flows.rules.stages import STAGES, stage_lines, summary_of
from flows.sources import SOURCES, coalition_label
from flows.standing import Standing

Fills = Mapping[str, Fill]

CRISIS = "crisis"
"""The kind of workspace that has no name of its own."""


def _at(facts: Facts, here: Here) -> Standing:
    return Standing(here.catalogue, Readings(GUARDS, SOURCES, FILLS), here.place, facts, here.now)


def _summary(facts: Facts, here: Here) -> Fills:
    at, flow = _at(facts, here), here.calling or here.flow
    return {"summary": (*summary_of(at, flow), *changed_lines(facts, here.catalogue, flow))}


def _coalition_card(facts: Facts, here: Here) -> Fills:
    at = _at(facts, here)
    lines: list[Wording] = []
    for stage in STAGES:
        said = summary_of(at, here.catalogue[stage], only_answered=True)
        if said:
            lines += [Verbatim(""), Phrase(f"{stage}-title"), *said]
    return {"card": tuple(lines[1:]) or (Phrase("not-clear-yet"),)}


def _stages(facts: Facts, here: Here) -> Fills:
    return {"stages": stage_lines(_at(facts, here))}


def _who_runs_this(facts: Facts, here: Here) -> Fills:
    return {"operator": _operator(facts)}


def _about(facts: Facts, here: Here) -> Fills:
    house = facts.one("house")
    return {"operator": _operator(facts), "version": str(house["version"]), "date": str(house["updated"])}


def _invitation(facts: Facts, here: Here) -> Fills:
    invitation = facts.one("invitation")
    if invitation.get("kind") == CRISIS:
        return {"coalition": Phrase("crisis-team-name")}
    return {"coalition": coalition_label(invitation.get("coalition"))}


def _coalition_name(facts: Facts, here: Here) -> Fills:
    active = facts.one("person").get("active_workspace")
    return {"coalition": coalition_label(facts.all("my_coalitions").get(str(active), {}).get("name"))}


def _people(facts: Facts, here: Here) -> Fills:
    return {
        "coalition": coalition_label(facts.one("membership").get("coalition")),
        "count": len(facts.all("members")),
    }


def _chosen_member(facts: Facts, here: Here) -> Fills:
    member = facts.all("members").get(here.place.carried.get("member", ""), {})
    role = str(member.get("role") or "member")
    return {"member": str(member.get("name") or ""), "role": Phrase(f"role-label.{role}")}


def _operator(facts: Facts) -> Wording:
    name = facts.one("house").get("operator")
    return Verbatim(str(name)) if name else Phrase("operator-unknown")


FILLS: Mapping[str, Filling] = {
    "summary": Filling(_summary, RECORD_KINDS | {"changed"}, frozenset({"summary"})),
    "coalition_card": Filling(_coalition_card, RECORD_KINDS, frozenset({"card"})),
    "stages": Filling(_stages, RECORD_KINDS, frozenset({"stages"})),
    "who_runs_this": Filling(_who_runs_this, frozenset({"house"}), frozenset({"operator"})),
    "about": Filling(_about, frozenset({"house"}), frozenset({"operator", "version", "date"})),
    "invitation": Filling(_invitation, frozenset({"invitation"}), frozenset({"coalition"})),
    "coalition_name": Filling(_coalition_name, frozenset({"my_coalitions", "person"}), frozenset({"coalition"})),
    "people": Filling(_people, frozenset({"membership", "members"}), frozenset({"coalition", "count"})),
    "chosen_member": Filling(_chosen_member, frozenset({"members"}), frozenset({"member", "role"})),
    **partners.FILLS,
    **resources.FILLS,
    **committee.FILLS,
    **goals.FILLS,
    **launch.FILLS,
    **documents.FILLS,
    **news.FILLS,
    **blockers.FILLS,
    **quiet_choices.FILLS,
    **action_asking.FILLS,
    **checkin_asking.FILLS,
    **crisis_saying.FILLS,
    **broadcast_asking.FILLS,
    **broadcast_calls.FILLS,
}

READINGS = Readings(GUARDS, SOURCES, FILLS)
"""Everything flow files may name."""
