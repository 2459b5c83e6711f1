"""Bodies that nobody thought of: whatever is sent is accepted or refused, and never ends in a fault of ours."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.handlers.conftest import Faults
from tests.handlers.web.api.conftest import Caller
from tests.thoroughness import examples

WORDS = st.text(max_size=30) | st.sampled_from(["", "<b>周一</b>", "<b>", "**a**", "[a](b)", "\u0000", "\ud800", "😀"])
IDS = st.sampled_from(["policy", "demo-router", "retail", "building-3", "policy-briefing", "", "\u0000", "\ud800", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=8
)
LISTS = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(IDS, max_size=3) | JSON for name in ("topics", "sectors", "companies", "buildings", "events")
    },
)
TIMES = st.datetimes().map(lambda at: f"{at.isoformat()}Z") | st.sampled_from(
    ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-24T09:00:00+08:00", "2026-11-23T24:00:00Z"]
)
BODIES = st.fixed_dictionaries(
    {
        "text": WORDS | st.dictionaries(st.sampled_from(["zh", "en", "fr"]), WORDS | JSON, max_size=3) | JSON,
        "audience": st.just({"all": True}) | LISTS | st.dictionaries(WORDS, JSON, max_size=3) | JSON,
    },
    optional={
        "format": st.sampled_from(["plain", "html", "markdown"]) | JSON,
        "send_at": TIMES | JSON,
        "urgent": st.booleans() | JSON,
        "acknowledged": st.booleans() | JSON,
        "other": JSON,
    },
)


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=BODIES | JSON)
async def test_any_json_is_accepted_or_refused(caller: Caller, faults: Faults, body: Any) -> None:
    reply = await caller.post(body)
    assert reply.status in {202, 400, 422}
    assert faults() == []
    if reply.status == 202:
        standing = await caller.get(reply.body["id"])
        assert (standing.status, standing.body["recipients"]) == (200, reply.body["recipients"])


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=60), key=st.text(max_size=20), language=st.text(max_size=10))
async def test_any_bytes_are_accepted_or_refused(
    caller: Caller, faults: Faults, body: bytes, key: str, language: str
) -> None:
    plain = {
        name: "".join(one for one in value if one.isprintable()).encode("utf-8", "replace").decode()
        for name, value in (("key", key), ("language", language))
    }
    reply = await caller.post(body, key=plain["key"] or None, **{"Accept-Language": plain["language"]})
    assert reply.status in {400, 422}
    assert faults() == []
