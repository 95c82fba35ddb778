"""Pemeriksaan tanda tangan, in a process of its own: what strangers send is read here, in little time and memory.

    python -m jenjang.kernel.pades_check < input

The first line is JSON, `{"roots": [certificates in base64]}`; the rest is the PDF. The answer is JSON, a SignatureReport.
A file that is too much ends the process, and nothing else: whoever started it says so. Knows neither Django nor settings.
"""

import base64
import json
import os
import resource
import sys
from io import BytesIO
from typing import Any

CPU_SECONDS = 5
MEMORY = 1024 * 1024 * 1024
YIELDING = 10  # pages are answered first


def main() -> int:
    os.nice(YIELDING)
    for what, most in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0)):
        resource.setrlimit(what, (most, most))
    head = json.loads(sys.stdin.buffer.readline())
    report = examine(sys.stdin.buffer.read(), [base64.b64decode(root) for root in head["roots"]])
    json.dump(report, sys.stdout)
    return 0


def examine(pdf: bytes, roots: list[bytes]) -> dict[str, Any]:
    """Memeriksa tanda tangan terakhir sebuah PDF against the certificates that are trusted here."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    found = PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures
    if not found:
        return {"signed": False, "problem": "Berkas ini tidak ditandatangani secara elektronik."}
    return _report(found[-1], roots)


def _report(signature: Any, roots: list[bytes]) -> dict[str, Any]:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    trust = ValidationContext(trust_roots=[Certificate.load(root) for root in roots], allow_fetching=False)
    usage = KeyUsageConstraints(key_usage={"digital_signature"})
    status = validate_pdf_signature(signature, trust, key_usage_settings=usage)
    intact = bool(status.intact and status.valid)
    covers_whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
    problem = ""
    if not intact or not covers_whole:
        problem = "Isi berkas berubah setelah ditandatangani."
    elif not status.trusted:
        problem = "Berkas ditandatangani oleh pihak lain, bukan oleh instansi ini."
    moment = signature.self_reported_timestamp
    return {
        "signed": True, "intact": intact, "covers_whole": covers_whole, "trusted": bool(status.trusted),
        "signer": str(signature.signer_cert.subject.native.get("common_name", "")),
        "signed_at": moment.isoformat() if moment else None, "problem": problem,
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
