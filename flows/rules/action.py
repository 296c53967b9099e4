"""Knows an action day: its parts and how far each has come, who lacks a stand-in, what those who come should know.

Roles, risks and lines of the log belong to an action by their name: `<action>:<role>`, `<action>:<risk>`,
`<action>:<when>`. Everything here is a function of the records.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flows.model import Fields, Value
from flows.rules.dates import Moment, moment_from
from flows.rules.licence import Planned, Rules, Verdict, advice

Records = Mapping[str, Mapping[str, Fields]]

ROLES: Final = ("lead", "police", "marshals", "medic", "legal", "media", "docs", "access", "care")
RISKS: Final = ("heat", "crowd", "counter", "police", "alarm", "medical", "kids", "online", "photo")
TOLD_OF_DETENTION: Final = ("legal", "care", "lead")
PARTS: Final = ("form", "legal", "roles", "safety", "publish", "day", "review")
PUBLISHED, PUT_OFF, CANCELLED, HIGH = "published", "put_off", "cancelled", "high"
TOLD_STATES: Final = (PUBLISHED, PUT_OFF, CANCELLED)
"""What people were told about an action, in place of how far its part has come."""

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "form": ("purpose", "type", "start_at", "place", "expected_count", "risk_level"),
    "legal": ("outdoor", "elements", "special_places", "legal_check_by", "emergency_limits_ok"),
    "roles": ("run_of_show", "legal_line"),
    "safety": ("nonviolence", "photo_rule"),
    "day": ("go_no_go", "actual_count", "all_home"),
}
_REVIEWED: Final = ("planned", "happened", "why", "keep", "change")
_LOG_TIME: Final = "%Y%m%dT%H%M%S"
_FAR: Final = "9999"


@dataclass(frozen=True, slots=True)
class Brief:
    """What everyone who comes should know. Values are as they were answered; choices by their codes."""

    title: str
    start: Moment | None
    place: str
    purpose: str
    bring: tuple[str, ...]
    programme: tuple[str, ...]
    licence_status: str
    licence_terms: str
    legal_line: str
    accessibility: tuple[str, ...]
    photo_rule: str
    nonviolence: str
    agreement: str
    responses: tuple[tuple[str, str], ...]
    next_ask: str


def brief_of(records: Records, item: str) -> Brief:
    """The participants' brief as plain data; empty where nobody answered. `responses` are (risk, what we do then)."""
    action = records["action"].get(item, {})
    return Brief(
        title=text_of(action, "title"),
        start=start_of(action),
        place=text_of(action, "place"),
        purpose=text_of(action, "purpose"),
        bring=lines_of(action, "equipment"),
        programme=lines_of(action, "run_of_show"),
        licence_status=text_of(action, "licence_status"),
        licence_terms=text_of(action, "licence_terms") if action.get("licence_status") == "terms" else "",
        legal_line=text_of(action, "legal_line"),
        accessibility=lines_of(action, "accessibility"),
        photo_rule=text_of(action, "photo_rule"),
        nonviolence=text_of(action, "nonviolence"),
        agreement=text_of(action, "agreement") if action.get("nonviolence") == "edit" else "",
        responses=tuple(
            (last_part(risk), text_of(f, "response"))
            for risk, f in risks_of(records, item).items()
            if f.get("response")
        ),
        next_ask=text_of(action, "next_ask"),
    )


# -- what belongs to an action ---------------------------------------------------------------------------------------


def part_item(action: str, part: str) -> str:
    """The record of one role, risk or line of the log of an action."""
    return f"{action}:{part}"


def action_of(item: str) -> str:
    """The action a record such as `<action>:<role>` belongs to; an action's own name is itself."""
    return item.partition(":")[0]


def last_part(item: str) -> str:
    """The role or risk of a record such as `<action>:<role>`."""
    return item.rpartition(":")[2]


def roles_of(records: Records, action: str) -> dict[str, Fields]:
    """The roles this action wants, in the order in which they are named."""
    return _ticked(records["role"], action, ROLES, "wanted")


def risks_of(records: Records, action: str) -> dict[str, Fields]:
    """What this action prepares for."""
    return _ticked(records["risk"], action, RISKS, "named")


def without_backup(records: Records, action: str) -> tuple[str, ...]:
    """The wanted roles that nobody stands in for, or that nobody has at all."""
    return tuple(
        last_part(i) for i, f in roles_of(records, action).items() if not (f.get("owner") and f.get("backup"))
    )


def incidents_of(records: Records, action: str) -> tuple[tuple[datetime, str, str], ...]:
    """The log in the order of time: local time, what it is ("note" or "detained"), what was written."""
    mine = ((i, f) for i, f in records["incident"].items() if action_of(i) == action and f.get("text"))
    told = ((_logged_at(i), "detained" if f.get("kind") == "yes" else "note", str(f["text"])) for i, f in mine)
    return tuple(sorted(told))


def incident_item(action: str, now: datetime) -> str:
    """A new line of the log; its name keeps the local time."""
    return part_item(action, now.strftime(_LOG_TIME))


def actions_in(records: Records, today: date) -> dict[str, Fields]:
    """Actions by what is next: those to come by their day, those without a day, then the past, newest first."""
    named = {i: f for i, f in records["action"].items() if f.get("title") and not f.get("removed")}
    ahead = {
        i: f for i, f in named.items() if text_of(f, "start_at")[:10] >= today.isoformat() or not f.get("start_at")
    }
    behind = [i for i in named if i not in ahead]
    order = sorted(ahead, key=lambda i: text_of(ahead[i], "start_at") or _FAR)
    order += sorted(behind, key=lambda i: text_of(named[i], "start_at"), reverse=True)
    return {item: named[item] for item in order}


# -- where an action stands ------------------------------------------------------------------------------------------


def part_state(records: Records, action: str, part: str) -> str:
    """empty | begun | answered; of publishing also published | put_off | cancelled."""
    fields = records["action"].get(action, {})
    if part == "publish":
        status = fields.get("status")
        return str(status) if status in TOLD_STATES else "empty"
    if part == "review":
        return _how_far([bool(records["review"].get(action, {}).get(name)) for name in _REVIEWED])
    answered = [bool(fields.get(name)) for name in _FIELDS[part]]
    if part == "roles":
        wanted = roles_of(records, action)
        answered += [bool(wanted), *(bool(f.get("owner")) for f in wanted.values())]
    if part == "safety":
        named = risks_of(records, action)
        answered += [bool(named), *(bool(f.get("response")) for f in named.values())]
    return _how_far(answered)


def still_open(records: Records, action: str, rules: Rules) -> tuple[str, ...]:
    """What should not be open when people set out, as keys of `action-open`; nothing when all is settled."""
    return tuple(_still_open(records, action, rules))


def lacks_when_or_where(action: Fields) -> bool:
    return not (action.get("start_at") and action.get("place"))


def lacks_review(action: Fields) -> bool:
    """Whether the risk is high and no adviser has looked: then nothing is published."""
    return action.get("risk_level") == HIGH and not action.get("reviewed_by")


def may_publish(action: Fields) -> bool:
    return not (lacks_when_or_where(action) or lacks_review(action) or action.get("status") == CANCELLED)


def planned_of(action: Fields) -> Planned:
    """What the decision aid needs to know; a march or a rally has its elements even where nobody ticked them."""
    elements = action.get("elements")
    by_form = {"march": {"march"}, "rally": {"speeches"}}.get(str(action.get("type")), set())
    count = action.get("expected_count")
    return Planned(
        count=count if isinstance(count, int) else None,
        outdoor={"yes": True, "no": False}.get(str(action.get("outdoor"))),
        elements=frozenset(elements) | by_form if isinstance(elements, list) else frozenset(by_form) or None,
        places=frozenset(lines_of(action, "special_places")),
        online=action.get("type") == "digital",
    )


def start_of(action: Fields) -> Moment | None:
    value = action.get("start_at")
    return moment_from(value) if isinstance(value, str) and value else None


def text_of(fields: Fields, name: str) -> str:
    """An answer in words; empty where there is none."""
    value = fields.get(name)
    return str(value) if value not in (None, "", []) else ""


def lines_of(fields: Fields, name: str) -> tuple[str, ...]:
    """An answer of several; empty where there is none."""
    value: Value = fields.get(name)
    return tuple(value) if isinstance(value, list) else ()


def _ticked(table: Mapping[str, Fields], action: str, parts: tuple[str, ...], mark: str) -> dict[str, Fields]:
    items = (part_item(action, part) for part in parts)
    return {item: table[item] for item in items if table.get(item, {}).get(mark) is True}


def _how_far(answered: list[bool]) -> str:
    return "answered" if all(answered) else "begun" if any(answered) else "empty"


def _still_open(records: Records, action: str, rules: Rules) -> Iterator[str]:
    fields = records["action"].get(action, {})
    if _licence_is_open(fields, rules):
        yield "licence"
    if lacks_review(fields):
        yield "review"
    roles = roles_of(records, action)
    if not roles or not all(f.get("owner") for f in roles.values()):
        yield "roles"
    if not fields.get("legal_line"):
        yield "legal_line"
    if any(not f.get("response") for f in risks_of(records, action).values()):
        yield "responses"
    if fields.get("emergency_limits_ok") != "yes":
        yield "emergency"


def _licence_is_open(action: Fields, rules: Rules) -> bool:
    status = action.get("licence_status")
    if status:
        return status in {"todo", "sent", "refused", "unsure"}
    return advice(planned_of(action), rules).verdict in {Verdict.LIKELY, Verdict.COUNSEL_FIRST}


def _logged_at(item: str) -> datetime:
    return datetime.strptime(last_part(item), _LOG_TIME)  # noqa: DTZ007 - local time, as people read it
