"""Finds a browser and starts programs for the tests that look at the page as people do."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, sync_playwright

TOP = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_SECONDS = 60.0
STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # whatever proxy this machine is told of


def browser_path() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


# Closed with each module: while it is open, Playwright keeps an event loop running that asyncio tests would meet.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        missing = f"none of {', '.join(BROWSERS)} is installed: nobody looked at the page"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@contextlib.contextmanager
def serving(*module: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `python -m …` until the block ends; gives the address it printed first, once somebody answers there."""
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout
            address = program.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), address or "it ended without printing an address"
            _wait_for(address)
            yield address, program
        finally:
            end(program)


def end(program: subprocess.Popen[str]) -> int:
    """Ctrl-C; its exit code. Raises TimeoutExpired, after killing it, when it does not end."""
    with contextlib.suppress(ProcessLookupError):
        program.send_signal(signal.SIGINT)
    try:
        return program.wait(timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()
        raise


def post(address: str) -> None:
    request = urllib.request.Request(address, method="POST")  # noqa: S310 (our own address)
    STRAIGHT.open(request, timeout=PATIENCE_SECONDS).close()


def _wait_for(address: str) -> None:
    rest = Event()
    for _ in range(int(PATIENCE_SECONDS * 10)):
        try:
            STRAIGHT.open(f"{address}/playground/state", timeout=PATIENCE_SECONDS).close()
        except urllib.error.URLError:
            rest.wait(0.1)
        else:
            return
    raise AssertionError(f"nobody answers at {address}")
