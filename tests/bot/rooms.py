"""Two rooms that are asked alike, and an assistant's doubt which of them is meant."""

from bot.answering.confidence import FEATURES, Acceptance
from tests.bot.records import facility

UNSURE = Acceptance((-0.7, *(0.0 for _ in FEATURES)))
"""Always a third sure: enough to ask back."""
QUESTIONS = ["哪里能录播客", "录播客的地方几点开", "想录一期播客", "where can we record a podcast"]
MAPLE = facility(
    id="maple",
    name={"zh": "枫叶间", "en": "Maple room"},
    where={"zh": "1号楼二层", "en": "building 1"},
    hours="Mon-Fri 09:00-17:00",
    price_note={"zh": "每小时 30 元", "en": "CNY 30 an hour"},
    questions=QUESTIONS,
)
GINKGO = facility(
    id="ginkgo",
    name={"zh": "银杏间", "en": "Ginkgo room"},
    where={"zh": "3号楼一层", "en": "building 3"},
    hours="Mon-Sun 09:00-22:00",
    questions=QUESTIONS,
)
