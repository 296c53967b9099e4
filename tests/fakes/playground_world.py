"""Two phones, both channels and a bot that only writes down what it hears, for tests of the playground."""

from datetime import UTC, datetime, timedelta

from bot.channels.playground import Playground
from bot.playground.hand import Hand
from bot.playground.phones import Look, Phone, two_phones
from handlers.messages import Attachment, Button, Incoming, Picker

MORNING = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
PICTURE = Attachment(b"\x89PNG", "map.png", "image/png")


class StandingClock:
    """A clock that moves only when a test moves it."""

    def __init__(self) -> None:
        self.instant = MORNING

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return 0.0


class World:
    """`window`: how long the WhatsApp phone takes messages after its owner's last word."""

    def __init__(self, window: timedelta | None = None) -> None:
        self.clock = StandingClock()
        self.phones = two_phones()
        self.telegram = Playground(Look.TELEGRAM, self.phones, self.clock)
        self.whatsapp = Playground(Look.WHATSAPP, self.phones, self.clock, window)
        self.heard: list[Incoming] = []
        self.hand = Hand(self.phones, (self.telegram, self.whatsapp), self._hear, self.clock, "hello")

    async def _hear(self, incoming: Incoming) -> bool:
        self.heard.append(incoming)
        return True

    def phone(self, phone_id: str) -> Phone:
        phone = self.phones.find(phone_id)
        assert phone
        return phone


def column(*labels: str) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(label, f"key.{number}"),) for number, label in enumerate(labels))


def picker(count: int, label: str = "choose") -> Picker:
    return Picker(label, tuple(Button(f"row {n}", f"key.{n}") for n in range(count)))
