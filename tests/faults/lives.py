"""Runs a bot that is killed and started again many times a minute: `RunningBot`, with forks instead of starts."""

import asyncio
import os
import signal
import sys

from tests.bot.running_bot import PATIENCE, BotEnded, RunningBot


class ManyLives(RunningBot):
    """As `RunningBot`, but `start` waits for nothing: a life may be over before it is ready.

    What is printed does not tell one life from the next; wait for calls at the fake instead.
    """

    program: tuple[str, ...] = ("tests.faults.zygote",)
    _life: int | None = None
    lives = 0

    async def start(self) -> None:
        await self.launch()

    async def launch(self, *_: str) -> None:
        assert self._life is None, "one life at a time"
        if self._process is None:
            await self._prepare()
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        self._life = int(await self._line(1 + 2 * self.lives))
        self.lives += 1

    async def kill(self) -> None:
        if self._life is not None:
            await self._over(signal.SIGKILL)

    async def stop(self, number: signal.Signals = signal.SIGTERM, *, within: float = PATIENCE) -> int:
        async with asyncio.timeout(within):
            return await self._over(number)

    async def __aexit__(self, *_: object) -> None:
        await self.kill()
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            await self.ended()

    async def _over(self, number: signal.Signals) -> int:
        """The exit code, negative for a signal."""
        assert self._life is not None
        os.kill(self._life, number)
        status = int(await self._line(2 * self.lives))
        self._life = None
        return status

    async def _line(self, number: int) -> str:
        await self._until(lambda: len(self.out) > number)
        if len(self.out) <= number:
            raise BotEnded(self.log)
        return self.out[number]

    async def _prepare(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *self.program,
            cwd=self.folder,
            env=self._environment(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._readers = [
            asyncio.create_task(self._read(self._process.stdout, self.out)),
            asyncio.create_task(self._read(self._process.stderr, self.err)),
        ]
        await self._line(0)
