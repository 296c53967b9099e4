"""Walks a person through conversations by their texts, so that a walk is written once and taken in every language.

A walker reads the screen like a person (what does the last message ask, what stands on its buttons) and answers by
pressing, by typing a label or by typing a number, in turn. Keys are those of `flows/texts`: `a_next.choice-b`.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Literal

from flows import ftl
from flows.always_words import Word
from flows.loader import OUR_TEXTS
from flows.model import Fill, Phrase
from flows.rendering import TICK
from flows.wording import Texts, Voice, load_texts, plain
from tests.fakes.telegram_phone import Message, Phone

LANGUAGES = ("he", "ar", "en")
Hand = Literal["press", "label", "number"]
HANDS: dict[str, tuple[Hand, ...]] = {
    "he": ("press", "label", "number"),
    "ar": ("label", "number", "press"),
    "en": ("number", "press", "label"),
}
"""How each language's walker answers first, second, third and over again: every choice can be typed as well."""

SPELT: dict[Word, dict[str, str]] = {
    Word.MENU: {"he": "תפריט", "ar": "القائمة", "en": "menu"},
    Word.HELP: {"he": "עזרה", "ar": "مساعدة", "en": "help"},
    Word.BACK: {"he": "חזרה", "ar": "رجوع", "en": "back"},
    Word.SKIP: {"he": "דילוג", "ar": "تخطي", "en": "skip"},
    Word.STOP: {"he": "עצירה", "ar": "توقّف", "en": "stop"},
    Word.UNSUBSCRIBE: {"he": "הסר", "ar": "إلغاء الاشتراك", "en": "STOP"},
    Word.DELETE: {"he": "מחיקה", "ar": "حذف", "en": "delete"},
    Word.CRISIS: {"he": "משבר", "ar": "أزمة", "en": "crisis"},
}

_GAP = "\ufffc"  # stands for what a text fills in, where a test does not care


@cache
def texts() -> Texts:
    return load_texts([OUR_TEXTS], LANGUAGES, strict=True)


class Walker:
    """A person with a phone, speaking one language; waits for the bot as many seconds as `patience` says."""

    patience = 20.0

    def __init__(self, phone: Phone, language: str, name: str = "נור", form: str = "plural") -> None:
        self.phone, self.language, self.name = phone, language, name
        self.voice = Voice(language, form)
        self._hands: Iterator[Hand] = cycle(HANDS[language])
        self._seen_before = 0
        self._answered: int | None = None

    # --- words ---

    def words(self, key: str, **fills: Fill) -> str:
        """The text as this person reads it, without marks of direction; "\ufffc" for what `fills` do not give."""
        needed = ftl.arguments(key, texts().languages[self.language].patterns)
        filled: dict[str, Fill] = {name: _GAP for name in needed} | fills
        return plain(texts().say(Phrase(key, filled), self.voice))

    def reads(self, message: Message, key: str, **fills: Fill) -> bool:
        """Whether the message says this text, whatever stands in its gaps."""
        at, said = 0, plain(message.text)
        for piece in self.words(key, **fills).split(_GAP):
            at = said.find(piece.strip(), at)
            if at < 0:
                return False
            at += len(piece.strip())
        return True

    # --- seeing ---

    async def asked(self, key: str, **fills: Fill) -> Message:
        """Waits until the newest message asks this, and holds that the question answered before has settled."""
        await self.phone.wait_for(lambda chat: self.is_asked(key, **fills), self.patience)
        self._holds_that_the_answered_has_settled()
        return self.phone.last

    async def told(self, key: str, **fills: Fill) -> Message:
        """Waits until some message that came since the last deed says this."""
        await self.phone.wait_for(lambda chat: self.was_told(key, **fills), self.patience)
        return next(message for message in self.news if self.reads(message, key, **fills))

    def is_asked(self, key: str, **fills: Fill) -> bool:
        return bool(self.news) and self.reads(self.phone.last, key, **fills)

    def was_told(self, key: str, **fills: Fill) -> bool:
        return any(self.reads(message, key, **fills) for message in self.news)

    @property
    def news(self) -> list[Message]:
        """The bot's messages that came since this person last did something."""
        ids = set(self.phone.seen.from_bot[self._seen_before :])
        return [message for message in self.phone.messages if message.id in ids]

    # --- doing ---

    def about_to_act(self) -> None:
        self._seen_before = len(self.phone.seen.from_bot)
        self._answered = None

    async def start(self, payload: str = "") -> None:
        self.about_to_act()
        await self.phone.start(payload)

    async def say(self, text: str) -> int:
        self.about_to_act()
        return await self.phone.say(text)

    async def says_word(self, word: Word) -> None:
        """One of the words that work at every moment, in this person's language."""
        await self.say(SPELT[word][self.language])

    async def press(self, key: str) -> None:
        """Press the button with this text on the newest message."""
        await self.press_label(self.words(key))

    async def press_label(self, label: str) -> None:
        question = self.phone.last
        self.about_to_act()
        self._answered = question.id
        await self.phone.press(label, question.id)

    async def choose(self, key: str) -> None:
        """Answer with this choice: pressing, typing its label and typing its number take turns."""
        await self.choose_label(self.words(key))

    async def choose_label(self, label: str) -> None:
        hand, question = next(self._hands), self.phone.last
        assert label in question.labels, f"{label!r} is not among {question.labels}"
        if hand == "press":
            return await self.press_label(label)
        typed = label if hand == "label" else str(question.labels.index(label) + 1)
        await self.say(typed)
        self._answered = question.id

    async def tick(self, label: str) -> None:
        """Press a button that ticks, and wait until it is ticked."""
        await self.phone.press(label, self.phone.last.id)
        await self.phone.wait_for(lambda chat: f"{TICK}{label}" in chat.last.labels, self.patience)

    async def answers(self, question: str, choice: str, **fills: Fill) -> None:
        """Sees a question and answers it with one of its choices."""
        await self.asked(question, **fills)
        await self.choose(f"{question}.choice-{choice}")

    async def writes(self, question: str, text: str) -> int:
        """Sees a question and answers it in words."""
        await self.asked(question)
        return await self.say(text)

    async def lists(self, question: str, *items: str) -> None:
        """Sees a question and answers it with a list, a message for each item."""
        await self.asked(question)
        for item in items:
            await self.say(item)
            await self.asked("list-goes-on")
            assert all(line in self.phone.last.text for line in item.splitlines())
        await self.press("choice-done")

    async def ticks(self, question: str, *labels: str) -> None:
        """Sees a question, ticks these and finishes."""
        await self.asked(question)
        for label in labels:
            await self.tick(label)
        await self.press("choice-done")

    def _holds_that_the_answered_has_settled(self) -> None:
        """After a choice the buttons of that message are gone."""
        if self._answered is None:
            return
        settled = self.phone.message(self._answered)
        assert settled.labels == [], f"the buttons stayed under: {settled.text}"

    # --- whole stretches ---

    async def arrives(self, payload: str = "") -> None:
        """From /start to the first question after the name; `payload` as in an invitation link."""
        await self.start(payload)
        await self.asked("choose_language")
        await self.choose(f"choose_language.choice-{self.language}")
        await self.answers("privacy_consent", "yes")
        if self.language != "en":
            await self.answers("address_form", self.voice.form)
        await self.writes("display_name", self.name)

    async def reaches_the_menu(self) -> None:
        await self.arrives()
        await self.answers("describe_self", "group")
        await self.told("field_traits")
        await self.asked("main_menu")

    async def founds(self, coalition: str) -> None:
        """The short path of the introduction, up to the question what comes next."""
        await self.asked("main_menu")
        await self.choose("main_menu.choice-found")
        await self.told("intro_what")
        await self.ticks("intro_benefits", self.words("intro_benefits.choice-pressure"))
        await self.writes("coalition_name", coalition)
        await self.answers("intro_status", "idea")
        await self.declines_more()
        await self.answers("confirm_summary", "ok")
        await self.asked("intro_next")

    async def declines_more(self) -> None:
        await self.asked("more-offer")
        await self.press("choice-enough")

    async def accepts_more(self, topic: str) -> None:
        """Goes on being offered things until it is this one, and takes it."""
        await self.asked("more-offer")
        while not self.reads(self.phone.last, "more-offer", topic=self.words(f"{topic}.topic")):
            await self.press("choice-something-else")
            await self.asked("more-offer")
        await self.press("choice-now")

    async def invites(self) -> tuple[str, str]:
        """Asks for an invitation, from the menu: what the link carries, and the code as it is shown."""
        await self.asked("main_menu")
        await self.choose("main_menu.choice-people")
        await self.answers("people_menu", "invite", count=1)
        await self.asked("people_menu", count=1)
        link = re.search(r"https://t\.me/rakezet_bot\?start=(j_\w+)", (await self.told("invite-link")).text)
        code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", (await self.told("invite-ready", uses=50, hours=72)).text)
        assert link
        assert code
        assert link[1] == f"j_{code[0].replace('-', '')}"
        return link[1], code[0]
