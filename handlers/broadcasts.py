"""Turns a draft into a call to action that nothing changes any more, and finds whom it is for and who approves it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.facts import Table
from flows.model import Fields
from flows.rules import broadcast as rules
from flows.rules.audience import Traits, alike, belongs, crowd_facts
from flows.rules.stages import STAGES
from flows.typed import folded
from handlers.kit import Kit
from storage.answers import records
from storage.audience import Reachable
from storage.broadcasts import Call, calls_of, calls_since, load_call
from storage.crowd import crowd_of, who_can_decide
from storage.db import Connection

CALLS_SHOWN = 6
FIRST_WORDS = 24

Frozen = Mapping[str, Any]
"""What a call is made of, as its row keeps it: what `frozen` gives, with how many it was for (`count`)."""


def frozen(fields: Fields, language: str) -> dict[str, Any]:
    """A draft as it stands now; `language` is the author's, for words without letters."""
    return {
        "purpose": rules.purpose_of(fields),
        "event": rules.event_of(fields),
        "filters": list(rules.filters_of(fields)),
        "texts": (texts := rules.texts_of(fields, language)),
        "language": next(iter(texts), language),
        "options": list(rules.options_of(fields)) if rules.purpose_of(fields) == "poll" else [],
        "picture": str(fields["picture"]) if rules.has_picture(fields) else "",
        "alt": str(fields.get("alt") or "") if rules.has_picture(fields) else "",
        "when": str(fields.get("when") or rules.NOW),
        "repeat": str(fields.get("repeat") or ""),
    }


def draft_of(conn: Connection, workspace: str, item: str) -> Fields:
    return records(conn, workspace, ("broadcast",))["broadcast"].get(item, {})


def first_words(content: Frozen) -> str:
    """What a call is recognised by in a list."""
    text = " ".join(rules.text_for(content["texts"], content["language"], "").split())
    return text if len(text) <= FIRST_WORDS else text[: FIRST_WORDS - 1].rstrip() + "…"


# -- people ----------------------------------------------------------------------------------------------------------


def everyone_in(conn: Connection, kit: Kit, workspace: str, now: datetime) -> tuple[tuple[Reachable, Traits], ...]:
    """Everybody of a workspace with what tells them apart."""
    catalogue, texts = kit.conversations.catalogue, kit.conversations.texts

    def named(flow: str, step: str) -> str | None:
        has_topic = texts.has(f"{step}.topic", kit.policy.languages[0])
        return f"{flow}:{step if has_topic else ''}" if flow in catalogue else None

    return crowd_of(conn, workspace, now, named, _organisations(conn, workspace), STAGES)


def meant_by(
    conn: Connection, kit: Kit, workspace: str, filters: tuple[str, ...], now: datetime
) -> tuple[Reachable, ...]:
    """Whom a call goes to now: who is meant, can be reached and wants to hear from the coalition."""
    everyone = everyone_in(conn, kit, workspace, now)
    return tuple(one for one, traits in everyone if traits.can_be_told and belongs(traits, filters))


def _organisations(conn: Connection, workspace: str) -> dict[str, str]:
    """The organisation of each seat of the committee, by the name written there."""
    seats = records(conn, workspace, ("seat",))["seat"].values()
    return {str(s["name"]): str(s["organisation"]) for s in seats if s.get("name") and s.get("organisation")}


def approvers_of(conn: Connection, workspace: str, author: int | None) -> tuple[int, ...]:
    """Who may approve but whoever wrote it: other coordinators, and whoever leads the committee or stands in for it.

    Only members tied to their seat count: a name that somebody wrote is nobody in particular.
    """
    committee = records(conn, workspace, ("committee",))["committee"].get("", {})
    seated = (str(committee.get(f"{seat}_person") or "") for seat in ("lead", "deputy"))
    leading = tuple(int(person) for person in seated if person.isdecimal())
    return tuple(person for person in who_can_decide(conn, workspace, leading) if person != author)


def may_approve(conn: Connection, call: Call, person: int) -> bool:
    """Whether this person is a second pair of eyes for this call."""
    if person == call.author:
        return False
    return str(person) == call.content.get("reader") or person in approvers_of(conn, call.workspace, call.author)


def coalition_name(conn: Connection, workspace: str) -> str | None:
    name = records(conn, workspace, ("coalition",))["coalition"].get("", {}).get("name")
    return str(name) if name else None


# -- as facts --------------------------------------------------------------------------------------------------------


def crowd_table(conn: Connection, kit: Kit, workspace: str | None, now: datetime) -> Table:
    everyone = everyone_in(conn, kit, workspace, now) if workspace else ()
    return crowd_facts(alike(traits for _, traits in everyone))


def calls_table(conn: Connection, kit: Kit, workspace: str | None, person: int, now: datetime) -> Table:
    """The newest calls; under "" how many others may approve, and how many calls there were this week."""
    if workspace is None:
        return {}
    approvers, week = len(approvers_of(conn, workspace, person)), timedelta(days=7)
    about_all: Fields = {"approvers": approvers, "this_week": calls_since(conn, workspace, now - week)}
    return {"": about_all, **{call.id: call_fields(call, kit) for call in calls_of(conn, workspace, CALLS_SHOWN)}}


def call_table(conn: Connection, kit: Kit, workspace: str | None, named: str | None) -> Table:
    """The one call that a button named."""
    call = load_call(conn, named, workspace)
    return {"": call_fields(call, kit)} if call is not None else {}


def call_fields(call: Call, kit: Kit) -> Fields:
    local = (call.starts_at or call.asked_at).astimezone(ZoneInfo(kit.policy.timezone))
    content = call.content
    labels = {f"label_option{at}": text for at, text in enumerate(content["options"], 1)}
    return {
        "state": call.state,
        "purpose": content["purpose"],
        "first_words": first_words(content),
        "day": f"{local.day}.{local.month}",
        "count": content.get("count", 0),
        "starred": call.starred,
        "options": list(content["options"]),
        **labels,
    }


def is_same_platform(one: str, other: str) -> bool:
    """Whether a picture that lies with one channel can be shown by the other."""
    return one == other or (one.startswith("playground_") and other.startswith("playground_"))


def start_of_call(content: Frozen, kit: Kit, now: datetime) -> datetime:
    """When its messages may go: at the time that was chosen, or when there was time to take it back."""
    soonest = now + rules.UNDO_FOR
    chosen = rules.starts_at({"when": content["when"]}, now, ZoneInfo(kit.policy.timezone))
    return chosen if chosen is not None and chosen > soonest else soonest


def is_later(start: datetime, now: datetime) -> bool:
    """Whether it waits for its time, rather than for a chance to take it back."""
    return start > now + rules.UNDO_FOR + timedelta(seconds=1)


def typed_name_fits(typed: str, coalition: str) -> bool:
    """A coalition without a name has nothing to type."""
    return rules.is_named(typed, coalition) if folded(coalition) else True
