"""Sends coordinators one summary of the week instead of twenty messages: counts, wins, and one suggestion."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.effects import Say
from flows.model import Phrase, Wording
from flows.rules.digest import Digest, digest_of
from flows.sources import coalition_label
from handlers.kit import Kit
from handlers.telling import Alert, told
from handlers.weekly import TOO_LATE, set_next_digest
from storage.answers import records
from storage.coding import say_json
from storage.db import Connection
from storage.timers import Timer
from storage.workspaces import COORDINATOR, members_of, memberships_of

MATTERS_FOR = timedelta(days=3)


def send_digest(conn: Connection, kit: Kit, timer: Timer, now: datetime) -> bool:
    """To every coordinator, if the week held anything; then the next one is set. Nothing is ever erased by it."""
    assert timer.workspace is not None
    members = members_of(conn, timer.workspace)
    if not members:
        return False
    set_next_digest(conn, kit, timer.workspace, now)
    if now - timer.due_at >= TOO_LATE:
        return False
    today = now.astimezone(ZoneInfo(kit.policy.timezone)).date()
    digest = digest_of(records(conn, timer.workspace, ("task", "milestone", "checkin")), today)
    if digest.is_empty:
        return False
    for member in members:
        if member.role == COORDINATOR:
            mine = next(m for m in memberships_of(conn, member.person) if m.workspace == timer.workspace)
            content = {"say": say_json(Say((_worded(digest, coalition_label(mine.name)),)))}
            told(conn, kit, member.person, timer.workspace, [content], now, Alert(now + MATTERS_FOR))
    return False


def _worded(digest: Digest, coalition: Wording) -> Phrase:
    return Phrase(
        "week-digest",
        {
            "coalition": coalition,
            "done": digest.done,
            "stuck": digest.stuck,
            "risk": digest.at_risk,
            "more": tuple(_more(digest)),
            "suggestion": Phrase(f"week-suggestion.{digest.suggestion}"),
        },
    )


def _more(digest: Digest) -> Iterator[Wording]:
    """How many answered; then wins and mood, as far as enough people answered to tell them."""
    yield Phrase("digest-answered", {"count": digest.answered})
    if digest.wins:
        lines = tuple(Phrase("dash-line", {"text": win}) for win in digest.wins)
        yield Phrase("digest-wins", {"wins": Phrase("and-list", {"items": lines})})
    elif digest.wins_count:
        yield Phrase("digest-wins-count", {"count": digest.wins_count})
    if digest.mood:
        yield Phrase("digest-mood", {mood: digest.mood.get(mood, 0) for mood in ("good", "ok", "low")})
