"""Words what people are told about an action: who is asked what, and where each button leads."""

from collections.abc import Iterable, Mapping
from typing import Any

from flows.effects import Say
from flows.model import Choice, Fill, Phrase, Value, Verbatim, Wording
from flows.rules.action import ROLES, still_open
from flows.rules.action_days import OWNER, Part, open_parts, parts_of, to_bring
from flows.rules.action_days import State as PartState
from flows.rules.dates import moment_from
from flows.rules.days import kept_day
from flows.rules.timeline import written
from handlers.actions import ActionDay
from handlers.coalition import name_of
from handlers.doors import Door
from storage.attendance import Counts
from storage.coding import say_json

Content = Mapping[str, Any]

RSVP, ROLE_CONFIRM, HOME_SAFELY = "rsvp", "role_confirm", "home_safely"
DECISION, INCIDENT, LEARNING, THANKS = "action_decision", "incident", "action_learning", "broadcast_thanks"
"""The conversations that buttons under these messages open."""


def saying(*lines: Wording, doors: Iterable[Door] = ()) -> Content:
    """What a row keeps: the message, and where each button leads."""
    doors = tuple(doors)
    choices = tuple(Choice(f"{door.flow}-{at}", door.label) for at, door in enumerate(doors))
    led = [door.content for door in doors]
    return {"say": say_json(Say(lines, choices)), **({"doors": led} if led else {})}


def files(day: ActionDay) -> tuple[Content, ...]:
    """The brief on paper and in words, and the entry for a calendar."""
    return tuple({"draw": name, "item": day.item} for name in ("brief", "brief_in_words", "calendar"))


def calendar(day: ActionDay) -> Content:
    return {"draw": "calendar", "item": day.item}


# -- to members ----------------------------------------------------------------------------------------------------


def invitation(day: ActionDay) -> Content:
    purpose = Phrase("action-invite-purpose", {"purpose": _written(day, "purpose")})
    lines = (Phrase("action-invite", {**_what(day), "coalition": name_of(day.coalition)}), purpose)
    return saying(*lines, doors=rsvp_doors(day, "coming", "bring", "cannot"))


def asking_again(day: ActionDay) -> Content:
    return saying(Phrase("action-ask-again", _what(day)), doors=rsvp_doors(day, "coming", "bring", "cannot"))


def reminder(day: ActionDay, person: int, name: str | None) -> Content:
    return saying(Phrase("action-reminder", _what(day)), *own_part(day, person, name))


def tomorrow(day: ActionDay, person: int, name: str | None) -> Content:
    lines = (Phrase("action-tomorrow", _what(day)), *own_part(day, person, name))
    return saying(*lines, doors=rsvp_doors(day, "confirm", "cannot"))


def soon(day: ActionDay) -> Content:
    return saying(Phrase("action-soon", _what(day)), *_legal_line(day))


def moved_to(day: ActionDay, old: Value) -> Content:
    line = Phrase("action-moved", {**_what(day), "old": kept_day(old)})
    return saying(line, doors=rsvp_doors(day, "still", "cannot"))


def put_off(day: ActionDay) -> Content:
    return saying(Phrase("action-put-off", _what(day)))


def goes_ahead(day: ActionDay) -> Content:
    return saying(Phrase("action-goes-ahead", _what(day)))


def decided(day: ActionDay, decision: str, name: Wording) -> Content:
    return saying(Phrase(f"action-decided.{decision}", {"title": day.title, "name": name}))


def called_off(day: ActionDay) -> Content:
    return saying(Phrase("action-cancelled", _what(day)))


def home_question(day: ActionDay, *, again: bool) -> Content:
    key = "home-ask-again" if again else "home-ask"
    doors = (
        Door(Phrase(f"choice-home-{how}"), HOME_SAFELY, {"action": day.item, "answer": how})
        for how in ("yes", "help")
    )
    return saying(Phrase(key, {"title": day.title}), doors=doors)


def thanks_for_coming(day: ActionDay) -> Content:
    ask = written(day.fields, "next_ask")
    next_ask = (Phrase("action-next-ask", {"ask": ask}),) if ask else ()
    return saying(Phrase("action-thanks", {"title": day.title}), *next_ask)


def answer_kept(day: ActionDay, answer: str, guests: int) -> Content:
    """Thanks, with a button to change one's mind: the buttons of the invitation are gone once one is pressed."""
    change = Door(Phrase("choice-rsvp-change"), RSVP, {"action": day.item})
    return saying(Phrase(f"rsvp-thanks-{answer}", {"title": day.title, "guests": guests}), doors=(change,))


def catching_up(day: ActionDay) -> tuple[Wording, ...]:
    """What still matters to somebody who has just said that they come: when, where, and who does what."""
    parts = tuple(part for part in parts_of(day.roles) if part.state is PartState.TAKEN)
    listed = tuple(
        Phrase("action-role-line", {"role": role_name(part.role), "name": part.name or "–"}) for part in parts
    )
    roles = (Phrase("action-roles", {"roles": listed}),) if listed else ()
    return (Phrase("action-catch-up", _what(day)), *roles)


def own_part(day: ActionDay, person: int, name: str | None) -> tuple[Wording, ...]:
    """Their part in it, and what they bring; what everybody should bring where nothing is known."""
    roles = tuple(role_name(role) for role in day.roles_of(person))
    part = (Phrase("action-your-part", {"roles": Phrase("and-list", {"items": roles})}),) if roles else ()
    things = tuple(Phrase("dash-line", {"text": thing}) for thing in to_bring(day.fields, name))
    yours = (Phrase("action-you-bring", {"things": things}),) if things else ()
    return (*part, *yours, Phrase("action-bring-usual"))


def rsvp_doors(day: ActionDay, *labels: str) -> tuple[Door, ...]:
    """Buttons that answer the invitation; "confirm" and "still" are another word for coming."""
    answers = {"confirm": "coming", "still": "coming"}
    return tuple(
        Door(Phrase(f"choice-rsvp-{label}"), RSVP, {"action": day.item, "answer": answers.get(label, label)})
        for label in labels
    )


# -- to those who hold a part ---------------------------------------------------------------------------------------


def part_question(day: ActionDay, part: Part) -> Content:
    key = "role-ask" if part.seat == OWNER else "role-ask-backup"
    doors = (
        Door(Phrase(f"choice-role-{said}"), ROLE_CONFIRM, {"role": part.item, "answer": said})
        for said in ("yes", "no")
    )
    return saying(Phrase(key, {**_what(day), "role": role_name(part.role)}), doors=doors)


def part_refused(day: ActionDay, role: str, name: Wording, backup: str, reason: str) -> Content:
    """`backup`: who is asked next, "" if nobody is; `reason`: what was said about it, or ""."""
    fills: Mapping[str, Fill] = {"title": day.title, "role": role_name(role), "name": name, "backup": backup}
    why = (Phrase("role-refused-because", {"reason": reason}),) if reason else ()
    return saying(Phrase("role-refused" if backup else "role-refused-by-all", fills), *why)


def role_name(role: str) -> Wording:
    return Phrase(f"role-kind.{role}") if role in ROLES else Verbatim(role or "–")


# -- to coordinators -------------------------------------------------------------------------------------------------


def open_questions(day: ActionDay, counted: Counts) -> Content:
    points = _open_points(day)
    said = Phrase("action-open-points", {"points": points}) if points else Phrase("action-all-settled")
    return saying(counts_line(day, counted), said)


def go_question(day: ActionDay, counted: Counts) -> Content:
    points = _open_points(day)
    still_open = (Phrase("action-open-points", {"points": points}),) if points else ()
    door = Door(Phrase("choice-go-decide"), DECISION, {"action": day.item})
    return saying(Phrase("action-go", _what(day)), counts_line(day, counted), *still_open, doors=(door,))


def log_opens(day: ActionDay) -> Content:
    door = Door(Phrase("choice-open-log"), INCIDENT, {"action": day.item})
    return saying(Phrase("action-begins", {"title": day.title}), *_legal_line(day), doors=(door,))


def review_invitation(day: ActionDay, counted: Counts) -> Content:
    back = Door(Phrase("choice-review"), LEARNING, {"action": day.item})
    thanks = Door(Phrase("choice-thank-them"), THANKS, {"action": day.item})
    return saying(Phrase("action-review", {"title": day.title}), counts_line(day, counted), doors=(back, thanks))


def counts_line(day: ActionDay, counted: Counts) -> Phrase:
    numbers = {"coming": counted.coming, "guests": counted.guests, "cannot": counted.cannot}
    return Phrase("action-counts", {"title": day.title, **numbers})


def somebody_needs_help(day: ActionDay, name: Wording) -> Content:
    return saying(Phrase("home-help-called", {"title": day.title, "name": name}), *_legal_line(day))


def somebody_is_home(day: ActionDay, name: Wording) -> Content:
    return saying(Phrase("home-after-all", {"title": day.title, "name": name}))


def nobody_heard_from(day: ActionDay, names: Iterable[Wording]) -> Content:
    lines = tuple(Phrase("dash-line", {"text": name}) for name in names)
    return saying(Phrase("home-silent", {"title": day.title, "names": lines}), *_legal_line(day))


def named(name: str | None) -> Wording:
    return Verbatim(name) if name else Phrase("nameless-member")


def _what(day: ActionDay) -> dict[str, Fill]:
    """What, when and where."""
    start_at = day.fields.get("start_at")
    when = kept_day(start_at)
    hour = moment_from(start_at).hour if isinstance(start_at, str) and start_at else None
    return {
        "title": day.title,
        "day": when,
        "place": _written(day, "place"),
        "hour": f"{hour:%H:%M}" if hour else when,
    }


def _written(day: ActionDay, field: str) -> Wording:
    text = written(day.fields, field)
    return Verbatim(text) if text else Phrase("not-clear-yet")


def _legal_line(day: ActionDay) -> tuple[Wording, ...]:
    line = written(day.fields, "legal_line")
    return (Phrase("action-legal-line", {"line": line}),) if line else ()


def _open_points(day: ActionDay) -> tuple[Wording, ...]:
    gaps = still_open(day.tables, day.item, day.kit.conversations.content.licence)
    parts = (Phrase(p.key, {"about": role_name(p.about)}) for p in open_parts(day.fields, day.roles))
    return tuple(
        Phrase("dash-line", {"text": line}) for line in (*(Phrase(f"action-open.{gap}") for gap in gaps), *parts)
    )
