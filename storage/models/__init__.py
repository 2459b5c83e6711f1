"""All tables; importing this fills SQLModel.metadata."""

from storage.models.cases import Case, CaseState
from storage.models.chats import Chat
from storage.models.companies import StoredCompany
from storage.models.company_invitations import CompanyInvitation
from storage.models.descriptions import Description
from storage.models.exchanges import Exchange, Rating
from storage.models.fits import StoredFits
from storage.models.groundwork import StoredGroundwork
from storage.models.memberships import Membership
from storage.models.records import Knowledge, StoredRecord
from storage.models.staff import StaffInvitation, StaffMember
from storage.models.updates import StoredUpdate, UpdateState

__all__ = [
    "Case",
    "CaseState",
    "Chat",
    "CompanyInvitation",
    "Description",
    "Exchange",
    "Knowledge",
    "Membership",
    "Rating",
    "StaffInvitation",
    "StaffMember",
    "StoredCompany",
    "StoredFits",
    "StoredGroundwork",
    "StoredRecord",
    "StoredUpdate",
    "UpdateState",
]
