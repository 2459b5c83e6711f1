"""What the ways in are given: the services, typed, in one bundle."""

from dataclasses import dataclass

from bot.announcements.service import Announcements
from bot.answering.service import AnswerService
from bot.clock import Clock
from bot.mentoring.service import Mentoring
from bot.phone_calendars import PhoneCalendars
from bot.registrations.service import Registrations
from bot.settings import Settings
from storage.database import Database


@dataclass(frozen=True)
class Services:
    settings: Settings
    clock: Clock
    database: Database
    answering: AnswerService
    announcements: Announcements
    registrations: Registrations
    mentoring: Mentoring
    phone_calendars: PhoneCalendars
