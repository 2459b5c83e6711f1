"""Places with hours of every sort, and what is told of them."""

from bot.answering.facts.hours import hours
from bot.languages import Language
from tests.bot.answering.facts.views import WEDNESDAY, ZH, view
from tests.bot.records import facility, park

HOURS = {
    "office": "Mon-Fri 09:00-12:00, 13:00-17:30",
    "cafe": "Mon-Fri 08:00-20:00; Sat-Sun 10:00-18:00",
    "bar": "Thu-Sat 18:00-02:00",
    "lab": "24h",
    "vault": "24h",
}
PLACES = {name: facility(id=name, name={"en": name}, hours=spans) for name, spans in HOURS.items()}
RECORDS = (park(closed_on_holidays=["office", "vault"]), *PLACES.values())
OFFICE_ZH = "周一至周五 09:00–12:00、13:00–17:30；周末不开"
OFFICE_EN = "Monday to Friday 09:00–12:00, 13:00–17:30; closed on weekends"
CAFE_ZH = "周一至周五 08:00–20:00；周末 10:00–18:00"
BAR_ZH = "周四至周六 18:00–02:00；周一至周三、周日不开"


def told(place: str, text: str, language: Language = ZH, now: str = WEDNESDAY) -> str | None:
    return hours(PLACES[place], view(RECORDS, language, text, now))
