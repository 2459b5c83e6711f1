"""Why a question was answered as it was: in words for people, and as JSON for the store."""

from dataclasses import replace

from pydantic import TypeAdapter

from bot.answering.types import Candidate, Explanation, Outcome
from bot.messages.texts import Texts
from storage.models.base import Json

_EXPLANATION = TypeAdapter(Explanation)


def explained(outcome: Outcome, confidence: float, explanation: Explanation, texts: Texts) -> str:
    """Lines of plain text: how it was read, what came of it, which fact and time, the candidates with their scores."""
    lines = [
        texts("explain-folded", text=explanation.folded or texts("explain-none")),
        texts(
            "explain-outcome",
            outcome=texts(f"explain-outcome-{outcome}"),
            reason=_reason(explanation.reason, texts),
            confidence=f"{confidence:.2f}",
        ),
        texts("explain-aspects", aspects=_aspects(explanation.aspects, texts)),
        texts("explain-time", time=explanation.moment or texts("explain-none")),
        *(texts("explain-clause", finding=clause) for clause in explanation.clauses),
        texts("explain-candidates" if explanation.candidates else "explain-no-candidates"),
        *(_candidate(candidate, texts) for candidate in explanation.candidates),
    ]
    return "\n".join(lines)


def to_json(explanation: Explanation) -> Json:
    """The explanation as it is kept: of a company's clauses only what became of them, not its values."""
    clauses = tuple(clause.partition(" (")[0] for clause in explanation.clauses)
    data: Json = _EXPLANATION.dump_python(replace(explanation, clauses=clauses), mode="json")
    return data


def from_json(data: Json) -> Explanation:
    return _EXPLANATION.validate_python(data)


def _reason(reason: str, texts: Texts) -> str:
    name, _, detail = reason.partition(": ")
    return _worded("reason", name, texts, detail=detail) or reason


def _aspects(aspects: tuple[str, ...], texts: Texts) -> str:
    words = [texts(f"button-{aspect}") if texts.has(f"button-{aspect}") else aspect for aspect in aspects]
    return texts("word-list-comma").join(words) or texts("explain-none")


def _candidate(candidate: Candidate, texts: Texts) -> str:
    kind, record_id = candidate.key
    signals = candidate.why.replace("; ", ", ").split(", ")
    why = texts("word-list-comma").join(_signal(signal, texts) for signal in signals)
    return texts("explain-candidate", score=f"{candidate.score:.2f}", kind=kind, id=record_id, why=why)


def _signal(signal: str, texts: Texts) -> str:
    """The words for "likeness 0.66" or "beyond it: 投影仪"."""
    name, mark, value = signal.partition(": ") if ": " in signal else signal.rpartition(" ")
    return (mark and _worded("signal", name, texts, value=value)) or signal


def _worded(sort: str, name: str, texts: Texts, **values: str) -> str | None:
    """The words for what the engine calls `name`, None where it has none yet."""
    key = f"explain-{sort}-{name.replace(' ', '-')}"
    return texts(key, **values) if texts.has(key) else None
