from bot.people import companies
from storage.database import Database
from tests.fakes import FakeClock


async def test_company_saved_is_loaded_as_it_was(database: Database, clock: FakeClock) -> None:
    await companies.save(database, companies.demonstration(), clock)

    for company in companies.demonstration():
        assert await companies.load(database, company.id) == company


async def test_company_saved_again_is_replaced(database: Database, clock: FakeClock) -> None:
    first = companies.demonstration()[0]
    await companies.save(database, [first], clock)

    await companies.save(database, [first.model_copy(update={"employees": 15, "revenue": None})], clock)

    loaded = await companies.load(database, first.id)
    assert loaded
    assert (loaded.employees, loaded.revenue) == (15, None)


async def test_company_unknown_is_none(database: Database) -> None:
    assert await companies.load(database, "nobody") is None


def test_demonstration_companies_are_sample_data() -> None:
    assert [company.id for company in companies.demonstration()] == ["demo-router", "demo-saas", "demo-tea"]
    assert all(company.sample for company in companies.demonstration())
