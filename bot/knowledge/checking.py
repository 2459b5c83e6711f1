"""From what readers found in files to records that are right, each and together."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from bot.knowledge.drafts import Draft, Finding
from bot.knowledge.faults import Fault, ImportRejected, Place, place_in_store
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.references import broken, dangling, plain, targets
from bot.knowledge.sentences import in_item, sentence
from bot.knowledge.terms import unknown


def accepted(findings: Iterable[Finding], beside: Iterable[Record] = ()) -> list[Record]:
    """The records, by kind in the order of KINDS; raises ImportRejected with every fault.

    `beside` are records that stay and may be spoken of.
    """
    found = list(findings)
    drafts = [finding for finding in found if isinstance(finding, Draft)]
    unreadable = [finding for finding in found if isinstance(finding, Fault)]
    unreadable += [fault for draft in drafts for fault in draft.faults]
    records, invalid = _validated(drafts)
    together = [*_duplicates(drafts), *_dangling(drafts, list(beside)), *_unknown(drafts)]
    if faults := _and_beyond(_and_beyond(unreadable, invalid), together):
        raise ImportRejected(faults)
    order = list(KINDS)
    return sorted(records, key=lambda record: order.index(record.kind))


def _validated(drafts: Iterable[Draft]) -> tuple[list[Record], list[Fault]]:
    records: list[Record] = []
    faults: list[Fault] = []
    for draft in drafts:
        try:
            records.append(draft.model.model_validate(draft.data))
        except ValidationError as invalid:
            faults += [Fault(draft.at(error["loc"]), sentence(draft.model, error)) for error in invalid.errors()]
    return records, faults


def _and_beyond(faults: list[Fault], later: Iterable[Fault]) -> list[Fault]:
    """The faults and later ones of other places: what fails one check goes on to fail the next for no other reason."""
    places = {fault.place for fault in faults}
    return faults + [fault for fault in later if fault.place not in places]


def _duplicates(drafts: Iterable[Draft]) -> Iterator[Fault]:
    first: dict[tuple[str, str], Place] = {}
    for draft in drafts:
        key = (draft.model.kind, str(draft.data.get("id", "")).strip())
        if key in first:
            yield Fault(draft.at(("id",)), f"{key[0]} '{key[1]}' stands already in {first[key]}")
        elif key[1]:
            first[key] = draft.place


def _unknown(drafts: Sequence[Draft]) -> Iterator[Fault]:
    for draft in drafts:
        for location, told in unknown((draft.model, draft.data)):
            yield Fault(draft.at(location), in_item(location, told))


def _dangling(drafts: Sequence[Draft], beside: Sequence[Record]) -> Iterator[Fault]:
    replaced = {(draft.model.kind, str(draft.data.get("id"))) for draft in drafts}
    kept = [record for record in beside if (record.kind, record.id) not in replaced]
    before = targets(map(plain, beside))
    after = targets([*map(plain, kept), *((draft.model, draft.data) for draft in drafts)])
    for draft in drafts:
        for location, told in dangling((draft.model, draft.data), after):
            yield Fault(draft.at(location), told)
    for record, location, told in broken(kept, before, after):
        yield Fault(place_in_store(record.kind, record.id, location), told)
