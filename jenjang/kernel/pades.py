"""PAdES by pyHanko: how `signing` signs. Apart, because loading pyHanko costs a second that most starts do not need."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from jenjang.kernel import signing
from jenjang.kernel.signing import CERTIFICATE_NAME, KEY_NAME, SigningUnavailable

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
