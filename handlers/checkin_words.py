"""Words what a check-in says: the question, calls for help, how it stands; and where each button leads."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.model import Phrase, Wording
from flows.rules.checkin_saying import match_said, named, names_said, need_said, question_said, rollup_said
from flows.rules.checkins import Match, Status, matches_in
from handlers.action_words import saying
from handlers.carers import wanting
from handlers.coalition import name_of
from handlers.doors import Door
from handlers.kit import Kit
from handlers.telling import Content
from storage.answers import records
from storage.care import Call, CallKind, calls_of
from storage.checkins import Answer, Checkin, State, answers_in, rollup_of
from storage.db import Connection
from storage.people import load_person

CHECKIN, CALL, SILENT, MATCH, ASK = "crisis_checkin", "crisis_call", "crisis_silent", "crisis_match", "crisis_ask"
"""The conversations that buttons under these messages open."""

THINK_SPACE = "crisis"
ROLLUP = "checkin"
"""The message that shows how a check-in stands, and edits itself."""


def coalition_of(conn: Connection, workspace: str) -> Wording:
    name = records(conn, workspace, ("coalition",))["coalition"].get("", {}).get("name")
    return name_of(str(name) if name else None)


# -- to those who are asked ----------------------------------------------------------------------------------------


def question(
    checkin: Checkin, name: str | None, coalition: Wording, *, in_crisis: bool = False, again: bool = False
) -> Content:
    """The question to one person. A drill says so in its first line."""
    lines = (
        *_opening(checkin, coalition, in_crisis=in_crisis),
        *((Phrase("checkin-again"),) if again else ()),
        question_said(checkin.template, checkin.wording, name),
        *(() if in_crisis else (Phrase("checkin-from", {"coalition": coalition}),)),
        Phrase("checkin-how"),
    )
    doors = (
        Door(Phrase(f"ci_ok.choice-{status}"), CHECKIN, {"checkin": checkin.id, "status": status})
        for status in Status
    )
    return saying(*lines, doors=doors)


def _opening(checkin: Checkin, coalition: Wording, *, in_crisis: bool) -> tuple[Wording, ...]:
    if in_crisis:
        key = "alarm-started-drill" if checkin.drill else "alarm-started"
        return (Phrase(key, {"coalition": coalition}),)
    return (Phrase("checkin-drill"),) if checkin.drill else ()


# -- to those who look after people --------------------------------------------------------------------------------


def call_for_care(checkin: Checkin, call: Call, who: Wording, silent: Iterable[Answer], *, again: bool) -> Content:
    """One call, until somebody takes it up. `silent`: who has not answered, for a call about them."""
    if call.kind is CallKind.SILENT:
        people = tuple(silent)
        names = names_said(named(one.name) for one in people)
        line = Phrase("care-call-silent", {"count": len(people), "names": names})
    else:
        line = Phrase(f"care-call.{call.kind}", {"name": who})
    nobody = (Phrase("care-again"),) if again else ()
    door = Door(Phrase("choice-on-it"), CALL, {"call": call.id})
    return saying(*drill_line(checkin), *nobody, line, doors=(door,))


def taken_up(checkin: Checkin, by: Wording, what: Wording) -> Content:
    return saying(*drill_line(checkin), Phrase("care-taken", {"name": by, "what": what}))


def answered_now(checkin: Checkin, who: Wording, status: Status) -> Content:
    return saying(*drill_line(checkin), Phrase(f"care-answered.{status}", {"name": who}))


def more_is_known(checkin: Checkin, who: Wording, answer: Answer) -> Content:
    return saying(*drill_line(checkin), Phrase("care-update", {"name": who}), *what_helps(answer))


def report(checkin: Checkin, answer: Answer) -> Content:
    """What somebody saw, without their name."""
    source = Phrase(f"care-source.{answer.source or 'unknown'}")
    return saying(*drill_line(checkin), Phrase("care-report", {"source": source, "text": answer.report or ""}))


def what_helps(answer: Answer) -> tuple[Wording, ...]:
    """What somebody needs, and how to get back to them."""
    needs = tuple(Phrase("dash-line", {"text": need_said(need)}) for need in answer.needs)
    wanted = (Phrase("care-needs", {"needs": Phrase("and-list", {"items": needs})}),) if needs else ()
    return (*wanted, *((Phrase(f"care-followup.{answer.followup}"),) if answer.followup else ()))


def what_it_is(call: Call, who: Wording) -> Wording:
    return Phrase("care-what.silent") if call.person is None else Phrase("care-what.person", {"name": who})


def drill_line(checkin: Checkin) -> tuple[Wording, ...]:
    return (Phrase("care-drill"),) if checkin.drill else ()


def name_in(conn: Connection, person: int | None) -> Wording:
    return named(load_person(conn, person).display_name) if person is not None else Phrase("nameless-member")


# -- to whoever asked ----------------------------------------------------------------------------------------------


def how_it_stands(conn: Connection, kit: Kit, checkin: Checkin) -> Content:
    """The roll-up: the counts, whom to look after, what is needed and offered."""
    rollup = rollup_of(conn, checkin)
    head = checkin.state if not checkin.is_open else "drill" if checkin.drill else "open"
    asked_at = checkin.asked_at.astimezone(ZoneInfo(kit.policy.timezone))
    said = answers_in(conn, checkin.id)
    fit = matches_in(wanting(said))
    lines = (
        *((Phrase("care-drill"),) if checkin.drill and not checkin.is_open else ()),
        rollup_said(rollup, head, f"{asked_at:%H:%M}"),
        *_whom_to_look_after(conn, checkin, said),
        *(match_said(m.need, len(m.needing), len(m.offering)) for m in fit),
    )
    return saying(*lines, doors=_rollup_doors(checkin, rollup.silent + rollup.unreached, fit))


def _whom_to_look_after(conn: Connection, checkin: Checkin, said: tuple[Answer, ...]) -> Iterator[Wording]:
    calls = {call.person: call for call in calls_of(conn, checkin.id)}
    for status in (Status.HELP, Status.UNSURE):
        names = tuple(_name_and_call(conn, one, calls.get(one.person)) for one in said if one.status is status)
        if names:
            yield Phrase(f"rollup-names.{status}", {"names": Phrase("and-list", {"items": names_said(names)})})


def _name_and_call(conn: Connection, one: Answer, call: Call | None) -> Wording:
    """Somebody's name, with the danger they are in or who looks after them."""
    name = named(one.name)
    if call is not None and call.claimed_by is not None:
        return Phrase("rollup-taken", {"name": name, "by": name_in(conn, call.claimed_by)})
    return Phrase("rollup-danger", {"name": name}) if one.danger == "yes" else name


def _rollup_doors(checkin: Checkin, silent: int, fit: tuple[Match, ...]) -> Iterator[Door]:
    carried = {"checkin": checkin.id}
    if silent:
        yield Door(Phrase("choice-silent-names"), SILENT, carried)
    if any(match.offering for match in fit):
        yield Door(Phrase("choice-connect"), MATCH, carried)
    if checkin.state is State.OPEN:
        yield Door(Phrase("choice-close-checkin"), ASK, carried, "cq_close_sure")


def told_silent(silent: Iterable[Answer]) -> tuple[Wording, ...]:
    """Who has not answered, and who could not be asked."""
    people = tuple(silent)
    groups = (
        ("checkin-silent-names", [one for one in people if one.reachable]),
        ("checkin-unreached-names", [one for one in people if not one.reachable]),
    )
    return tuple(
        Phrase(key, {"names": names_said((named(one.name) for one in group), most=60)})
        for key, group in groups
        if group
    )


def on_day(kit: Kit, at: datetime) -> str:
    local = at.astimezone(ZoneInfo(kit.policy.timezone))
    return f"{local.day}.{local.month}.{local.year}"
