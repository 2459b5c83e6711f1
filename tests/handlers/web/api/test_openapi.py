"""The description of the API says what the API does."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import Assistant
from handlers.web.api.problems import STATUSES
from tests.handlers.web.api.conftest import BODY, Caller


async def described(park: Assistant, http: ClientSession, query: str = "") -> dict[str, Any]:
    async with http.get(f"{park.address}/api/openapi.json{query}") as response:
        assert response.status == 200
        found: dict[str, Any] = await response.json()
        return found


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for inner in node.values():
            yield from references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from references(inner)


def schema_of(api: dict[str, Any], path: str, method: str, status: str) -> dict[str, Any]:
    (content,) = api["paths"][path][method]["responses"][status]["content"].values()
    name = content["schema"]["$ref"].rpartition("/")[2]
    found: dict[str, Any] = api["components"]["schemas"][name]
    return found


async def test_every_reference_is_to_something_there(park: Assistant, http: ClientSession) -> None:
    api = await described(park, http)
    names = [one.removeprefix("#/components/schemas/") for one in references(api)]
    assert set(names) - api["components"]["schemas"].keys() == set()
    assert api["openapi"].startswith("3.")


async def test_answers_have_the_fields_that_are_described(park: Assistant, http: ClientSession, caller: Caller) -> None:
    api = await described(park, http)
    one, each = "/api/v1/announcements", "/api/v1/announcements/{id}"
    example = api["paths"][one]["post"]["requestBody"]["content"]["application/json"]["example"]
    answers = {
        (one, "post", "202"): await caller.post(example),
        (each, "get", "200"): await caller.get(1),
        (one, "post", "422"): await caller.post(BODY | {"text": 1}),
        (each, "get", "404"): await caller.get(9),
        (one, "post", "400"): await caller.post(key=None),
    }
    for (path, method, status), reply in answers.items():
        schema = schema_of(api, path, method, status)
        assert str(reply.status) == status
        assert reply.body.keys() <= schema["properties"].keys()
        assert reply.body.keys() >= {"id", "state", "recipients"} or reply.status >= 400
    standing = schema_of(api, each, "get", "200")
    assert answers[each, "get", "200"].body.keys() == standing["properties"].keys() == set(standing["required"])


async def test_every_problem_of_an_operation_is_described(park: Assistant, http: ClientSession) -> None:
    api = await described(park, http)
    told = {method: set(operation["responses"]) for path in api["paths"].values() for method, operation in path.items()}
    assert told["post"] == {"202", "400", "401", "403", "409", "413", "415", "422", "429", "500", "503"}
    assert told["get"] == {"200", "401", "403", "404", "429", "500", "503"}
    assert {one["key"]: one["status"] for one in api["x-problems"]} == STATUSES


@pytest.mark.parametrize(
    ("query", "header", "title"),
    [
        ("", "", "The Park Assistant’s HTTP API"),
        ("", "zh-CN", "园区小助手 HTTP 接口"),
        ("?language=zh", "en", "园区小助手 HTTP 接口"),
        ("?language=fr", "", "The Park Assistant’s HTTP API"),
    ],
)
async def test_description_is_in_both_languages(
    park: Assistant, http: ClientSession, query: str, header: str, title: str
) -> None:
    async with http.get(f"{park.address}/api/openapi.json{query}", headers={"Accept-Language": header}) as response:
        assert (await response.json())["info"]["title"] == title


async def test_running_assistant_shows_the_page_to_everybody(park: Assistant, http: ClientSession) -> None:
    async with http.get(f"{park.address}/api/docs") as response:
        assert (response.status, response.content_type) == (200, "text/html")


async def test_every_field_says_what_it_means(park: Assistant, http: ClientSession) -> None:
    api = await described(park, http)
    fields = [
        field for schema in api["components"]["schemas"].values() for field in schema.get("properties", {}).values()
    ]
    assert len(fields) > 40
    assert [field for field in fields if not field.get("description")] == []
    assert "Raises" not in str(api)
