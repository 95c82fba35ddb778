"""Tanda tangan elektronik (PAdES): letters signed with the deployment's certificate, or with the state's if one is set.

The deployment's key is made once by `jenjang setup` under JENJANG_HOME/kunci. Its certificate is self-signed: it proves
that this deployment wrote the letter, not who its officials are. For a certified signature (BSrE), set
JENJANG_SIGNING_PKCS12 and JENJANG_SIGNING_PASSPHRASE_FILE.
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from jenjang.kernel import clock

KEY_NAME = "surat.key.pem"
CERTIFICATE_NAME = "surat.cert.pem"
YEARS = 10
# PAdES wants the hole for the signature measured beforehand; ECDSA signatures vary by some bytes, so it is generous.
RESERVED_BYTES = 16_384
FIELD = "TandaTanganElektronik"


class SigningUnavailable(RuntimeError):
    """The key or the certificate cannot be used; the message says what to set."""


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """Hasil pemeriksaan tanda tangan: what holds, in separate answers."""

    signed: bool
    intact: bool = False
    covers_whole: bool = False
    trusted: bool = False
    signer: str = ""
    signed_at: datetime | None = None
    problem: str = ""

    @property
    def valid(self) -> bool:
        """The letter is, to the last byte, what this deployment signed."""
        return self.signed and self.intact and self.covers_whole and self.trusted


def _folder() -> Path:
    return Path(settings.HOME) / "kunci"


def make_key(*, name: str = "Jenjang") -> Path:
    """Membuat kunci tanda tangan: ECDSA P-256 and a self-signed certificate. Does nothing if they are there."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = folder / CERTIFICATE_NAME
    if place.exists() and (folder / KEY_NAME).exists():
        return place
    key = ec.generate_private_key(ec.SECP256R1())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    handle = os.open(folder / KEY_NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secret)
    place.write_bytes(_certificate(key, name).public_bytes(serialization.Encoding.PEM))
    _signer.cache_clear()
    return place


def _certificate(key: ec.EllipticCurvePrivateKey, name: str) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")])
    usage = dict.fromkeys(
        (
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
            "key_encipherment",
        ),
        False,
    )
    begin = clock.now() - timedelta(days=1)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=366 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


@lru_cache(maxsize=4)
def _signer(folder: Path, pkcs12: str, passphrase_file: str) -> signers.SimpleSigner:
    if pkcs12:
        passphrase = Path(passphrase_file).read_bytes().strip() if passphrase_file else None
        state = signers.SimpleSigner.load_pkcs12(pkcs12, passphrase=passphrase)
        if state is None:
            raise SigningUnavailable(f"{pkcs12} cannot be opened: check JENJANG_SIGNING_PASSPHRASE_FILE.")
        return state
    if not (folder / KEY_NAME).exists():
        raise SigningUnavailable("There is no signing key yet: run `jenjang setup`.")
    own = signers.SimpleSigner.load(str(folder / KEY_NAME), str(folder / CERTIFICATE_NAME))
    if own is None:
        raise SigningUnavailable(f"The key in {folder} cannot be read. Restore it from a backup.")
    return own


def _current() -> signers.SimpleSigner:
    return _signer(
        _folder(),
        getattr(settings, "JENJANG_SIGNING_PKCS12", ""),
        getattr(settings, "JENJANG_SIGNING_PASSPHRASE_FILE", ""),
    )


def sign_pdf(pdf: bytes, *, reason: str, name: str = "", location: str = "") -> bytes:
    """Menandatangani surat (PAdES-B-B). Any byte changed afterwards is seen."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        reason=reason,
        name=name or None,
        location=location or None,
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    output = BytesIO()
    signers.PdfSigner(metadata, signer=_current()).sign_pdf(writer, output=output, bytes_reserved=RESERVED_BYTES)
    return output.getvalue()


def verify_pdf(pdf: bytes) -> SignatureReport:
    """Memeriksa tanda tangan sebuah PDF against this deployment's certificate. Never raises for what is in the file."""
    try:
        found = PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures
        if not found:
            return SignatureReport(signed=False, problem="Berkas ini tidak ditandatangani secara elektronik.")
        return _report(found[-1])
    except (
        PdfError,
        SignatureValidationError,
        SigningError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
    ) as error:
        return SignatureReport(signed=False, problem=f"Berkas ini rusak atau bukan PDF ({type(error).__name__}).")


def _report(signature: Any) -> SignatureReport:
    own = _current()
    trust = ValidationContext(trust_roots=[own.signing_cert, *own.cert_registry], allow_fetching=False)
    status = validate_pdf_signature(
        signature, trust, key_usage_settings=KeyUsageConstraints(key_usage={"digital_signature"})
    )
    covers_whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
    problem = ""
    if not (status.intact and status.valid) or not covers_whole:
        problem = "Isi berkas berubah setelah ditandatangani."
    elif not status.trusted:
        problem = "Berkas ditandatangani oleh pihak lain, bukan oleh instansi ini."
    return SignatureReport(
        signed=True,
        intact=bool(status.intact and status.valid),
        covers_whole=covers_whole,
        trusted=bool(status.trusted),
        signer=str(signature.signer_cert.subject.native.get("common_name", "")),
        signed_at=signature.self_reported_timestamp,
        problem=problem,
    )
