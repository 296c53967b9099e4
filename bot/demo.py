"""Runs the playground: phones in a browser, no token, no network, a database that is thrown away."""

import asyncio
import socket
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

from starlette.routing import Route

from bot.app import CONTENT_UPDATED, Plan, opened, our_version
from bot.channels.playground import Playground
from bot.clock import ManualClock, MovableClock, parse_clock
from bot.drawer import DatabaseDrawer
from bot.moving import Mover
from bot.playground.phones import Look, two_phones
from bot.playground.routes import playground_routes
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.speaking import load_conversations
from bot.stopping import stop_event
from bot.web import address_of, listening, serve, web_app
from flows.model import Phrase
from flows.wording import Texts, Voice
from handlers.kit import Policy
from handlers.ports import Channel
from storage.seals import Keys


async def run_demo(settings: Settings, port: int, open_browser: bool) -> None:
    """Serve the playground until stopped. Prints its address as the first line."""
    bound = listening("127.0.0.1", port)
    print(address_of(bound), flush=True)
    with tempfile.TemporaryDirectory(prefix="rakezet-demo-") as folder:
        await _play(settings, bound, Path(folder), open_browser)


async def _play(settings: Settings, bound: socket.socket, folder: Path, open_browser: bool) -> None:
    clock = _clock(settings.clock)
    phones = two_phones()
    channels = [Playground(look, phones, clock) for look in Look]
    named: dict[str, Channel] = {channel.name: channel for channel in channels}
    plan = Plan(
        database_url=f"sqlite:///{folder / 'demo.db'}",
        keys=Keys.load(folder / "key"),
        conversations=load_conversations(settings.languages, settings.content_dir),
        policy=Policy(
            founding=settings.founders,
            timezone=settings.timezone,
            languages=settings.languages,
            version=our_version(),
            updated=CONTENT_UPDATED,
            rates={"telegram": settings.telegram_rate},
        ),
        clock=clock,
    )
    async with opened(plan, named) as app:
        mover = Mover(app.db, clock, app.ticker, app.sender, phones.clock_moved)
        drawer = DatabaseDrawer(app.db, app.kit, clock)
        words = playground_words(plan.conversations.texts)
        routes = playground_routes(phones, channels, app.receiver.receive, clock, drawer, words, settings.timezone)
        web = web_app(lambda: (), [Route("/clock", mover.route, methods=["POST"]), *routes])
        scheduler = Scheduler(app.ticker, clock, app.leading) if isinstance(clock, MovableClock) else None
        if scheduler:
            scheduler.start()
        if open_browser:
            asyncio.get_running_loop().call_later(0.3, webbrowser.open, address_of(bound))
        async with stop_event() as stop:
            await serve(web, bound, stop, phones.hang_up)
        if scheduler:
            scheduler.stop()


def _clock(setting: str) -> ManualClock | MovableClock:
    """The playground's clock can always be moved; it runs by itself unless it was set by hand."""
    clock = parse_clock(setting)
    return clock if isinstance(clock, ManualClock) else MovableClock()


def playground_words(texts: Texts) -> Callable[[str], dict[str, str]]:
    """All words of the page, by language."""

    def words(language: str) -> dict[str, str]:
        return {key: texts.say(Phrase(key), Voice(language)) for key in texts.keys_of("playground-", language)}

    return words
