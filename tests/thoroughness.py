"""How many inputs a property is tried with: few in `make test`, many with HYPOTHESIS_PROFILE=thorough (`make soak`)."""

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
QUICKER = 4
"""A short run tries one in so many."""


def examples(thorough: int) -> int:
    return thorough if THOROUGH else max(thorough // QUICKER, 1)


# others use the machine as well: slow is no fault
settings.register_profile(
    "ours", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ours")
