"""Makes the bot's account fit at every start, so that an operator sets up nothing by hand but the token."""

from collections.abc import Mapping
from dataclasses import dataclass

from telegram import BotCommandScopeAllPrivateChats

from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import ALLOWED_UPDATES

Commands = Mapping[str, Mapping[str, str]]
"""Language code -> command (without its slash) -> what it does. The first language is for everybody else."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who the token speaks for; links into the bot are made of the user name."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram shall bring updates, and the secret it shall show."""

    url: str
    secret: str


async def introduce(telegram: Telegram, commands: Commands, webhook: Webhook | None = None) -> Account:
    """Find out who we are, offer the commands, and set the webhook or take it away. No update is dropped.

    May be repeated. Raises CallFailed, whose text is a code and whose outcome says how long to wait.
    """
    me = await telegram.bot.get_me()
    await _offer(telegram, commands)
    if webhook is None:
        await telegram.bot.delete_webhook(drop_pending_updates=False)
    else:
        await telegram.bot.set_webhook(
            webhook.url,
            allowed_updates=ALLOWED_UPDATES,
            secret_token=webhook.secret,
            drop_pending_updates=False,
        )
    return Account(me.id, me.username or "")


async def _offer(telegram: Telegram, commands: Commands) -> None:
    """In private chats only: we do not stay in any other."""
    private = BotCommandScopeAllPrivateChats()
    default = next(iter(commands), None)
    for language, described in commands.items():
        offered = list(described.items())
        await telegram.bot.set_my_commands(offered, scope=private, language_code=language)
        if language == default:
            await telegram.bot.set_my_commands(offered, scope=private)
