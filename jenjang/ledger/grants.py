"""Hak akses: what the application's role may do. `jenjang setup` applies this as owner, after the migrations."""

from django.db.backends.base.base import BaseDatabaseWrapper

from jenjang.ledger import roles, schemas, sealing

READ_ONLY = ("ledger_entry", "ledger_salt", "ledger_schema", "ledger_leaf", "ledger_sequencer", "django_migrations")
APPEND_ONLY = ("ledger_checkpoint", "ledger_disclosure")
CALLABLE = ("ledger_sequence(bigint)", "ledger_append(text, text, text, text, bytea)")


def apply(connection: BaseDatabaseWrapper) -> None:
    """Ordinary tables: all four verbs. Sealed ones: INSERT and SELECT. The ledger: SELECT, written by its own functions only."""
    application = sealing.quoted(roles.application())
    if roles.application() == roles.owner():
        return  # one role for all, on a server named by DATABASE_URL: `serve` will refuse it and say why
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {application}")
        cursor.execute(f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {application}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {application}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {application}")
        cursor.execute(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {application}"
        )
        cursor.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {application}")
        for table in (*schemas.sealed_tables(cursor), *APPEND_ONLY):
            cursor.execute(f"REVOKE ALL ON public.{sealing.quoted(table)} FROM {application}, PUBLIC")
            cursor.execute(f"GRANT SELECT, INSERT ON public.{sealing.quoted(table)} TO {application}")
        for table in READ_ONLY:
            cursor.execute(f"REVOKE ALL ON public.{sealing.quoted(table)} FROM {application}, PUBLIC")
            cursor.execute(f"GRANT SELECT ON public.{sealing.quoted(table)} TO {application}")
        cursor.execute(f"REVOKE ALL ON SEQUENCE public.ledger_entry_id_seq FROM {application}")
        for function in CALLABLE:
            cursor.execute(f"GRANT EXECUTE ON FUNCTION public.{function} TO {application}")
