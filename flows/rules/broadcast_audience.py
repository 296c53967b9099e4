"""Offers whom a call to action could be for: what tells people apart here, each group with how many it is."""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Here, Source
from flows.model import Choice, Fields, Phrase, Verbatim, Wording
from flows.rules import broadcast as rules
from flows.rules.action_days import title_of
from flows.rules.audience import ALL, KINDS, NO_ANSWER, Crowd, crowd_from, reach, values_of

ASKING = frozenset({"broadcast", "crowd"})
SHOWN = 9
"""Of a list of people's groups; one row more goes back to everybody."""


def fields_here(facts: Facts, here: Here) -> Fields:
    return facts.all("broadcast").get(here.frame.item, {})


def crowd_here(facts: Facts) -> Crowd:
    return crowd_from(facts.all("crowd"))


def _kinds(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Everybody, and whatever tells people apart here."""
    crowd = crowd_here(facts)
    everybody = Choice(ALL, Phrase("audience-all", {"count": reach(crowd, (ALL,)).people}))
    kinds = (kind for kind in KINDS if _tells_apart(kind, crowd))
    return (everybody, *(Choice(kind, Phrase(f"audience-kind.{kind}")) for kind in kinds))


def _kinds_to_narrow(facts: Facts, here: Here) -> tuple[Choice, ...]:
    chosen = rules.filters_of(fields_here(facts, here))[0].partition(":")[0]
    return tuple(choice for choice in _kinds(facts, here) if choice.value != chosen or choice.value == ALL)


def _tells_apart(kind: str, crowd: Crowd) -> bool:
    values = values_of(crowd, kind)
    return len(values) > (1 if kind in ("role", "language") else 0)


def _values(field: str) -> Callable[[Facts, Here], tuple[Choice, ...]]:
    def values(facts: Facts, here: Here) -> tuple[Choice, ...]:
        kind, crowd = str(fields_here(facts, here).get(field)), crowd_here(facts)
        if kind not in KINDS:
            return ()
        counted = values_of(crowd, kind)
        if kind == "event":
            counted = _with_silence(counted, crowd)
        everybody = Choice(ALL, Phrase("audience-all", {"count": reach(crowd, (ALL,)).people}))
        named = (
            Choice(value, Phrase("audience-label", {"name": audience_name(value, facts), "count": people}))
            for value, people in list(counted.items())[:SHOWN]
        )
        return (*named, everybody)

    return values


def _with_silence(counted: Mapping[str, int], crowd: Crowd) -> dict[str, int]:
    """Beside those who answered, for each action those who did not."""
    actions = dict.fromkeys(value.rpartition(":")[0] for value in counted)
    silent = {f"{action}:{NO_ANSWER}": reach(crowd, (f"{action}:{NO_ANSWER}",)).people for action in actions}
    return {**counted, **{value: people for value, people in silent.items() if people}}


def audience_name(value: str, facts: Facts) -> Wording:
    """A filter as people read it."""
    kind, _, rest = value.partition(":")
    if kind == "event":
        item, _, answer = rest.rpartition(":")
        title = title_of(facts.tables.get("action", {}).get(item, {}))
        return Phrase("audience-event", {"title": title, "answer": Phrase(f"audience-answer.{answer}")})
    if kind == "step":
        flow, _, step = rest.partition(":")
        at = {"flow": Phrase(f"{flow}-title"), "topic": Phrase(f"{step}.topic")}
        return Phrase("audience-step-at", at) if step else Phrase("audience-step", {"flow": at["flow"]})
    if kind == "reply":
        call, _, answer = rest.rpartition(":")
        known = facts.tables.get("calls", {}).get(call, {})
        said = rules.counted_as(answer, Verbatim(str(known.get(f"label_{answer}") or "–")))
        return Phrase("audience-event", {"title": str(known.get("first_words") or "–"), "answer": said})
    if kind in ("role", "language"):
        return Phrase(f"audience-{kind}.{rest}")
    if kind == "silent":
        return Phrase("audience-silent", {"days": int(rest)})
    return Verbatim(rest) if rest else Phrase("audience-everybody")


def for_whom_said(fields: Fields, facts: Facts) -> Wording:
    names = tuple(audience_name(one, facts) for one in rules.filters_of(fields))
    return names[0] if len(names) == 1 else Phrase("audience-both", {"one": names[0], "other": names[1]})


SOURCES: Mapping[str, Source] = {
    "audience_kinds": Source(_kinds, ASKING),
    "audience_kinds_to_narrow": Source(_kinds_to_narrow, ASKING),
    "audience_values": Source(_values("audience"), ASKING | {"action", "calls"}),
    "narrow_values": Source(_values("narrow"), ASKING | {"action", "calls"}),
}
