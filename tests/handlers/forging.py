"""Buttons that the assistant never sent, pressed by somebody who means no good."""

import json

from aiohttp import ClientSession

from bot.sandbox.server import TOKEN
from bot.sandbox.views import MessageView
from tests.handlers.tenant.profile.talking import Person


async def with_button(address: str, person: Person, data: str) -> MessageView:
    """A message that the bot never sent, with a button that carries this."""
    markup = json.dumps({"inline_keyboard": [[{"text": "x", "callback_data": data}]]})
    body = {"chat_id": person.id, "text": "x", "reply_markup": markup}
    async with ClientSession() as http, http.post(f"{address}/sandbox/bot{TOKEN}/sendMessage", json=body) as response:
        sent = await response.json()
    return MessageView.of(sent["result"], 0)


async def forge(address: str, person: Person, data: str) -> str:
    """The toast that answers a forged press."""
    message = await with_button(address, person, data)
    return (await person.telegram.press(person.id, message.id, data)).text
