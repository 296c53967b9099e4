"""Breaks each import rule on purpose, in a copy of the rooms: a rule never seen to bite may be misspelt."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "handlers", "storage", "flows")
CONTRACTS: list[dict[str, Any]] = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]
FORBIDDING = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]

# (contract, where the forbidden line is planted, the line): each must break its own contract and no other.
PLANTED = [
    ("Rooms import one way: bot, handlers, storage, flows", "flows/planted.py", "import storage"),
    ("Rooms import one way: bot, handlers, storage, flows", "storage/planted.py", "import handlers"),
    ("Rooms import one way: bot, handlers, storage, flows", "handlers/planted.py", "import bot.channels"),
    ("Flows is pure and synchronous", "flows/rules/planted.py", "import asyncio"),
    ("SQL lives in storage", "handlers/planted.py", "from sqlalchemy import select"),
    ("Platforms live in bot.channels", "bot/planted.py", "from telegram import Bot"),
    (
        "The door's libraries live in bot",
        "handlers/planted.py",
        "from apscheduler.triggers.date import DateTrigger",
    ),
    ("Fluent lives in flows.wording", "flows/rules/planted.py", "from fluent.runtime import FluentBundle"),
    ("YAML lives in flows.yaml_subset", "flows/planted.py", "import yaml"),
    ("Drawing lives in handlers.artefacts", "handlers/planted.py", "import typst"),
]
WELCOME = [
    ("bot/channels/planted.py", "import aiohttp\nimport telegram\n"),
    (
        "bot/planted.py",
        "import apscheduler\nimport starlette\nimport handlers\nimport storage\nimport flows\n",
    ),
    ("storage/planted.py", "import aiosqlite\nimport alembic\nimport sqlalchemy\n"),
    ("handlers/artefacts/planted.py", "import typst\n"),
    ("handlers/planted.py", "import asyncio\n"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(TOP / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    return tmp_path


def lint(top: Path) -> tuple[int, str]:
    """What lint-imports answers for the rooms in this folder: exit code, and its whole report on one line."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=top, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, re.sub(r"\s+", " ", done.stdout + done.stderr)


def broken(report: str) -> set[str]:
    return {contract["name"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in report}


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    assert lint(copy)[0] == 0, lint(copy)[1]


def test_each_library_is_welcome_in_its_own_room(copy: Path) -> None:
    for file, lines in WELCOME:
        (copy / file).write_text(lines, "utf-8")
    code, report = lint(copy)
    assert code == 0, report


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(copy: Path, contract: str, file: str, line: str) -> None:
    (copy / file).write_text(f"{line}\n", "utf-8")
    code, report = lint(copy)
    assert code == 1, report
    assert broken(report) == {contract}, report
    assert file.removesuffix(".py").replace("/", ".") in report


def test_every_contract_has_been_broken_once() -> None:
    assert {contract["name"] for contract in CONTRACTS} == {contract for contract, _, _ in PLANTED}


def test_every_forbidden_name_bites_in_every_room_it_is_forbidden_in(copy: Path) -> None:
    names = sorted({name for contract in FORBIDDING for name in contract["forbidden_modules"]})
    for room in ROOMS:
        (copy / room / "planted.py").write_text("".join(f"import {name}\n" for name in names), "utf-8")
    report = lint(copy)[1]
    expected = {
        f"{room}.planted -> {name}"
        for contract in FORBIDDING
        for room in contract["source_modules"]
        for name in contract["forbidden_modules"]
    }
    assert not {line for line in expected if not re.search(rf"{re.escape(line)}\b", report)}


def test_an_exception_is_only_made_for_a_library_the_contract_forbids() -> None:
    for contract in FORBIDDING:
        excused = {line.split(" -> ")[1] for line in contract.get("ignore_imports", [])}
        assert excused <= set(contract["forbidden_modules"]), contract["name"]
