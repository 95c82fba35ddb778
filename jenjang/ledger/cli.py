"""Commands of the ledger: verify, checkpoint, prove, key. Exit 0 good, 1 found something wrong, 2 cannot run."""

import argparse
import json
import sys
from pathlib import Path

GOOD, WRONG, CANNOT = 0, 1, 2
EVERYTHING = "semua"
WORDS = {
    "changed": "Baris berubah dari segelnya",
    "missing": "Baris tersegel hilang",
    "unsealed": "Tanpa segel atau tanpa penjaga",
    "foreign": "Ditulis oleh peran basis data lain",
    "ledger": "Buku besar atau fungsinya diubah",
    "rolled_back": "Buku besar lebih pendek dari titik periksa",
}


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    top = commands.add_parser("ledger", help="verify the sealed record, publish checkpoints, prove decrees")
    actions = top.add_subparsers(dest="action", metavar="TINDAKAN", required=True)
    verify = actions.add_parser("verify", help="recompute every seal and name what does not fit")
    verify.add_argument("--checkpoint", type=Path, metavar="FILE", help="an older checkpoint, kept elsewhere")
    verify.add_argument("--format", choices=["text", "json"], default="text")
    verify.set_defaults(run=run_verify)
    checkpoint = actions.add_parser("checkpoint", help="sign what the ledger holds now")
    checkpoint.add_argument("--out", type=Path, metavar="FILE")
    checkpoint.set_defaults(run=run_checkpoint)
    prove = actions.add_parser("prove", help="the proof of one decree, for jenjang/ledger/periksa_bukti.py")
    prove.add_argument("decree", metavar="DECREE", help="the decree's number")
    prove.add_argument(
        "--disclose",
        metavar="FIELDS",
        help=f"fields to open, separated by commas, or {EVERYTHING} (default: number, date, kind, post, name)",
    )
    prove.set_defaults(run=run_prove)
    key = actions.add_parser("key", help="the public key by which others check checkpoints")
    key.set_defaults(run=run_key)


def run_verify(options: argparse.Namespace) -> int:
    from django.db import connection

    from jenjang.ledger.notes import NoteError
    from jenjang.ledger.verify import verify

    try:
        text = options.checkpoint.read_text() if options.checkpoint else None
        result = verify(connection, text)
    except (OSError, UnicodeDecodeError, NoteError) as error:
        print(f"jenjang: titik periksa tidak dapat dibaca: {error}", file=sys.stderr)
        return CANNOT
    if options.format == "json":
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        _print_result(result)
    return GOOD if result["ok"] else WRONG


def _print_result(result: dict[str, object]) -> None:
    print(f"{result['rows']} baris tersegel, {result['entries']} catatan diperiksa.")
    findings = result["findings"]
    assert isinstance(findings, list)  # noqa: S101  (the report's own shape)
    for found in findings:
        where = " ".join(filter(None, [found["table"], found["id"] and f"id {found['id']}"]))
        last = f"; terakhir ditulis sah oleh {found['by']} pada {found['at']}" if found["by"] else ""
        print(f"- {WORDS[found['kind']]}: {where}{last}")
    print("Semua cocok." if result["ok"] else f"{len(findings)} temuan.")


def run_checkpoint(options: argparse.Namespace) -> int:
    from jenjang.ledger import checkpoints

    note = checkpoints.publish()
    if options.out is None:
        print(note, end="")
        return GOOD
    try:
        options.out.write_text(note)
    except OSError as error:
        print(f"jenjang: {options.out} tidak dapat ditulis: {error}", file=sys.stderr)
        return CANNOT
    return GOOD


def run_prove(options: argparse.Namespace) -> int:
    from jenjang.ledger import decrees

    wanted = options.disclose.split(",") if options.disclose else decrees.PUBLIC
    try:
        proof = decrees.prove(options.decree, None if options.disclose == EVERYTHING else wanted)
    except decrees.NotInLedger as error:
        print(f"jenjang: {error}", file=sys.stderr)
        return WRONG
    print(json.dumps(proof, ensure_ascii=False, indent=2))
    return GOOD


def run_key(options: argparse.Namespace) -> int:
    from jenjang.ledger import keys

    print(keys.ensure())
    return GOOD
