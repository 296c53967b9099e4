"""Keeps one person's conversations in dicts, as a turn keeps them in rows, and looks closely at every decision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from flows.asking import ADD, DROP_LAST, GO, MINE
from flows.conversations import kinds_of
from flows.dating import titled
from flows.effects import Do, Effect, End, Open, Save, Say
from flows.engine import Advanced, advance
from flows.events import (
    ChoicePicked,
    Event,
    Resumed,
    SetAside,
    Started,
    TextReceived,
)
from flows.facts import RECORD_KINDS, Facts
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, OUR_TEXTS, load
from flows.model import Ask, Frame, Phrase, Place, Step, Value, Wording
from flows.rendering import TELEGRAM, WHATSAPP, render
from flows.standing import ITEM_KINDS
from flows.typed import cleaned, cleaned_name, items_of
from flows.wording import Voice, load_texts, plain
from tests.flows.worlds import BESIDE, THEN, Tables, misfits

CATALOGUE, MISTAKES = load([OUR_DEFINITIONS])
TEXTS = load_texts([OUR_TEXTS], ("he", "ar", "en"), strict=True)
KINDS = kinds_of(CATALOGUE, READINGS)
CHANNELS = (TELEGRAM, WHATSAPP)
STAGES = sorted(flow.id for flow in CATALOGUE.values() if flow.stage)


@dataclass(slots=True)
class Person:
    """A person, the coalitions around them, and what a turn would write, kept in dicts instead of rows."""

    known: dict[str, Value] = field(default_factory=lambda: {"id": "1"})
    consented: bool = False
    roles: dict[str, str] = field(default_factory=dict)
    records: dict[str, Tables] = field(default_factory=dict)
    invitation: str | None = None
    places: dict[str, Place] = field(default_factory=dict)
    waiting: str | None = None
    language: str = "he"
    ids: Iterator[str] = field(default_factory=lambda: (f"id{n}" for n in count(1)))

    # -- facts -------------------------------------------------------------------------------------------------

    def facts(self, place: Place) -> Facts:
        """Only the kinds the flow declares: asking for another raises, as it would in a turn."""
        tables: Tables = {
            "person": {"": {**self.known, "active_workspace": self.active}},
            "membership": {"": self._part(self.active)} if self.active else {},
            "my_coalitions": {w: self._part(w) for w in self.roles},
            "members": {"1": {"name": "me", "role": "member"}, "2": {"name": "Dana", "role": "member"}},
            "invitation": {"": {"workspace": self.invitation}} if self.invitation else {},
            "waiting": {p.id: self._left(p) for p in self.places.values() if CATALOGUE[p.flow].stage and p != place},
            "house": {"": {"founding": "anyone", "version": "1", "updated": "2026-11-01"}},
            "answer": {"": dict(place.carried)},
            "changed": {},
            **BESIDE,
        }
        kept = self.records.get(place.workspace or "", {})
        tables |= {kind: kept.get(kind, {}) for kind in RECORD_KINDS}
        return Facts({kind: tables[kind] for kind in KINDS[place.flow]})

    @property
    def active(self) -> str | None:
        active = self.known.get("active_workspace")
        return str(active) if active in self.roles else next(iter(self.roles), None)

    def _part(self, workspace: str) -> dict[str, Value]:
        name = self.records[workspace].get("coalition", {}).get("", {}).get("name")
        return {"workspace": workspace, "role": self.roles[workspace], "name": name, "coalition": name}

    def _left(self, place: Place) -> dict[str, Value]:
        return {"title": f"{place.flow}-title", "answer": "a_problem"}

    # -- what a turn does ----------------------------------------------------------------------------------------

    def open(self, flow_id: str, carried: dict[str, str] | None = None) -> None:
        flow = CATALOGUE[flow_id]
        workspace = self.active if flow.role else None
        if flow.role and (workspace is None or flow.role not in {"member", self.roles[workspace]}):
            return self.open("menu")
        left = next((p for p in self.places.values() if (p.flow, p.workspace) == (flow_id, workspace)), None)
        if left is not None and flow.stage:
            return self.happens(left, Resumed())
        if left is not None:
            del self.places[left.id]
        self.happens(
            Place(next(self.ids), flow_id, workspace, (Frame(flow_id, flow.first.id),), carried=carried or {}),
            Started(),
        )

    def happens(self, place: Place, event: Event) -> None:
        """One decision: looked at closely, then carried out effect by effect."""
        facts = self.facts(place)
        advanced = advance(CATALOGUE, READINGS, place, event, facts, self.ids, THEN)
        tables = [facts.tables.get(kind, {}).values() for kind in ITEM_KINDS]
        known = {str(one.get("name") or one.get("title")) for table in tables for one in table}
        look_at(place, event, advanced, known)
        self._stand(place, advanced.place)
        for effect in advanced.effects:
            self._carry_out(effect, advanced.place or place)

    def _stand(self, before: Place, after: Place | None) -> None:
        if after is not None:
            self.places[after.id] = after
            self.waiting = after.id
            return
        self.places.pop(before.id, None)
        if self.waiting == before.id:
            self.waiting = None

    def _carry_out(self, effect: Effect, place: Place) -> None:
        if isinstance(effect, Say):
            look_at_words(effect, self.language)
        elif isinstance(effect, Save):
            self._keep(effect, place)
        elif isinstance(effect, Open):
            if not effect.flow.startswith("word:"):
                self.open(effect.flow, dict(effect.carried))
        elif isinstance(effect, Do) and effect.verb in _VERBS:
            _VERBS[effect.verb](self, effect, place)

    def _keep(self, save: Save, place: Place) -> None:
        if save.kind == "person":
            self.known[save.field] = save.value
            return
        assert place.workspace is not None
        table = self.records[place.workspace].setdefault(save.kind, {})
        table.setdefault(save.item, {})[save.field] = save.value

    def found(self) -> None:
        workspace = next(self.ids)
        self.roles[workspace] = "coordinator"
        self.records[workspace] = {}
        self.known["active_workspace"] = workspace

    def leave(self, workspace: str | None) -> None:
        self.roles.pop(workspace or "", None)
        self.places = {p.id: p for p in self.places.values() if p.workspace != workspace}
        if self.waiting not in self.places:
            self.waiting = None

    def go_back_to(self, place_id: str | None, but: Place) -> None:
        there = self.places.get(place_id or "")
        if there is None or there.id == but.id:
            return self.open("menu")
        self.happens(there, Resumed())


def _forget(person: Person, do: Do, place: Place) -> None:
    person.known, person.consented, person.roles = {"id": "1"}, False, {}
    person.places, person.waiting = {}, None


def _consent(person: Person, do: Do, place: Place) -> None:
    person.consented = True


def _delete_interrupted(person: Person, do: Do, place: Place) -> None:
    person.places.pop(do.carried.get("interrupted", ""), None)
    person.open("menu")


def _join(person: Person, do: Do, place: Place) -> None:
    if person.invitation is not None:
        person.roles.setdefault(person.invitation, "member")
        person.records.setdefault(person.invitation, {})


_VERBS: dict[str, Callable[[Person, Do, Place], None]] = {
    "give_consent": _consent,
    "refuse_consent": _forget,
    "forget_me": _forget,
    "found_coalition": lambda person, do, place: person.found(),
    "join_coalition": _join,
    "leave_coalition": lambda person, do, place: person.leave(person.active),
    "switch_coalition": lambda person, do, place: person.known.update(active_workspace=do.carried.get("coalition")),
    "resume_place": lambda person, do, place: person.go_back_to(do.carried.get("place"), place),
    "return_to_question": lambda person, do, place: person.go_back_to(do.carried.get("interrupted"), place),
    "delete_interrupted": _delete_interrupted,
    "delete_last_answer": lambda person, do, place: person.go_back_to(do.carried.get("interrupted"), place),
}


# -- what must hold after every decision -----------------------------------------------------------------------------


def look_at(before: Place, event: Event, advanced: Advanced, known: set[str]) -> None:
    after, effects = advanced.place, advanced.effects
    said = [effect for effect in effects if isinstance(effect, Say)]
    leads_away = any(isinstance(effect, Open | Do) for effect in effects)
    if after is None:
        assert isinstance(effects[-1], End)
        assert leads_away or said, "a conversation ended in silence"
    else:
        assert not any(isinstance(effect, End) for effect in effects)
        assert step_of(after).waits, f"waits at {after.here}, which asks nothing"
        assert after.version >= before.version
        if not isinstance(effects[-1], Open):
            assert isinstance(effects[-1], Say), "somebody was left without a question"
            assert effects[-1].question
            assert effects[-1].choices == after.choices, "what is shown is not what is frozen"
    look_for_words(before, event, advanced)
    look_for_list(before, event, advanced, known)


def step_of(place: Place) -> Step:
    return CATALOGUE[place.here.flow].steps[place.here.step]


def look_for_words(before: Place, event: Event, advanced: Advanced) -> None:
    """What was typed is kept, listed, or quoted back."""
    if isinstance(event, TextReceived):
        assert heard(event.text, event.said_in, advanced), f"{event.text[:50]!r} was lost at {before.here}"
    elif isinstance(event, SetAside):
        assert quoted(event.aside.text, advanced)
    elif isinstance(event, ChoicePicked) and before.aside and 0 <= event.position < len(before.choices):
        value, aside = before.choices[event.position].value, before.aside
        assert value in {MINE, ADD, GO}
        assert value == GO or heard(aside.text, aside.said_in, advanced)


def heard(text: str, said_in: str | None, advanced: Advanced) -> bool:
    if any(isinstance(effect, Save) and effect.said_in == said_in for effect in advanced.effects):
        return True
    lines = {line.key for effect in advanced.effects if isinstance(effect, Say) for line in phrases(effect.lines)}
    if "nothing-readable" in lines:
        return not (items_of(text) and cleaned_name(text))
    if "list-is-full" in lines or quoted(cleaned(text), advanced):
        return True
    return advanced.place is not None and set(items_of(text)) <= set(advanced.place.listed)


def quoted(text: str, advanced: Advanced) -> bool:
    said = [effect for effect in advanced.effects if isinstance(effect, Say)]
    return any(text in str(line.fills.get("text", "")) for say in said for line in phrases(say.lines) if text)


def look_for_list(before: Place, event: Event, advanced: Advanced, known: set[str]) -> None:
    """What was listed stays listed, or is kept, unless it was dropped on purpose."""
    shown = [choice.value for choice in before.choices]
    if isinstance(event, ChoicePicked) and shown[event.position : event.position + 1] == [DROP_LAST]:
        return
    if step_of(before).ask is Ask.DATE:  # days that wait for a yes are no answers
        return
    listed = advanced.place.listed if advanced.place else ()
    lost = [item for item in before.listed if item not in listed]
    saves = [effect for effect in advanced.effects if isinstance(effect, Save)]
    kept = {one for save in saves for one in (save.value if isinstance(save.value, list) else [str(save.value)])}
    save = step_of(before).save
    if lost and save is not None:
        assert all(_is_kept(item, save.field, kept | known) for item in lost)


def _is_kept(item: str, field: str, kept: set[str]) -> bool:
    """As it was typed, as a name is kept, or as a title without the day that was read out of it."""
    if field == "name":
        return cleaned_name(item) in kept | {""}
    if field == "title":
        return any(title and title in titled(item) for title in kept) or not titled(item)
    return item in kept


def phrases(lines: tuple[Wording, ...]) -> list[Phrase]:
    return [line for line in lines if isinstance(line, Phrase)]


def look_at_words(say: Say, language: str) -> None:
    """Every text is written in three languages, can be said, and fits both channels."""
    for wording in (*say.lines, *(choice.label for choice in say.choices)):
        for key in keys_in(wording):
            assert all(TEXTS.has(key, code) for code in ("he", "ar", "en")), f"nobody wrote {key}"
    for form in ("plural", "f"):
        speak, label = words_in(Voice(language, form))
        for limits in CHANNELS:
            assert misfits(render(say, speak, label, limits), limits) == []


def words_in(voice: Voice) -> tuple[Callable[[Wording], str], Callable[[Wording], str]]:
    return (lambda wording: TEXTS.say(wording, voice)), (lambda wording: plain(TEXTS.say(wording, voice)))


def keys_in(wording: object) -> Iterator[str]:
    if isinstance(wording, Phrase):
        yield wording.key
        for fill in wording.fills.values():
            yield from keys_in(fill)
    elif isinstance(wording, tuple):
        for line in wording:
            yield from keys_in(line)
