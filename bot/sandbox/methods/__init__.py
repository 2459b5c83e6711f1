"""The methods of the Bot API that the sandbox has, by name in lower case: Telegram's names ignore case."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.methods import callbacks, deleting, editing, files, identity, menu, receiving, sending
from bot.sandbox.params import Params
from bot.sandbox.world import World

Method = Callable[[World, Params], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getme": identity.get_me,
    "getchat": identity.get_chat,
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "sendmessage": sending.send_message,
    "copymessage": sending.copy_message,
    "sendphoto": files.send_photo,
    "senddocument": files.send_document,
    "sendmediagroup": files.send_media_group,
    "getfile": files.get_file,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": deleting.delete_message,
    "deletemessages": deleting.delete_messages,
    "answercallbackquery": callbacks.answer_callback_query,
    "setmycommands": menu.set_my_commands,
    "getmycommands": menu.get_my_commands,
    "deletemycommands": menu.delete_my_commands,
}
