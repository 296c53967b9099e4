"""Keeps every test on this machine: a bot that is only tried out must never knock at a real platform."""

import ipaddress
import socket
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

INTERNET = {socket.AF_INET, socket.AF_INET6}
REACHING_OUT = {"socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"}
ASKING_FOR_A_NAME = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class NetworkIsClosedError(Exception):
    """A test reached for another machine. No OSError: nobody may take it for a bad line and try again."""


def keep_to_this_machine(event: str, args: tuple[Any, ...]) -> None:
    """Refuse what leaves the machine, before the first byte. Unix sockets and the loopback addresses pass."""
    if event in REACHING_OUT:
        connection, address = args[0], args[1]
        if connection.family in INTERNET and address is not None:
            _refuse_unless_here(address[0])
    elif event in ASKING_FOR_A_NAME:
        _refuse_unless_here(args[0])


def _refuse_unless_here(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name == "localhost":
        return
    try:
        here = ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        here = False
    if not here:
        raise NetworkIsClosedError(f"tests stay on this machine, this one reached for {name!r}")


# An audit hook sees every socket of this process, whichever library opens it, and cannot be patched away.
sys.addaudithook(keep_to_this_machine)


# No test may fail for being slow: the machine it runs on may be busy. Everything else stays as Hypothesis has it.
settings.register_profile("patient", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write the transcripts as they are now")
