"""Signatures by certificate: made by an authority of these tests, sealed, read back, tampered with."""

import datetime as dt
import socket
from contextlib import suppress
from functools import cache
from io import BytesIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from saraban.errors import Unsealable, UnusableCertificate
from saraban.paper import example
from saraban.signing import FoundSignature, Holder, holder_of, seal, signatures_of
from saraban.tests.pdf_file import pdf, typeset
from saraban.tests.support import unhurried
from saraban.typesetting.pdf import pdf_of, source_of_pdf

OWNER, PASSPHRASE = "กรมบริการประชาชน", "ประตูไม้ ๙ บาน"
NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)
YEAR = dt.timedelta(days=365)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@cache
def authority() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = named("ผู้ออกใบรับรอง")
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - YEAR)
        .not_valid_after(NOW + 5 * YEAR)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, made


@cache
def container(since: dt.datetime = NOW - YEAR, until: dt.datetime = NOW + YEAR) -> bytes:
    """A PKCS#12 file of the owner."""
    signer, root = authority()
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    asked = x509.DistributionPoint([x509.UniformResourceIdentifier("http://crl.example/1")], None, None, None)
    made = (
        x509.CertificateBuilder()
        .subject_name(named(OWNER))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(2)
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.CRLDistributionPoints([asked]), critical=False)
        .sign(signer, hashes.SHA256())
    )
    lock = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(OWNER.encode(), key, made, [root], lock)


def without_key() -> bytes:
    lock = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(None, None, None, [authority()[1]], lock)


@cache
def letter() -> bytes:
    return pdf_of(example("stamped"))


@cache
def sealed() -> bytes:
    return seal(letter(), container(), PASSPHRASE, reason="ลงนาม", at=NOW)


def root() -> bytes:
    return authority()[1].public_bytes(serialization.Encoding.PEM)


def test_whose_certificate_it_is() -> None:
    assert holder_of(container(), PASSPHRASE) == Holder(OWNER, NOW - YEAR, NOW + YEAR)


def test_a_sealed_letter_says_who_and_when_and_that_it_is_whole() -> None:
    [found] = signatures_of(sealed(), roots=[root()], at=NOW)
    assert found == FoundSignature(OWNER, intact=True, whole=True, trusted=True, at=NOW)


def test_trust_ends_with_the_certificate() -> None:
    [found] = signatures_of(sealed(), roots=[root()], at=NOW + 2 * YEAR)
    assert (found.intact, found.trusted) == (True, False)


def test_without_roots_nobody_is_trusted() -> None:
    [found] = signatures_of(sealed(), at=NOW)
    assert (found.intact, found.trusted) == (True, False)


def test_another_authority_of_the_same_name_is_not_the_same() -> None:
    _, other = authority.__wrapped__()
    roots = [other.public_bytes(serialization.Encoding.DER)]
    [found] = signatures_of(sealed(), roots=roots, at=NOW)
    assert (found.intact, found.trusted) == (True, False)


def test_nobody_outside_is_asked(monkeypatch) -> None:
    """The certificate names an address where revoked ones are listed."""

    def outside(*_address: object) -> None:
        raise AssertionError("a network was used")

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, outside)
    monkeypatch.setattr(socket, "getaddrinfo", outside)
    [found] = signatures_of(seal(letter(), container(), PASSPHRASE, at=NOW), roots=[root()], at=NOW)
    assert found.trusted


def test_what_was_there_before_stays_as_it_was() -> None:
    """The description says that it is PDF/A-3a and PDF/UA-1; a new one behind might not."""
    assert sealed().startswith(letter())
    behind = sealed()[len(letter()) :]
    assert b"/Metadata" in letter()
    assert b"/Type /Metadata" not in behind
    assert b"/StructTreeRoot" in behind, "the new catalogue still has the tags"
    assert source_of_pdf(sealed()) == example("stamped")


def test_it_is_of_the_kind_that_the_standard_names() -> None:
    assert b"/SubFilter /ETSI.CAdES.detached" in sealed()


def test_a_second_signature_covers_the_first() -> None:
    twice = signatures_of(seal(sealed(), container(), PASSPHRASE, at=NOW))
    assert [(found.intact, found.whole) for found in twice] == [(True, False), (True, True)]


@settings(unhurried, max_examples=40, derandomize=True)
@given(st.data())
def test_one_changed_byte_is_seen(data: st.DataObject) -> None:
    harmed = bytearray(sealed())
    start = harmed.rindex(b"/Contents <")
    end = harmed.index(b">", start)
    covered = st.integers(0, start) | st.integers(end + 1, len(harmed) - 1)
    harmed[data.draw(covered)] ^= data.draw(st.integers(1, 255))
    assert not any(found.intact and found.whole for found in signatures_of(bytes(harmed)))


@pytest.mark.parametrize("more", [b" ", b"\n% more\n", b"\n%%EOF\n"])
def test_what_is_added_behind_is_seen(more: bytes) -> None:
    assert not any(found.whole for found in signatures_of(sealed() + more))


def test_a_change_that_is_saved_behind_is_seen() -> None:
    writer = IncrementalPdfFileWriter(BytesIO(sealed()))
    writer.root["/Lang"] = TextStringObject("en")
    writer.update_root()
    changed = BytesIO()
    writer.write(changed)
    [found] = signatures_of(changed.getvalue())
    assert (found.intact, found.whole) == (True, False)


def test_a_letter_without_signature_has_none() -> None:
    assert signatures_of(letter()) == []


def test_a_plain_file_can_be_sealed_too() -> None:
    [found] = signatures_of(seal(pdf(*typeset("เรียน")), container(), PASSPHRASE, at=NOW))
    assert (found.intact, found.whole) == (True, True)


LOOP = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>\nendobj\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
HARMED = [b"", b"text", b"%PDF-1.7", bytes(range(256)) * 20, LOOP, b"%PDF-1.7\n" + b"[" * 100_000]


@pytest.mark.parametrize("data", HARMED)
def test_what_is_no_pdf_has_no_signature_and_gets_none(data: bytes) -> None:
    assert signatures_of(data) == []
    with pytest.raises(Unsealable):
        seal(data, container(), PASSPHRASE, at=NOW)


@settings(unhurried, max_examples=20, derandomize=True)
@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=40), st.booleans())
def test_no_damage_breaks_it(at: int, put: bytes, cut: bool) -> None:
    harmed = sealed()[:at] + put + (b"" if cut else sealed()[at + len(put) :])
    signatures_of(harmed)
    with suppress(Unsealable):
        seal(harmed, container(), PASSPHRASE, at=NOW)


@pytest.mark.parametrize(
    ("pkcs12_", "passphrase", "code"),
    [
        (container, "ผิด", "passphrase"),
        (container, "", "passphrase"),
        (container, "\ud800", "passphrase"),
        (lambda: b"", PASSPHRASE, "no-key"),
        (lambda: b"no container", PASSPHRASE, "no-key"),
        (lambda: container()[:-10], PASSPHRASE, "no-key"),
        (without_key, PASSPHRASE, "no-key"),
        (root, "", "no-key"),
        (lambda: container(until=NOW - dt.timedelta(days=1)), PASSPHRASE, "expired"),
        (lambda: container(since=NOW + dt.timedelta(days=1)), PASSPHRASE, "early"),
    ],
)
def test_a_certificate_that_cannot_sign_says_why(pkcs12_, passphrase: str, code: str) -> None:
    with pytest.raises(UnusableCertificate) as refused:
        seal(letter(), pkcs12_(), passphrase, at=NOW)
    assert refused.value.code == code
    assert refused.value.sentence
