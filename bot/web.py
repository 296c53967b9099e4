"""Serves the few paths we have over HTTP, and ends within seconds when asked to."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

GRACE_SECONDS = 2

Reasons = Callable[[], Sequence[str]]
"""Codes of what keeps us from being ready; none when all is well."""
Standing = Callable[[], Mapping[str, bool]]
"""What /health says beside that, ready or not."""


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handlers: the composition root decides when to stop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def web_app(reasons: Reasons, routes: Sequence[BaseRoute], standing: Standing = dict) -> Starlette:
    async def health(request: Request) -> Response:
        found = list(reasons())
        body = {"ready": False, "reasons": found} if found else {"ready": True}
        return JSONResponse({**body, **standing()}, status_code=503 if found else 200)

    app = Starlette(routes=[Route("/health", health), *routes], exception_handlers={404: _nothing_here})
    app.router.redirect_slashes = False
    return app


async def _nothing_here(request: Request, fault: Exception) -> Response:
    """Whoever knocks at a door that is not there learns nothing, not even what we are."""
    return Response(status_code=404)


class PortTaken(Exception):
    """The address cannot be listened on; the message names it."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections at host and port (0: any free one) from now on. Raises PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen()
    except OSError:
        bound.close()
        raise PortTaken(f"{host}:{port}") from None
    return bound


def address_of(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def serve(
    app: Starlette, bound: socket.socket, stop: asyncio.Event, hang_up: Callable[[], None] = lambda: None
) -> None:
    """Serve until `stop` is set; `hang_up` then ends what would never end by itself."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody here asks who is calling
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopped}, return_when=asyncio.FIRST_COMPLETED)
    hang_up()
    server.should_exit = True
    stopped.cancel()
    await serving
