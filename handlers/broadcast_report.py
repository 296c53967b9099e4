"""Tells how a call to action went: the five ends that add up to its audience, the answers, who went on, who left.

Counted from the outbox while its rows are kept; before those are forgotten, the counts are written down.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from flows.effects import Do
from flows.model import Phrase, Place, Wording
from flows.wording import Voice, plain
from handlers.action_words import named, saying
from handlers.actions import load_action
from handlers.broadcast_counts import Report, report_of
from handlers.broadcast_words import PAST, answer_lines, ended_lines, moment_said
from handlers.broadcasts import first_words
from handlers.doors import Door
from handlers.kit import Kit
from handlers.telling import Content, told
from handlers.turn import Turn
from storage.answers import keep_answer
from storage.broadcasts import (
    Call,
    load_call,
    set_call,
)
from storage.db import Connection
from storage.timers import Timer
from storage.workspaces import COORDINATOR, memberships_of


def report_lines(report: Report, kit: Kit) -> tuple[Wording, ...]:
    call, zone = report.call, ZoneInfo(kit.policy.timezone)
    at = moment_said(call.starts_at or call.asked_at, zone)
    lines: list[Wording] = list(ended_lines(report.ends))
    if report.ends.open:
        lines.append(Phrase("call-end.open", {"count": report.ends.open}))
    if report.gone:
        lines.append(Phrase("call-end.gone", {"count": report.gone}))
    parts: list[Wording] = [
        Phrase(
            "call-report",
            {"words": first_words(call.content), "day": at, "count": call.people, "lines": tuple(lines)},
        )
    ]
    if report.answers:
        parts.append(Phrase("call-answers", {"lines": answer_lines(call.content, report.answers)}))
    parts.append(
        Phrase("call-report-people", {"answered": report.answered, "on": report.went_on, "left": report.left})
    )
    if call.content.get("alone"):
        parts.append(Phrase("call-report-alone"))
    elif call.approver is not None:
        parts.append(Phrase("call-report-approved", {"name": named(report.approver)}))
    return tuple(parts)


def send_report(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """A day after it began: the report, to its author and whoever approved it."""
    call = load_call(conn, (timer.detail or {}).get("call"), timer.workspace)
    if call is None or not call.people:
        return False
    lines = report_lines(report_of(conn, call), kit)
    content: Content = saying(*lines, doors=(Door(Phrase("choice-call-report-more"), PAST, {"call": call.id}),))
    for person in dict.fromkeys((call.author, call.approver)):
        if person is not None and _leads(conn, person, call.workspace):
            told(conn, kit, person, call.workspace, (content,), now)
    return False


def show_report(turn: Turn, do: Do, place: Place) -> None:
    """The report, whenever a coordinator asks."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    if call is None:
        return turn.lead.append(Phrase("call-gone"))
    turn.say(*report_lines(report_of(turn.conn, call), turn.kit))


def send_sheet(turn: Turn, do: Do, place: Place) -> None:
    """The report as a spreadsheet: counts alone, nobody's name."""
    if load_call(turn.conn, do.carried.get("call"), place.workspace) is not None:
        turn.write({"draw": "broadcast_report", "item": do.carried["call"]}, workspace=place.workspace)


def star_call(turn: Turn, do: Do, place: Place) -> None:
    """Keep it as a template: it stands first among earlier ones."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    if call is not None:
        set_call(turn.conn, call.id, starred=not call.starred)
        turn.lead.append(Phrase("call-unstarred" if call.starred else "call-starred"))


def open_earlier(turn: Turn, do: Do, place: Place) -> None:
    """A draft goes on at its preview; of a call that went out the report is shown."""
    kind, _, what = do.carried.get("earlier", "").partition(":")
    if kind == "draft":
        return turn.open("broadcast", {"record": what}, "bc_show")
    turn.open(PAST, {"call": what})


def reuse_call(turn: Turn, do: Do, place: Place) -> None:
    """The same as last time, as a new draft: everything can still be changed."""
    call = load_call(turn.conn, do.carried.get("call"), place.workspace)
    if call is None:
        turn.lead.append(Phrase("call-gone"))
        return turn.open("menu")
    item = turn.kit.fresh()
    for field, value in _as_draft(call).items():
        keep_answer(turn.conn, call.workspace, "broadcast", item, field, value, turn.person.id, turn.now)
    turn.open("broadcast", {"record": item}, "bc_show")


def prefill_thanks(turn: Turn, do: Do, place: Place) -> None:
    """Thanks to those who came to an action, written in every language we speak, and ready to be changed or sent."""
    day = load_action(turn.conn, turn.kit, place.workspace, do.carried.get("action"), turn.now)
    if day is None:
        turn.lead.append(Phrase("action-gone"))
        return turn.open("menu")
    item, texts = turn.kit.fresh(), turn.kit.conversations.texts
    own, said = turn.voice.language, Phrase("call-thanks-text", {"title": day.title})
    fields = {"purpose": "thanks", "audience": f"event:{day.item}:coming", "text": plain(texts.say(said, turn.voice))}
    others = [language for language in turn.kit.policy.languages if language != own]
    fields |= {f"text_{one}": plain(texts.say(said, Voice(one))) for one in others}
    for field, value in fields.items():
        keep_answer(turn.conn, day.workspace, "broadcast", item, field, value, turn.person.id, turn.now)
    turn.open("broadcast", {"record": item}, "bc_show")


def _as_draft(call: Call) -> dict[str, str]:
    content = call.content
    texts, first = content["texts"], content["language"]
    fields = {"text": texts.get(first, ""), "audience": content["filters"][0]}
    fields |= {f"text_{one}": text for one, text in texts.items() if one != first}
    fields["purpose"] = f"event:{content['event']}" if content["event"] else content["purpose"]
    if len(content["filters"]) > 1:
        fields["narrow"] = content["filters"][1]
    if content["options"]:
        fields["options"] = "\n".join(content["options"])
    return fields | {name: content[name] for name in ("picture", "alt") if content[name]}


def _leads(conn: Connection, person: int, workspace: str) -> bool:
    return any(m.workspace == workspace and m.role == COORDINATOR for m in memberships_of(conn, person))
