"""Opens Telegram's door one way or the other: we ask for updates, or Telegram brings them."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from starlette.routing import BaseRoute, Route

from bot.channels.telegram import Telegram
from bot.channels.telegram_account import Webhook
from bot.channels.telegram_polling import Polling
from bot.channels.telegram_webhook import PATH, TelegramWebhook
from bot.settings import Settings
from handlers.leading import Leading
from handlers.ports import Clock, Receive
from storage.seals import Keys


class Door(Protocol):
    """How updates come in. `webhook` is what Telegram must be told, None to take a webhook away."""

    @property
    def webhook(self) -> Webhook | None: ...

    @property
    def routes(self) -> list[BaseRoute]: ...

    @property
    def troubles(self) -> Counter[str]: ...

    def reasons(self) -> Sequence[str]:
        """Codes of what keeps this door from being open."""
        ...

    async def open(self, stop: asyncio.Event) -> None:
        """Take updates until stopped; called once Telegram knows us."""
        ...


@dataclass(frozen=True, slots=True)
class PollingDoor:
    """We ask; needs no address of our own. Of several processes the one that leads asks, the others stand by."""

    polling: Polling
    leading: Leading
    webhook: Webhook | None = None

    @property
    def routes(self) -> list[BaseRoute]:
        return []

    @property
    def troubles(self) -> Counter[str]:
        return Counter()

    def reasons(self) -> Sequence[str]:
        return self.polling.state.reasons if self.leading.leads else ()

    async def open(self, stop: asyncio.Event) -> None:
        await self.leading.while_leading(self.polling.poll, stop)


@dataclass(frozen=True, slots=True)
class WebhookDoor:
    """Telegram brings them to our public address, with the secret only it and we know."""

    hook: TelegramWebhook
    webhook: Webhook

    @property
    def routes(self) -> list[BaseRoute]:
        return [Route(PATH, self.hook)]

    @property
    def troubles(self) -> Counter[str]:
        return self.hook.troubles

    def reasons(self) -> Sequence[str]:
        return self.hook.reasons

    async def open(self, stop: asyncio.Event) -> None:
        self.hook.registered()
        await stop.wait()


def door_for(
    settings: Settings, keys: Keys, telegram: Telegram, receive: Receive, clock: Clock, leading: Leading
) -> Door:
    """The door the settings ask for."""
    if settings.telegram_mode == "polling":
        return PollingDoor(Polling(telegram, receive, clock), leading)
    given = settings.telegram_secret
    secret = given.get_secret_value() if given else keys.secret("telegram_webhook")
    hook = TelegramWebhook(secret, receive, telegram.leave, clock)
    return WebhookDoor(hook, Webhook(f"{settings.public_url}{PATH}", secret))
