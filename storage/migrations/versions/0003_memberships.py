"""memberships"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "company_invitations",
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name=op.f("fk_company_invitations_company_id_companies"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_company_invitations")),
    )
    with op.batch_alter_table("company_invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_company_invitations_company_id"), ["company_id"], unique=False)

    op.create_table(
        "descriptions",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_descriptions_chat_id_chats"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_descriptions")),
    )
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=False),
        sa.Column("shown_as", sa.Text(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_memberships_chat_id_chats"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name=op.f("fk_memberships_company_id_companies"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_memberships_chat_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memberships_company_id"), ["company_id"], unique=False)

    # who came first keeps that place: ids grow in this order
    op.execute(
        "INSERT INTO memberships (chat_id, company_id, joined_at) SELECT id, company_id, created_at FROM chats "
        "WHERE company_id IS NOT NULL AND type = 'private' ORDER BY created_at, id"
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("awaited", sa.JSON(none_as_null=True), nullable=True))
        batch_op.drop_index(batch_op.f("ix_chats_company_id"))
        batch_op.drop_constraint(batch_op.f("fk_chats_company_id_companies"), type_="foreignkey")
        batch_op.drop_column("company_id")

    # the companies that are there were made by staff
    with op.batch_alter_table("companies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by_staff", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("companies", schema=None) as batch_op:
        batch_op.alter_column("by_staff", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("companies", schema=None) as batch_op:
        batch_op.drop_column("by_staff")

    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("company_id", sa.VARCHAR(length=64), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_chats_company_id_companies"), "companies", ["company_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_index(batch_op.f("ix_chats_company_id"), ["company_id"], unique=False)
        batch_op.drop_column("awaited")
    op.execute(
        "UPDATE chats SET company_id = (SELECT company_id FROM memberships WHERE memberships.chat_id = chats.id)"
    )

    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_memberships_company_id"))

    op.drop_table("memberships")
    op.drop_table("descriptions")
    with op.batch_alter_table("company_invitations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_company_invitations_company_id"))

    op.drop_table("company_invitations")
