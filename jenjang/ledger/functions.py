"""The ledger's own functions in the database. They run with the owner's rights, so that the application has none of them.

The verifier compares their text with what stands here; a change of a text is a new migration.
"""

from jenjang.ledger.sealing import pinned_clauses

REFUSE = """
BEGIN
  -- jenjang erase, run by the owner; the application has no DELETE at all.
  IF TG_OP = 'DELETE' AND current_setting('jenjang.erasing', true) = 'ya' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% on % is refused: what is sealed is never changed or removed. Append a row that supersedes the old one.',
    TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
"""

# One line an entry, without any character that would have to be escaped: the leaf that RFC 6962 hashes.
LEAF_FIELDS = ("id", "kind", "table_name", "row_id", "person", "actor", "at", "writer", "version", "hash")
LEAF_TEXT = "concat_ws(E'\\t', e.id, e.kind, e.table_name, e.row_id, e.person, e.actor, e.at::text, e.writer, e.version, encode(e.hash, 'hex'))"

SEQUENCE = f"""
DECLARE
  state public.ledger_sequencer;
  first bigint;
  added bigint;
  quiet boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('jenjang.ledger.sequencer'));
  SELECT * INTO STRICT state FROM public.ledger_sequencer;
  -- When every transaction that was open at the mark has ended, no entry older than the mark can still appear.
  quiet := state.horizon > 0 AND pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= state.horizon;
  SELECT coalesce(max(index), -1) + 1 INTO first FROM public.ledger_leaf;
  WITH fresh AS (
    SELECT e.*, row_number() OVER (ORDER BY e.id) AS place FROM public.ledger_entry e
    WHERE e.id > state.settled AND NOT EXISTS (SELECT FROM public.ledger_leaf l WHERE l.entry_id = e.id)
    ORDER BY e.id LIMIT upto
  )
  INSERT INTO public.ledger_leaf (index, entry_id, hash)
  SELECT first + place - 1, e.id, sha256('\\x00'::bytea || convert_to({LEAF_TEXT}, 'UTF8')) FROM fresh e;
  GET DIAGNOSTICS added = ROW_COUNT;
  IF added < upto THEN
    IF quiet THEN
      state.settled := state.seen;
    END IF;
    -- A mark beyond every transaction comes from another server, whose dump was restored here: set it anew.
    IF quiet OR state.horizon = 0 OR state.horizon > pg_snapshot_xmax(pg_current_snapshot())::text::bigint THEN
      SELECT coalesce(max(id), 0) INTO state.seen FROM public.ledger_entry;
      state.horizon := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
    END IF;
    UPDATE public.ledger_sequencer SET settled = state.settled, seen = state.seen, horizon = state.horizon;
  END IF;
  RETURN added;
END
"""

APPEND = """
DECLARE
  who text := current_setting('jenjang.actor', true);
  entry bigint;
BEGIN
  IF who IS NULL OR who !~ '^(user|sistem):[A-Za-z0-9._-]+$' THEN
    RAISE EXCEPTION 'Nobody signs for this entry: use ledger.attributed(by=...).' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF kind_ NOT IN ('keputusan', 'dokumen') OR concat(table_, row_, person_) !~ '^[A-Za-z0-9._-]+$' OR octet_length(hash_) <> 32 THEN
    RAISE EXCEPTION 'An entry of kind % cannot be appended to % %.', kind_, table_, row_ USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO public.ledger_entry (kind, table_name, row_id, person, actor, at, writer, version, hash)
  VALUES (kind_, table_, row_, person_, who, clock_timestamp(), session_user, 0, hash_) RETURNING id INTO entry;
  RETURN entry;
END
"""

SIGNATURES = {
    "ledger_refuse": ("", "trigger", REFUSE),
    "ledger_sequence": ("upto bigint", "bigint", SEQUENCE),
    "ledger_append": ("kind_ text, table_ text, row_ text, person_ text, hash_ bytea", "bigint", APPEND),
}


def create_sql(name: str) -> str:
    arguments, result, source = SIGNATURES[name]
    types = ", ".join(argument.split(" ", 1)[1] for argument in arguments.split(", ") if argument)
    return (
        f"CREATE OR REPLACE FUNCTION public.{name}({arguments}) RETURNS {result} LANGUAGE plpgsql SECURITY DEFINER\n{pinned_clauses()}\n"
        f"AS $ledger${source}$ledger$;\nREVOKE ALL ON FUNCTION public.{name}({types}) FROM PUBLIC;"
    )
