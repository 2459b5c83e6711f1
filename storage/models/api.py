"""Programs that use the HTTP API."""

from datetime import datetime

from sqlmodel import JSON, Field, SQLModel

from storage.models.base import Json


class ApiToken(SQLModel, table=True):
    """Of its secret only the SHA-256 (hexadecimal) is kept; `role` is the word of bot.people.staff."""

    __tablename__ = "api_tokens"

    name: str = Field(primary_key=True, max_length=64)
    role: str = Field(max_length=16)
    secret_hash: str = Field(max_length=64, unique=True)
    created_at: datetime
    revoked_at: datetime | None = None


class IdempotencyKey(SQLModel, table=True):
    """A request that was answered: the same key with the same body gets the same answer."""

    __tablename__ = "idempotency_keys"

    token: str = Field(primary_key=True, max_length=64)
    key: str = Field(primary_key=True, max_length=255)
    body_hash: str = Field(max_length=64)
    status: int
    answer: Json = Field(sa_type=JSON)
    created_at: datetime = Field(index=True)
