"""What an audience may name, as the park's knowledge and the store have it now."""

from bot.announcements.audience import Names
from bot.knowledge.kinds import Event
from bot.people import companies
from bot.services import Services


async def names(services: Services) -> Names:
    now = services.clock.now()
    park = await services.answering.park(now)
    events = (await services.answering.knowledge(now)).of_kind(Event)
    return Names(
        topics=frozenset(park.topics if park else ()),
        sectors=frozenset(one.id for one in park.sectors) if park else frozenset(),
        buildings=frozenset(one.id for one in park.buildings) if park else frozenset(),
        companies=frozenset(one.company.id for one in await companies.every(services.database)),
        events=frozenset(one.id for one in events),
    )
