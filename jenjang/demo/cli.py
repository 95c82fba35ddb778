"""Perintah peragaan: load the invented city, list its accounts, change a row behind the system's back."""

import argparse
import json
import sys
from dataclasses import asdict

import psycopg

from jenjang.config import database


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `demo load`, `demo accounts`, `demo tamper`."""
    top = commands.add_parser("demo", help="the invented city")
    kinds = top.add_subparsers(dest="kind", metavar="APA", required=True)
    load = kinds.add_parser("load", help="fill an empty database with the invented city")
    load.add_argument("--employees", type=int, default=2900)
    load.add_argument("--seed", type=int, default=1)
    load.add_argument("--if-empty", action="store_true", help="say so and stop when people are there already")
    load.set_defaults(run=run_load, done=is_loaded)
    accounts = kinds.add_parser("accounts", help="who can be played")
    accounts.add_argument("--format", choices=["text", "json"], default="text")
    accounts.set_defaults(run=run_accounts)
    tamper = kinds.add_parser("tamper", help="change one sealed row as a superuser would, for the verifier to find")
    tamper.set_defaults(run=run_tamper)


def is_loaded(options: argparse.Namespace) -> bool:
    """Whether `--if-empty` finds people; asked without Django, for every `make run`."""
    if not options.if_empty:
        return False
    database.start()
    with psycopg.connect(database.url()) as connection:
        found = connection.execute("SELECT EXISTS (SELECT FROM personnel_employee)").fetchone() == (True,)
    if found:
        print("Basis data sudah berisi pegawai; peragaan tidak dimuat lagi.")
    return found


def run_load(options: argparse.Namespace) -> int:
    """Isi kota peragaan. Exit 2 when the database holds people already."""
    from jenjang.demo.load import NotEmpty, load
    from jenjang.law.errors import Refused

    with database.one_at_a_time("peragaan"):
        if is_loaded(options):  # by another that began at the same time
            return 0
        try:
            count = load(employees=options.employees, seed=options.seed, say=lambda text: print(text, flush=True))
        except (NotEmpty, Refused) as refusal:
            print(f"jenjang: {refusal}", file=sys.stderr)
            return 2
    print(f"Peragaan siap: {count} pegawai rekaan.")
    return 0


def run_accounts(options: argparse.Namespace) -> int:
    """Daftar akun peragaan."""
    from jenjang.accounts import demo

    rows = demo.accounts_list()
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        print(f"{row['role']:<12} {row['login']:<20} {row['secret']:<14} {row['name']}")
    return 0 if rows else 1


def run_tamper(options: argparse.Namespace) -> int:
    """Ubah satu baris di belakang sistem, and say which, so that anybody can compare with the verifier's answer."""
    from jenjang.accounts import demo
    from jenjang.ledger import tampering

    if not demo.is_demo():
        print("jenjang: hanya untuk basis data peragaan.", file=sys.stderr)
        return 2
    try:
        done = tampering.change_one_row()
    except psycopg.errors.InsufficientPrivilege:
        print(
            "jenjang: hanya superuser dapat mencurangi segel. Isi DATABASE_OWNER_URL dengan alamatnya.", file=sys.stderr
        )
        return 2
    print(json.dumps(asdict(done), ensure_ascii=False))
    return 0
