"""Sits for whoever draws: one version's records as one reader may see them, and the words in their language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flows.facts import Table
from flows.model import Fill, Phrase, Verbatim, Wording
from flows.rules.documents import MADE_OF, OF_AN_ACTION
from flows.rules.inventory import Reader
from flows.wording import Voice
from handlers.broadcast_counts import sheet_facts
from handlers.coalition import name_of
from handlers.drawings import Drawing
from handlers.kit import Kit
from handlers.messages import Attachment
from storage.answers import records_up_to
from storage.db import Connection
from storage.versions import Version, load_version
from storage.workspaces import COORDINATOR, memberships_of

REPORT = "broadcast_report"
"""Is made of counts, and not of records."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An artefact ready to be sent: its words, and the picture or file if it is one."""

    text: str
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Sitter:
    """What is drawn from: one version's records, read in one moment, for one reader."""

    tables: Mapping[str, Table]
    voice: Voice
    reader: Reader
    now: datetime
    kit: Kit
    version: Version | None = None
    item: str = ""

    def plain(self, wording: Wording) -> str:
        """Words that will stand among others, without a direction of their own."""
        return self.kit.conversations.texts.say(wording, self.voice)

    def words(self, key: str, fills: Mapping[str, Fill] | None = None) -> str:
        """A text with its values isolated, each line from the side where it is read."""
        return self.kit.conversations.word(self.voice)(Phrase(key, fills or {}))

    def read(self, lines: Iterable[str]) -> str:
        """Lines that were put together elsewhere, each from the side where it is read."""
        return self.kit.conversations.word(self.voice)(Verbatim("\n".join(lines)))

    def headline(self, key: str) -> str:
        """What this is: whose, which version, of which day."""
        return self.words(key, {"coalition": self.coalition, "version": self.number, "date": self.day})

    def caption(self, key: str) -> str:
        """The headline, and who approved this version if somebody did."""
        lines = [self.headline(key)]
        if self.version is not None and self.version.approved_at is not None:
            approver = self.version.approved_by or Phrase("former-member")
            fills: Mapping[str, Fill] = {"name": approver, "date": self.day_of(self.version.approved_at)}
            lines.append(self.words("version-approved", fills))
        return "\n".join(lines)

    @property
    def coalition(self) -> Wording:
        name = self.tables["coalition"].get("", {}).get("name")
        return name_of(str(name) if name else None)

    @property
    def coalition_name(self) -> str:
        return self.plain(self.coalition)

    @property
    def number(self) -> str:
        return str(self.version.number) if self.version else "–"

    @property
    def today(self) -> date:
        """The day it is drawn for, where the coalition lives."""
        return self.now.astimezone(ZoneInfo(self.kit.policy.timezone)).date()

    @property
    def day(self) -> str:
        return self.day_of(self.now)

    def day_of(self, instant: datetime) -> str:
        local = instant.astimezone(ZoneInfo(self.kit.policy.timezone))
        return f"{local.day}.{local.month}.{local.year}"


def sitter_for(
    conn: Connection, kit: Kit, drawing: Drawing, person: int | None, voice: Voice, now: datetime
) -> Sitter:
    """What `person` may see of one version; nobody in particular sees what every member may."""
    version = None if drawing.number is None else _version(conn, drawing, drawing.number)
    last_answer = version.last_answer if version else None
    made_of = {**MADE_OF, **OF_AN_ACTION, REPORT: frozenset({"coalition"})}[drawing.artefact]
    tables = records_up_to(conn, drawing.workspace, made_of, last_answer)
    if drawing.artefact == REPORT:
        tables = {**tables, "report": sheet_facts(conn, drawing.workspace, drawing.item)}
    moment = version.made_at if version and drawing.as_it_was else now
    return Sitter(tables, voice, _reader(conn, person, drawing.workspace), moment, kit, version, drawing.item)


def _version(conn: Connection, drawing: Drawing, number: int) -> Version:
    version = load_version(conn, drawing.workspace, drawing.artefact, number)
    if version is None:
        raise LookupError(f"no version {number} of {drawing.artefact}")
    return version


def _reader(conn: Connection, person: int | None, workspace: str) -> Reader:
    """Coordinators are the inner circle, all others the outer one.

    Nobody is taken for the steering committee: its seats are names that somebody wrote, and a member who chose the
    same name for themselves would read what is kept for the committee.
    """
    mine = next((m for m in memberships_of(conn, person) if m.workspace == workspace), None) if person else None
    return "lead" if mine is not None and mine.role == COORDINATOR else "members"
