"""`jenjang rules list|eval|check`: the catalogue on the command line, without Django and without a database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from jenjang.law import cases
from jenjang.law.catalogue import all_rules, evaluate
from jenjang.law.errors import LawError
from jenjang.law.reading import exact

GOOD, WRONG, CANNOT_RUN = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the number is the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except (LawError, OSError) as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jenjang rules", description="Aturan kepegawaian sebagai kode.")
    commands = parser.add_subparsers(required=True, metavar="perintah")

    listing = commands.add_parser("list", help="daftar semua aturan")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    listing.set_defaults(run=_list)

    asking = commands.add_parser("eval", help="jawab satu aturan, atau satu berkas pertanyaan")
    asking.add_argument("rule", nargs="?", help="nama aturan, misalnya kinerja.predikat")
    asking.add_argument("--on", help="tanggal hukum, tttt-bb-hh")
    asking.add_argument("--facts", help="fakta sebagai objek JSON")
    asking.add_argument("--batch", metavar="BERKAS", help="satu pertanyaan JSON sebaris; - untuk masukan baku")
    asking.set_defaults(run=_eval)

    checking = commands.add_parser("check", help="jalankan berkas kasus")
    checking.add_argument("paths", nargs="+", type=Path, metavar="BERKAS")
    checking.set_defaults(run=_check)
    return parser


def _list(arguments: argparse.Namespace) -> int:
    rules = all_rules()
    if arguments.format == "json":
        _print_json([rule.form_spec() for rule in rules])
        return GOOD
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        print(f"{rule.id:<{width}}  {rule.title}")
    return GOOD


def _eval(arguments: argparse.Namespace) -> int:
    if arguments.batch is not None:
        return _eval_batch(arguments)
    if arguments.rule is None:
        print("Sebutkan nama aturan, atau --batch BERKAS.", file=sys.stderr)
        return CANNOT_RUN
    try:
        facts = _read_json(arguments.facts or "{}")
    except ValueError as error:
        answer = {"rule": arguments.rule, "error": {"field": "facts", "message": f"Bukan JSON yang sah: {error}"}}
    else:
        answer = evaluate(arguments.rule, arguments.on, facts)
    _print_json(answer)
    return CANNOT_RUN if "error" in answer else GOOD


def _eval_batch(arguments: argparse.Namespace) -> int:
    if arguments.rule or arguments.on or arguments.facts:
        print("--batch membaca aturan, tanggal, dan fakta dari berkas; jangan ditulis lagi.", file=sys.stderr)
        return CANNOT_RUN
    if arguments.batch == "-":
        return _answer_lines(sys.stdin)
    with Path(arguments.batch).open(encoding="utf-8", errors="replace") as lines:
        return _answer_lines(lines)


def _answer_lines(lines: TextIO) -> int:
    for line in lines:
        if line.strip():
            _print_json(_answer_line(line))
    return GOOD


def _answer_line(line: str) -> dict[str, Any]:
    try:
        asked = _read_json(line)
    except ValueError as error:
        return {"rule": None, "error": {"field": "line", "message": f"Bukan JSON yang sah: {error}"}}
    if not isinstance(asked, dict):
        return {"rule": None, "error": {"field": "line", "message": "Setiap baris harus berupa objek JSON."}}
    if unknown := asked.keys() - {"rule", "on", "facts"}:
        name = sorted(unknown)[0]
        return {"rule": asked.get("rule"), "error": {"field": name, "message": f"'{name[:60]}' tidak dikenal."}}
    return evaluate(asked.get("rule"), asked.get("on"), asked.get("facts"))


def _check(arguments: argparse.Namespace) -> int:
    passed = failed = 0
    for path in _files(arguments.paths):
        try:
            loaded = cases.load_cases(path)
        except LawError as error:
            print(f"GAGAL {error}")
            failed += 1
            continue
        for case in loaded:
            if problems := cases.run(case):
                failed += 1
                print(f"GAGAL {case.file} {case.id} ({case.rule}): {'; '.join(problems)}")
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed")
    return WRONG if failed else GOOD


def _files(paths: Iterable[Path]) -> list[Path]:
    return [file for path in paths for file in cases.find_files(path)]


def _read_json(text: str) -> Any:
    """JSON with exact decimals; nothing that a caller types may raise anything but `ValueError`.

    NaN and Infinity are no JSON, but some programs write them: the fact that holds one is named, not the whole line.
    """
    try:
        return json.loads(text, parse_float=exact, parse_constant=Decimal)
    except RecursionError:
        raise ValueError("terlalu dalam") from None


def _print_json(answer: Any) -> None:
    """One line; letters as they are, unless half a letter was typed, which no output can hold."""
    text = json.dumps(answer, ensure_ascii=False)
    print(text if text.isprintable() else json.dumps(answer))


if __name__ == "__main__":
    sys.exit(main())
