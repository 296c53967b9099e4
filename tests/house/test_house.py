"""Holds the house rules that no ready-made linter knows, so that a newcomer learns them from a red test."""

import ast
import asyncio
import importlib
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import NetworkIsClosedError, keep_to_this_machine

TOP = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
ROOMS = ("bot", "handlers", "storage", "flows")
LOCKS = ("requirements.txt", "requirements-dev.txt")
OTHERS_LOCK = "requirements-bench.txt"  # of the bots we are measured beside, in an environment of their own

AT_THE_TOP = {
    *ROOMS,
    "tests",
    "Makefile",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "pyproject.toml",
    *LOCKS,
    OTHERS_LOCK,
}
NAMES_THAT_SAY_NOTHING = {"manager", "service", "helper", "util", "common", "base", "misc", "data", "process"}
LONGEST_MODULE, LONGEST_STORY, LONGEST_FUNCTION = 300, 500, 40

# Exceptions, each with its reason. A test below asks for them back when they are no longer needed.
LONGER_MODULES: dict[str, str] = {
    "storage/migrations/versions/0001_first.py": "every table of the first version, one below the other",
    "storage/tables.py": "every table once, one below the other",
    "tests/cast.py": "one company and all it can do, read top to bottom",
    "tests/fakes/telegram_markup.py": "Telegram's markup rules, as they stand beside each other in its documentation",
    "tests/fakes/test_telegram.py": "one short test for each rule the fake enforces",
}
LONGER_FUNCTIONS: dict[str, str] = {}
LISTS_OF_TABLES = "storage/migrations/versions/"  # a migration's only function lists tables, and is never edited
WORD_TABLES = {
    "flows/always_words.py": "the few words that work at every moment, as people type them",
    "flows/rules/answer_words.py": "the words people type to say that they come, or cannot",
    "flows/rules/message_words.py": "words that a message to many should not hold, as people type them",
    "flows/rules/date_words.py": "the words people type for days and hours: a grammar, not something we say",
    "flows/rules/checkin_spellings.py": "what people type when they are asked whether they are all right",
    "flows/rules/cities.py": "the names of places as people type them",
}

HEBREW_OR_ARABIC_WORD = re.compile("[\u05d0-\u05ea\u0621-\u064a]{2}")
SQL = re.compile(
    r"\b(SELECT|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|ALTER\s+TABLE|DROP\s+TABLE"
    r"|PRAGMA|SAVEPOINT|BEGIN\s+IMMEDIATE|VACUUM)\s"
)
REASON_IN_A_COMMENT = re.compile(r"#\s*(?!noqa|type:)\w")
# Written in pieces, so that this file does not find itself.
TRACES_OF_A_MACHINE = re.compile(
    "|".join(
        (
            r"pypi\." + "org",
            "python" + "hosted",
            r"registry\." + "npmjs",
            r"(deb|security)\." + "debian",
            "/work/" + "(main|shared)",
            "/opt/" + "(pypi|wheels)",
            "/root" + "/",
            r"/(home|Users)/\w",
        )
    )
)


@cache
def tracked() -> tuple[str, ...]:
    """Paths of all that is or would be committed; without git (an unpacked archive), all but what we make."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if shutil.which("git") and (TOP / ".git").exists():
        out = subprocess.run(listing, cwd=TOP, capture_output=True, check=True).stdout.decode()
        return tuple(sorted(name for name in out.split("\0") if name and (TOP / name).is_file()))
    files = (path.relative_to(TOP) for path in TOP.rglob("*") if path.is_file())
    made = ("__pycache__", "data", ".venv", ".git")
    return tuple(sorted(p.as_posix() for p in files if not any(part in made for part in p.parts)))


def modules(*folders: str) -> Iterator[tuple[str, str, ast.Module]]:
    """Path, source and tree of every Python module in these folders."""
    for name in tracked():
        if name.endswith(".py") and name.split("/")[0] in folders:
            source = (TOP / name).read_text("utf-8")
            yield name, source, ast.parse(source)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def spoken_strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string of a module but its docstrings."""
    bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def function_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    told = node.body[0] if ast.get_docstring(node) else None
    docstring = (told.end_lineno or 0) - told.lineno + 1 if told else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def locked(lock: str) -> dict[str, str]:
    """Package name -> version, as one lock file pins them."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", (TOP / lock).read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def test_every_module_says_why_it_exists() -> None:
    silent = [name for name, source, tree in modules(*ROOMS, "tests") if source and not ast.get_docstring(tree)]
    assert not silent


def test_package_roots_are_empty() -> None:
    assert not [n for n in tracked() if n.endswith("__init__.py") and (TOP / n).read_bytes()]


def is_package(dotted: str) -> bool:
    return (TOP / dotted.replace(".", "/") / "__init__.py").exists()


def is_module(dotted: str) -> bool:
    return is_package(dotted) or (TOP / (dotted.replace(".", "/") + ".py")).exists()


def root_imports(tree: ast.AST) -> Iterator[str]:
    """What is taken from a package root, other than a module lying in that package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if is_package(alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module and is_package(node.module):
            taken = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name for name in taken if not is_module(name))


def test_nobody_imports_from_a_package_root() -> None:
    taken = {name: list(root_imports(tree)) for name, _, tree in modules(*ROOMS, "tests")}
    assert not {name: roots for name, roots in taken.items() if roots}


def test_imports_stand_at_the_top_or_say_why_not() -> None:
    unexplained = []
    for name, source, tree in modules(*ROOMS, "tests"):
        lines = ["", *source.splitlines()]
        inner = (n for f in functions(tree) for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom))
        for node in inner:
            if not any(REASON_IN_A_COMMENT.search(line) for line in lines[node.lineno - 1 : node.lineno + 1]):
                unexplained.append(f"{name}:{node.lineno}")
    assert not unexplained


def test_modules_and_classes_have_names_that_say_something() -> None:
    empty_names = []
    for name, _, tree in modules(*ROOMS, "tests"):
        classes = [n.name for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
        for given in (*name.removesuffix(".py").split("/"), *classes):
            words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", given)
            if {word.lower().removesuffix("s") for word in words} & NAMES_THAT_SAY_NOTHING:
                empty_names.append(f"{name}: {given}")
    assert not empty_names


def test_no_module_is_too_long_to_hold_in_mind() -> None:
    lengths = {name: len(source.splitlines()) for name, source, _ in modules(*ROOMS, "tests")}
    allowed = {name: LONGEST_STORY if "/test_" in name else LONGEST_MODULE for name in lengths}
    long = {name: lines for name, lines in lengths.items() if lines > allowed[name]}
    assert long.keys() == LONGER_MODULES.keys(), long


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{name}:{node.name}": function_length(node)
        for name, _, tree in modules(*ROOMS)
        for node in functions(tree)
        if function_length(node) > LONGEST_FUNCTION and not name.startswith(LISTS_OF_TABLES)
    }
    assert long.keys() == LONGER_FUNCTIONS.keys(), long


def test_sql_is_written_in_storage_alone() -> None:
    found = [
        f"{name}:{text.lineno}"
        for name, _, tree in modules("bot", "handlers", "flows")
        for text in spoken_strings(tree)
        if SQL.search(str(text.value))
    ]
    assert not found


def test_words_for_people_live_in_the_texts() -> None:
    speaking: dict[str, list[int]] = {}
    for name, _, tree in modules(*ROOMS):
        lines = [t.lineno for t in spoken_strings(tree) if HEBREW_OR_ARABIC_WORD.search(str(t.value))]
        if lines:
            speaking[name] = lines
    assert not {name: lines for name, lines in speaking.items() if name not in WORD_TABLES}
    assert not {name for name in WORD_TABLES if (TOP / name).exists() and name not in speaking}


def test_nothing_else_lives_at_the_top() -> None:
    top = {name.split("/")[0] for name in tracked()}
    assert not {name for name in top - AT_THE_TOP if not name.startswith(".")}


def test_no_file_remembers_the_machine_it_was_written_on() -> None:
    traces = []
    for name in tracked():
        text = (TOP / name).read_bytes().decode("utf-8", errors="replace")
        traces += [f"{name}: {found.group()}" for found in TRACES_OF_A_MACHINE.finditer(text)]
    assert not traces


@pytest.mark.parametrize("lock", [*LOCKS, OTHERS_LOCK])
def test_every_locked_package_is_known_by_its_hashes_alone(lock: str) -> None:
    text = (TOP / lock).read_text("utf-8")
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert not [e for e in entries if not re.match(r"[\w.-]+==\S+ .*?\\\n    --hash=sha256:[0-9a-f]{64}\b", e)]
    assert "://" not in text
    assert not re.findall(r"^-.*", text, re.MULTILINE), "no options: neither indexes nor local folders"


def test_what_is_tested_is_what_runs() -> None:
    runtime, everything = (locked(lock) for lock in LOCKS)
    assert runtime.items() <= everything.items()


def test_the_locks_are_as_new_as_the_project_file() -> None:
    groups = PROJECT["dependency-groups"]
    wanted = {
        "requirements.txt": [*PROJECT["project"]["dependencies"], *groups["build"]],
        "requirements-dev.txt": [r for r in (*groups["test"], *groups["dev"]) if isinstance(r, str)],
        OTHERS_LOCK: groups["bench"],
    }
    for lock, requirements in wanted.items():
        for line in map(Requirement, requirements):
            version = locked(lock).get(canonicalize_name(line.name))
            assert version, f"{line} is not in {lock}: make lock"
            assert line.specifier.contains(version), f"{line}, but {lock} has {version}: make lock"


def test_the_commands_people_type_start() -> None:
    for target in PROJECT["project"]["scripts"].values():
        module, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_whatever_lies_in_a_room_is_installed_with_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=TOP, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    installed = set(zipfile.ZipFile(wheel).namelist())
    assert not {name for name in tracked() if name.split("/")[0] in ROOMS} - installed


def test_commit_hooks_fetch_nothing() -> None:
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text("utf-8"))
    assert {repo["repo"] for repo in hooks["repos"]} == {"local"}


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "chat.example", "0.0.0.0", ""])
def test_tests_cannot_leave_this_machine(host: str) -> None:
    with socket.socket() as line:
        for event in ("socket.connect", "socket.bind", "socket.sendto"):
            with pytest.raises(NetworkIsClosedError):
                keep_to_this_machine(event, (line, (host, 443)))
    with pytest.raises(NetworkIsClosedError):
        keep_to_this_machine("socket.getaddrinfo", (host, 443))


def test_every_socket_is_watched() -> None:
    with socket.socket() as line, pytest.raises(NetworkIsClosedError):
        line.connect(("0.0.0.0", 9))  # even unwatched, this would end on this very machine


async def test_tests_can_talk_to_themselves() -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "localhost", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
