"""A unit's covering memo as a paper to typeset."""

from collections.abc import Iterator

from django.utils import translation

from saraban import paper
from saraban.numerals import to_thai
from saraban.paper import ACTING, Block, Paper, Signatory
from wian.kit.templatetags.kit import clock_time, thai_date
from wian.responses.models import Signature, Submission
from wian.responses.queries.memo import Memo, Point


@translation.override("th")
def paper_of_memo(memo: Memo, submission: Submission | None, *, proof_url: str = "") -> Paper:
    """The memo as it is printed; with a `submission` its date, and what the signature is where it was given on screen."""
    labelled = {label: value for line in memo.head for label, value in line}
    numbered = getattr(submission, "memo", None)
    return Paper(
        kind="memo",
        agency=labelled["ส่วนราชการ"],
        number=labelled["ที่"],
        date=numbered.on if numbered else None,
        subject=labelled["เรื่อง"],
        addressee=memo.to.removeprefix("เรียน").strip(),
        body=tuple(_body(memo)),
        signatory=_signatory(memo),
        signed_as=_signed_as(submission),
        verify_url=proof_url,
    )


def _body(memo: Memo) -> Iterator[Block]:
    yield from (Block("paragraph", memo.cause), Block("paragraph", memo.opening))
    for order, point in enumerate(memo.points, start=1):
        if len(memo.points) > 1:
            yield Block("point", point.words, number=f"{to_thai(order)}.")
        yield from _sent(point)
    if memo.files:
        yield Block("paragraph", memo.enclosed)
        for order, name in enumerate(memo.files, start=1):
            yield Block("point", name, number=f"{to_thai(order)}.")
    yield Block("paragraph", memo.closing)


def _sent(point: Point) -> Iterator[Block]:
    if point.table:
        yield Block("table", table=paper.Table(point.table.header, point.table.rows))
    for line in filter(None, map(str.strip, point.text.splitlines())):
        yield Block("paragraph", line)


def _signatory(memo: Memo) -> Signatory:
    """The lines below the name as a signature block has them: an acting one ends its first line with the words of acting."""
    first, *more = memo.office or ("",)
    for kind, words in ACTING.items():
        if more and first.endswith(words):
            return Signatory(memo.signer, first.removesuffix(words).strip(), kind, more[0])
    return Signatory(memo.signer, " ".join(memo.office))


def _signed_as(submission: Submission | None) -> str:
    signature = getattr(submission, "signature", None)
    if (
        submission is None
        or signature is None
        or signature.way not in (Signature.Way.SCREEN, Signature.Way.SOLE)
    ):
        return ""
    moment = f"{thai_date(submission.at)} {clock_time(submission.at)}"
    return f"ลงนามในระบบด้วยบัญชีผู้ใช้ {moment} หลักฐานการส่ง {submission.code}"
