"""Signing a PDF with an agency's certificate (PAdES, ETSI EN 319 142-1), and reading such signatures back.

Rule: Electronic Transactions Act B.E. 2544, s. 26 and s. 28. No network is used: whether a certificate was revoked is not asked.

    sealed = seal(pdf, pkcs12, "pass phrase")
    [found] = signatures_of(sealed)
    found.intact and found.whole
"""

from __future__ import annotations

import datetime as dt
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12 as containers
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from saraban.errors import Unsealable, UnusableCertificate

# pyHanko reports every doubt of a chain on the log; it is told in the result.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a certificate is, and from when until when it is good (UTC)."""

    subject: str
    valid_from: dt.datetime
    valid_until: dt.datetime


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A signature in a PDF. `intact`: what it covers was not changed; `whole`: it covers all of the file, nothing was added behind it.

    `trusted`: its certificate leads to one of the roots that were given. `at` is the signer's own clock.
    """

    name: str
    intact: bool
    whole: bool
    trusted: bool
    at: dt.datetime | None


def holder_of(pkcs12: bytes, passphrase: str) -> Holder:
    """Whose certificate is in a PKCS#12 file. Raises UnusableCertificate (passphrase, no-key)."""
    certificate = _opened(pkcs12, passphrase)
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    subject = str(names[0].value) if names else certificate.subject.rfc4514_string()
    return Holder(subject, certificate.not_valid_before_utc, certificate.not_valid_after_utc)


def seal(
    pdf: bytes, pkcs12: bytes, passphrase: str, *, reason: str = "", at: dt.datetime | None = None
) -> bytes:
    """The PDF with an invisible PAdES signature behind it, its bytes before unchanged. `at` is the moment of signing, now if left out.

    Raises UnusableCertificate (passphrase, no-key, expired, early); Unsealable for a PDF that is damaged or locked.
    """
    moment = at or dt.datetime.now(dt.UTC)
    holder = holder_of(pkcs12, passphrase)
    if moment > holder.valid_until:
        raise UnusableCertificate(
            "expired", f"ใบรับรองของ {holder.subject} หมดอายุแล้ว โปรดใช้ใบรับรองที่ยังไม่หมดอายุ"
        )
    if moment < holder.valid_from:
        raise UnusableCertificate("early", f"ใบรับรองของ {holder.subject} ยังไม่เริ่มใช้ โปรดตรวจสอบวันเริ่มใช้")
    signer = signers.SimpleSigner.load_pkcs12_data(pkcs12, other_certs=[], passphrase=passphrase.encode())
    if signer is None:
        raise _no_key()
    try:
        writer = _Writer(io.BytesIO(pdf))
        how = signers.PdfSignatureMetadata(
            field_name=f"Signature{len(list(writer.prev.embedded_signatures)) + 1}",
            subfilter=fields.SigSeedSubFilter.PADES,
            reason=reason or None,
            name=holder.subject,
        )
        sealed = _Signer(how, signer, moment).sign_pdf(writer)
    except Exception as error:  # a library of many parts, given bytes from anywhere
        raise Unsealable("แฟ้ม PDF เสียหายหรือถูกล็อก ลงลายมือชื่อไม่ได้ โปรดสร้างแฟ้มใหม่") from error
    return bytes(sealed.getvalue())


class _Writer(IncrementalPdfFileWriter):
    """Leaves the description of the file as it is: pyHanko would write another, with the machine's time, in other words than PDF/A has."""

    def _update_meta(self) -> None:
        pass


class _Signer(signers.PdfSigner):
    """Signs at a moment that it is told, not at the machine's."""

    def __init__(
        self, how: signers.PdfSignatureMetadata, signer: signers.Signer, moment: dt.datetime
    ) -> None:
        super().__init__(how, signer)
        self._moment = moment

    def init_signing_session(self, *given: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*given, **named)
        session.system_time = self._moment
        return session


def signatures_of(
    pdf: bytes, *, roots: Sequence[bytes] = (), at: dt.datetime | None = None
) -> list[FoundSignature]:
    """The signatures in a PDF, in the order they were made; none in what is no PDF. `roots` are trusted certificates (PEM or DER), as of `at` (now).

    Never raises, whatever the bytes are.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        embedded = list(reader.embedded_regular_signatures)
    except Exception:  # a library of many parts, given bytes from anywhere
        return []
    return [_found(one, _context(roots, at)) for one in embedded]


def _found(embedded: EmbeddedPdfSignature, context: ValidationContext) -> FoundSignature:
    try:
        status = validate_pdf_signature(embedded, context)
        return FoundSignature(
            name=_name(status),
            intact=status.intact and status.valid,
            whole=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
            trusted=status.trusted,
            at=status.signer_reported_dt,
        )
    except Exception:  # damaged so that it cannot even be judged
        return FoundSignature("", intact=False, whole=False, trusted=False, at=None)


def _name(status: PdfSignatureStatus) -> str:
    subject = status.signing_cert.subject.native
    return str(subject.get("common_name") or status.signing_cert.subject.human_friendly)


def _context(roots: Sequence[bytes], at: dt.datetime | None) -> ValidationContext:
    loaded = [Certificate.load(pem.unarmor(root)[2] if pem.detect(root) else root) for root in roots]
    return ValidationContext(trust_roots=loaded, moment=at, allow_fetching=False, revocation_mode="soft-fail")


def _opened(pkcs12: bytes, passphrase: str) -> x509.Certificate:
    try:
        key, certificate, _ = containers.load_key_and_certificates(
            pkcs12, passphrase.encode(errors="replace")
        )
    except ValueError as error:
        if "password" in str(error).lower() or "mac" in str(error).lower():
            raise UnusableCertificate("passphrase", "รหัสผ่านของใบรับรองไม่ถูกต้อง โปรดพิมพ์ใหม่") from None
        raise _no_key() from None
    if key is None or certificate is None:
        raise _no_key()
    return certificate


def _no_key() -> UnusableCertificate:
    return UnusableCertificate("no-key", "ไม่พบใบรับรองพร้อมกุญแจในแฟ้ม โปรดใช้แฟ้ม PKCS#12 (.p12 หรือ .pfx)")
