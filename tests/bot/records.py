"""Records as they might be, with what a test cares about given."""

from typing import Any

from bot.knowledge.kinds import Alliance, Event, Facility, Faq, Park, Programme, Subsidy


def park(**given: Any) -> Park:
    return Park.model_validate({"id": "park", "name": {"zh": "测试园", "en": "Test Park"}} | given)


def facility(**given: Any) -> Facility:
    return Facility.model_validate({"id": "library", "name": {"zh": "书房", "en": "Library"}} | given)


def subsidy(**given: Any) -> Subsidy:
    return Subsidy.model_validate({"id": "grant", "name": {"zh": "资助", "en": "Grant"}} | given)


def event(**given: Any) -> Event:
    times = {"starts": "2026-11-26 14:00", "ends": "2026-11-26 16:00"}
    return Event.model_validate({"id": "talk", "name": {"zh": "讲座", "en": "Talk"}} | times | given)


def programme(**given: Any) -> Programme:
    times = {"first_day": "2026-11-27", "starts_at": "13:30", "ends_at": "17:30"}
    closing = {"slot_minutes": 15, "closes_days_before": 3, "closes_at": "18:00"}
    name = {"id": "mentors", "name": {"zh": "问诊", "en": "Mentoring"}}
    return Programme.model_validate(name | times | closing | given)


def alliance(**given: Any) -> Alliance:
    return Alliance.model_validate({"id": "club", "name": {"zh": "联盟", "en": "Club"}} | given)


def faq(**given: Any) -> Faq:
    return Faq.model_validate({"id": "cats", "name": {"zh": "能养猫吗", "en": "May I keep a cat?"}} | given)
