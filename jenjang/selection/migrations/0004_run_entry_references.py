"""A line of a ranking refers to its run and its employee; both are checked once a COPY, not once a line."""

import django.db.models.deletion
from django.db import migrations, models

FUNCTION = "public.selection_runentry_refers()"
REFER = f"""
CREATE FUNCTION {FUNCTION} RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM lines l
    LEFT JOIN public.selection_run r ON r.id = l.run_id
    LEFT JOIN public.personnel_employee e ON e.id = l.employee_id
    WHERE r.id IS NULL OR (e.id IS NULL AND l.employee_id IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'A line of a ranking names a run or an employee that does not exist.'
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER runentry_refers AFTER INSERT ON public.selection_runentry REFERENCING NEW TABLE AS lines
  FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION};
"""
FORGET = f"DROP TRIGGER runentry_refers ON public.selection_runentry; DROP FUNCTION {FUNCTION};"


def refer(model: str, **more: object) -> models.ForeignKey:
    """A reference of a line; every index that it needs begins with it already."""
    name = "entries" if model == "selection.run" else "run_entries"
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to=model, db_index=False, **more
    )


class Migration(migrations.Migration):
    dependencies = [("personnel", "0003_inactive_people"), ("selection", "0003_run_entry_by_place")]

    operations = [
        migrations.RemoveConstraint("runentry", "run_entry_ranks_an_employee_once"),
        migrations.RemoveConstraint("runentry", "run_entry_ranks_an_application_once"),
        migrations.AlterField("runentry", "application", refer("selection.application", null=True)),
        migrations.AlterField("runentry", "employee", refer("personnel.employee", null=True, db_constraint=False)),
        migrations.AlterField("runentry", "run", refer("selection.run", db_constraint=False)),
        migrations.AddConstraint(
            "runentry",
            models.UniqueConstraint(fields=("employee", "run"), name="run_entry_ranks_an_employee_once"),
        ),
        migrations.AddConstraint(
            "runentry",
            models.UniqueConstraint(
                condition=models.Q(("application__isnull", False)),
                fields=("application", "run"),
                name="run_entry_ranks_an_application_once",
            ),
        ),
        migrations.RunSQL(REFER, FORGET),
    ]
