"""Keeps what is due in python-telegram-bot's JobQueue, with jobs found by name, as its examples do."""

import time
from pathlib import Path
from typing import Any

from telegram.ext import ApplicationBuilder, ContextTypes

from tests.bench.peers.apscheduler_jobs import AN_HOUR, instant
from tests.bench.peers.form import TOKEN


class JobQueue:
    """Nothing is sent: the queue runs without its bot."""

    survives = False
    in_one = False
    rounds = ("",)

    def __init__(self) -> None:
        self.late: list[float] = []
        self.application = ApplicationBuilder().token(TOKEN).build()

    @property
    def queue(self) -> Any:
        return self.application.job_queue

    async def open(self, folder: Path) -> None:
        await self.queue.start()

    async def close(self) -> None:
        await self.queue.stop(wait=False)

    async def ring(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert context.job is not None
        assert isinstance(context.job.data, float)
        self.late.append(time.time() - context.job.data)

    async def add(self, name: str, at: float) -> None:
        self.queue.run_once(self.ring, instant(at), data=at, name=name)

    async def fill(self, number: int, at: float) -> None:
        self.queue.scheduler.pause()  # else each of them wakes it
        for one in range(number):
            await self.add(f"waiting:{one}", at + one)
        self.queue.scheduler.resume()

    async def settle(self) -> None:
        await self._add_all("ladder", 6, time.time() + AN_HOUR)

    async def fall_due(self, how: str, number: int, at: float) -> None:
        await self._add_all("due", number, at)

    async def move_ladder(self, at: float) -> None:
        await self.move(6, at, "ladder")

    async def hang(self, number: int, at: float) -> None:
        await self._add_all("one thing", number, at)

    async def move(self, number: int, at: float, name: str = "one thing") -> None:
        for job in self.queue.get_jobs_by_name(name):
            job.schedule_removal()
        await self._add_all(name, number, at)

    async def _add_all(self, name: str, number: int, at: float) -> None:
        for _ in range(number):
            await self.add(name, at)
