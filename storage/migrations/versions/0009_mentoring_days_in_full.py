"""mentoring days in full"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('mentor_invitations',
    sa.Column('secret_hash', sa.String(length=64), nullable=False),
    sa.Column('member_id', sa.String(length=64), nullable=False),
    sa.Column('made_by', sa.BigInteger(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('secret_hash', name=op.f('pk_mentor_invitations'))
    )
    op.create_table('mentors',
    sa.Column('telegram_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('member_id', sa.String(length=64), nullable=False),
    sa.Column('name', sa.Text(), nullable=True),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('telegram_id', name=op.f('pk_mentors'))
    )
    with op.batch_alter_table('mentors', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mentors_member_id'), ['member_id'], unique=False)

    op.create_table('reminder_times',
    sa.Column('record_id', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('record_id', 'kind', name=op.f('pk_reminder_times'))
    )
    op.create_table('calendar_feeds',
    sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('secret_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_calendar_feeds_chat_id_chats'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('chat_id', name=op.f('pk_calendar_feeds')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_calendar_feeds_secret_hash'))
    )
    op.create_table('calendar_entries',
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('uid', sa.String(length=80), nullable=False),
    sa.Column('occurrence_id', sa.Integer(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('as_file', sa.Boolean(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_calendar_entries_chat_id_chats'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['occurrence_id'], ['occurrences.id'], name=op.f('fk_calendar_entries_occurrence_id_occurrences'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('chat_id', 'uid', name=op.f('pk_calendar_entries'))
    )
    with op.batch_alter_table('calendar_entries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_entries_occurrence_id'), ['occurrence_id'], unique=False)

    op.create_table('door_links',
    sa.Column('secret_hash', sa.String(length=64), nullable=False),
    sa.Column('occurrence_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['occurrence_id'], ['occurrences.id'], name=op.f('fk_door_links_occurrence_id_occurrences'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('secret_hash', name=op.f('pk_door_links'))
    )
    with op.batch_alter_table('door_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_door_links_occurrence_id'), ['occurrence_id'], unique=False)

    op.create_table('expert_tables',
    sa.Column('occurrence_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('member_id', sa.String(length=64), nullable=False),
    sa.Column('present', sa.Boolean(), nullable=False),
    sa.Column('most', sa.Integer(), nullable=True),
    sa.Column('breaks', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['occurrence_id'], ['occurrences.id'], name=op.f('fk_expert_tables_occurrence_id_occurrences'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('occurrence_id', 'member_id', name=op.f('pk_expert_tables'))
    )
    op.create_table('follow_ups',
    sa.Column('application_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('days', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('answer', sa.String(length=16), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['applications.id'], name=op.f('fk_follow_ups_application_id_applications'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('application_id', 'days', name=op.f('pk_follow_ups'))
    )
    op.create_table('meeting_feedback',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('given_by', sa.String(length=64), nullable=False),
    sa.Column('stars', sa.Integer(), nullable=False),
    sa.Column('sentence', sa.Text(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['applications.id'], name=op.f('fk_meeting_feedback_application_id_applications'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_feedback')),
    sa.UniqueConstraint('application_id', 'given_by', name=op.f('uq_meeting_feedback_application_id_given_by')),
    sqlite_autoincrement=True
    )
    op.create_table('meeting_results',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.String(length=64), nullable=False),
    sa.Column('passed', sa.Boolean(), nullable=True),
    sa.Column('advice', sa.Text(), nullable=False),
    sa.Column('promise', sa.Text(), nullable=False),
    sa.Column('promised_on', sa.Date(), nullable=True),
    sa.Column('next_step', sa.String(length=64), nullable=True),
    sa.Column('recorded_by', sa.BigInteger(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['application_id'], ['applications.id'], name=op.f('fk_meeting_results_application_id_applications'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_results')),
    sa.UniqueConstraint('application_id', 'member_id', name=op.f('uq_meeting_results_application_id_member_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('applications', schema=None) as batch_op:
        batch_op.add_column(sa.Column('passed_over_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('arrived_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('occurrences', schema=None) as batch_op:
        batch_op.add_column(sa.Column('by_hand', sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table('slots', schema=None) as batch_op:
        batch_op.add_column(sa.Column('offered_until', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('delay', sa.Integer(), nullable=False, server_default='0'))



def downgrade() -> None:
    with op.batch_alter_table('slots', schema=None) as batch_op:
        batch_op.drop_column('delay')
        batch_op.drop_column('offered_until')

    with op.batch_alter_table('occurrences', schema=None) as batch_op:
        batch_op.drop_column('by_hand')

    with op.batch_alter_table('applications', schema=None) as batch_op:
        batch_op.drop_column('arrived_at')
        batch_op.drop_column('confirmed_at')
        batch_op.drop_column('passed_over_at')

    op.drop_table('meeting_results')
    op.drop_table('meeting_feedback')
    op.drop_table('follow_ups')
    op.drop_table('expert_tables')
    with op.batch_alter_table('door_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_door_links_occurrence_id'))

    op.drop_table('door_links')
    with op.batch_alter_table('calendar_entries', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_calendar_entries_occurrence_id'))

    op.drop_table('calendar_entries')
    op.drop_table('calendar_feeds')
    op.drop_table('reminder_times')
    with op.batch_alter_table('mentors', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_mentors_member_id'))

    op.drop_table('mentors')
    op.drop_table('mentor_invitations')
