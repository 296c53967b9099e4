"""Keeps what is due in APScheduler as its documentation shows it: in memory, or in its own SQLite store."""

import pickle
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler

LATE: list[float] = []
"""A job that is kept in a file can reach only what has a name in a module."""
AN_HOUR = 3600.0


async def ring(at: float) -> None:
    LATE.append(time.time() - at)


def instant(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


class Memory:
    """The default store."""

    survives = False
    in_one = False
    rounds: tuple[str, ...] = ("",)
    late = LATE

    def __init__(self) -> None:
        self.scheduler = AsyncIOScheduler(timezone="UTC")

    async def open(self, folder: Path) -> None:
        self.scheduler.start()

    async def close(self) -> None:
        self.scheduler.shutdown(wait=False)

    async def add(self, name: str, at: float) -> None:
        self.scheduler.add_job(ring, "date", run_date=instant(at), args=[at], id=name)

    async def fill(self, number: int, at: float) -> None:
        self.scheduler.pause()  # else each of them wakes it
        for one in range(number):
            await self.add(f"waiting:{one}", at + one)
        self.scheduler.resume()

    async def settle(self) -> None:
        for rung in range(6):
            await self.add(f"ladder:{rung}", time.time() + AN_HOUR)

    async def fall_due(self, how: str, number: int, at: float) -> None:
        for one in range(number):
            await self.add(f"due:{one}", at)

    async def move_ladder(self, at: float) -> None:
        for rung in range(6):
            self.scheduler.reschedule_job(f"ladder:{rung}", trigger="date", run_date=instant(at))

    async def hang(self, number: int, at: float) -> None:
        for one in range(number):
            await self.add(f"one thing:{one}", at)

    async def move(self, number: int, at: float) -> None:
        for one in range(number):
            self.scheduler.reschedule_job(f"one thing:{one}", trigger="date", run_date=instant(at))


class Sqlite(Memory):
    """SQLAlchemyJobStore. 1,000 are put into its table directly: adding them one by one takes seconds."""

    survives = True
    rounds = ("", "grace 60 s")

    def __init__(self) -> None:
        super().__init__()
        self.store: Any = None

    async def open(self, folder: Path) -> None:
        self.scheduler.add_jobstore("sqlalchemy", url=f"sqlite:///{folder / 'jobs.sqlite'}")
        self.store = self.scheduler._jobstores["default"]
        self.scheduler.start()

    async def fill(self, number: int, at: float) -> None:
        self._put(self._job(f"waiting:{one}", at + one) for one in range(number))

    async def fall_due(self, how: str, number: int, at: float) -> None:
        grace = 60 if how else 1  # one second is what a job has that nobody gave another
        self._put(self._job(f"due:{how}:{one}", at, grace) for one in range(number))
        self.scheduler.wakeup()

    def _job(self, name: str, at: float, grace: int = 1) -> Job:
        trigger = self.scheduler._create_trigger("date", {"run_date": instant(at)})
        said = {
            "name": name,
            "executor": "default",
            "misfire_grace_time": grace,
            "coalesce": True,
            "max_instances": 1,
        }
        return Job(
            self.scheduler,
            id=name,
            func=ring,
            args=(at,),
            kwargs={},
            trigger=trigger,
            next_run_time=instant(at),
            **said,
        )

    def _put(self, jobs: Iterable[Job]) -> None:
        rows = [
            {
                "id": job.id,
                "next_run_time": job.next_run_time.timestamp(),
                "job_state": pickle.dumps(job.__getstate__(), self.store.pickle_protocol),
            }
            for job in jobs
        ]
        if not rows:
            return
        with self.store.engine.begin() as connection:
            connection.execute(self.store.jobs_t.insert(), rows)
