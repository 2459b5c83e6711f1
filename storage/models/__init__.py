"""All tables; importing this fills SQLModel.metadata."""

from storage.models.announcements import Announcement, AnnouncementBatch, AnnouncementState, Press, Purpose
from storage.models.api import ApiToken, IdempotencyKey
from storage.models.audit import AuditEntry
from storage.models.calendar_feeds import CalendarEntry, CalendarFeed
from storage.models.cases import Case, CaseState
from storage.models.chats import Chat
from storage.models.companies import StoredCompany
from storage.models.company_invitations import CompanyInvitation
from storage.models.descriptions import Description
from storage.models.exchanges import Exchange, Rating
from storage.models.fits import StoredFits
from storage.models.groundwork import StoredGroundwork
from storage.models.memberships import Membership
from storage.models.mentoring import (
    Application,
    ApplicationState,
    DoorLink,
    ExpertTable,
    FollowUp,
    MeetingFeedback,
    MeetingResult,
    ReminderTime,
    Slot,
    Timetable,
)
from storage.models.mentors import Mentor, MentorInvitation
from storage.models.outbox import Batch, Lease, Outgoing, OutgoingAction, OutgoingState, StoredContent
from storage.models.preferences import Preferences, TopicOff
from storage.models.records import Knowledge, StoredRecord
from storage.models.registrations import Registration, RegistrationState, StoredOccurrence
from storage.models.staff import StaffInvitation, StaffMember
from storage.models.updates import StoredUpdate, UpdateState

__all__ = [
    "Announcement",
    "AnnouncementBatch",
    "AnnouncementState",
    "ApiToken",
    "Application",
    "ApplicationState",
    "AuditEntry",
    "Batch",
    "CalendarEntry",
    "CalendarFeed",
    "Case",
    "CaseState",
    "Chat",
    "CompanyInvitation",
    "Description",
    "DoorLink",
    "Exchange",
    "ExpertTable",
    "FollowUp",
    "IdempotencyKey",
    "Knowledge",
    "Lease",
    "MeetingFeedback",
    "MeetingResult",
    "Membership",
    "Mentor",
    "MentorInvitation",
    "Outgoing",
    "OutgoingAction",
    "OutgoingState",
    "Preferences",
    "Press",
    "Purpose",
    "Rating",
    "Registration",
    "RegistrationState",
    "ReminderTime",
    "Slot",
    "StaffInvitation",
    "StaffMember",
    "StoredCompany",
    "StoredContent",
    "StoredFits",
    "StoredGroundwork",
    "StoredOccurrence",
    "StoredRecord",
    "StoredUpdate",
    "Timetable",
    "TopicOff",
    "UpdateState",
]
