"""Whether a company meets a subsidy's clauses, one by one, and how far it is from meeting them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.eligibility.profile import Profile, missing
from bot.eligibility.spans import ends
from bot.eligibility.windows import last_day, window_end
from bot.knowledge.kinds import Subsidy
from bot.knowledge.subsidy_values import Clause

OUT_OF_REACH = Decimal(10**9)
"""The gap of what cannot be mended: a time to apply that is over."""


class Verdict(StrEnum):
    MET = "met"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class Finding:
    """What became of one clause: the company's `value`, and what is `missing` to judge it (names of facts)."""

    clause: Clause
    verdict: Verdict
    value: Any = None
    missing: tuple[str, ...] = ()

    @property
    def short_by(self) -> Decimal | None:
        """How much a number is under or over its bound at least; None unless it is."""
        bound = self.clause.bound
        if self.verdict is not Verdict.FAILED or bound is None:
            return None
        return min(abs(Decimal(value) - bound) for value in ends(self.value))

    @property
    def gap(self) -> Decimal:
        """How far a failed clause is from being met, relative to its bound: 1 for a yes that is a no."""
        if self.verdict is not Verdict.FAILED:
            return Decimal(0)
        return self.short_by / self.clause.bound if self.short_by is not None and self.clause.bound else Decimal(1)


@dataclass(frozen=True)
class Judgement:
    """All clauses of a subsidy for one company; `last_day` to apply, where it hangs on the company or an event."""

    findings: tuple[Finding, ...]
    last_day: date | None = None
    is_over: bool = False
    is_own: bool = False  # the last day follows from what is known of the company

    @property
    def verdict(self) -> Verdict:
        verdicts = {finding.verdict for finding in self.findings}
        if self.is_over or Verdict.FAILED in verdicts:
            return Verdict.FAILED
        return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.MET

    @property
    def says_something(self) -> bool:
        """Whether anything about the company had a bearing on it."""
        return self.is_over or self.is_own or any(finding.value is not None for finding in self.findings)

    @property
    def misses(self) -> int:
        return len(self.of(Verdict.FAILED)) + self.is_over

    @property
    def distance(self) -> tuple[int, Decimal, int]:
        """How near a miss it is: by failing clauses first, then by how far they fail, then by what is open."""
        gap = sum((finding.gap for finding in self.findings), Decimal(0))
        return self.misses, gap + (OUT_OF_REACH if self.is_over else 0), len(self.of(Verdict.UNKNOWN))

    def of(self, verdict: Verdict) -> list[Finding]:
        return [finding for finding in self.findings if finding.verdict is verdict]


def judge(subsidy: Subsidy, profile: Profile, today: date, opening: date | None = None) -> Judgement:
    """Every clause against the profile, and the time to apply; `opening` is the day of the event that it precedes."""
    last = last_day(subsidy, profile, opening)
    findings = tuple(_find(clause, profile) for clause in subsidy.clauses)
    is_own = window_end(subsidy, profile) is not None
    return Judgement(findings, last, is_over=last is not None and last < today, is_own=is_own)


def _find(clause: Clause, profile: Profile) -> Finding:
    value = profile.get(clause.fact)
    verdicts = {_is_met(clause, end) for end in ends(value)}
    if verdicts == {True, False}:
        return Finding(clause, Verdict.UNKNOWN, value, missing(clause.fact, profile))
    if None in verdicts:
        return Finding(clause, Verdict.UNKNOWN, missing=missing(clause.fact, profile))
    return Finding(clause, Verdict.MET if True in verdicts else Verdict.FAILED, value)


def _is_met(clause: Clause, value: Any) -> bool | None:
    """None for a value that is not known or not of the clause's sort."""
    if clause.equals is not None:
        return value is clause.equals if isinstance(value, bool) else None
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    if clause.at_least is not None:
        return value >= clause.at_least
    return None if clause.at_most is None else value <= clause.at_most
