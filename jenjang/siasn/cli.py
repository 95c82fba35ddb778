"""Perintah impor: the same importers as on the page, for operators and scripts."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

GOOD, FOUND_SOMETHING, CANNOT_RUN = 0, 1, 2


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import employees` and `import histories`."""
    top = commands.add_parser("import", help="bring in BKN's sheets of employees and of histories")
    kinds = top.add_subparsers(dest="kind", metavar="JENIS", required=True)
    employees = kinds.add_parser("employees", help='a SIASN "data pegawai" export with its unit tree')
    employees.add_argument("file", type=Path)
    employees.add_argument("--units", type=Path, help="ref-unor as JSON; needed in an empty home")
    employees.set_defaults(run=import_employees)
    histories = kinds.add_parser("histories", help="the histories that merit needs, one sheet a kind")
    histories.add_argument("file", type=Path)
    histories.set_defaults(run=import_histories)
    for parser in (employees, histories):
        parser.add_argument("--dry-run", action="store_true", help="check and report, write nothing")
        parser.add_argument("--report", type=Path, help="where to write the report as JSON")
        parser.add_argument("--by", default="", metavar="NIP", help="the officer in whose name the rows are written")


def import_employees(options: argparse.Namespace) -> int:
    """Impor data pegawai from the command line. Exit 1 when a row was refused, 2 when the file cannot be read."""
    from jenjang.kernel import sheets
    from jenjang.siasn import employee_import, queries, unit_tree
    from jenjang.siasn.employee_rows import OPTIONAL, REQUIRED

    def work(by: Any) -> dict[str, Any]:
        units = unit_tree.read(options.units.read_bytes()) if options.units else {}
        if not units and not queries.has_units():
            raise unit_tree.TreeRefused("Belum ada unit di sini. Sertakan pohon unit dari SIASN: --units UNOR.json.")
        with sheets.open_sheet(options.file, required=REQUIRED, known=OPTIONAL) as sheet:
            if options.dry_run:
                return employee_import.preview(sheet, units, sheet.others).as_json()
            checked = employee_import.read(sheet, employee_import.with_standing_units(units), sheet.others)
        return employee_import.import_checked(checked, units, by=by).as_json()

    return _run(options, work, (sheets.SheetRefused, unit_tree.TreeRefused, OSError, LookupError))


def import_histories(options: argparse.Namespace) -> int:
    """Impor riwayat from the command line."""
    from jenjang.kernel import sheets
    from jenjang.siasn import history_import

    def work(by: Any) -> dict[str, Any]:
        content = options.file.read_bytes()
        if options.dry_run:
            return history_import.preview(content).as_json()
        return history_import.import_histories(content, by=by).as_json()

    return _run(options, work, (sheets.SheetRefused, OSError, LookupError))


def _run(
    options: argparse.Namespace, work: Callable[[Any], dict[str, Any]], refusals: tuple[type[BaseException], ...]
) -> int:
    try:
        by = _actor(options.by)
        if options.report:
            options.report.open("a").close()  # rather refused now than after everything is written
        report = work(by)
    except refusals as refusal:
        print(f"jenjang: {refusal}", file=sys.stderr)
        return CANNOT_RUN
    if options.report:
        options.report.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    rejected, warnings = report["rejected"], report["warnings"]
    print(
        f"{report['rows']} baris: {report['accepted']} masuk, {report['unchanged']} sama, {len(rejected)} temuan menolak, {len(warnings)} peringatan"
    )
    for finding in rejected[:20]:
        print(f"  baris {finding['row']}, {finding['column']}: {finding['message']}")
    if len(rejected) > 20:
        print(f"  ... dan {len(rejected) - 20} lagi; pakai --report untuk semuanya")
    return FOUND_SOMETHING if rejected else GOOD


def _actor(nip: str) -> Any:
    """The person who signs for the rows, or the system's own hand when nobody is named."""
    from jenjang import ledger
    from jenjang.accounts import queries

    if not nip:
        return ledger.SYSTEM("impor")
    user = queries.find_account(nip)
    if user is None:
        raise LookupError(f"Tidak ada akun dengan NIP {nip}. Buat akunnya dahulu, atau jalankan tanpa --by.")
    return user
