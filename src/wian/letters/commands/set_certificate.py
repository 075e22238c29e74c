from datetime import datetime

from saraban.errors import UnusableCertificate
from saraban.signing import holder_of
from wian.directory.models import Unit
from wian.files.commands.keep import keep
from wian.kit.act import act
from wian.kit.actor import Actor
from wian.kit.ref import Ref
from wian.ledger.commands.record import record
from wian.letters.events import CertificateSet
from wian.letters.models import Certificate
from wian.letters.refusals import CertificateRefused

PKCS12 = "application/x-pkcs12"


@act
def set_certificate(
    unit: Unit, pkcs12: bytes, *, passphrase: str, name: str, by: Actor, at: datetime
) -> Certificate:
    """Have papers of the unit and of the units below it sealed with this certificate, which its pass phrase opens now and at each signature.

    The pass phrase is not kept. Raises CertificateRefused.
    """
    try:
        holder = holder_of(pkcs12, passphrase)
    except UnusableCertificate as refused:
        raise CertificateRefused(why=str(refused)) from refused
    file = keep(pkcs12, name=name, type_=PKCS12)
    certificate = Certificate.objects.create(
        unit=unit, file=file, subject=holder.subject, valid_until=holder.valid_until, set_at=at
    )
    record(
        CertificateSet(unit=unit.pk, sha256=file.sha256), by=by, at=at, about=Ref("directory.unit", unit.pk)
    )
    return certificate
