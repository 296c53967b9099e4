"""Runs the bot for real: database, Telegram by polling or webhook, the clock, health and figures."""

import asyncio
import gc
from collections.abc import Mapping

import structlog
from starlette.routing import Route

from bot.app import CONTENT_UPDATED, App, Pace, Plan, opened, our_version
from bot.channels.telegram import Telegram
from bot.channels.telegram_account import introduce
from bot.channels.telegram_request import CallFailed
from bot.clock import ManualClock, parse_clock
from bot.doors import Door, door_for
from bot.moving import Mover
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.speaking import load_conversations
from bot.stopping import stop_event
from bot.web import listening, serve, web_app
from flows.conversations import Conversations
from flows.model import Phrase
from flows.wording import Texts, Voice
from handlers.kit import Policy
from handlers.ports import Clock
from storage.seals import Keys

log = structlog.get_logger()

COMMANDS = ("menu", "help", "crisis", "stop", "mydata", "forget")
INTRODUCE_AGAIN_SECONDS = 5.0


async def run_bot(settings: Settings, conversations: Conversations | None = None) -> None:
    """Run until stopped. Raises what opening the database, the key file or the port refuses.

    `conversations`: loaded already, by whoever starts very often.
    """
    assert settings.telegram_token is not None
    clock = parse_clock(settings.clock)
    plan = _plan(settings, clock, conversations or load_conversations(settings.languages, settings.content_dir))
    bound = listening(settings.http_host, settings.http_port)
    telegram = Telegram(settings.telegram_token.get_secret_value(), api_root=settings.telegram_api_url)
    async with telegram, opened(plan, {telegram.name: telegram}) as app, stop_event() as stop:
        door = door_for(settings, plan.keys, telegram, app.receiver.receive, clock, app.leading)
        scheduler = None if isinstance(clock, ManualClock) else Scheduler(app.ticker, clock, app.leading)
        routes = [*door.routes, *_clock_routes(app, clock), *_figures_routes(settings, app, telegram, door)]
        if scheduler:
            scheduler.start()
        # What was built by now stays for good: nobody need look through it again for what could be thrown away.
        gc.collect()
        gc.freeze()
        gc.enable()
        log.info("started", version=plan.policy.version, mode=settings.telegram_mode)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_talk(telegram, app, door, stop))
            tasks.create_task(serve(web_app(door.reasons, routes, lambda: _standing(app)), bound, stop))
        if scheduler:
            scheduler.stop()
        log.info("stopped")


async def _talk(telegram: Telegram, app: App, door: Door, stop: asyncio.Event) -> None:
    """Introduce ourselves, as often as it takes, then listen."""
    commands = commands_in(app.kit.conversations.texts, app.kit.policy.languages)
    while not stop.is_set():
        try:
            account = await introduce(telegram, commands, door.webhook)
        except CallFailed as failed:
            log.warning("telegram.not_introduced", reason=failed.outcome.reason)
            await _wait(stop, max(failed.outcome.retry_after, INTRODUCE_AGAIN_SECONDS))
            continue
        app.links.username = account.username
        return await door.open(stop)


def _standing(app: App) -> Mapping[str, bool]:
    """For /health, where several processes share a database."""
    return {"leads": app.leading.leads} if app.db.shared else {}


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


def commands_in(texts: Texts, languages: tuple[str, ...]) -> Mapping[str, Mapping[str, str]]:
    """The commands with what they do, in each language."""
    return {
        language: {name: texts.say(Phrase(f"command-{name}"), Voice(language)) for name in COMMANDS}
        for language in languages
    }


def _plan(settings: Settings, clock: Clock, conversations: Conversations) -> Plan:
    return Plan(
        database_url=settings.database_url,
        keys=Keys.load(settings.key_file),
        conversations=conversations,
        policy=Policy(
            founding=settings.founders,
            timezone=settings.timezone,
            languages=settings.languages,
            version=our_version(),
            updated=CONTENT_UPDATED,
            rates={"telegram": settings.telegram_rate},
        ),
        clock=clock,
        pace=Pace(settings.telegram_rate, settings.telegram_chat_rate),
    )


def _clock_routes(app: App, clock: Clock) -> list[Route]:
    if not isinstance(clock, ManualClock):
        return []
    mover = Mover(app.db, clock, app.ticker, app.sender)
    return [Route("/clock", mover.route, methods=["POST"])]


def _figures_routes(settings: Settings, app: App, telegram: Telegram, door: Door) -> list[Route]:
    """The page of figures, for whoever holds its token."""
    if settings.metrics_token is None:
        return []
    from bot.figures import Counted, figures_routes  # heavy: prometheus-client, needed by few

    counted = Counted(
        tuple(app.channels),
        app.receiver.counts,
        sends=app.sender.fates,
        courtesies=telegram.failed_courtesies,
        text_faults=app.kit.conversations.texts.faults,
        webhooks={telegram.name: door.troubles},
        timers_dropped=app.ticker.dropped,
        leads=lambda: app.leading.leads,
    )
    return figures_routes(app.db, counted, settings.metrics_token.get_secret_value())
