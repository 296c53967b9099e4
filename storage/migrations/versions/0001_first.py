"""Makes the tables of the first version, from nothing."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_inbox")),
    )
    op.create_index(op.f("ix_inbox_received_at"), "inbox", ["received_at"], unique=False)
    op.create_table(
        "persons",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("address_form", sa.String(length=8), nullable=True),
        sa.Column("display_name", sa.String(), nullable=True),
        sa.Column("role_hint", sa.String(length=16), nullable=True),
        sa.Column("consented_at", sa.BigInteger(), nullable=True),
        sa.Column("may_found", sa.Boolean(), nullable=False),
        sa.Column("waiting_place_id", sa.String(length=22), nullable=True),
        sa.Column("active_workspace_id", sa.String(length=22), nullable=True),
        sa.Column("weekly_day", sa.String(length=8), nullable=True),
        sa.Column("weekly_hour", sa.String(length=2), nullable=True),
        sa.Column("quiet", JSON, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "quarantine",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("row", sa.String(length=22), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("trouble", sa.String(length=80), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("row", name=op.f("uq_quarantine_row")),
    )
    op.create_index(op.f("ix_quarantine_received_at"), "quarantine", ["received_at"], unique=False)
    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
    )
    op.create_table(
        "addresses",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("blocked_at", sa.BigInteger(), nullable=True),
        sa.Column("last_used_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_addresses_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
        sa.UniqueConstraint("channel", "lookup", name=op.f("uq_addresses_channel")),
    )
    op.create_index(op.f("ix_addresses_person_id"), "addresses", ["person_id"], unique=False)
    op.create_table(
        "answers",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("value", JSON, nullable=True),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("said_in", sa.LargeBinary(length=16), nullable=True),
        sa.Column("step", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["persons.id"], name=op.f("fk_answers_author_id_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_answers_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_author_id"), "answers", ["author_id"], unique=False)
    op.create_index(op.f("ix_answers_said_in"), "answers", ["said_in"], unique=False)
    op.create_index(op.f("ix_answers_workspace_id"), "answers", ["workspace_id"], unique=False)
    op.create_index(
        "uq_answers_current",
        "answers",
        ["workspace_id", "kind", "item", "field"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "attendance",
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=False),
        sa.Column("informed", sa.Integer(), nullable=True),
        sa.Column("home", sa.String(length=8), nullable=False),
        sa.Column("home_asked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_attendance_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_attendance_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace_id", "action", "person_id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("approver_id", ROW_ID, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("content", JSON, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("starts_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("ended", JSON, nullable=True),
        sa.Column("series", sa.String(length=22), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["persons.id"], name=op.f("fk_broadcasts_approver_id_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["persons.id"], name=op.f("fk_broadcasts_author_id_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_broadcasts_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.create_index(op.f("ix_broadcasts_approver_id"), "broadcasts", ["approver_id"], unique=False)
    op.create_index(op.f("ix_broadcasts_author_id"), "broadcasts", ["author_id"], unique=False)
    op.create_index(op.f("ix_broadcasts_workspace_id"), "broadcasts", ["workspace_id"], unique=False)
    op.create_table(
        "checkins",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("asked_by", ROW_ID, nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("drill", sa.Boolean(), nullable=False),
        sa.Column("template", sa.String(length=16), nullable=False),
        sa.Column("wording", sa.String(), nullable=True),
        sa.Column("minutes", JSON, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("counts", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["persons.id"], name=op.f("fk_checkins_asked_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_checkins_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkins")),
    )
    op.create_index(op.f("ix_checkins_asked_by"), "checkins", ["asked_by"], unique=False)
    op.create_index(op.f("ix_checkins_workspace_id"), "checkins", ["workspace_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("scope", sa.String(length=24), nullable=False),
        sa.Column("text_version", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_consents_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_person_id"), "consents", ["person_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_invitations_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lookup", name=op.f("pk_invitations")),
    )
    op.create_index(op.f("ix_invitations_workspace_id"), "invitations", ["workspace_id"], unique=False)
    op.create_table(
        "join_attempts",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_join_attempts_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_attempts")),
    )
    op.create_index(op.f("ix_join_attempts_person_id"), "join_attempts", ["person_id"], unique=False)
    op.create_table(
        "memberships",
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("muted_at", sa.BigInteger(), nullable=True),
        sa.Column("cares_at", sa.BigInteger(), nullable=True),
        sa.Column("on_duty_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_memberships_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name=op.f("fk_memberships_workspace_id_workspaces"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_memberships")),
    )
    op.create_index(op.f("ix_memberships_person_id"), "memberships", ["person_id"], unique=False)
    op.create_table(
        "places",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=True),
        sa.Column("flow", sa.String(length=64), nullable=False),
        sa.Column("state", JSON, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_places_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_places_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    op.create_index(op.f("ix_places_person_id"), "places", ["person_id"], unique=False)
    op.create_index(op.f("ix_places_workspace_id"), "places", ["workspace_id"], unique=False)
    op.create_index(
        "uq_places_open",
        "places",
        ["person_id", "flow", sa.literal_column("coalesce(workspace_id, '')")],
        unique=True,
    )
    op.create_table(
        "timers",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("occurrence", sa.String(length=120), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=True),
        sa.Column("detail", JSON, nullable=True),
        sa.Column("void_after", sa.BigInteger(), nullable=True),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("workspace_id", sa.String(length=22), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_timers_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_timers_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timers")),
        sa.UniqueConstraint("occurrence", name=op.f("uq_timers_occurrence")),
    )
    op.create_index(op.f("ix_timers_about"), "timers", ["about"], unique=False)
    op.create_index(op.f("ix_timers_due_at"), "timers", ["due_at"], unique=False)
    op.create_index(op.f("ix_timers_person_id"), "timers", ["person_id"], unique=False)
    op.create_index(op.f("ix_timers_workspace_id"), "timers", ["workspace_id"], unique=False)
    op.create_table(
        "versions",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("artefact", sa.String(length=24), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", ROW_ID, nullable=True),
        sa.Column("last_answer", ROW_ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("approved_by", ROW_ID, nullable=True),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["persons.id"], name=op.f("fk_versions_approved_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["persons.id"], name=op.f("fk_versions_made_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_versions_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("workspace_id", "artefact", "number", name=op.f("uq_versions_workspace_id")),
    )
    op.create_index(op.f("ix_versions_approved_by"), "versions", ["approved_by"], unique=False)
    op.create_index(op.f("ix_versions_made_by"), "versions", ["made_by"], unique=False)
    op.create_table(
        "alarms",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("drill", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", ROW_ID, nullable=True),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("approved_by", ROW_ID, nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("checkin_id", sa.String(length=22), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["persons.id"], name=op.f("fk_alarms_approved_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["checkin_id"], ["checkins.id"], name=op.f("fk_alarms_checkin_id_checkins"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["persons.id"], name=op.f("fk_alarms_proposed_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_alarms_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
    )
    op.create_index(op.f("ix_alarms_approved_by"), "alarms", ["approved_by"], unique=False)
    op.create_index(op.f("ix_alarms_checkin_id"), "alarms", ["checkin_id"], unique=False)
    op.create_index(op.f("ix_alarms_proposed_by"), "alarms", ["proposed_by"], unique=False)
    op.create_index(op.f("ix_alarms_workspace_id"), "alarms", ["workspace_id"], unique=False)
    op.create_table(
        "checkin_answers",
        sa.Column("checkin_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("status", sa.String(length=8), nullable=True),
        sa.Column("danger", sa.String(length=4), nullable=True),
        sa.Column("needs", JSON, nullable=True),
        sa.Column("offers", JSON, nullable=True),
        sa.Column("available", sa.String(length=8), nullable=True),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("source", sa.String(length=8), nullable=True),
        sa.Column("followup", sa.String(length=8), nullable=True),
        sa.Column("met", JSON, nullable=True),
        sa.Column("taken", JSON, nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_answers_checkin_id_checkins"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_checkin_answers_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("checkin_id", "person_id", name=op.f("pk_checkin_answers")),
    )
    op.create_index(op.f("ix_checkin_answers_person_id"), "checkin_answers", ["person_id"], unique=False)
    op.create_table(
        "checkin_calls",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("checkin_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("claimed_by", ROW_ID, nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_calls_checkin_id_checkins"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claimed_by"], ["persons.id"], name=op.f("fk_checkin_calls_claimed_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_checkin_calls_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_calls")),
    )
    op.create_index(op.f("ix_checkin_calls_checkin_id"), "checkin_calls", ["checkin_id"], unique=False)
    op.create_index(op.f("ix_checkin_calls_claimed_by"), "checkin_calls", ["claimed_by"], unique=False)
    op.create_index(op.f("ix_checkin_calls_person_id"), "checkin_calls", ["person_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("address_id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=True),
        sa.Column("place_id", sa.String(length=22), nullable=True),
        sa.Column("place_version", sa.Integer(), nullable=True),
        sa.Column("message_class", sa.String(length=2), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("content", JSON, nullable=False),
        sa.Column("courtesies", JSON, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("queued_at", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("attempt_id", sa.String(length=22), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("provider_id", sa.String(length=255), nullable=True),
        sa.Column("reason", sa.String(length=80), nullable=True),
        sa.Column("picked", sa.String(length=8), nullable=True),
        sa.Column("about", sa.String(length=80), nullable=True),
        sa.Column("live", sa.String(length=80), nullable=True),
        sa.Column("repeats", sa.String(length=22), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name=op.f("fk_outbox_address_id_addresses"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_outbox_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_outbox_workspace_id_workspaces"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_about",
        "outbox",
        ["about", "state"],
        unique=False,
        sqlite_where=sa.text("about is not null"),
        postgresql_where=sa.text("about is not null"),
    )
    op.create_index(op.f("ix_outbox_address_id"), "outbox", ["address_id"], unique=False)
    op.create_index(
        "ix_outbox_live",
        "outbox",
        ["workspace_id", "live"],
        unique=False,
        sqlite_where=sa.text("live is not null"),
        postgresql_where=sa.text("live is not null"),
    )
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["state"],
        unique=False,
        sqlite_where=sa.text("state in ('sending', 'unknown')"),
        postgresql_where=sa.text("state in ('sending', 'unknown')"),
    )
    op.create_index(op.f("ix_outbox_person_id"), "outbox", ["person_id"], unique=False)
    op.create_index(
        "ix_outbox_queued",
        "outbox",
        ["lane", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(op.f("ix_outbox_workspace_id"), "outbox", ["workspace_id"], unique=False)
    op.create_table(
        "replies",
        sa.Column("broadcast_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=False),
        sa.Column("went_on", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_replies_broadcast_id_broadcasts"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_replies_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_replies")),
    )
    op.create_index(op.f("ix_replies_person_id"), "replies", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("replies")
    op.drop_table("outbox")
    op.drop_table("checkin_calls")
    op.drop_table("checkin_answers")
    op.drop_table("alarms")
    op.drop_table("versions")
    op.drop_table("timers")
    op.drop_table("places")
    op.drop_table("memberships")
    op.drop_table("join_attempts")
    op.drop_table("invitations")
    op.drop_table("consents")
    op.drop_table("checkins")
    op.drop_table("broadcasts")
    op.drop_table("attendance")
    op.drop_table("answers")
    op.drop_table("addresses")
    op.drop_table("workspaces")
    op.drop_table("quarantine")
    op.drop_table("persons")
    op.drop_table("inbox")
