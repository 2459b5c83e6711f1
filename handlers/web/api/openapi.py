"""The description of the API for programs and their authors, made from the schemas that requests are checked with."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bot.languages import Language
from bot.messages.texts import Texts, texts_in
from handlers.web.api import announcements
from handlers.web.api.bodies import Accepted, AnnouncementRequest, ProblemBody, Standing
from handlers.web.api.problems import STATUSES
from handlers.web.api.reading import KEY, LONGEST_KEY
from storage.models.base import Json

REFERENCE = "#/components/schemas/{model}"
SCHEMAS: tuple[tuple[type[BaseModel], JsonSchemaMode], ...] = (
    (AnnouncementRequest, "validation"),
    (Accepted, "serialization"),
    (Standing, "serialization"),
    (ProblemBody, "serialization"),
)
ALWAYS = {"token-missing", "token-wrong", "slow-down", "no-right", "unavailable", "failed"}
OF_GET = ALWAYS | {"not-found"}
OF_POST = STATUSES.keys() - {"not-found", "no-such-address", "wrong-method", "refused"}
EXAMPLE = {
    "text": {"zh": "周一 9:00 3 至 5 号楼消防演练", "en": "Monday 09:00: fire drill in buildings 3 to 5"},
    "audience": {"buildings": ["building-3", "building-4", "building-5"]},
}


@cache
def description(language: Language) -> Json:
    """OpenAPI 3.1; `x-problems` are the kinds of error, by the last part of their type."""
    texts = texts_in(language)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": texts("api-page-title"),
            "description": texts("api-page-intro"),
            "version": version("parkbot"),
        },
        "security": [{"token": []}],
        "paths": {
            f"/api{announcements.PATH}": {"post": _post(texts)},
            f"/api{announcements.PATH}/{{id}}": {"get": _get(texts)},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": texts("api-security")}},
            "schemas": _schemas(texts),
        },
        "x-problems": [
            {"key": key, "status": status, "title": texts(f"api-title-{key}")} for key, status in STATUSES.items()
        ],
    }


def _post(texts: Texts) -> Json:
    key = {
        "name": KEY,
        "in": "header",
        "required": True,
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
        "description": texts("api-parameter-key"),
    }
    return {
        "operationId": "sendAnnouncement",
        "summary": texts("api-operation-post"),
        "description": texts("api-operation-post-about"),
        "parameters": [key, _language(texts)],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _reference(AnnouncementRequest), "example": EXAMPLE}},
        },
        "responses": {
            "202": _answer(Accepted, texts("api-answer-accepted")),
            **_problems(OF_POST, texts),
        },
    }


def _get(texts: Texts) -> Json:
    announcement_id = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 1},
        "description": texts("api-parameter-id"),
    }
    return {
        "operationId": "getAnnouncement",
        "summary": texts("api-operation-get"),
        "description": texts("api-operation-get-about"),
        "parameters": [announcement_id, _language(texts)],
        "responses": {"200": _answer(Standing, texts("api-answer-status")), **_problems(OF_GET, texts)},
    }


def _language(texts: Texts) -> Json:
    return {
        "name": "Accept-Language",
        "in": "header",
        "schema": {"type": "string"},
        "description": texts("api-parameter-language"),
    }


def _answer(model: type[BaseModel], about: str, kind: str = "application/json") -> Json:
    return {"description": about, "content": {kind: {"schema": _reference(model)}}}


def _problems(keys: Iterable[str], texts: Texts) -> Json:
    """An answer for each status, with what it may mean."""
    by_status: dict[int, list[str]] = {}
    for key, status in STATUSES.items():
        if key in keys:
            by_status.setdefault(status, []).append(texts(f"api-title-{key}"))
    return {
        f"{status}": _answer(ProblemBody, " · ".join(by_status[status]), "application/problem+json")
        for status in sorted(by_status)
    }


def _reference(model: type[BaseModel]) -> Json:
    return {"$ref": REFERENCE.format(model=model.__name__)}


def _schemas(texts: Texts) -> Json:
    """Each field with what it means."""
    _, found = models_json_schema(SCHEMAS, ref_template=REFERENCE)
    schemas: dict[str, Any] = found["$defs"]
    for schema in schemas.values():
        schema.pop("description", None)  # docstrings are for whoever reads the code
        for name, field in _fields(schema):
            field.pop("title", None)
            field["description"] = texts(f"api-field-{name.replace('_', '-')}")
    return schemas


def _fields(schema: Json) -> Iterator[tuple[str, Json]]:
    yield from schema.get("properties", {}).items()
