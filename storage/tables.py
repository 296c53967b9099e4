"""Names every table once, so that migrations, queries and erasure speak of the same columns.

Rules for later editors: a table that holds a person's rows has a `person_id` that cascades, so that forgetting
one person is one delete; an answer belongs to its workspace and only loses its author. Instants are microseconds
UTC (`storage.columns.Instant`). Addresses are never stored open: `lookup` finds them, `sealed` keeps them.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.columns import Instant, Json, RowId

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

persons = Table(
    "persons",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("language", String(8)),
    Column("address_form", String(8)),
    # No length: it is cut by graphemes, and one grapheme may be many code points.
    Column("display_name", String),
    Column("role_hint", String(16)),
    Column("consented_at", Instant),
    Column("may_found", Boolean(create_constraint=False), nullable=False, default=False),
    Column("waiting_place_id", String(22)),
    Column("active_workspace_id", String(22)),
    # When the weekly check-in comes (sun, 18), and what was chosen about quiet times; None: as is usual.
    Column("weekly_day", String(8)),
    Column("weekly_hour", String(2)),
    Column("quiet", Json),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("channel", String(24), nullable=False),
    Column("lookup", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("blocked_at", Instant),
    Column("last_used_at", Instant, nullable=False),
    UniqueConstraint("channel", "lookup"),
)

consents = Table(
    "consents",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("scope", String(24), nullable=False),
    Column("text_version", String(16), nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)

inbox = Table(
    "inbox",
    metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("received_at", Instant, nullable=False, index=True),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("channel", String(24), nullable=False),
    Column("row", String(22), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("trouble", String(80), nullable=False),
    Column("received_at", Instant, nullable=False, index=True),
)

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("role", String(16), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("muted_at", Instant),
    # Whom calls for help reach, and who may start a crisis alone; none: the coordinators, and nobody.
    Column("cares_at", Instant),
    Column("on_duty_at", Instant),
)

invitations = Table(
    "invitations",
    metadata,
    Column("lookup", LargeBinary(16), primary_key=True),
    Column(
        "workspace_id",
        String(22),
        ForeignKey("workspaces.id", ondelete="CASCADE"),
        nullable=True,
        index=True,
    ),
    Column("role", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("uses_left", Integer, nullable=False),
)

join_attempts = Table(
    "join_attempts",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), index=True),
    Column("flow", String(64), nullable=False),
    Column("state", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index(
        "uq_places_open",
        "person_id",
        "flow",
        text("coalesce(workspace_id, '')"),
        unique=True,
    ),
)

answers = Table(
    "answers",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("item", String(40), nullable=False),
    Column("field", String(40), nullable=False),
    Column("value", Json),
    Column("author_id", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("answered_at", Instant, nullable=False),
    Column("current", Boolean(create_constraint=False), nullable=False),
    # Which message said it (keyed, unreadable): an edited message finds the answer it gave.
    Column("said_in", LargeBinary(16), index=True),
    Column("step", String(64)),
    Index(
        "uq_answers_current",
        "workspace_id",
        "kind",
        "item",
        "field",
        unique=True,
        sqlite_where=text("current"),
        postgresql_where=text("current"),
    ),
)

versions = Table(
    "versions",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("artefact", String(24), nullable=False),
    Column("number", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("made_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    # The last answer it is made of; no foreign key, for that answer may be erased and the version stays.
    Column("last_answer", RowId, nullable=False),
    Column("state", String(10), nullable=False),
    Column("approved_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("approved_at", Instant),
    UniqueConstraint("workspace_id", "artefact", "number"),
)
# What stands now, as the index over it says it: SQLite takes an index of a part only for the very same words.
STANDING = text("answers.current")

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("key", String(22), nullable=False, unique=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("address_id", RowId, ForeignKey("addresses.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("channel", String(24), nullable=False),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), index=True),
    Column("place_id", String(22)),
    Column("place_version", Integer),
    Column("message_class", String(2), nullable=False),
    Column("lane", Integer, nullable=False),
    Column("content", Json, nullable=False),
    Column("courtesies", Json, nullable=False),
    Column("state", String(10), nullable=False),
    Column("queued_at", Instant, nullable=False),
    Column("not_before", Instant),
    Column("expires_at", Instant),
    Column("attempt_id", String(22)),
    Column("claimed_at", Instant),
    Column("finished_at", Instant),
    Column("provider_id", String(255)),
    Column("reason", String(80)),
    # What was pressed here and taken, so that the same press sent twice is one press.
    Column("picked", String(8)),
    # What it belongs to (an action, a call to action, a check-in): so it is counted and taken back.
    Column("about", String(80)),
    # Which message that edits itself this is a state of.
    Column("live", String(80)),
    # The key of the row that this one says again.
    Column("repeats", String(22)),
    Index(
        "ix_outbox_queued",
        "lane",
        "id",
        sqlite_where=text("state = 'queued'"),
        postgresql_where=text("state = 'queued'"),
    ),
    Index(
        "ix_outbox_open",
        "state",
        sqlite_where=text("state in ('sending', 'unknown')"),
        postgresql_where=text("state in ('sending', 'unknown')"),
    ),
    Index(
        "ix_outbox_about",
        "about",
        "state",
        sqlite_where=text("about is not null"),
        postgresql_where=text("about is not null"),
    ),
    Index(
        "ix_outbox_live",
        "workspace_id",
        "live",
        sqlite_where=text("live is not null"),
        postgresql_where=text("live is not null"),
    ),
    sqlite_autoincrement=True,
)

timers = Table(
    "timers",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("kind", String(40), nullable=False),
    # One row per occurrence: the same occurrence written twice is one row.
    Column("occurrence", String(120), nullable=False, unique=True),
    # What it hangs on: moving or ending that voids it.
    Column("about", String(120), index=True),
    Column("detail", Json),
    # Later than this it helps nobody: it is dropped and counted.
    Column("void_after", Instant),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), index=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), index=True),
    Column("due_at", Instant, nullable=False, index=True),
)

attendance = Table(
    "attendance",
    metadata,
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    # Which action: the item of its record.
    Column("action", String(40), primary_key=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("answer", String(8), nullable=False),
    Column("guests", Integer, nullable=False),
    Column("answered_at", Instant, nullable=False),
    # The number of moves this person's calendar knows of; none while nothing was sent to them.
    Column("informed", Integer),
    Column("home", String(8), nullable=False),
    Column("home_asked_at", Instant),
)

checkins = Table(
    "checkins",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("asked_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("kind", String(8), nullable=False),
    Column("drill", Boolean(create_constraint=False), nullable=False),
    Column("template", String(16), nullable=False),
    # What was asked in words of one's own, instead of a template.
    Column("wording", String),
    # After how many minutes the silent are asked again.
    Column("minutes", Json, nullable=False),
    Column("state", String(10), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("closed_at", Instant),
    # What was counted when it was closed; it stays when the answers are gone.
    Column("counts", Json),
)

checkin_answers = Table(
    "checkin_answers",
    metadata,
    Column("checkin_id", String(22), ForeignKey("checkins.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    # ok, help or unsure; none while they have not answered.
    Column("status", String(8)),
    Column("danger", String(4)),
    Column("needs", Json),
    Column("offers", Json),
    Column("available", String(8)),
    Column("report", String),
    Column("source", String(8)),
    Column("followup", String(8)),
    # Which needs were met, and which offers taken up, through whoever leads.
    Column("met", Json),
    Column("taken", Json),
    Column("answered_at", Instant),
)

checkin_calls = Table(
    "checkin_calls",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("checkin_id", String(22), ForeignKey("checkins.id", ondelete="CASCADE"), nullable=False, index=True),
    # Whom it is about; none: about everybody who has not answered.
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), index=True),
    Column("kind", String(8), nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("rung", Integer, nullable=False),
    Column("claimed_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("claimed_at", Instant),
    Column("ended_at", Instant),
)

alarms = Table(
    "alarms",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("drill", Boolean(create_constraint=False), nullable=False),
    Column("state", String(10), nullable=False),
    Column("proposed_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("proposed_at", Instant, nullable=False),
    Column("approved_by", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Column("checkin_id", String(22), ForeignKey("checkins.id", ondelete="SET NULL"), index=True),
)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("workspace_id", String(22), ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False, index=True),
    # The draft it was made of: the item of its record.
    Column("item", String(40), nullable=False),
    Column("author_id", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("approver_id", RowId, ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("state", String(10), nullable=False),
    # What was shown to whoever approved it: words, audience, picture. Nothing later changes it.
    Column("content", Json, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("approved_at", Instant),
    Column("starts_at", Instant),
    Column("expires_at", Instant),
    # How many rows were written for it, and how they ended, once those rows are to be forgotten.
    Column("people", Integer, nullable=False),
    Column("ended", Json),
    # The first of a series that repeats, and which time this is; a call that is kept to be sent again.
    Column("series", String(22)),
    Column("turn", Integer, nullable=False),
    Column("starred", Boolean(create_constraint=False), nullable=False),
)

replies = Table(
    "replies",
    metadata,
    Column("broadcast_id", String(22), ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("answer", String(16), nullable=False),
    Column("answered_at", Instant, nullable=False),
    # Which next step of taking part they opened, if any.
    Column("went_on", String(16)),
)
