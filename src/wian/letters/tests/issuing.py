"""Letters on their way out, for the tests of this room and of those above it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from saraban.paper import Signatory, example
from wian.directory.models import Post
from wian.directory.story import FULL
from wian.kit import clock
from wian.letters.commands.begin_draft import begin_draft
from wian.letters.commands.issue import issue
from wian.letters.commands.sign import sign
from wian.letters.commands.sign_on_paper import sign_on_paper
from wian.letters.models import Draft, Issue
from wian.letters.queries.issued import digest_of
from wian.letters.states import DraftState

PHRASE = "สี่คำสุ่มไว้เปิดกุญแจ"


def passed(story: Any, kind: str = "memo", *, circular: bool = False, **fields: Any) -> Draft:
    """A draft of กองการคลังและพัสดุ that waits for the signature of its head, with these fields in its paper."""
    head = story.cast.parts["finance_head"]
    block = Signatory(head.name, head.title) if example(kind).signatory.name else Signatory()
    paper = replace(example(kind), number="", date=None, signatory=block, **fields)
    signer = Post.objects.get(pk=head.post)
    by = story.cast.parts["preparer"]
    unit = story.cast.units[FULL]
    draft = begin_draft(unit, paper, signer=signer, circular=circular, by=by, at=clock.now())
    begun = clock.now() - timedelta(days=30)  # so that it may have been signed on an earlier day
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.PASSED, begun_at=begun)
    draft.refresh_from_db()
    return draft


def signed_on_paper(story: Any, kind: str = "memo", *, on: date | None = None, **fields: Any) -> Draft:
    """The same, signed on paper today or on that day, and waiting for its number."""
    draft = passed(story, kind, **fields)
    head = story.cast.parts["finance_head"]
    sign_on_paper(
        draft,
        name=head.name,
        position=head.title,
        on=on or clock.today(),
        seen=digest_of(draft),
        by=story.cast.parts["clerk"],
        at=clock.now(),
    )
    return draft


def issued(story: Any, kind: str = "memo", **facts: Any) -> Issue:
    """A letter of กองการคลังและพัสดุ, signed by its head on screen."""
    draft = passed(story, kind, **facts)
    return sign(draft, seen=digest_of(draft), by=story.cast.parts["finance_head"], at=clock.now())


def issued_on_paper(story: Any) -> Issue:
    """The same, signed on paper, without its scan yet."""
    return issue(signed_on_paper(story), on=clock.today(), by=story.cast.parts["clerk"], at=clock.now())


@cache
def certificate(*, until: datetime = datetime(2030, 1, 1, tzinfo=UTC)) -> bytes:
    """A certificate of an agency with its key (PKCS#12), which PHRASE opens."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "กระทรวงบริการประชาชน")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(until - timedelta(days=3650))
        .not_valid_after(until)
        .sign(key, hashes.SHA256())
    )
    locked = BestAvailableEncryption(PHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"agency", key, made, None, locked)
