from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from saraban import signing
from saraban.errors import UnusableCertificate
from saraban.paper import paper_of, signature_of
from saraban.words import fold
from wian.files.models import File
from wian.files.queries import bytes_of
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.kit.templatetags.kit import date_time
from wian.ledger.commands.record import record
from wian.letters.commands.draw import draw
from wian.letters.commands.enter_out import enter_out
from wian.letters.commands.move_draft import move_draft
from wian.letters.commands.put_out import Seal, put_out
from wian.letters.events import Signed
from wian.letters.models import Certificate, Draft, Issue, Signature
from wian.letters.queries.issued import certificate_of, digest_of, series_of
from wian.letters.refusals import (
    CertificateMissing,
    CertificateRefused,
    NotTheSigner,
    PaperChanged,
    SignedByAnother,
)
from wian.letters.rules import may_sign
from wian.letters.states import DraftState

Way = Signature.Way
# Nobody signs over a name of their own on these.
UNNAMED = ("stamped", "minutes")


@act
def sign(
    draft: Draft, *, seen: str, image: File | None = None, passphrase: str = "", by: Actor, at: datetime
) -> Issue:
    """Sign on screen, and issue in the same act: state, signature, number, date and sealed bytes, or nothing of it.

    `seen` is the digest of what was on the page (`digest_of`). With `image` the picture of a signature stands over the name, with
    `passphrase` the agency's certificate seals the file. Raises NotTheSigner, SignedByAnother, PaperChanged, DraftMoved,
    CertificateMissing, CertificateRefused, CodeMissing, and what `put_out` raises.
    """
    block = paper_of(draft.content).signatory
    if not may_sign(by, draft):
        raise NotTheSigner(title=by.title)
    if draft.kind not in UNNAMED and fold(block.name) != fold(by.name):
        raise SignedByAnother(name=block.name, signer=by.name)
    if seen != digest_of(draft):
        raise PaperChanged
    move_draft(draft, DraftState.SIGNED, revision=draft.revision)
    certificate = _certificate(draft) if passphrase else None
    on = clock.day_of(at)
    signature = Signature.objects.create(
        draft=draft,
        way=Way.CERTIFICATE if certificate else Way.IMAGE if image else Way.ACCOUNT,
        name=by.name,
        position=" ".join(signature_of(block)[1:]) or by.title,
        image=image,
        digest=seen,
        on=on,
        at=at,
    )
    record_signed(signature, by=by, at=at)
    kind = series_of(draft)
    drawn = draw(draft.unit, kind, on=on) if kind else None
    issue = put_out(
        draft,
        signature,
        drawn=drawn,
        on=on,
        signed_as=signed_as(signature),
        picture=bytes_of(image) if image else None,
        seal=_seal(certificate, passphrase, at=at) if certificate else bytes,
        by=by,
        at=at,
    )
    if drawn:
        enter_out(drawn, issue.letter, on=on, recipient=draft.content.get("addressee", ""), by=by, at=at)
    return issue


def record_signed(signature: Signature, *, by: Actor, at: datetime) -> None:
    draft = signature.draft
    record(
        Signed(draft=draft.pk, unit=draft.unit_id, way=signature.way, digest=signature.digest),
        by=by,
        at=at,
        about=Ref("letters.draft", draft.pk),
    )


def signed_as(signature: Signature) -> str:
    """What an electronic signature is, as paper says it: in Thai whatever the screen's language."""
    with translation.override("th"):
        said = {"way": signature.get_way_display(), "name": signature.name, "time": date_time(signature.at)}
        return _("%(way)s by %(name)s, %(time)s") % said


def _certificate(draft: Draft) -> Certificate:
    found = certificate_of(draft.unit)
    if found is None:
        raise CertificateMissing(unit=draft.unit)
    return found


def _seal(certificate: Certificate, passphrase: str, *, at: datetime) -> Seal:
    def seal(pdf: bytes) -> bytes:
        try:
            return signing.seal(pdf, bytes_of(certificate.file), passphrase, at=at)
        except UnusableCertificate as refused:
            raise CertificateRefused(why=str(refused)) from refused

    return seal
