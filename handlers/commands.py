"""Everything that the assistant listens to, in order: one table builds the handlers and Telegram's command menu."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from bot.messages import callbacks as actions
from bot.people.staff import Right
from handlers import callbacks
from handlers.access import requires
from handlers.callbacks import Handler, in_private
from handlers.context import ParkContext
from handlers.groups import Addressed
from handlers.leaving import leave_question
from handlers.mentor import experts
from handlers.menu import Command
from handlers.staff import (
    attendance,
    inviting,
    mentoring_changes,
    mentoring_days,
    mentoring_experts,
    mentors,
    on_day,
    reminder_times,
    results,
    team,
    why,
)
from handlers.staff.announcements import presses as announcements
from handlers.tenant import (
    afterwards,
    feedback,
    forget,
    human,
    meetings,
    membership,
    mentoring,
    menus,
    other,
    phone_calendar,
    preferences,
    questions,
    receipt,
    registrations,
    start,
)
from handlers.tenant.profile import joining
from handlers.tenant.profile import presses as profile

COMMANDS = (
    Command("start", start.start),
    Command("help", start.help_),
    Command("subsidies", menus.menu_of("subsidy")),
    Command("facilities", menus.menu_of("facility")),
    Command("events", menus.menu_of("event")),
    Command("mentoring", experts.mentoring),
    Command("profile", profile.profile, personal=True),
    Command("human", human.human, personal=True),
    Command("settings", preferences.settings, personal=True),
    Command("forgetme", forget.forget_me, personal=True),
    Command("announce", announcements.announce, personal=True, right=Right.READ),
    Command("mentoring_admin", attendance.overview, personal=True, right=Right.READ),
    Command("staff", team.team, personal=True, right=Right.READ),
)

PRESSES: dict[str, Handler] = {
    actions.SHOW: menus.show_card,
    actions.FACT: menus.show_fact,
    actions.LIST: menus.turn_page,
    actions.HUMAN: human.press_human,
    actions.RATE: feedback.rate,
    actions.LANGUAGE: preferences.choose_language,
    actions.SETTINGS: preferences.open_part,
    actions.FORGET: forget.confirm,
    actions.PROFILE: profile.press_profile,
    actions.JOIN: joining.answer,
    actions.SIGN_UP: registrations.sign_up,
    actions.MENTOR: mentoring.apply,
    actions.MEETING: meetings.answer,
    actions.ON_DAY: on_day.look,
    actions.MENTORS: mentors.manage,
    actions.ROSTER: experts.look,
    actions.CALENDAR: phone_calendar.press_calendar,
    actions.WHY: why.why,
    actions.ATTEND: attendance.open_page,
    actions.MENTORING_DAY: mentoring_days.look,
    actions.DAY_CHANGE: mentoring_changes.change,
    actions.DAY_EXPERT: mentoring_experts.change,
    actions.REMINDER_TIMES: reminder_times.look,
    actions.RESULT: results.record,
    actions.AFTERWARDS: afterwards.answer,
    actions.TEAM: team.turn_page,
    actions.MEMBER: team.show_member,
    actions.ROLE: team.change_role,
    actions.REMOVE: team.remove,
    actions.INVITE: inviting.invite,
    actions.WITHDRAW: inviting.withdraw,
    actions.ANNOUNCE: announcements.press_announcement,
    actions.ACKNOWLEDGE: receipt.acknowledge_reading,
}

UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""The kinds of update that Telegram is asked for."""

NEW = filters.UpdateType.MESSAGE
PRIVATE = filters.ChatType.PRIVATE
GROUP = filters.ChatType.GROUPS
QUESTION = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND

AnyHandler = BaseHandler[Any, ParkContext, None]


def before() -> list[AnyHandler]:
    """What is done about an update before one of `handlers` takes it."""
    return [
        MessageHandler(NEW & PRIVATE & filters.COMMAND, leave_question),
        CallbackQueryHandler(leave_question),
    ]


def handlers() -> list[AnyHandler]:
    """In the order in which an update tries them; the first that fits takes it."""
    everyday = NEW | filters.UpdateType.EDITED_MESSAGE
    return [
        *(
            CommandHandler(one.name, _guarded(one), NEW & (PRIVATE if one.personal else PRIVATE | GROUP))
            for one in COMMANDS
        ),
        CommandHandler([one.name for one in COMMANDS if one.personal], other.only_in_private, NEW & GROUP),
        *(
            CallbackQueryHandler(in_private(handle) if action in actions.PERSONAL else handle, rf"^{action}(:|$)")
            for action, handle in PRESSES.items()
        ),
        CallbackQueryHandler(callbacks.unknown),
        MessageHandler(everyday & PRIVATE & QUESTION, questions.ask),
        MessageHandler(everyday & GROUP & QUESTION & Addressed(), questions.ask),
        MessageHandler(NEW & filters.StatusUpdate.MIGRATE, membership.migrated),
        MessageHandler(NEW & PRIVATE & filters.COMMAND, other.unknown_command),
        MessageHandler(NEW & PRIVATE & ~filters.StatusUpdate.ALL, other.media),
        ChatMemberHandler(membership.membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _guarded(command: Command) -> Handler:
    return requires(command.right)(command.handle) if command.right else command.handle
