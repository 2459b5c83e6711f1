"""Subsidies of every sort, and no park's in particular."""

from tests.bot.records import subsidy

RENT = subsidy(
    id="rent",
    benefits=[
        {"amount": "1.5", "per": "m2-day", "year": 1, "area_cap": 200},
        {"amount": "1", "per": "m2-day", "year": 2, "area_cap": 200},
    ],
    clauses=[{"fact": "cloud_related", "equals": True}, {"fact": "company_age_at_move_in_years", "at_most": 5}],
    documents=[{"zh": "执照", "en": "licence"}, {"zh": "发票", "en": "invoices"}],
    apply_within={"months": 6, "after": {"zh": "入驻之日", "en": "moving in"}, "fact": "moved_in"},
    decided_in_working_days=20,
    paid={"zh": "每半年发放", "en": "every half-year"},
)
CLOUD = subsidy(
    id="cloud",
    benefits=[{"percent": 30, "of": "cloud-bill", "cap": 100_000, "cap_per": "year", "years": 2}],
    clauses=[{"fact": "annual_cloud_spend", "at_least": 20_000}],
    deadlines=["03-31", "12-31"],
)
BOOTH = subsidy(
    id="booth",
    benefits=[{"percent": 50, "of": "standard-booth", "count_max": 1, "per": "company"}],
    clauses=[{"fact": "tenant_months", "at_least": 6}],
    deadline_before={"days": 60, "event": "fair"},
)
HOUSING = subsidy(
    id="housing",
    benefits=[
        {"label": {"zh": "本科", "en": "bachelor"}, "amount": 600, "per": "person-month", "months_max": 36},
        {"label": {"zh": "硕士", "en": "master"}, "amount": 1000, "per": "person-month", "months_max": 36},
    ],
)
AWARD = subsidy(id="award", benefits=[{"amount": 200_000, "per": "once"}], deadlines=["12-15"])
