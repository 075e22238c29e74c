"""Who hears what of the papers that a unit writes: colleagues what to check, the signer what to sign, the unit what comes back.

What has moved on by the time it would be told is not told any more.
"""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wian.directory.queries import holders_of
from wian.kit import clock
from wian.kit.notices import Fact, Notice, Wording
from wian.ledger.models import Entry
from wian.letters.models import Draft, Signature
from wian.letters.queries.drafts import given_back, writers_in
from wian.letters.states import DraftState

EXAMPLE: dict[str, Fact] = {
    "subject": "ขอให้เสนอชื่อผู้เข้าร่วมทีมพัฒนาบริการประชาชน",
    "unit": "สถาบันนวัตกรรมบริการ",
}

TO_CHECK = Wording(
    code="letters.to_check",
    when=_("A draft was put forward: to the others of the unit who write its letters."),
    subject=_("To be checked: {subject}"),
    body=_(
        "A colleague of {unit} put a draft forward.\nPlease read it, and pass it on or send it back.\n{subject}"
    ),
    example=EXAMPLE,
)
TO_SIGN = Wording(
    code="letters.to_sign",
    when=_("A draft was checked and passed: to who is to sign it."),
    subject=_("To be signed: {subject}"),
    body=_(
        "{unit} has checked a paper and puts it before you.\nPlease read and sign it, or send it back with a remark.\n{subject}"
    ),
    example=EXAMPLE,
)
SENT_BACK = Wording(
    code="letters.sent_back",
    when=_("A draft was sent back: to everybody in the unit who writes its letters."),
    subject=_("Draft sent back: {subject}"),
    body=_("To be changed: {remark}\nPlease change it and put it forward again.\n{subject}, {unit}"),
    example={**EXAMPLE, "remark": "โปรดเพิ่มบัญชีจำนวนคนของแต่ละหน่วยงาน"},
)

ISSUED = Wording(
    code="letters.issued",
    when=_("A letter was signed on screen and issued: to everybody in the unit who writes its letters."),
    subject=_("Signed and issued: {number} {subject}"),
    body=_("The letter has its number and date, and can be sent.\nLetter {number}, {subject}, {unit}"),
    example={**EXAMPLE, "number": "บช ๐๓๐๕/ว ๑๒"},
)


def put_forward(entry: Entry) -> Iterator[Notice]:
    for draft in _in(DraftState.CHECKING, entry):
        others = [one for one in _writers(draft, entry) if one not in {draft.saved_by_id, draft.put_by_id}]
        yield from _tell(TO_CHECK, draft, others, url=reverse("letters:check", args=[draft.pk]))


def passed(entry: Entry) -> Iterator[Notice]:
    for draft in _in(DraftState.PASSED, entry):
        if draft.signer_id is None:
            continue
        for person in holders_of(draft.signer_id, on=clock.day_of(entry.at)):
            yield Notice(
                wording=TO_SIGN,
                person=person,
                unit=draft.signer.unit_id if draft.signer else None,
                post=draft.signer_id,
                url=reverse("letters:sign", args=[draft.pk]),
                facts=_facts(draft),
            )


def sent_back(entry: Entry) -> Iterator[Notice]:
    for draft in _in(DraftState.DRAFTING, entry):
        if last := given_back(draft):
            url = reverse("letters:compose", args=[draft.pk])
            yield from _tell(SENT_BACK, draft, _writers(draft, entry), url=url, remark=last.remark)


def issued(entry: Entry) -> Iterator[Notice]:
    signed = Draft.objects.filter(letter=entry.fields["letter"]).exclude(signature__way=Signature.Way.PAPER)
    for draft in signed.select_related("unit", "letter"):
        url = reverse("letters:issued", args=[draft.letter_id])
        number = draft.letter.number if draft.letter else ""
        yield from _tell(ISSUED, draft, _writers(draft, entry), url=url, number=number or "–")


def _tell(
    wording: Wording, draft: Draft, people: Iterable[int], *, url: str, **more: Fact
) -> Iterator[Notice]:
    for person in people:
        yield Notice(
            wording=wording, person=person, unit=draft.unit_id, url=url, facts={**_facts(draft), **more}
        )


def _facts(draft: Draft) -> dict[str, Fact]:
    return {"subject": str(draft), "unit": draft.unit.name}


def _writers(draft: Draft, entry: Entry) -> list[int]:
    return writers_in(draft.unit_id, on=clock.day_of(entry.at))


def _in(state: DraftState, entry: Entry) -> Iterable[Draft]:
    rows = Draft.objects.filter(pk=entry.fields["draft"], state=state)
    return rows.select_related("unit", "signer__unit")
