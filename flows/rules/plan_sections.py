"""Tells each chapter of the plan from the records, one small function a chapter, so that a chapter is easy to change.

Every function yields the blocks it has something for; a chapter nobody has worked on yet yields none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flows.rules.inventory import (
    Fields,
    Gap,
    Offer,
    Reader,
    Records,
    gaps_of,
    nothing_is_missing,
    offers_of,
    partners_of,
    players_of,
    resources_shown,
)
from flows.rules.power_map import PowerMap, in_words, player_from, power_map
from flows.rules.timeline import moment_of, spelled, texts_of, written

Label = Callable[[str, str], str]
"""("kind.field", stored value) → what people read, or "" for a value without a label (it is left out)."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, under a label (empty when the heading says it), with facts that belong to it."""

    label: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Several of a kind, none before the other."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first column names the thing. Every row has a cell for each column, "" where nothing is known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Said | Listed | Grid


@dataclass(frozen=True, slots=True)
class Source:
    """What a plan is told from: records, words in the reader's language, and for whom."""

    records: Records
    words: Mapping[str, str]
    label: Label
    reader: Reader
    withheld: frozenset[str]

    def all(self, kind: str) -> Mapping[str, Fields]:
        return {item: fields for item, fields in self.records.get(kind, {}).items() if not fields.get("removed")}

    def one(self, kind: str) -> Fields:
        return self.records.get(kind, {}).get("", {})

    def labels(self, field: str, values: Iterable[str]) -> tuple[str, ...]:
        return tuple(found for value in values if value not in _NO_ANSWER and (found := self.label(field, value)))

    def said(self, word: str, field: str) -> Iterator[Block]:
        """A field of one's own words, as "kind.field"; under the heading alone when `word` is ""."""
        kind, _, name = field.partition(".")
        if text := written(self.one(kind), name):
            yield Said(self.words.get(word, ""), text)

    def listed(self, word: str, field: str) -> Iterator[Block]:
        kind, _, name = field.partition(".")
        if items := texts_of(self.one(kind), name):
            yield Listed(self.words.get(word, ""), items)

    def chosen(self, word: str, field: str) -> Iterator[Block]:
        """The labels of what was chosen: one as a sentence, several as a list."""
        kind, _, name = field.partition(".")
        labels = self.labels(field, texts_of(self.one(kind), name))
        if labels:
            yield Listed(self.words[word], labels) if len(labels) > 1 else Said(self.words[word], labels[0])

    def person(self, name: str) -> str:
        """A name as this reader may see it."""
        return self.words["withheld"] if name in self.withheld else name

    def grid(self, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[Block]:
        """A table without the columns that nobody has filled, but for the first and those that always belong."""
        lines = list(rows)
        kept = [i for i, word in enumerate(columns) if i == 0 or word in _ALWAYS or any(line[i] for line in lines)]
        if lines:
            shown = tuple(tuple(line[i] for i in kept) for line in lines)
            yield Grid(tuple(self.words[columns[i]] for i in kept), shown)


_NO_ANSWER: Final = frozenset({"none", "no", ""})
_ALWAYS: Final = frozenset({"owner", "due", "sign"})
"""An empty cell here asks to be filled."""


def map_of(source: Source) -> PowerMap:
    """The power map of everybody who is on it, as this reader may see the names."""
    players = players_of(source.records).items()
    return power_map(player_from(item, {**f, "name": source.person(written(f, "name"))}) for item, f in players)


def _problem(source: Source) -> Iterator[Block]:
    yield from source.said("", "coalition.problem_statement")
    yield from source.said("why_together", "coalition.why_together")
    yield from source.listed("affected", "coalition.affected_groups")
    yield from source.said("evidence", "coalition.evidence")
    yield from source.listed("causes", "coalition.root_causes")


def _map(source: Source) -> Iterator[Block]:
    for line in in_words(map_of(source)):
        yield Listed(source.label("power_map.heading", line.heading), tuple(player.name for player in line.players))


def _partners(source: Source) -> Iterator[Block]:
    partners, players = partners_of(source.records), players_of(source.records)
    others = [fields for item, fields in players.items() if item not in partners]
    spoken_to = [fields for fields in others if fields.get("talk_at") or fields.get("commitment_level")]
    columns = ("name", "type", "commitment", "talk", "talk_lead")
    yield from source.grid(columns, (_partner(source, fields) for fields in [*partners.values(), *spoken_to]))


def _partner(source: Source, actor: Fields) -> tuple[str, ...]:
    kind, commitment = (
        " ".join(source.labels(f"actor.{name}", texts_of(actor, name))) for name in ("kind", "commitment_level")
    )
    leads = "" if source.reader == "members" else written(actor, "talk_lead")  # who talks to whom is not for all
    return source.person(written(actor, "name")), kind, commitment, spelled(actor.get("talk_at")), leads


def _resources(source: Source) -> Iterator[Block]:
    if source.records.get("resource") and resources_shown(source.records, source.reader) == "nothing":
        yield Said("", source.words["resources_kept"])
    columns = ("organisation", "type", "amount", "from", "until", "conditions")
    yield from source.grid(columns, (_offer(source, offer) for offer in offers_of(source.records, source.reader)))
    yield from source.grid(("gaps", "asked", "needed_by"), (_gap(source, gap) for gap in gaps_of(source.records)))
    if nothing_is_missing(source.records):
        yield Said(source.words["gaps"], source.words["nothing_missing"])


def _offer(source: Source, offer: Offer) -> tuple[str, ...]:
    kind = source.label("resource.offered", offer.kind)
    since, until = spelled(offer.since), spelled(offer.until)
    return source.person(offer.organisation), kind, offer.amount, since, until, offer.conditions


def _gap(source: Source, gap: Gap) -> tuple[str, ...]:
    return source.label("gap.missing", gap.kind), ", ".join(map(source.person, gap.asked)), spelled(gap.needed_by)


def _committee(source: Source) -> Iterator[Block]:
    seats = [fields for fields in source.all("seat").values() if written(fields, "name")]
    yield from source.said("", "committee.purpose")
    yield from source.grid(("members", "organisation", "voices"), (_seat(source, fields) for fields in seats))
    for role in ("lead", "deputy"):
        if name := written(source.one("committee"), role):
            yield Said(source.words[role], source.person(name))
    if missing := source.labels("committee.required_voices", _voices_without_a_seat(source)):
        yield Listed(source.words["missing_voices"], missing)
    yield from source.chosen("principles", "committee.ground_rules")
    yield from source.chosen("decision", "committee.decision_rule")
    yield from source.chosen("rhythm", "committee.cadence")
    yield from source.said("name_use", "committee.name_use_rule")
    yield from source.chosen("barriers", "committee.barriers")


def _seat(source: Source, seat: Fields) -> tuple[str, ...]:
    voices = source.labels("committee.required_voices", texts_of(seat, "voices"))
    return source.person(written(seat, "name")), written(seat, "organisation"), ", ".join(voices)


def _voices_without_a_seat(source: Source) -> Iterator[str]:
    heard = {voice for seat in source.all("seat").values() for voice in texts_of(seat, "voices")}
    yield from (v for v in texts_of(source.one("committee"), "required_voices") if v not in heard)


def _vision(source: Source) -> Iterator[Block]:
    yield from source.said("", "coalition.vision")
    yield from source.listed("distance", "coalition.gaps")
    yield from source.chosen("routes", "coalition.change_routes")
    yield from source.said("theory", "coalition.theory_of_change")


def _goals(source: Source) -> Iterator[Block]:
    goals = source.all("goal")
    for item in ("long", "year", "quarter", "initial"):
        goal = goals.get(item, {})
        if text := written(goal, "text"):
            facts = (
                (source.words["decision_maker"], written(goal, "decision_maker")),
                (source.words["measure"], written(goal, "measure")),
                (source.words["due"], spelled(goal.get("due"))),
            )
            yield Said(source.words[f"goal_{item}"], text, tuple(fact for fact in facts if fact[1]))


def _milestones(source: Source) -> Iterator[Block]:
    rows = _in_time(source.all("milestone"))
    yield from source.grid(("milestone", "due", "owner", "status"), (_work(source, "milestone", f) for f in rows))


def _first_steps(source: Source) -> Iterator[Block]:
    rows = ((*_work(source, "task", f), written(f, "done_sign")) for f in _in_time(source.all("task")))
    ordered = ((title, owner, due, sign, status) for title, due, owner, status, sign in rows)
    yield from source.grid(("step", "owner", "due", "sign", "status"), ordered)


def _work(source: Source, kind: str, fields: Fields) -> tuple[str, str, str, str]:
    status = " ".join(source.labels(f"{kind}.status", texts_of(fields, "status")))
    return written(fields, "title"), spelled(fields.get("due")), source.person(written(fields, "owner")), status


def _in_time(several: Mapping[str, Fields]) -> list[Fields]:
    """By date, what has none last; the order of writing among equals."""
    titled = [fields for fields in several.values() if written(fields, "title")]
    return sorted(titled, key=lambda f: (moment_of(f.get("due"))[0] is None, written(f, "due")))


def _means(source: Source) -> Iterator[Block]:
    chosen = {i: f for i, f in source.all("tactic").items() if f.get("chosen") and f.get("fit") != "no"}
    rows = (
        (
            source.label("tactic.chosen", item),
            " ".join(source.labels("tactic.fit", texts_of(fields, "fit"))),
            source.person(written(fields, "owner")),
            spelled(fields.get("due")),
        )
        for item, fields in chosen.items()
    )
    yield from source.grid(("tactic", "fit", "owner", "due"), rows)
    if launch := spelled(source.one("coalition").get("launch_at")):
        yield Said(source.words["launch"], launch)
    if announcer := written(source.one("coalition"), "announcer"):
        yield Said(source.words["announcer"], source.person(announcer))
    yield from source.chosen("checkin", "coalition.checkin_cadence")


def _success(source: Source) -> Iterator[Block]:
    yield from source.listed("", "coalition.success_signs")


SECTIONS: Final[Mapping[str, Callable[[Source], Iterator[Block]]]] = {
    "problem": _problem,
    "map": _map,
    "partners": _partners,
    "resources": _resources,
    "committee": _committee,
    "vision": _vision,
    "goals": _goals,
    "milestones": _milestones,
    "first_steps": _first_steps,
    "means": _means,
    "success": _success,
}
"""Every chapter by the word that heads it, in the order of reading."""
