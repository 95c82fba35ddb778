"""PAdES by pyHanko: what `signing` promises, done. Apart, because loading pyHanko costs a second that most starts do not need."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

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

from jenjang.kernel import signing
from jenjang.kernel.signing import CERTIFICATE_NAME, KEY_NAME, SignatureReport, SigningUnavailable

# PAdES wants the hole for the signature measured beforehand; ECDSA signatures vary by some bytes, so it is generous.
RESERVED_BYTES = 16_384
FIELD = "TandaTanganElektronik"


@lru_cache(maxsize=4)
def _signer(folder: Path, pkcs12: str, passphrase_file: str, made: int) -> signers.SimpleSigner:
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
    certificate = signing.folder() / CERTIFICATE_NAME
    return _signer(
        signing.folder(),
        getattr(settings, "JENJANG_SIGNING_PKCS12", ""),
        getattr(settings, "JENJANG_SIGNING_PASSPHRASE_FILE", ""),
        certificate.stat().st_mtime_ns if certificate.exists() else 0,  # another key is another signer
    )


def sign(pdf: bytes, *, reason: str, name: str, location: str) -> bytes:
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


def verify(pdf: bytes) -> SignatureReport:
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
