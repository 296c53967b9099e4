"""Counts how a call to action went, and writes the counts down before the rows that they come from are forgotten."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.facts import Table
from handlers.broadcast_words import ENDED
from handlers.broadcasts import first_words
from storage.broadcasts import (
    Call,
    Ends,
    ends_of,
    forget_replies,
    left_after,
    load_call,
    replies_to,
    set_call,
    to_be_written_down,
    went_on_after,
    with_old_replies,
)
from storage.db import Connection
from storage.people import load_person

REPORT_AFTER = timedelta(hours=24)
REPLIES_KEPT = timedelta(days=30)
WRITTEN_DOWN_AFTER = timedelta(days=6)
"""A day before the rows it is counted from may be forgotten."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a call stands at one moment. `gone`: people whose rows went with them when they were forgotten."""

    call: Call
    ends: Ends
    answers: dict[str, int]
    went_on: int
    left: int
    approver: str | None

    @property
    def gone(self) -> int:
        return max(0, self.call.people - self.ends.total)

    @property
    def answered(self) -> int:
        return sum(self.answers.values())


def report_of(conn: Connection, call: Call) -> Report:
    kept = call.ended or {}
    left = kept.get("left", 0)
    if "left" not in kept and call.starts_at is not None:
        left = left_after(conn, call, call.starts_at + REPORT_AFTER)
    answers = dict(kept.get("answers") or replies_to(conn, call.id))
    went_on = kept["on"] if "on" in kept else went_on_after(conn, call.id)
    approver = load_person(conn, call.approver).display_name if call.approver else None
    return Report(call, ends_of(conn, call), answers, went_on, left, approver)


def write_down(conn: Connection, now: datetime) -> None:
    """Keep how calls ended, before the rows that say so are forgotten."""
    for call in to_be_written_down(conn, now - WRITTEN_DOWN_AFTER):
        ends = ends_of(conn, call)
        if not ends.open:
            left = left_after(conn, call, (call.starts_at or call.asked_at) + REPORT_AFTER)
            kept = {"states": dict(ends.states), "reasons": dict(ends.reasons), "left": left}
            set_call(conn, call.id, ended={**(call.ended or {}), **kept})


def forget_who_answered(conn: Connection, now: datetime) -> None:
    """After some weeks only the numbers are kept of what people answered."""
    for call in with_old_replies(conn, now - REPLIES_KEPT):
        counts = {"answers": dict(replies_to(conn, call.id)), "on": went_on_after(conn, call.id)}
        set_call(conn, call.id, ended={**(call.ended or {}), **counts})
        forget_replies(conn, call.id)


def sheet_facts(conn: Connection, workspace: str, item: str) -> Table:
    """The report as numbers, for whoever draws it; empty when there is no such call."""
    call = load_call(conn, item, workspace)
    if call is None:
        return {}
    report = report_of(conn, call)
    return {
        "": {
            "purpose": call.content["purpose"],
            "words": first_words(call.content),
            "options": list(call.content["options"]),
            "people": call.people,
            **{name: report.ends.of(*states) for name, states in ENDED.items()},
            "open": report.ends.open,
            "gone": report.gone,
            "went_on": report.went_on,
            "left": report.left,
            **{f"answer_{code}": count for code, count in report.answers.items()},
        }
    }
