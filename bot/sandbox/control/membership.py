"""ChatMember objects of the bot."""

from collections.abc import Mapping
from typing import Any

RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories", "can_pin_messages", "can_manage_topics"),
)


def membership(user: Mapping[str, Any], status: str) -> dict[str, Any]:
    """`status` is left, member, administrator (without particular rights) or kicked."""
    member: dict[str, Any] = {"user": dict(user), "status": status}
    if status == "administrator":
        member |= dict.fromkeys(RIGHTS, False)
    if status == "kicked":
        member["until_date"] = 0
    return member
