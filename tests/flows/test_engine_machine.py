"""Lets a random person loose on our own conversations: nothing may raise, get lost, grow too long or fall silent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flows.always_words import AT_ONCE, Word, always_word
from flows.asking import ADD, DROP_LAST, GO, MINE
from flows.conversations import kinds_of
from flows.effects import Do, Effect, End, Open, Save, Say
from flows.engine import Advanced, advance, mended
from flows.events import (
    BackWanted,
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    HelpWanted,
    Resumed,
    SetAside,
    SkipWanted,
    Started,
    TextReceived,
    Unfit,
    UnfitReceived,
)
from flows.facts import RECORD_KINDS, Facts
from flows.fills import READINGS
from flows.loader import OUR_DEFINITIONS, OUR_TEXTS, load
from flows.model import OWN_WORDS, Aside, Ask, Frame, Phrase, Place, Step, Value, Verbatim, Wording
from flows.rendering import TELEGRAM, WHATSAPP, positions_named, render
from flows.standing import stands
from flows.typed import cleaned, cleaned_name, items_of, positions_of
from flows.wording import Voice, load_texts, plain
from tests.flows.worlds import THEN, Tables, misfits

CATALOGUE, MISTAKES = load([OUR_DEFINITIONS])
TEXTS = load_texts([OUR_TEXTS], ("he", "ar", "en"), strict=True)
KINDS = kinds_of(CATALOGUE, READINGS)
CHANNELS = (TELEGRAM, WHATSAPP)
STAGES = sorted(flow.id for flow in CATALOGUE.values() if flow.stage)

PLAIN = st.sampled_from(
    [
        "אין קו לילה",
        "لا حافلة ليلًا",
        "no bus at night",
        "Dana",
        "נהגים\nהורים\nמורים",
        "a; b; c",
        "🩷",
        "12",
        "אדם",
        "stop",
    ]
)
NASTY = st.sampled_from(
    [
        "x" + "\u0301" * 4095,
        "a\u200d" * 2048,
        "👩‍👩‍👧‍👦" * 370,
        "\u202e" * 50 + "טקסט הפוך",
        "\u2068\u2066\u2067\u202b",
        "מילה " * 819,
        "ש" * 4096,
        "\n".join(f"שם מספר {n}" for n in range(70)),
        "\n".join(f"{n}. " + "ארוך מאוד " * 9 for n in range(12)),
        "{ $name } <b>&amp; *x* _y_",
        "\u3164\u2800",
        "Q̷̛̗̣̲̎̊" * 200,
        "\ue0000\ue001",
        "",
    ]
)
TYPED = st.one_of(PLAIN, NASTY, st.text(max_size=60), st.text("אب \n\u200d\u2068\u202e\u0301😀", max_size=300))
WORDS = st.sampled_from(
    [
        "תפריט",
        "مساعدة",
        "help",
        "back",
        "رجوع",
        "חזרה",
        "דילוג",
        "skip",
        "שמירה",
        "stop",
        "STOP",
        "מחיקה",
        "אדם",
        "משבר",
    ]
)


SAID_AS: dict[Word, Event] = {
    Word.HELP: HelpWanted(),
    Word.BACK: BackWanted(),
    Word.SKIP: SkipWanted(),
    Word.SAVE: Resumed(),
}


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
        look_at(
            place, event, advanced, {str(player.get("name")) for player in facts.tables.get("actor", {}).values()}
        )
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
    return any(line.fills.get("text") == text for say in said for line in phrases(say.lines))


def look_for_list(before: Place, event: Event, advanced: Advanced, known: set[str]) -> None:
    """What was listed stays listed, or is kept, unless it was dropped on purpose."""
    shown = [choice.value for choice in before.choices]
    if isinstance(event, ChoicePicked) and shown[event.position : event.position + 1] == [DROP_LAST]:
        return
    listed = advanced.place.listed if advanced.place else ()
    lost = [item for item in before.listed if item not in listed]
    saves = [effect for effect in advanced.effects if isinstance(effect, Save)]
    kept = {one for save in saves for one in (save.value if isinstance(save.value, list) else [str(save.value)])}
    save = step_of(before).save
    if lost and save is not None:
        names = kept | known if save.kind == "actor" else kept
        assert {cleaned_name(item) if save.kind == "actor" else item for item in lost} <= names | {""}


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


# -- the machine -----------------------------------------------------------------------------------------------------


class AnybodyTalking(RuleBasedStateMachine):
    """Somebody presses, types, goes back, leaves and returns; others answer meanwhile."""

    @initialize(
        language=st.sampled_from(["he", "ar", "en"]), invited=st.booleans(), starts=st.sampled_from([*STAGES, ""])
    )
    def arrives(self, language: str, invited: bool, starts: str) -> None:
        self.person = Person(language=language)
        self.said = count(1)
        if invited:
            self.person.invitation = "w0"
            self.person.records["w0"] = {}
        if not starts:
            return self.person.open("welcome", {"invitation": "ab"} if invited else None)
        self.person.consented = True
        self.person.known |= {"language": language, "display_name": "Noor"}
        self.person.found()
        self.person.open(starts)

    @property
    def place(self) -> Place:
        return self.person.places[self.person.waiting or ""]

    @property
    def step(self) -> Step:
        return step_of(self.place)

    def happens(self, event: Event) -> None:
        self.person.happens(self.place, event)

    def is_asked(self) -> bool:
        return self.person.waiting is not None

    @precondition(lambda self: self.is_asked() and self.place.choices)
    @rule(data=st.data(), on=st.sampled_from([None, None, None, True, False]))
    def presses(self, data: st.DataObject, on: bool | None) -> None:
        self.happens(ChoicePicked(data.draw(st.integers(0, len(self.place.choices) - 1)), on))

    @precondition(lambda self: self.is_asked() and self.step.ask in OWN_WORDS)
    @rule(text=TYPED)
    def answers(self, text: str) -> None:
        self.types(text)

    @precondition(is_asked)
    @rule(text=TYPED)
    def writes(self, text: str) -> None:
        self.types(text)

    @precondition(is_asked)
    @rule(numbers=st.lists(st.integers(0, 13), min_size=1, max_size=4))
    def types_numbers(self, numbers: list[int]) -> None:
        self.types(",".join(map(str, numbers)))

    @precondition(lambda self: self.is_asked() and self.place.choices)
    @rule(data=st.data(), channel=st.sampled_from(CHANNELS))
    def types_what_is_shown(self, data: st.DataObject, channel: object) -> None:
        position = data.draw(st.integers(0, len(self.place.choices) - 1))
        say = Say((Verbatim("?"),), self.place.choices, True)
        limits = TELEGRAM if channel is TELEGRAM else WHATSAPP
        label = render(say, self.word, self.word, limits).choices[position].label
        assert positions_named(label, self.place.choices, self.word) in {(), (position,)}
        self.types(label)

    def word(self, wording: Wording) -> str:
        return plain(TEXTS.say(wording, Voice(self.person.language)))

    def types(self, text: str) -> None:
        word = always_word(text)
        if word is not None and not positions_named(text, self.place.choices, self.word):
            return self.uses_word(word, text)
        self.happens(self.event_of(text))

    def event_of(self, text: str) -> Event:
        said = TextReceived(text, f"m{next(self.said)}")
        if not self.place.choices:
            return said
        named = positions_named(text, self.place.choices, self.word)
        wants_words = self.step.ask in OWN_WORDS and self.place.aside is None
        positions = named or (() if wants_words else positions_of(text))
        if len(positions) == 1:
            return ChoicePicked(positions[0])
        return ChoicesTyped(positions) if positions and self.step.ask is Ask.CHOICES else said

    @precondition(is_asked)
    @rule(word=WORDS)
    def says_a_word(self, word: str) -> None:
        self.types(word)

    def uses_word(self, word: Word, text: str) -> None:
        if self.step.ask in OWN_WORDS and word not in AT_ONCE:
            said_in = f"m{next(self.said)}"
            is_name = self.step.fits == "name"
            return self.happens(
                TextReceived(text, said_in) if is_name else SetAside(Aside(cleaned(text), word.value, said_in))
            )
        event = SAID_AS.get(word)
        if event is not None:
            return self.happens(event)
        if not self.person.consented:
            return self.happens(Resumed())
        flow = {Word.MENU: "menu", Word.STOP: "stop", Word.DELETE: "delete", Word.FORGET: "forget"}.get(word)
        if flow is not None:
            self.person.open(flow, {"interrupted": self.place.id})

    @precondition(
        lambda self: (
            self.is_asked()
            and self.step.ask in OWN_WORDS
            and self.place.trail
            and not (self.place.listed or self.place.aside)
        )
    )
    @rule(text=TYPED)
    def writes_in_one_breath(self, text: str) -> None:
        assume(cleaned(text))
        self.happens(SetAside(Aside(cleaned(text), None, f"m{next(self.said)}")))

    @precondition(is_asked)
    @rule(name=TYPED)
    def shares_a_contact(self, name: str) -> None:
        self.happens(ContactReceived(name, f"m{next(self.said)}"))

    @precondition(is_asked)
    @rule(kind=st.sampled_from(Unfit))
    def sends_what_cannot_be_read(self, kind: Unfit) -> None:
        self.happens(UnfitReceived(kind))

    @precondition(is_asked)
    @rule(
        event=st.sampled_from(
            [BackWanted(), SkipWanted(), HelpWanted(), Resumed(), ChoicePicked(99), ChoicePicked(-1)]
        )
    )
    def goes_about(self, event: Event) -> None:
        self.happens(event)

    @precondition(lambda self: self.person.consented and self.person.roles)
    @rule(stage=st.sampled_from(STAGES))
    def opens_a_stage(self, stage: str) -> None:
        self.person.open(stage)

    @precondition(lambda self: not self.is_asked())
    @rule()
    def comes_back(self) -> None:
        self.person.open("menu" if self.person.consented else "welcome")

    @rule(
        kind=st.sampled_from(["name", "removed", "pressure_target", "shares_goal", "stance", "influence"]),
        item=st.sampled_from(["o1", "o2", "o3"]),
        value=st.sampled_from(["Dana", "active_ally", "high", True, False]),
    )
    def somebody_else_changes_a_player(self, kind: str, item: str, value: Value) -> None:
        for records in self.person.records.values():
            player = records.setdefault("actor", {}).setdefault(item, {"name": f"Player {item}"})
            player[kind] = f"{value} {item}" if kind == "name" else value

    @rule(
        name=st.sampled_from(["problem_statement", "why_together", "missing_voices", "affected_groups", "evidence"])
    )
    def somebody_else_answers(self, name: str) -> None:
        value: Value = ["x", "y"] if name in {"missing_voices", "affected_groups"} else "theirs"
        for records in self.person.records.values():
            records.setdefault("coalition", {}).setdefault("", {})[name] = value

    @rule(language=st.sampled_from(["he", "ar", "en"]))
    def changes_language(self, language: str) -> None:
        self.person.language = language

    @precondition(is_asked)
    @rule(data=st.data())
    def an_author_takes_a_step_out(self, data: st.DataObject) -> None:
        frame = data.draw(st.sampled_from(self.place.frames))
        steps = {name: step for name, step in CATALOGUE[frame.flow].steps.items() if name != frame.step}
        assume(steps)
        changed = {**CATALOGUE, frame.flow: replace(CATALOGUE[frame.flow], steps=steps)}
        there = mended(changed, self.place)
        assert there is not None
        assert there is not self.place
        assert stands(changed, there.frames)
        assert len(there.trail) <= len(self.place.trail)

    @invariant()
    def the_waiting_place_is_open(self) -> None:
        if hasattr(self, "person"):
            assert self.person.waiting is None or self.person.waiting in self.person.places


AnybodyTalking.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
TestAnybodyTalking = AnybodyTalking.TestCase


def test_our_own_flows_are_without_mistakes() -> None:
    assert MISTAKES == []
