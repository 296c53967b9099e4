"""Words a call to action: what its readers get, what is asked of whoever approves it, how it goes, how it went."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.model import Fill, Phrase, Verbatim, Wording
from flows.rules import broadcast as rules
from flows.rules.dates import Moment
from flows.rules.days import day_said
from flows.rules.message_check import domain_of, links_in
from flows.wording import Voice
from handlers.action_words import saying
from handlers.broadcasts import Frozen, first_words
from handlers.coalition import name_of
from handlers.doors import Door
from handlers.kit import Kit
from handlers.telling import Content
from storage.broadcasts import PAUSED, SCHEDULED, STOPPED, UNDONE, Call, Ends
from storage.coding import say_from, say_json
from storage.outbox import State

ANSWER, REQUEST, CONTROL, PAST, NEXT = (
    "broadcast_answer",
    "broadcast_request",
    "broadcast_control",
    "broadcast_past",
    "broadcast_next",
)
"""The conversations that buttons under these messages open."""

PREVIEW = "preview"
"""Stands for a call's id under the buttons of what is only shown to its author."""

ENDED: Mapping[str, tuple[State, ...]] = {
    "accepted": (State.ACCEPTED,),
    "refused": (State.REFUSED,),
    "uncertain": (State.UNKNOWN,),
    "expired": (State.EXPIRED,),
    "cancelled": (State.CANCELLED,),
}
"""The five ends, which add up to the audience."""

REASONS = {"blocked": "blocked", "window_closed": "window"} | dict.fromkeys(
    ("deactivated", "chat_not_found", "never_started", "kicked"), "gone"
)
"""Why a platform refused, as people are told; all else is "other"."""


# -- to its readers --------------------------------------------------------------------------------------------------


def message_for(content: Frozen, call: str, language: str, coalition: str | None, *, again: bool = False) -> Content:
    """What one reader gets: the words, where their link leads, who sends it, how to stop, and the answers."""
    text = rules.text_for(content["texts"], language, content["language"])
    lines: list[Wording] = [Phrase("call-again")] if again else []
    lines.append(Verbatim(text))
    lines += [Phrase("call-link", {"domain": domain_of(link)}) for link in links_in(text)]
    if content["alt"]:
        lines.append(Phrase("call-alt", {"alt": content["alt"]}))
    lines.append(Phrase("call-footer", {"coalition": name_of(coalition)}))
    answers = rules.answers_of(content["purpose"], tuple(content["options"]))
    doors = tuple(Door(label, ANSWER, {"call": call, "answer": code}) for code, label in answers.items())
    said = saying(*lines, doors=doors)
    return {**said, "picture": content["picture"]} if content["picture"] else said


def in_words_of(kit: Kit, content: Content, language: str) -> Content:
    """The same message in the words of one language, whoever reads it: to be shown, not to be answered by many."""
    say, texts = say_from(content["say"]), kit.conversations.texts
    lines = tuple(Verbatim(texts.say(line, Voice(language))) for line in say.lines)
    choices = tuple(replace(one, label=Verbatim(texts.say(one.label, Voice(language)))) for one in say.choices)
    return {**content, "say": say_json(replace(say, lines=lines, choices=choices))}


def answer_label(content: Frozen, answer: str) -> Wording:
    known = rules.answers_of(content["purpose"], tuple(content["options"]))
    return known.get(answer, Verbatim(answer))


# -- to whoever approves ---------------------------------------------------------------------------------------------


def request_to_approve(call: Call, author: Wording, zone: ZoneInfo) -> Content:
    fills: Mapping[str, Fill] = {
        "name": author,
        "count": int(call.content["count"]),
        "when": when_said(call.content, zone),
    }
    doors = (
        Door(Phrase(f"choice-call-{decision}"), REQUEST, {"call": call.id, "decision": decision})
        for decision in ("approve", "return")
    )
    law = (Phrase("call-donation-law"),) if call.content["purpose"] == "donate" else ()
    urgent = (Phrase("call-breaks-rest"),) if call.content["purpose"] == "urgent" else ()
    return saying(Phrase("call-request", fills), *law, *urgent, doors=doors)


def given_back(call: Call, name: Wording, note: str) -> Content:
    why = (Phrase("call-given-back-because", {"note": note}),) if note else ()
    line = Phrase("call-given-back", {"name": name, "words": first_words(call.content)})
    door = Door(Phrase("choice-call-mend"), "broadcast", {"record": call.item}, "bc_show")
    return saying(line, *why, doors=(door,))


def when_said(content: Frozen, zone: ZoneInfo) -> Wording:
    chosen = content["when"]
    if chosen in (rules.NOW, rules.OTHER):
        when: Wording = Phrase("call-goes-now")
    else:
        from_iso = datetime.fromisoformat(chosen if "T" in chosen else f"{chosen}T10:00")
        when = day_said(Moment(from_iso.date(), from_iso.time()))
    if content["repeat"] in rules.REPEATS:
        return Phrase("call-goes-again", {"when": when, "repeat": Phrase(f"call-repeat.{content['repeat']}")})
    return when


def moment_said(at: datetime, zone: ZoneInfo) -> Wording:
    local = at.astimezone(zone)
    return day_said(Moment(local.date(), local.time().replace(second=0, microsecond=0)))


# -- as it goes ------------------------------------------------------------------------------------------------------


def progress(call: Call, ends: Ends, answers: Mapping[str, int], zone: ZoneInfo, now: datetime) -> Content:
    """How it goes, with what can be done about it now."""
    done = ends.total - ends.open
    fills: Mapping[str, Fill] = {"words": first_words(call.content), "done": done, "count": call.people}
    lines: list[Wording] = [Phrase(f"call-stands.{_stage(call, ends, now)}", fills)]
    if call.state == SCHEDULED and call.starts_at is not None:
        lines = [Phrase("call-scheduled", {**fills, "day": moment_said(call.starts_at, zone)})]
    if done:
        lines.append(Phrase("call-ends", {"lines": ended_lines(ends)}))
    if answers:
        lines.append(Phrase("call-answers", {"lines": answer_lines(call.content, answers)}))
    return saying(*lines, doors=tuple(_deeds(call, ends, now)))


def _stage(call: Call, ends: Ends, now: datetime) -> str:
    if call.state in (STOPPED, UNDONE, PAUSED):
        return call.state
    if call.starts_at is not None and now < call.starts_at:
        return "soon"
    return "going" if ends.open else "done"


def _deeds(call: Call, ends: Ends, now: datetime) -> list[Door]:
    stage = "scheduled" if call.state == SCHEDULED else _stage(call, ends, now)
    deeds = {
        "scheduled": ("cancel",),
        "soon": ("undo",),
        "going": ("pause", "cancel"),
        "paused": ("resume", "cancel"),
    }.get(stage, ())
    doors = [Door(Phrase(f"choice-call-{deed}"), CONTROL, {"call": call.id, "deed": deed}) for deed in deeds]
    uncertain = ends.of(State.UNKNOWN)
    if uncertain and stage in ("going", "done"):
        label = Phrase("choice-call-resend", {"count": uncertain})
        doors.append(Door(label, CONTROL, {"call": call.id, "deed": "resend"}))
    if stage in ("done", "stopped"):
        doors.append(Door(Phrase("choice-call-report"), PAST, {"call": call.id}))
    return doors


def ended_lines(ends: Ends) -> tuple[Wording, ...]:
    """Every end somebody came to, and why platforms refused."""
    lines: list[Wording] = []
    for name, states in ENDED.items():
        count = ends.of(*states)
        if count:
            lines.append(Phrase(f"call-end.{name}", {"count": count}))
        if name == "refused" and count:
            lines += [Phrase(f"call-refused.{why}", {"count": n}) for why, n in reasons_of(ends).items()]
    return tuple(lines)


def reasons_of(ends: Ends) -> Mapping[str, int]:
    told: dict[str, int] = {}
    for reason, count in sorted(ends.reasons.items()):
        name = REASONS.get(reason, "other")
        told[name] = told.get(name, 0) + count
    return told


def answer_lines(content: Frozen, answers: Mapping[str, int]) -> tuple[Wording, ...]:
    """Each answer with how many gave it, in the order of the buttons."""
    known = rules.answers_of(content["purpose"], tuple(content["options"]))
    return tuple(
        Phrase("call-answer-line", {"answer": rules.counted_as(code, label), "count": answers.get(code, 0)})
        for code, label in known.items()
    )


# -- to whoever answered ---------------------------------------------------------------------------------------------


def answer_kept(call: Call, answer: str, shown: Mapping[str, int], rungs: tuple[str, ...]) -> Content:
    """Thanks, how many said so where that tells on nobody, the next step, and a way to change one's mind."""
    usual = answer if answer in (rules.COMING, rules.CANNOT, rules.LATER, rules.SEEN) else "option"
    lines: list[Wording] = [Phrase(f"call-thanks.{usual}", {"answer": answer_label(call.content, answer)})]
    if shown:
        lines.append(Phrase("call-answers", {"lines": _shown_lines(call.content, shown)}))
    if rungs:
        lines.append(Phrase("call-next-step"))
    change = Door(Phrase("choice-rsvp-change"), ANSWER, {"call": call.id})
    return saying(*lines, doors=(*_rung_doors(call, rungs), change))


def next_step(call: Call, rungs: tuple[str, ...], action: str) -> Content:
    """The next step of taking part alone, where the thanks were said already."""
    return saying(Phrase("call-next-step"), doors=_rung_doors(call, rungs, action))


def _rung_doors(call: Call, rungs: tuple[str, ...], action: str = "") -> tuple[Door, ...]:
    given = {"action": action, "answer": "bring"} if action else {}
    return tuple(
        Door(
            Phrase(f"choice-call-next-{rung}"),
            NEXT,
            {"call": call.id, "rung": rung, **(given if rung == "bring" else {"action": action})},
        )
        for rung in rungs
    )


def _shown_lines(content: Frozen, shown: Mapping[str, int]) -> tuple[Wording, ...]:
    known = rules.answers_of(content["purpose"], tuple(content["options"]))
    return tuple(
        Phrase("call-answer-line", {"answer": rules.counted_as(code, label), "count": shown[code]})
        if shown.get(code, 0) >= rules.HIDDEN_BELOW
        else Phrase("call-answer-few", {"answer": rules.counted_as(code, label), "count": rules.HIDDEN_BELOW})
        for code, label in known.items()
    )


def for_members(answers: Mapping[str, int]) -> Mapping[str, int]:
    """What members may see: nothing while few have answered."""
    return answers if sum(answers.values()) >= rules.HIDDEN_BELOW else {}
