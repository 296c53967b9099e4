"""Lets a random person loose on our own conversations: nothing may raise, get lost, grow too long or fall silent."""

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flows.always_words import AT_ONCE, Word, always_word
from flows.effects import Say
from flows.engine import mended
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
    TextReceived,
    Unfit,
    UnfitReceived,
)
from flows.model import OWN_WORDS, Aside, Ask, Place, Step, Value, Verbatim, Wording
from flows.rendering import TELEGRAM, WHATSAPP, positions_named, render
from flows.standing import stands
from flows.typed import cleaned, positions_of
from flows.wording import Voice, plain
from tests.flows.anybody import CATALOGUE, CHANNELS, MISTAKES, STAGES, TEXTS, Person, step_of

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
        if self.place.aside is not None:
            text = text[:100]  # words that join others: together they stay within one answer's length
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
        text = text[:2000]
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
