"""A bot that lives many short lives: everything is imported and read once, then each life is a fork of this process.

Starting the real command costs seconds of CPU, nearly all of them for imports and texts. What a kill can break (the
database, the outbox, the poll, the start itself) happens in `bot.running.run_bot`, and that runs whole in every life.

Each line on stdin begins a life; its process id is printed, and when it has ended, its status. A closed stdin ends
this process. It has no threads and no event loop: nothing of one life gets into the next.
"""

import asyncio
import gc
import os
import sys

from bot.journal import start_journal
from bot.running import run_bot
from bot.settings import Settings, read_settings
from bot.speaking import load_conversations
from flows.conversations import Conversations


def main() -> None:
    settings = read_settings()
    conversations = load_conversations(settings.languages, settings.content_dir)
    gc.collect()
    gc.freeze()
    _say("ready")
    for _ in sys.stdin:
        life = os.fork()
        if life == 0:
            _live(settings, conversations)
        _say(str(life))
        _, status = os.waitpid(life, 0)
        _say(str(os.waitstatus_to_exitcode(status)))


def _live(settings: Settings, conversations: Conversations) -> None:
    """Never returns: nothing of the process that forked may run here."""
    status = 1
    try:
        os.close(sys.stdin.fileno())
        start_journal(settings.log)
        asyncio.run(run_bot(settings, conversations))
        status = 0
    finally:
        sys.stderr.flush()
        os._exit(status)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
