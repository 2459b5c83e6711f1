"""Which subsidies a company can get, and which it misses by little."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answering import wording
from bot.answering.facts.benefits import most_in_short
from bot.answering.facts.clauses import condition
from bot.answering.facts.estimates import computed, in_short
from bot.answering.facts.standing import counted, is_known, judged
from bot.answering.facts.verdict import findings, park_decides
from bot.answering.replies import profile_button
from bot.answering.rows import Listed, message, row
from bot.answering.view import View
from bot.eligibility.amounts import most
from bot.eligibility.judging import Judgement, Verdict
from bot.knowledge.kinds import Record, Subsidy

NEAREST = 5
"""How many misses are named; further ones are far."""


@dataclass(frozen=True)
class Judged:
    """A subsidy and what became of it."""

    subsidy: Subsidy
    judgement: Judgement


def eligible(view: View) -> Listed:
    """What the company meets and what it may meet, each by money; the nearest misses where there is neither."""
    if not is_known(view):
        return _unknown(view)
    all_ = _by_money(view)
    met, maybe, failed = (_of(verdict, all_) for verdict in (Verdict.MET, Verdict.UNKNOWN, Verdict.FAILED))
    if not met and not maybe:
        return _groups([("eligible-none", _nearest_first(failed)[:NEAREST])], view)
    others = view.texts("eligible-others", count=len(failed)) if failed else None
    return _groups([("eligible-met", met), ("eligible-maybe", maybe)], view, others)


def nearest(view: View) -> Listed:
    """What the company misses, the nearest miss first, and then what is only open."""
    if not is_known(view):
        return _unknown(view)
    all_ = _by_money(view)
    failed, maybe = _nearest_first(_of(Verdict.FAILED, all_))[:NEAREST], _of(Verdict.UNKNOWN, all_)
    note = None if failed else view.texts("eligible-nearest-none")
    return _groups([("eligible-nearest", failed), ("eligible-maybe", maybe)], view, note)


def _by_money(view: View) -> list[Judged]:
    """All subsidies judged, those with the most money first."""
    subsidies = sorted(view.snapshot.of_kind(Subsidy), key=lambda one: -most(one, view.profile, counted(one, view)))
    return [Judged(one, judged(one, view)) for one in subsidies]


def _of(verdict: Verdict, found: Iterable[Judged]) -> list[Judged]:
    return [one for one in found if one.judgement.verdict is verdict]


def _nearest_first(misses: list[Judged]) -> list[Judged]:
    return sorted(misses, key=lambda one: one.judgement.distance)


def _unknown(view: View) -> Listed:
    """All subsidies with their conditions, for a company of which nothing is known."""
    records = view.snapshot.of_kind(Subsidy)
    rows = [
        row(record, _joined((condition(one, view.texts) for one in record.clauses), view), view) for record in records
    ]
    listed = message(view.texts("eligible-unknown"), rows, "subsidy", view, records)
    return replace(listed, buttons=(*profile_button(view), *listed.buttons)), list(records)


def _groups(groups: list[tuple[str, list[Judged]]], view: View, note: str | None = None) -> Listed:
    """Rows in groups, each that has any under its heading."""
    rows: list[str] = []
    for heading, group in groups:
        told = [_row(one, view) for one in group]
        rows += [f"{view.texts(heading)}\n{told[0]}", *told[1:]] if told else []
    records: list[Record] = [one.subsidy for _, group in groups for one in group]
    foot = wording.lines([note, park_decides(records, view) if records else None])
    listed = message("", rows, "subsidy", view, records, foot)
    return replace(listed, buttons=(*profile_button(view), *listed.buttons)), records


def _row(one: Judged, view: View) -> str:
    """A subsidy with its money and with what speaks for it, against it, or is open."""
    return view.texts(
        "eligible-row",
        name=one.subsidy.name.to(view.language),
        amount=_amount(one, view),
        reasons=_joined(_reasons(one, view), view) or view.texts("eligible-free"),
    )


def _amount(one: Judged, view: View) -> str:
    """What was computed, for companies that do not fail; else the most that the record gives."""
    found = [] if one.judgement.verdict is Verdict.FAILED else computed(one.subsidy, view)
    if found:
        return in_short(found, view)
    return most_in_short(one.subsidy, view) or view.texts("answer-amount-open")


def _reasons(one: Judged, view: View) -> list[str]:
    judgement = one.judgement
    if judgement.verdict is not Verdict.MET:
        return findings(one.subsidy, judgement, judgement.verdict, view)
    reasons = [condition(finding.clause, view.texts) for finding in judgement.findings]
    if judgement.last_day:
        reasons.append(view.texts("eligible-until", day=wording.day(view.texts, judgement.last_day, view.now)))
    return reasons


def _joined(parts: Iterable[str], view: View) -> str:
    return view.texts("word-list-semicolon").join(parts)
