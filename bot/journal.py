"""Writes log lines: structured, on stderr, codes only. Nothing people wrote, no names, numbers or tokens."""

import logging
import re
import sys
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp",
    "aiosqlite",
    "apscheduler",
    "alembic",
    "sqlalchemy",
    "uvicorn.access",
)


def start_journal(level: str) -> None:
    """Set logging up for the whole process."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_without_tokens)
    logging.basicConfig(
        level=max(number, logging.INFO), handlers=[handler], format="%(levelname)s %(name)s %(message)s", force=True
    )
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _without_tokens(record: logging.LogRecord) -> bool:
    """Libraries may print addresses that hold a token: it is cut out here, whoever writes the line."""
    record.msg = _TOKEN.sub("<token>", record.getMessage())
    record.args = None
    if record.exc_info is not None:
        record.msg = f"{record.msg} {_kind(record.exc_info)}"
        record.exc_info = None
        record.exc_text = None
    return True


def _kind(exc_info: Any) -> str:
    return getattr(exc_info[0], "__name__", "") if isinstance(exc_info, tuple) else ""
