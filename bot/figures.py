"""Shows an operator in figures how the bot is doing: counts only, never an id, a name or a word."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hmac import compare_digest

import structlog
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from storage.db import Connection, Database
from storage.deliveries import tally
from storage.inbox import quarantined
from storage.timers import count_timers

PATH = "/metrics"
log = structlog.get_logger()

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """Where the running parts count what they do; it is read at every request, and begins anew at every start.

    `received`: "turn:<channel>" and "duplicate:<channel>". `sends`: "<channel>:<fate>". `courtesies`: the codes of
    those that failed. `text_faults`: by whatever key. `webhooks`: channel -> the codes of what was not simply taken.
    `timers_dropped`: "<kind>:<why>".
    `leads`: whether this is the process that sends, of those that share the database.
    """

    channels: Collection[str]
    received: Counts = field(default_factory=dict)
    sends: Counts = field(default_factory=dict)
    courtesies: Counts = field(default_factory=dict)
    text_faults: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    webhooks: Mapping[str, Counts] = field(default_factory=dict)
    timers_dropped: Counts = field(default_factory=dict)
    leads: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Stored:
    """What the database holds at one moment."""

    outbox: tuple[tuple[str, str, str, int], ...]
    quarantine: int
    timers: int


def figures_routes(db: Database, counted: Counted, token: str | None) -> list[Route]:
    """The page behind a bearer token; without one there is no page."""
    if not token:
        return []
    wanted = token.encode()

    async def metrics(request: Request) -> Response:
        if not compare_digest(_shown(request), wanted):
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        try:
            stored = await db.read(read_stored)
        except Exception as trouble:
            log.error("figures.not_read", kind=type(trouble).__name__)
            return Response(status_code=503)
        return Response(page(stored, counted), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return [Route(PATH, metrics)]


def read_stored(conn: Connection) -> Stored:
    return Stored(tally(conn), quarantined(conn), count_timers(conn))


def page(stored: Stored, counted: Counted) -> bytes:
    """All figures as Prometheus reads them."""
    return generate_latest(_Collected([*_of_the_database(stored), *_of_this_run(counted)]))


@dataclass(frozen=True, slots=True)
class _Collected:
    """What the library asks of a registry, for one page: none of its registries outlives a request here."""

    families: Iterable[Metric]

    def collect(self) -> Iterable[Metric]:
        return self.families


def _shown(request: Request) -> bytes:
    """The bearer token as it came over the wire."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip().encode("latin-1") if scheme.lower() == "bearer" else b""


def _of_the_database(stored: Stored) -> Iterator[Metric]:
    rows = GaugeMetricFamily("rakezet_outbox_rows", "Messages kept.", labels=("channel", "class", "state"))
    for channel, message_class, state, count in stored.outbox:
        rows.add_metric((channel, message_class, state), count)
    yield rows
    yield GaugeMetricFamily("rakezet_quarantine_rows", "Arrivals whose turn failed.", stored.quarantine)
    yield GaugeMetricFamily("rakezet_timers_waiting", "Timers that are still to come.", stored.timers)


def _of_this_run(counted: Counted) -> Iterator[Metric]:
    received, channels = counted.received, counted.channels
    turns = [((channel,), received.get(f"turn:{channel}", 0)) for channel in channels]
    repeats = [((channel,), received.get(f"duplicate:{channel}", 0)) for channel in channels]
    sends = [(name.split(":", 1), count) for name, count in counted.sends.items()]
    courtesies = [((code,), count) for code, count in counted.courtesies.items()]
    dropped = [(name.split(":", 1), count) for name, count in counted.timers_dropped.items()]
    webhooks = [((channel, code), n) for channel, codes in counted.webhooks.items() for code, n in codes.items()]
    yield GaugeMetricFamily("rakezet_leads", "1 where this process sends.", int(counted.leads()))
    yield _counter("rakezet_turns", "Arrivals taken.", ("channel",), turns)
    yield _counter("rakezet_inbound_duplicates", "Arrivals that had come before.", ("channel",), repeats)
    yield _counter("rakezet_sends", "Attempts to send.", ("channel", "fate"), sends)
    yield _counter("rakezet_courtesies_failed", "Calls nobody waits for that failed.", ("code",), courtesies)
    yield _counter("rakezet_webhook_troubles", "Requests not simply taken.", ("channel", "code"), webhooks)
    yield _counter(
        "rakezet_timers_dropped", "Timers that came too late, or failed too often.", ("kind", "why"), dropped
    )
    faults = sum(counted.text_faults.values())
    yield CounterMetricFamily("rakezet_text_faults", "Texts that could not be said as they stand.", faults)


def _counter(name: str, about: str, labels: Sequence[str], rows: Iterable[tuple[Sequence[str], int]]) -> Metric:
    family = CounterMetricFamily(name, about, labels=labels)
    for values, count in rows:
        family.add_metric(values, count)
    return family
