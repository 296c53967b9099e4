"""The command line: parses arguments, calls one function, turns what it refuses into a sentence and an exit code.

Exit codes: 0 also after Ctrl-C and SIGTERM; 2 for what the operator can mend; 1 for faults of ours. Heavy libraries
are imported inside the commands that need them, so that `--help` and `check` start at once.
"""

import asyncio
import gc
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, NoReturn

import click

MENDABLE = 2

NO_CHANNEL = """\
Nothing to run yet: no channel is set.

For Telegram, in three steps:
  1. In Telegram open @BotFather, send /newbot and follow it; it gives you a token such as 123456789:AA...
  2. Put it into a file named .env in this folder:
         RAKEZET_TELEGRAM_TOKEN=123456789:AA...
  3. Run this command again.

To look around without any token:  python -m bot demo
All settings stand in README.md, under "Settings"."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Rakezet: a coordinator in an activist's pocket, on Telegram."""


@main.command()
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.option("--port", default=8090, show_default=True, help="0 takes any free port.")
def demo(no_browser: bool, port: int) -> None:
    """Open the playground: phones in your browser, no token, nothing kept."""
    settings = _settings()
    from bot.demo import run_demo  # heavy: storage, web, drawing

    _run(run_demo(settings, port, not no_browser))


@main.command()
def run() -> None:
    """Run the bot on the channels that are set."""
    settings = _settings()
    if not settings.clock_is_safe:
        _refuse(
            "RAKEZET_CLOCK: a manual clock is only for servers on this machine; set RAKEZET_TELEGRAM_API_URL to one."
        )
    if settings.telegram_token is None:
        _refuse(NO_CHANNEL)
    gc.disable()  # until we have started: what is built now stays, looking through it would cost a fifth of the start
    from bot.running import run_bot  # heavy: storage, web, Telegram

    _run(run_bot(settings))


@main.command()
@click.option("--flows", "flow_folder", type=click.Path(path_type=Path), help="Check these flows instead of ours.")
@click.option("--texts", "text_folder", type=click.Path(path_type=Path), help="Check these texts instead of ours.")
def check(flow_folder: Path | None, text_folder: Path | None) -> None:
    """Tell every mistake in flows and texts, one a line; also in what RAKEZET_CONTENT_DIR lays over them."""
    from bot.speaking import overlay, problems_of  # heavy: Fluent
    from flows.loader import OUR_DEFINITIONS, OUR_TEXTS

    own = None if flow_folder or text_folder else _settings().content_dir
    problems = problems_of(
        [flow_folder or OUR_DEFINITIONS, *overlay(own, "definitions")],
        [text_folder or OUR_TEXTS, *overlay(own, "texts")],
        [own] if own else [],
    )
    for problem in problems:
        click.echo(str(problem))
    sys.exit(MENDABLE if problems else 0)


@main.command()
@click.argument("flow")
def graph(flow: str) -> None:
    """Print a flow as a Mermaid diagram, drawn from what runs."""
    from flows.graph import mermaid  # heavy: pydantic is not, but YAML is
    from flows.loader import OUR_DEFINITIONS, load

    catalogue, _ = load([OUR_DEFINITIONS])
    if flow not in catalogue:
        _refuse(f"There is no flow named {flow}. There are: {', '.join(sorted(catalogue))}.")
    click.echo(mermaid(catalogue[flow]))


@main.command()
def migrate() -> None:
    """Bring the database to this version (run does it by itself)."""
    settings = _settings()
    from bot.upkeep import migrate_database  # heavy: storage

    _run(migrate_database(settings.database_url))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database into FILE, beside a running bot. The key file is not in it."""
    settings = _settings()
    from bot.upkeep import backup_database  # heavy: storage

    _run(backup_database(settings.database_url, file))


@main.command()
@click.argument("role", type=click.Choice(["coordinator"]))
def invite(role: str) -> None:
    """Print a code that lets one person found a coalition."""
    settings = _settings()
    from bot.upkeep import invite_founder  # heavy: storage

    _run(invite_founder(settings))


def _settings() -> Any:
    from bot.journal import start_journal  # heavy: structlog, pydantic
    from bot.settings import SettingsWrong, read_settings

    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        _refuse(f"These settings cannot be used:\n{wrong}")
    start_journal(settings.log)
    return settings


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end; refusals become one sentence and exit code 2."""
    from bot.speaking import FlowsWrong  # heavy: Fluent
    from bot.upkeep import MENDABLE_TROUBLES, sentence_of

    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        sys.exit(0)
    except FlowsWrong as wrong:
        _refuse("\n".join(map(str, wrong.problems)))
    except MENDABLE_TROUBLES as trouble:
        _refuse(sentence_of(trouble))


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(MENDABLE)


if __name__ == "__main__":
    main()
