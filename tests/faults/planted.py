"""A bot with one bug planted in it, to see that the judge finds it in what really happens, not in made-up histories.

`python -m tests.faults.planted BUG` is `tests.faults.zygote` with that bug.
"""

import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy import update

from bot.channels import telegram_polling
from handlers import claims, sender
from handlers.messages import Fate, Outcome
from storage import outbox
from storage.outbox import State
from storage.tables import outbox as table
from tests.faults import zygote


def uncertain_is_tried_again() -> None:
    """What peers do: a read that times out is sent once more."""
    claims.ENDS = {**claims.ENDS, Fate.UNKNOWN: State.QUEUED}


def claimed_is_sent_after_a_crash() -> None:
    def put_back(conn: Any, now: Any) -> int:
        claimed = update(table).where(table.c.state == State.SENDING)
        return int(conn.execute(claimed.values(state=State.QUEUED)).rowcount)

    outbox.abandon_claimed = put_back


def accepted_is_written_before_it_is_so() -> None:
    finished = claims.finish

    def believing(conn: Any, kit: Any, row: Any, attempt: str, outcome: Outcome, now: Any) -> None:
        hopeful = Outcome(Fate.ACCEPTED, provider_id="1") if outcome.fate is Fate.UNKNOWN else outcome
        finished(conn, kit, row, attempt, hopeful, now)

    vars(sender)["finish"] = believing


def taken_is_said_before_it_is_durable() -> None:
    async def at_once(self: Any, found: Any) -> bool:
        return True

    telegram_polling.Polling._is_durable = at_once  # type: ignore[method-assign]


BUGS: dict[str, Callable[[], None]] = {
    plant.__name__: plant
    for plant in (
        uncertain_is_tried_again,
        claimed_is_sent_after_a_crash,
        accepted_is_written_before_it_is_so,
        taken_is_said_before_it_is_durable,
    )
}

if __name__ == "__main__":
    BUGS[sys.argv[1]]()
    zygote.main()
