"""Shows a call to action to its author as others will see it, has a second person approve it, and lets it go.

Nobody approves what they wrote, but for a coalition where nobody else could: then its name is typed whatever the
number of people, the report says that it was approved alone, and nobody's rest is broken.
"""

from zoneinfo import ZoneInfo

from flows.effects import Do
from flows.model import Phrase, Place, Verbatim
from flows.rendering import WHATSAPP, Layout
from flows.rules import broadcast as rules
from flows.rules.audience import platform
from flows.rules.message_check import findings
from handlers.action_words import named, saying
from handlers.broadcast_sending import let_go
from handlers.broadcast_words import PREVIEW, given_back, in_words_of, message_for, request_to_approve
from handlers.broadcasts import (
    Frozen,
    approvers_of,
    coalition_name,
    draft_of,
    frozen,
    may_approve,
    meant_by,
    typed_name_fits,
)
from handlers.fitting import Recipient, rendered_for
from handlers.kit import Kit
from handlers.telling import Content
from handlers.turn import Turn
from storage.answers import keep_answer
from storage.audience import Reachable
from storage.broadcasts import ASKED, RETURNED, Call, add_call, load_call, set_call
from storage.coding import say_from
from storage.workspaces import COORDINATOR, lock_workspace


def preview_broadcast(turn: Turn, do: Do, place: Place) -> None:
    """The call as its readers will get it, in each language; and how it looks on another channel that people use."""
    if place.workspace is None:
        return
    content = frozen(draft_of(turn.conn, place.workspace, do.item), turn.voice.language)
    coalition = coalition_name(turn.conn, place.workspace)
    for shown in _as_read(turn.kit, content, coalition, turn.voice.language):
        turn.write(shown, workspace=place.workspace)
    people = meant_by(turn.conn, turn.kit, place.workspace, tuple(content["filters"]), turn.now)
    channels = {platform(one.channel or "") for one in people}
    if "whatsapp" in channels and platform(turn.address.channel) != "whatsapp":
        _as_on_whatsapp(turn, message_for(content, PREVIEW, turn.voice.language, coalition), place)


def ask_approval(turn: Turn, do: Do, place: Place) -> None:
    """Freeze the draft and hand it to whoever may approve: the first of them decides."""
    call = _asked(turn, do, place)
    if call is None:
        return
    reader = call.content.get("reader")
    asked = (int(reader),) if reader else approvers_of(turn.conn, call.workspace, turn.person.id)
    coalition = coalition_name(turn.conn, call.workspace)
    zone = ZoneInfo(turn.kit.policy.timezone)
    shown = _as_read(turn.kit, call.content, coalition)
    request = request_to_approve(call, named(turn.person.display_name), zone)
    told = sum(turn.hand(person, call.workspace, *shown, request) for person in asked)
    turn.say(Phrase("call-asked", {"count": told}) if told else Phrase("call-nobody-asked"))


def approve_alone(turn: Turn, do: Do, place: Place) -> None:
    """The way of a coalition in which nobody else may approve."""
    if place.workspace is None or approvers_of(turn.conn, place.workspace, turn.person.id):
        return _back_to_preview(turn, do, Phrase("call-needs-another"))
    call = _asked(turn, do, place, alone=True)
    if call is not None:
        let_go(turn.conn, turn.kit, call, turn.person.id, _people(turn, call), turn.now)


def decide_call(turn: Turn, do: Do, place: Place) -> None:
    """Approve, or give back with a word why. Everything is looked at again: the press may be old."""
    workspace = place.workspace or ""
    lock_workspace(turn.conn, workspace)
    call = load_call(turn.conn, do.carried.get("call"), workspace)
    if call is None or call.state != ASKED:
        return turn.lead.append(Phrase("call-decided-already"))
    if not may_approve(turn.conn, call, turn.person.id):
        return turn.lead.append(Phrase("call-not-yours"))
    if do.carried.get("decision") == "return":
        return _give_back(turn, call, do.carried.get("note", ""))
    people = _people(turn, call)
    typed = typed_name_fits(do.carried.get("typed", ""), coalition_name(turn.conn, workspace) or "")
    if len(people) > rules.LARGE and not typed:
        return turn.lead.append(Phrase("call-name-is-missing"))
    let_go(turn.conn, turn.kit, call, turn.person.id, people, turn.now)
    if call.author is not None:
        turn.tell(call.author, workspace, Phrase("call-approved-by", {"name": named(turn.person.display_name)}))


def _people(turn: Turn, call: Call) -> tuple[Reachable, ...]:
    return meant_by(turn.conn, turn.kit, call.workspace, tuple(call.content["filters"]), turn.now)


def _as_read(kit: Kit, content: Frozen, coalition: str | None, own: str | None = None) -> list[Content]:
    """The call in each of its languages, all of it in the words of that language; as it is in the reader's own."""
    first = content["language"]
    languages = (first, *(one for one in content["texts"] if one != first))
    shown = {language: message_for(content, PREVIEW, language, coalition) for language in languages}
    return [said if language == own else in_words_of(kit, said, language) for language, said in shown.items()]


def _asked(turn: Turn, do: Do, place: Place, *, alone: bool = False) -> Call | None:
    """The draft as a call that waits; None, and a line, where it cannot go as it is."""
    mine = turn.membership_in(place.workspace)
    if place.workspace is None or mine is None or mine.role != COORDINATOR:
        turn.lead.append(Phrase("coordinators-only"))
        return None
    fields = draft_of(turn.conn, place.workspace, do.item)
    content = frozen(fields, turn.voice.language)
    stops = [f for text in content["texts"].values() for f in findings(text) if f.hard]
    people = meant_by(turn.conn, turn.kit, place.workspace, tuple(content["filters"]), turn.now)
    if not content["texts"] or stops or not people:
        blocked = Phrase("message-check-blocked", {"findings": tuple(f.said for f in stops)})
        _back_to_preview(turn, do, blocked if stops else Phrase("call-has-nobody"))
        return None
    content |= {"count": len(people), "alone": alone}
    reader = fields.get("reader_person")
    if reader and not alone and not approvers_of(turn.conn, place.workspace, turn.person.id):
        content["reader"] = str(reader)
    call = Call(turn.kit.fresh(), place.workspace, do.item, turn.person.id, None, ASKED, content, turn.now)
    add_call(turn.conn, call)
    keep_answer(turn.conn, place.workspace, "broadcast", do.item, "sent", call.id, turn.person.id, turn.now)
    return call


def _back_to_preview(turn: Turn, do: Do, line: Phrase) -> None:
    """It cannot go as it is: say why where it can be changed."""
    turn.lead.append(line)
    turn.open("broadcast", {"record": do.item}, "bc_show")


def _give_back(turn: Turn, call: Call, note: str) -> None:
    set_call(turn.conn, call.id, state=RETURNED)
    keep_answer(turn.conn, call.workspace, "broadcast", call.item, "sent", "", turn.person.id, turn.now)
    if call.author is not None:
        turn.hand(call.author, call.workspace, given_back(call, named(turn.person.display_name), note))
    turn.lead.append(Phrase("call-was-given-back"))


def _as_on_whatsapp(turn: Turn, content: object, place: Place) -> None:
    """The same in words: where its buttons become a list, or numbers to type."""
    assert isinstance(content, dict)
    say = say_from(content["say"])
    rendered = rendered_for(turn.kit, say, Recipient("", turn.voice, WHATSAPP))
    buttons = [Phrase("call-button-drawn", {"label": choice.label}) for choice in rendered.choices]
    how = {Layout.LIST: "list", Layout.NUMBERED: "numbered"}.get(rendered.layout, "buttons")
    shown = Phrase("call-on-whatsapp", {"text": tuple(Verbatim(part) for part in rendered.parts)})
    drawn = (Phrase(f"call-on-whatsapp-{how}", {"buttons": tuple(buttons)}),) if buttons else ()
    turn.write(saying(shown, *drawn), workspace=place.workspace)
