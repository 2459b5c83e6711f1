"""The control API, the part that acts: be a person, over HTTP."""

from typing import Any

from aiohttp import web

from bot.sandbox.control.acting import Acting
from bot.sandbox.control.bodies import Body, EditedText, NewGroup, NewMessage, NewPerson, PressedButton
from bot.sandbox.control.exchange import answering, read_body
from bot.sandbox.control.people import People
from bot.sandbox.control.watching import message_json, person_json
from bot.sandbox.world import World

ROOT = "/sandbox/control"


class ControlApi:
    def __init__(self, world: World, people: People, acting: Acting) -> None:
        self._world = world
        self._people = people
        self._acting = acting

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post(f"{ROOT}/people", answering(self.create_person)),
            web.post(f"{ROOT}/people/{{person:\\d+}}/block", answering(self.block)),
            web.post(f"{ROOT}/people/{{person:\\d+}}/unblock", answering(self.unblock)),
            web.post(f"{ROOT}/groups", answering(self.create_group)),
            web.post(f"{ROOT}/groups/{{group:-\\d+}}/migrate", answering(self.migrate)),
            web.post(f"{ROOT}/messages", answering(self.send)),
            web.post(f"{ROOT}/edits", answering(self.edit)),
            web.post(f"{ROOT}/presses", answering(self.press)),
        ]

    async def create_person(self, request: web.Request) -> Any:
        given = await read_body(request, NewPerson)
        person = self._people.create_person(
            given.name, language_code=given.language_code, person_id=given.id, listed=given.listed
        )
        return person_json(person)

    async def block(self, request: web.Request) -> Any:
        await read_body(request, Body)
        self._people.block(int(request.match_info["person"]))
        return {}

    async def unblock(self, request: web.Request) -> Any:
        await read_body(request, Body)
        self._people.unblock(int(request.match_info["person"]))
        return {}

    async def create_group(self, request: web.Request) -> Any:
        given = await read_body(request, NewGroup)
        group = self._people.create_group(
            given.title, given.members, bot_is_admin=given.bot_is_admin, listed=given.listed, basic=given.basic
        )
        return group.chat()

    async def migrate(self, request: web.Request) -> Any:
        await read_body(request, Body)
        return self._people.migrate(int(request.match_info["group"])).chat()

    async def send(self, request: web.Request) -> Any:
        given = await read_body(request, NewMessage)
        if given.media is None:
            sent = self._acting.send_text(
                given.person, given.text, entities=given.entities, chat_id=given.chat, reply_to=given.reply_to
            )
        else:
            sent = self._acting.send_media(
                given.person, given.media, chat_id=given.chat, caption=given.caption, reply_to=given.reply_to
            )
        return message_json(sent)

    async def edit(self, request: web.Request) -> Any:
        given = await read_body(request, EditedText)
        edited = self._acting.edit_text(
            given.person, given.message_id, given.text, entities=given.entities, chat_id=given.chat
        )
        return message_json(edited)

    async def press(self, request: web.Request) -> Any:
        given = await read_body(request, PressedButton)
        return {"id": self._acting.press(given.person, given.message_id, given.button, chat_id=given.chat).id}
