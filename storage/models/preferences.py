"""What tenants want to be told, and when not."""

from sqlmodel import BigInteger, Field, SQLModel

QUIET_FROM = 22 * 60
QUIET_UNTIL = 8 * 60


class Preferences(SQLModel, table=True):
    """Of a chat; without a row these defaults hold. Quiet hours are minutes of the park's day, none where equal.

    `muted`: no announcements but the urgent ones.
    """

    __tablename__ = "preferences"

    chat_id: int = Field(
        primary_key=True,
        sa_type=BigInteger,
        foreign_key="chats.id",
        ondelete="CASCADE",
        sa_column_kwargs={"autoincrement": False},
    )
    muted: bool = False
    quiet_from: int = QUIET_FROM
    quiet_until: int = QUIET_UNTIL


class TopicOff(SQLModel, table=True):
    """A topic that a chat does not want to hear of; it is subscribed to all others."""

    __tablename__ = "topics_off"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE")
    topic: str = Field(primary_key=True, max_length=64)
