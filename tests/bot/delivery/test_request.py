import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram import InputFile
from telegram.error import NetworkError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.request import AiohttpRequest, NotSentError, PerhapsSentError, Timeouts
from tests.waiting import until

SECRET = "123:very-secret"


async def echo(request: web.Request) -> web.Response:
    form = await request.post()
    return web.json_response({"ok": True, "result": {name: str(value) for name, value in form.items()}})


async def upload(request: web.Request) -> web.Response:
    field = (await request.post())["document"]
    assert isinstance(field, web.FileField)
    return web.json_response({"ok": True, "result": [field.filename, field.file.read().decode(), field.content_type]})


SLOW: list[web.Request] = []
"""The requests that were ever accepted by the slow method."""


async def slow(request: web.Request) -> web.Response:
    SLOW.append(request)
    await asyncio.sleep(5)
    return web.Response()


async def cut(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    app = web.Application()
    for name, handler in {"echo": echo, "upload": upload, "slow": slow, "cut": cut}.items():
        app.router.add_post(f"/bot{SECRET}/{name}", handler)
    server = TestServer(app)
    async with server:
        yield server


@pytest.fixture
async def request_class() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(connections=1, timeouts=Timeouts(read=0.2, write=1, connect=0.1, pool=0.1)) as request:
        yield request


def url(server: TestServer, method: str) -> str:
    return str(server.make_url(f"/bot{SECRET}/{method}"))


def data(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


async def test_parameters_arrive_as_form_fields(server: TestServer, request_class: AiohttpRequest) -> None:
    result = await request_class.post(url(server, "echo"), data(chat_id=7, text="云栖 & 小镇", keys=["a", 1]))
    assert result == {"chat_id": "7", "text": "云栖 & 小镇", "keys": '["a", 1]'}


async def test_a_file_arrives_with_its_name_and_type(server: TestServer, request_class: AiohttpRequest) -> None:
    file = InputFile("园区".encode(), filename='我的 "资料".json')
    form = RequestData([RequestParameter.from_input("document", file)])
    result: object = await request_class.post(url(server, "upload"), form)
    assert result == ['我的 "资料".json', "园区", "application/json"]


async def test_no_answer_in_time_is_ambiguous(server: TestServer, request_class: AiohttpRequest) -> None:
    with pytest.raises(PerhapsSentError):
        await request_class.post(url(server, "slow"), data(chat_id=7))


async def test_a_full_pool_says_that_nothing_was_sent(server: TestServer, request_class: AiohttpRequest) -> None:
    before = len(SLOW)
    first = asyncio.create_task(request_class.post(url(server, "slow"), data(chat_id=7), read_timeout=10))
    await until(lambda: len(SLOW) > before)
    with pytest.raises(NotSentError):
        await request_class.post(url(server, "echo"), data(chat_id=7))
    first.cancel()


async def test_a_cut_connection_is_ambiguous_and_does_not_tell_the_token(
    server: TestServer, request_class: AiohttpRequest
) -> None:
    with pytest.raises(PerhapsSentError) as fault:
        await request_class.post(url(server, "cut"), data(chat_id=7))
    assert SECRET not in str(fault.value)
    assert fault.value.__suppress_context__


async def test_nobody_listening_says_that_nothing_was_sent(request_class: AiohttpRequest) -> None:
    with pytest.raises(NotSentError, match="ClientConnectorError"):
        await request_class.post(f"http://127.0.0.1:{unused_port()}/bot{SECRET}/echo", data(chat_id=7))


async def test_requests_go_through_the_proxy(server: TestServer) -> None:
    async with AiohttpRequest(connections=1, proxy=str(server.make_url("/"))) as request:
        result = await request.post(f"http://api.telegram.invalid/bot{SECRET}/echo", data(chat_id=7))
    assert result == {"chat_id": "7"}


async def test_a_proxy_that_refuses_says_that_nothing_was_sent(server: TestServer) -> None:
    async with AiohttpRequest(connections=1, proxy=str(server.make_url("/"))) as request:
        with pytest.raises(NotSentError, match="ClientHttpProxyError: 404"):
            await request.post(f"https://api.telegram.invalid/bot{SECRET}/echo", data(chat_id=7))


async def test_a_request_before_initialize_is_refused() -> None:
    with pytest.raises(NetworkError, match="not initialized"):
        await AiohttpRequest(connections=1).post("http://127.0.0.1/", data())
