"""Tanda tangan elektronik (PAdES): letters signed with the deployment's certificate, or with the state's if one is set.

The deployment's key is made once by `jenjang setup` under JENJANG_HOME/kunci. Its certificate is self-signed: it proves
that this deployment wrote the letter, not who its officials are. For a certified signature (BSrE), set
JENJANG_SIGNING_PKCS12 and JENJANG_SIGNING_PASSPHRASE_FILE.
"""

import base64
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from jenjang.kernel import clock

KEY_NAME = "surat.key.pem"
CERTIFICATE_NAME = "surat.cert.pem"
YEARS = 10
VERIFY_SECONDS = 30.0


class SigningUnavailable(RuntimeError):
    """The key or the certificate cannot be used; the message says what to set."""


class NotInTime(RuntimeError):
    """The check did not end in time: nothing is known of the file, and it can be sent again."""


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


def folder() -> Path:
    return Path(settings.HOME) / "kunci"


def make_key(*, name: str = "Jenjang") -> Path:
    """Membuat kunci tanda tangan: ECDSA P-256 and a self-signed certificate. Does nothing if they are there."""
    place = folder() / CERTIFICATE_NAME
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if place.exists() and (place.parent / KEY_NAME).exists():
        return place
    key = ec.generate_private_key(ec.SECP256R1())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    handle = os.open(place.parent / KEY_NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secret)
    place.write_bytes(_certificate(key, name).public_bytes(serialization.Encoding.PEM))
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


def sign_pdf(pdf: bytes, *, reason: str, name: str = "", location: str = "") -> bytes:
    """Menandatangani surat (PAdES-B-B). Any byte changed afterwards is seen."""
    from jenjang.kernel import pades  # loaded when somebody signs: it costs every start of the program a second

    return pades.sign(pdf, reason=reason, name=name, location=location)


def verify_pdf(pdf: bytes) -> SignatureReport:
    """Memeriksa tanda tangan sebuah PDF against this deployment's certificate. Never raises for what is in the file.

    In a process of its own: a few kilobytes can ask for minutes and gigabytes, and strangers send them. What a file may
    ask of the processor is limited there; who waits longer than `VERIFY_SECONDS` waits for a busy machine: `NotInTime`.
    """
    roots = [base64.b64encode(root).decode() for root in _own_certificates()]
    command = [sys.executable, "-I", "-m", "jenjang.kernel.pades_check"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps({"roots": roots}).encode() + b"\n" + pdf,
            capture_output=True,
            timeout=VERIFY_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise NotInTime from None
    except subprocess.SubprocessError:
        return SignatureReport(signed=False, problem="Berkas ini rusak, bukan PDF, atau terlalu rumit untuk diperiksa.")
    report = json.loads(done.stdout)
    moment = report.pop("signed_at", None)
    return SignatureReport(**report, signed_at=datetime.fromisoformat(moment) if moment else None)


def _own_certificates() -> list[bytes]:
    """Sertifikat yang dipakai menandatangani sekarang, with those that it leads to; none before `jenjang setup`."""
    bundle = Path(settings.JENJANG_SIGNING_PKCS12) if settings.JENJANG_SIGNING_PKCS12 else None
    if bundle is None:
        place = folder() / CERTIFICATE_NAME
        found = [x509.load_pem_x509_certificate(place.read_bytes())] if place.exists() else []
    else:
        secret = Path(settings.JENJANG_SIGNING_PASSPHRASE_FILE) if settings.JENJANG_SIGNING_PASSPHRASE_FILE else None
        _, own, others = pkcs12.load_key_and_certificates(
            bundle.read_bytes(), secret.read_bytes().strip() if secret else None
        )
        found = [one for one in (own, *others) if one is not None]
    return [one.public_bytes(serialization.Encoding.DER) for one in found]
