#!/usr/bin/env python3
"""Periksa bukti keputusan: one file, Python's standard library and `cryptography`, nothing of Jenjang.

    python periksa_bukti.py bukti.json [--kunci KUNCI]
    python periksa_bukti.py keputusan.pdf [--kunci KUNCI]

It recomputes the hash of every disclosed field, the entry's hash over all fields, the leaf, the root of the tree (RFC 6962)
and the signature on the checkpoint (a C2SP signed note, Ed25519). Exit 0: everything fits; 1: something does not; 2: the
file cannot be read. Without --kunci the key inside the proof is used: then compare it with the one that the agency publishes.
Every value has one spelling only, so that no bit of a proof can change unnoticed. Of a PDF the proof inside is checked, not
what the pages show: compare them.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "jenjang-bukti/1"
MOST_BYTES = 20_000_000
DASH = "\u2014"


class Wrong(Exception):
    """The proof does not hold; the sentence says which part."""


class Unreadable(Exception):
    """The file is no proof."""


def main(argv: "list[str] | None" = None) -> int:
    parser = argparse.ArgumentParser(description="Memeriksa bukti keputusan dari Jenjang.")
    parser.add_argument("berkas", type=Path)
    parser.add_argument("--kunci", default="", help="kunci publik instansi: nama+id+base64")
    options = parser.parse_args(argv)
    try:
        proof = read(options.berkas)
        lines = check(proof, options.kunci)
    except Unreadable as error:
        print(f"TIDAK DAPAT DIBACA: {error}", file=sys.stderr)
        return 2
    except Wrong as error:
        print(f"TIDAK COCOK: {error}")
        return 1
    if options.berkas.suffix.lower() == ".pdf":
        lines.append(
            "Yang diperiksa bukti di dalam PDF ini. Bandingkan ruas-ruas di atas dengan yang tertulis pada naskahnya."
        )
    print("\n".join(lines))
    return 0


def read(place: Path) -> "dict[str, Any]":
    """The proof in a JSON file, or in an attachment of a PDF."""
    try:
        content = place.read_bytes()
    except OSError as error:
        raise Unreadable(str(error)) from error
    texts = attachments(content) if content[:5] == b"%PDF-" else [content]
    for text in texts:
        try:
            proof = parse(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(proof, dict) and proof.get("format") == FORMAT:
            return proof
    if content[:5] == b"%PDF-":
        raise Unreadable(
            "Bukti tidak ditemukan di dalam PDF ini. Simpan lampiran bukti (JSON) lalu periksa berkas itu."
        )
    raise Unreadable("Berkas ini bukan bukti keputusan Jenjang.")


def parse(text: bytes) -> "Any":
    """JSON in which no name stands twice: of two values one would be checked and the other read."""

    def once(pairs: "list[tuple[str, Any]]") -> "dict[str, Any]":
        if len({name for name, _ in pairs}) != len(pairs):
            raise ValueError("a name stands twice")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=once)


def attachments(pdf: bytes) -> "list[bytes]":
    """Embedded files that are stored plainly or deflated; enough for the PDFs that Jenjang writes."""
    found = []
    for match in re.finditer(rb"/EmbeddedFile\b.{0,1000}?stream\r?\n", pdf, re.DOTALL):
        end = pdf.find(b"endstream", match.end())
        data = pdf[match.end() : end]
        try:
            data = zlib.decompressobj().decompress(data, MOST_BYTES)
        except zlib.error:
            data = data.strip()
        found.append(data)
    return found


def check(proof: "dict[str, Any]", trusted: str = "") -> "list[str]":
    """Everything, from the fields up to the signature. Raises Wrong at the first thing that does not fit."""
    try:
        fields, entry, note = list(proof["fields"]), proof["entry"], proof["checkpoint"]
        path = [unhex(step) for step in proof["path"]]
        index, key = proof["index"], proof["key"]
        leaves = [field_leaf(field) for field in fields]
        parts = entry.split("\t")
        kind, moment, seal = parts[1], parts[6], parts[9]
        origin, size, root = note.split("\n")[:3]
        leaf, count, top = hashlib.sha256(b"\x00" + entry.encode()).digest(), int(size), unbase64(root)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise Unreadable(f"Bukti tidak lengkap: {error!r}") from error
    if trusted and key != trusted.strip():
        raise Wrong("Kunci di dalam bukti bukan kunci yang diumumkan instansi.")
    if kind != "keputusan" or len(parts) != 10 or type(index) is not int:
        raise Wrong("Catatan ini bukan catatan keputusan.")
    if tree_root(leaves).hex() != seal:
        raise Wrong("Isi keputusan tidak sama dengan yang dicatat.")
    if climb(leaf, index, count, path) != top:
        raise Wrong("Catatan ini tidak ada dalam buku besar pada titik periksa itu.")
    check_signature(note, key)
    opened = [f"  {field['name']}: {field['value']}" for field in fields if "value" in field]
    hidden = len(fields) - len(opened)
    lines = [f"COCOK. Tercatat pada {moment} (UTC) di buku besar {origin}, daun {index} dari {size}.", *opened]
    if hidden:
        lines.append(f"  ({hidden} ruas lain tidak dibuka oleh penerbit)")
    if not trusted:
        lines.append(f"Bandingkan kunci ini dengan yang diumumkan instansi: {key}")
    return lines


def field_leaf(field: "dict[str, str]") -> bytes:
    """A disclosed field's leaf from salt, name and value; a hidden one's as it is given, with nothing beside it."""
    if set(field) == {"digest"}:
        return unhex(field["digest"])
    if set(field) != {"name", "value", "salt"}:
        raise Wrong("Sebuah ruas tidak terbuka dan tidak pula tertutup.")
    salt = unhex(field["salt"])
    if len(salt) != 32 or "\n" in field["name"]:
        raise Wrong("Sebuah ruas tidak berbentuk semestinya.")
    return hashlib.sha256(b"\x00" + salt + field["name"].encode() + b"\n" + field["value"].encode()).digest()


def unhex(text: str) -> bytes:
    """Bytes from their one spelling: small letters, no blanks."""
    data = bytes.fromhex(text)
    if data.hex() != text:
        raise Wrong("Sebuah sidik tidak ditulis semestinya.")
    return data


def unbase64(text: str) -> bytes:
    """Bytes from their one spelling: the unused bits of the last sign are zero."""
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise Wrong("Sebuah tanda tangan atau akar tidak ditulis semestinya.")
    return data


def tree_root(leaves: "list[bytes]") -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + tree_root(leaves[:half]) + tree_root(leaves[half:])).digest()


def climb(leaf: bytes, index: int, size: int, path: "list[bytes]") -> bytes:
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        raise Wrong("Daun berada di luar pohon.")
    place, last, answer = index, size - 1, leaf
    for step in path:
        if last == 0:
            raise Wrong("Jalur bukti terlalu panjang.")
        if place & 1 or place == last:
            answer = hashlib.sha256(b"\x01" + step + answer).digest()
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            answer = hashlib.sha256(b"\x01" + answer + step).digest()
        place, last = place >> 1, last >> 1
    if last:
        raise Wrong("Jalur bukti terlalu pendek.")
    return answer


def check_signature(note: str, key: str) -> None:
    """One line of the key's name must carry its signature over origin, size and root."""
    body, _empty, tail = note.partition("\n\n")
    try:
        name, mark, encoded = key.strip().split("+", 2)
        raw = unbase64(encoded)
        if raw[0] != 1 or hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4].hex() != mark:
            raise Wrong("Kunci tidak berbentuk semestinya.")
        for line in tail.split("\n")[:-1]:
            dash, signer, blob = line.split(" ")
            data = unbase64(blob)
            if dash != DASH:
                raise Wrong("Baris tanda tangan pada titik periksa tidak berbentuk semestinya.")
            if signer == name and data[:4].hex() == mark:
                Ed25519PublicKey.from_public_bytes(raw[1:]).verify(data[4:], body.encode() + b"\n")
                return
    except (ValueError, IndexError) as error:
        raise Wrong("Titik periksa atau kunci tidak berbentuk semestinya.") from error
    except InvalidSignature as error:
        raise Wrong("Tanda tangan pada titik periksa tidak sah.") from error
    raise Wrong("Titik periksa tidak ditandatangani oleh kunci ini.")


if __name__ == "__main__":
    sys.exit(main())
