"""Links by which tenants join a company."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class CompanyInvitation(SQLModel, table=True):
    """A link that several people may use until it expires or is revoked; of its secret only the hash is kept."""

    __tablename__ = "company_invitations"

    secret_hash: str = Field(primary_key=True, max_length=64)
    company_id: str = Field(max_length=64, foreign_key="companies.id", ondelete="CASCADE", index=True)
    expires_at: datetime
    revoked_at: datetime | None = None
