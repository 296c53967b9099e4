"""Says whether a police licence is likely to be needed, so that nobody learns it from an officer on the day.

This is the printed decision aid and no legal advice. Its numbers and verdicts come from the operator's table, where
somebody with legal knowledge can change them; what is not answered counts as the case that needs more care.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from flows.model import Fields, Value


class Verdict(StrEnum):
    """What to do about a licence, from the lightest to the heaviest."""

    NOT_NEEDED = "not_needed"
    COORDINATION_OPTIONAL = "coordination_optional"
    LIKELY = "likely"
    COUNSEL_FIRST = "counsel_first"


ROWS = (
    "online",
    "permit_always",
    "not_assembly_rule",
    "unlikely",
    "unlikely_conditions",
    "likely",
    "depends_on_subject",
    "unclear",
    "special_terms",
    "check_home_front",
)
"""The rows of the decision aid; the text of each is `licence-reason.<row>`."""

KNESSET, NOWHERE_SPECIAL = "knesset", "none"
MARCH, SPEECHES = "march", "speeches"
NEEDS_MORE = frozenset({"road", "sound", "tent"})
"""What is set up or used that has rules of its own."""

_WEIGHT = {verdict: weight for weight, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Rules:
    """The operator's numbers (people, days) and each row's verdict; `checked` is the ISO day somebody read them."""

    crowd: int = 0
    file_days: int = 0
    plan_days: int = 0
    emergency: bool = False
    checked: str | None = None
    checked_by: str | None = None
    verdicts: Mapping[str, Verdict] | None = None

    def verdict_of(self, row: str) -> Verdict:
        return (self.verdicts or {}).get(row, Verdict.COUNSEL_FIRST)


@dataclass(frozen=True, slots=True)
class Planned:
    """What is known of an action; None where nobody answered."""

    count: int | None = None
    outdoor: bool | None = None
    elements: frozenset[str] | None = None
    places: frozenset[str] = frozenset()
    online: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """The heaviest verdict, and every row that applies, in the order of the aid."""

    verdict: Verdict
    rows: tuple[str, ...]


def advice(planned: Planned, rules: Rules) -> Advice:
    """The decision aid. At least one row always applies."""
    rows = tuple(_rows(planned, rules))
    return Advice(max((rules.verdict_of(row) for row in rows), key=_WEIGHT.__getitem__), rows)


def file_by(start: date, today: date, rules: Rules) -> date:
    """The day to hand in the request: some days before the law's last one, and never a day that is over."""
    return max(start - timedelta(days=rules.plan_days), today)


def is_late(start: date, today: date, rules: Rules) -> bool:
    """Whether the usual last day for handing in has passed."""
    return start - timedelta(days=rules.file_days) < today


def _rows(planned: Planned, rules: Rules) -> Iterator[str]:
    if planned.online:
        yield "online"
        return
    if KNESSET in planned.places:
        yield "permit_always"
    elif planned.outdoor is False:
        yield "not_assembly_rule"
    else:
        yield from _under_open_sky(planned, rules)
    if _has_terms_of_its_own(planned):
        yield "special_terms"
    if rules.emergency:
        yield "check_home_front"


def _under_open_sky(planned: Planned, rules: Rules) -> Iterator[str]:
    if planned.count is not None and planned.count < rules.crowd:
        yield "unlikely"
        return
    elements = planned.elements or frozenset()
    if MARCH in elements:
        yield "likely"
    if SPEECHES in elements:
        yield "depends_on_subject"
    if planned.elements is None or planned.count is None or planned.outdoor is None:
        yield "unclear"
    elif not elements & {MARCH, SPEECHES}:
        yield "unlikely_conditions"


def _has_terms_of_its_own(planned: Planned) -> bool:
    near = planned.places - {KNESSET, NOWHERE_SPECIAL}
    set_up = NEEDS_MORE & (planned.elements or frozenset()) if planned.outdoor is not False else frozenset()
    return bool(near or set_up)


# -- between the operator's table and the facts ----------------------------------------------------------------------


def as_facts(rules: Rules) -> Fields:
    """The rules as fields of the fact `house`."""
    return {
        "licence_crowd": rules.crowd,
        "licence_file_days": rules.file_days,
        "licence_plan_days": rules.plan_days,
        "licence_emergency": rules.emergency,
        "licence_checked": rules.checked,
        "licence_checked_by": rules.checked_by,
        "licence_verdicts": [f"{row}={verdict.value}" for row, verdict in (rules.verdicts or {}).items()],
    }


def rules_in(house: Fields) -> Rules:
    """The rules that `as_facts` wrote; where nothing is written, the most careful ones."""
    written = house.get("licence_verdicts")
    pairs = (pair.partition("=") for pair in (written if isinstance(written, list) else ()))
    return Rules(
        crowd=_whole(house.get("licence_crowd")),
        file_days=_whole(house.get("licence_file_days")),
        plan_days=_whole(house.get("licence_plan_days")),
        emergency=house.get("licence_emergency") is True,
        checked=_words(house.get("licence_checked")),
        checked_by=_words(house.get("licence_checked_by")),
        verdicts={row: Verdict(verdict) for row, _, verdict in pairs},
    )


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _words(value: Value) -> str | None:
    return str(value) if value else None
