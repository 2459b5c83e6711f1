"""From what readers found in files to records that are right, each and together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from bot.knowledge.drafts import Draft, Finding
from bot.knowledge.faults import Fault, ImportRejected, Place
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.references import broken, dangling, promised, targets
from bot.knowledge.sentences import sentence


@dataclass(frozen=True)
class Checked:
    """A validated record with its draft."""

    record: Record
    draft: Draft


def accepted(findings: Iterable[Finding], beside: Iterable[Record] = ()) -> list[Record]:
    """The records, by kind in the order of KINDS; raises ImportRejected with every fault.

    `beside` are records that stay and may be spoken of.
    """
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for finding in findings:
        if isinstance(finding, Draft):
            drafts.append(finding)
            faults += finding.faults
        else:
            faults.append(finding)
    checked, invalid = _validated(drafts)
    faults += [*invalid, *_duplicates(drafts), *_dangling(drafts, checked, list(beside))]
    if faults:
        raise ImportRejected(faults)
    order = list(KINDS)
    return sorted((one.record for one in checked), key=lambda record: order.index(record.kind))


def _validated(drafts: Iterable[Draft]) -> tuple[list[Checked], list[Fault]]:
    checked: list[Checked] = []
    faults: list[Fault] = []
    for draft in drafts:
        try:
            checked.append(Checked(draft.model.model_validate(draft.data), draft))
        except ValidationError as invalid:
            unreadable = {fault.place for fault in draft.faults}
            found = [Fault(draft.at(error["loc"]), sentence(draft.model, error)) for error in invalid.errors()]
            faults += [fault for fault in found if fault.place not in unreadable]
    return checked, faults


def _duplicates(drafts: Iterable[Draft]) -> Iterable[Fault]:
    first: dict[tuple[str, str], Place] = {}
    for draft in drafts:
        key = (draft.model.kind, str(draft.data.get("id", "")).strip())
        if key in first:
            yield Fault(draft.at(("id",)), f"{key[0]} '{key[1]}' stands already in {first[key]}")
        elif key[1]:
            first[key] = draft.place


def _dangling(drafts: Iterable[Draft], checked: Sequence[Checked], beside: Sequence[Record]) -> Iterable[Fault]:
    replaced = {(one.record.kind, one.record.id) for one in checked}
    kept = [record for record in beside if (record.kind, record.id) not in replaced]
    known = targets([*kept, *(one.record for one in checked)])
    known.update(target for draft in drafts for target in promised(draft.model, draft.data))
    for one in checked:
        yield from (Fault(one.draft.at(location), told) for location, told in dangling(one.record, known))
    for record, location, told in broken(kept, targets(beside), known):
        field = ".".join(map(str, location))
        yield Fault(Place(f"{record.kind} '{record.id}', which is kept", column=field), told)
