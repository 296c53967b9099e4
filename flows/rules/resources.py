"""Keeps the ledger of stage D: which organisation brings what, what is missing, and who is asked for it."""

from collections.abc import Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim, Wording
from flows.rules.actors import on_the_map

KINDS = ("volunteers", "staff", "advisers", "money", "media", "knowledge", "experience", "space", "access")
GAPS = ("volunteers", "staff", "legal", "money", "media", "data", "arabic", "space")
NOTHING = "none"
OPPONENTS = frozenset({"passive_opp", "active_opp"})

LEDGER = frozenset({"actor", "resource", "gap"})


def organisations(facts: Facts) -> dict[str, Fields]:
    """Who may bring something: players on our side, those who joined or promised first."""
    ours = {i: f for i, f in on_the_map(facts).items() if f.get("stance") not in OPPONENTS and _is_with_us(f)}
    others = {
        i: f
        for i, f in on_the_map(facts).items()
        if i not in ours and f.get("stance") not in OPPONENTS and not f.get("pressure_target")
    }
    return {**ours, **others}


def resource_item(organisation: str, kind: str) -> str:
    """The record of one kind of resource of one organisation."""
    return f"{organisation}:{kind}"


def parts_of(item: str) -> tuple[str, str]:
    """(organisation, kind) of a resource's record."""
    organisation, _, kind = item.rpartition(":")
    return organisation, kind


def offered(facts: Facts) -> dict[str, Fields]:
    """What is on the table."""
    return {item: f for item, f in facts.all("resource").items() if f.get("offered")}


def missing(facts: Facts) -> dict[str, Fields]:
    """What is still missing."""
    return {item: f for item, f in facts.all("gap").items() if f.get("missing") and item != NOTHING}


def _is_with_us(actor: Fields) -> bool:
    return bool(
        actor.get("commitment_level")
        or actor.get("shares_goal")
        or actor.get("stance") in {"active_ally", "passive_ally"}
    )


# -- what flow files ask -------------------------------------------------------------------------------------------


def _organisations(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(f["name"]))) for item, f in organisations(facts).items())


def _resource_kinds(facts: Facts, here: Here) -> tuple[Choice, ...]:
    chosen = here.place.carried.get("organisation", "")
    return tuple(Choice(resource_item(chosen, kind), Phrase(f"resource-kind.{kind}")) for kind in KINDS)


def _resources_without_detail(facts: Facts, here: Here) -> tuple[Choice, ...]:
    chosen = here.place.carried.get("organisation", "")
    bare = (item for item, f in offered(facts).items() if not f.get("description") and parts_of(item)[0] == chosen)
    return tuple(Choice(item, Phrase(f"resource-kind.{parts_of(item)[1]}")) for item in bare)


def _resources_detailed(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """What is on the table with its details: who brings it, and what it is."""
    known = ((item, f, parts_of(item)) for item, f in offered(facts).items() if f.get("description"))
    return tuple(
        Choice(
            item,
            Phrase(
                "resource-line-bare",
                {
                    "organisation": str(facts.all("actor").get(organisation, {}).get("name") or "–"),
                    "type": Phrase(f"resource-kind.{kind}"),
                },
            ),
        )
        for item, _, (organisation, kind) in known
    )


def _picked_resource(facts: Facts, here: Here) -> tuple[Choice, ...]:
    picked = here.place.carried.get("resource")
    return tuple(choice for choice in _resources_detailed(facts, here) if choice.value == picked)


def _gap_kinds(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(kind, Phrase(f"gap-kind.{kind}")) for kind in (*GAPS, NOTHING))


def _gaps_without_ask(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(i, Phrase(f"gap-kind.{i}")) for i, f in missing(facts).items() if not f.get("asked"))


def _has_no_organisation(facts: Facts, here: Here) -> bool:
    return not organisations(facts)


def _organisation_was_chosen(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("organisation") in facts.all("actor")


def _resource_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    organisation, kind = parts_of(here.frame.item)
    name = str(facts.all("actor").get(organisation, {}).get("name") or "–")
    return {"type": Phrase(f"resource-kind.{kind}"), "organisation": name}


def _organisation_chosen_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    chosen = here.place.carried.get("organisation", "")
    return {"organisation": str(facts.all("actor").get(chosen, {}).get("name") or "–")}


def _ledger_has_entries(facts: Facts, here: Here) -> bool:
    return bool(offered(facts) or missing(facts))


def _has_organisations(facts: Facts, here: Here) -> bool:
    return bool(organisations(facts))


def _gap_fill(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"gap": Phrase(f"gap-kind.{here.frame.item}")}


def _resources_summary(facts: Facts, here: Here) -> Mapping[str, Fill]:
    lines: list[Wording] = [_resource_line(facts, item, f) for item, f in offered(facts).items()]
    lines += [_gap_line(facts, item, f) for item, f in missing(facts).items()]
    return {"summary": tuple(lines)}


def _resource_line(facts: Facts, item: str, resource: Fields) -> Phrase:
    organisation, kind = parts_of(item)
    fills: dict[str, Fill] = {
        "organisation": str(facts.all("actor").get(organisation, {}).get("name") or "–"),
        "type": Phrase(f"resource-kind.{kind}"),
    }
    detail = resource.get("description")
    if not detail:
        return Phrase("resource-line-bare", fills)
    return Phrase("resource-line", {**fills, "detail": str(detail)})


def _gap_line(facts: Facts, item: str, gap: Fields) -> Phrase:
    label = Phrase(f"gap-kind.{item}")
    asked = gap.get("asked")
    names = [str(facts.all("actor").get(a, {}).get("name")) for a in asked] if isinstance(asked, list) else []
    if not names:
        return Phrase("gap-line-bare", {"gap": label})
    return Phrase("gap-line", {"gap": label, "asked": " · ".join(names)})


GUARDS: Mapping[str, Guard] = {
    "has_no_organisation": Guard(_has_no_organisation, frozenset({"actor"})),
    "has_organisations": Guard(_has_organisations, frozenset({"actor"})),
    "ledger_has_entries": Guard(_ledger_has_entries, frozenset({"resource", "gap"})),
    "organisation_was_chosen": Guard(_organisation_was_chosen, frozenset({"actor"})),
}

SOURCES: Mapping[str, Source] = {
    "organisations": Source(_organisations, frozenset({"actor"})),
    "possible_givers": Source(_organisations, frozenset({"actor"})),
    "resource_kinds": Source(_resource_kinds, item_kind="resource"),
    "resources_without_detail": Source(_resources_without_detail, frozenset({"resource"}), item_kind="resource"),
    "resources_detailed": Source(_resources_detailed, LEDGER, item_kind="resource"),
    "picked_resource": Source(_picked_resource, LEDGER, item_kind="resource"),
    "gap_kinds": Source(_gap_kinds, item_kind="gap"),
    "gaps_without_ask": Source(_gaps_without_ask, frozenset({"gap"}), item_kind="gap"),
}

FILLS: Mapping[str, Filling] = {
    "resource_item": Filling(_resource_fill, LEDGER, frozenset({"type", "organisation"})),
    "organisation_chosen": Filling(_organisation_chosen_fill, frozenset({"actor"}), frozenset({"organisation"})),
    "gap_item": Filling(_gap_fill, LEDGER, frozenset({"gap"})),
    "resources_summary": Filling(_resources_summary, LEDGER, frozenset({"summary"})),
}
