"""Writes a conversation down as an activist would read it, so that every change of words is seen by a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import indent

from bot.playground.phones import Look, Message
from flows.wording import plain
from tests.cast import Someone, World

HEADER = """\
# {title}
# What people say, press and send stands at the margin; what the bot answers is set in, its buttons in brackets.
# Invisible direction marks are left out. Codes are always shown as ABCD-1234.
"""
PLATFORM = {Look.TELEGRAM: "Telegram", Look.WHATSAPP: "WhatsApp"}
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_LINK = re.compile(r"(start=j_)[0-9A-Z]{8}")


@dataclass(slots=True)
class Transcript:
    """A script's people, and everything that happened, in order."""

    world: World
    title: str
    blocks: list[str] = field(default_factory=list)
    shown: dict[str, Message] = field(default_factory=dict)
    people: list["Player"] = field(default_factory=list)

    def player(self, name: str, language: str, form: str, look: Look = Look.TELEGRAM) -> "Player":
        who = Player(self, self.world.someone(name, language, form, look))
        self.people.append(who)
        return who

    def text(self) -> str:
        return "\n\n".join([HEADER.format(title=self.title).rstrip(), *self.blocks]) + "\n"

    def note(self, line: str) -> None:
        self.blocks.append(line)
        for player in self.people:
            self.blocks += player.news()


@dataclass(slots=True)
class Player:
    """A person of a script: acts, and what happened is written down."""

    transcript: Transcript
    who: Someone

    @property
    def called(self) -> str:
        return f"{self.who.name} ({PLATFORM[self.who.phone.look]})"

    async def start(self, code: str = "") -> None:
        await self.who.start(f"j_{code.replace('-', '')}" if code else "")
        self.transcript.note(f"{self.called} opens the chat" + (" by an invitation link" if code else ""))

    async def say(self, words: str) -> None:
        await self.who.say(words)
        self.transcript.note(f"{self.called} says: {_masked(words)}")

    async def press(self, label: str) -> None:
        await self.who.press(label)
        self.transcript.note(f"{self.called} presses [{self.who.words(label)}]")

    async def send(self, kind: str) -> None:
        await self.who.send(kind)
        self.transcript.note(f"{self.called} sends a {kind}")

    async def edit(self, earlier: str, later: str) -> None:
        await self.who.edit(earlier, later)
        self.transcript.note(f"{self.called} edits “{earlier}” to: {later}")

    def code(self) -> str:
        return self.who.code()

    def news(self) -> Iterator[str]:
        """What is new on this phone, says something new in its place, or has other buttons than before."""
        for message in self.who.phone.messages:
            earlier = self.transcript.shown.get(message.id)
            if not message.mine and earlier is None:
                yield indent(f"to {self.who.name}:\n{_shown(message)}", "    ")
            elif earlier is not None and not message.text.startswith(earlier.text) and not message.mine:
                yield indent(f"a message to {self.who.name} now says:\n{_shown(message)}", "    ")
            elif earlier is not None and message.keyboard not in ((), earlier.keyboard):
                yield indent(f"the buttons of {self.who.name} change:\n{_buttons(message)}", "    ")
            self.transcript.shown[message.id] = message


def _shown(message: Message) -> str:
    picture = [f"({message.attachment.file_name})"] if message.attachment else []
    buttons = [_buttons(message)] if message.keyboard or message.picker else []
    return "\n".join([*picture, _masked(plain(message.text)), *buttons])


def _buttons(message: Message) -> str:
    if message.picker:
        rows = "\n".join(f"   [{plain(row.label)}]" for row in message.picker.rows)
        return f"[{plain(message.picker.label)}] opens:\n{rows}"
    return "\n".join(" ".join(f"[{plain(button.label)}]" for button in row) for row in message.keyboard)


def _masked(text: str) -> str:
    return _LINK.sub(r"\1ABCD1234", _CODE.sub("ABCD-1234", text))
