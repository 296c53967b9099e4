"""Keeps the ledger of who brings what and what is missing, and decides who may read it: amounts are sensitive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from flows.rules.timeline import texts_of, written

Fields = Mapping[str, object]
Records = Mapping[str, Mapping[str, Fields]]
"""kind → item → field → value; what there is only one of has the item ""."""

Reader = Literal["lead", "steering", "members"]
"""The circle a document is made for, innermost first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one organisation brings; kind and days as they were saved, "" where nothing is known."""

    organisation: str
    kind: str
    amount: str
    since: str
    until: str
    conditions: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing and until when, as they were saved, and the names of those who were asked for it."""

    kind: str
    asked: tuple[str, ...]
    needed_by: str


_MAY_SEE: Final[Mapping[str, tuple[Reader, ...]]] = {
    "lead": ("lead",),
    "steering": ("lead", "steering"),
    "members": ("lead", "steering", "members"),
}
_COMMITTED: Final = frozenset({"endorse", "give", "member"})
_NOTHING_MISSING: Final = "none"


def resources_shown(records: Records, reader: Reader) -> Literal["all", "outline", "nothing"]:
    """How much of the ledger a reader may see: what the coalition chose; unasked, details are the committee's."""
    chosen = written(records.get("coalition", {}).get("", {}), "inventory_visibility")
    if reader in _MAY_SEE.get(chosen, _MAY_SEE["steering"]):
        return "all"
    return "nothing" if chosen in _MAY_SEE else "outline"


def offers_of(records: Records, reader: Reader) -> tuple[Offer, ...]:
    """Who brings what, by organisation. An outline has no amounts and conditions: money and contacts stand there."""
    shown = resources_shown(records, reader)
    if shown == "nothing":
        return ()
    return tuple(sorted(_offers(records, with_details=shown == "all"), key=lambda offer: offer.organisation))


def gaps_of(records: Records) -> tuple[Gap, ...]:
    """What is still missing, in the order in which it was said. Who was asked for it is no secret."""
    return tuple(
        Gap(kind, tuple(_names(records, texts_of(fields, "asked"))), written(fields, "needed_by"))
        for kind, fields in records.get("gap", {}).items()
        if fields.get("missing") and kind not in ("", _NOTHING_MISSING)
    )


def nothing_is_missing(records: Records) -> bool:
    """Somebody looked and said so, which is more than nobody having looked."""
    return bool(records.get("gap", {}).get(_NOTHING_MISSING, {}).get("missing")) and not gaps_of(records)


def withheld_from(records: Records, reader: Reader) -> frozenset[str]:
    """Names of those who are at risk: outside the steering committee nobody reads them."""
    if reader != "members":
        return frozenset()
    people = [*records.get("actor", {}).values(), *records.get("seat", {}).values()]
    return frozenset(written(fields, "name") for fields in people if fields.get("at_risk"))


def players_of(records: Records) -> Mapping[str, Fields]:
    """Everybody on the map: with a name, and not taken off."""
    actors = records.get("actor", {})
    return {item: fields for item, fields in actors.items() if written(fields, "name") and not fields.get("removed")}


def partners_of(records: Records) -> Mapping[str, Fields]:
    """Players who are in: they support in public, give something, or are members."""
    givers = {item.partition(":")[0] for item, fields in records.get("resource", {}).items() if fields.get("offered")}
    players = players_of(records)
    return {i: f for i, f in players.items() if written(f, "commitment_level") in _COMMITTED or i in givers}


def _offers(records: Records, *, with_details: bool) -> Iterator[Offer]:
    players = players_of(records)
    for item, fields in records.get("resource", {}).items():
        owner, _, kind = item.partition(":")
        if not fields.get("offered") or not kind or owner not in players:
            continue
        since, until = (written(fields, name) for name in ("available_from", "available_until"))
        amount, terms = (written(fields, name) if with_details else "" for name in ("description", "conditions"))
        yield Offer(written(players[owner], "name"), kind, amount, since, until, terms)


def _names(records: Records, items: tuple[str, ...]) -> Iterator[str]:
    players = players_of(records)
    yield from (written(players[item], "name") for item in items if item in players)
