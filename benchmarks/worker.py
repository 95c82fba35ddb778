"""A process that measures one thing in one home: `python -m benchmarks.worker module:function '[arguments]'`.

What the function returns is the last line of the output, as JSON.
"""

import importlib
import json
import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jenjang.config.settings")
    import django

    django.setup()
    module, _, name = sys.argv[1].partition(":")
    result = getattr(importlib.import_module(module), name)(*json.loads(sys.argv[2]))
    print(json.dumps(result, default=str))


def settle() -> None:
    """What autovacuum does within minutes of a load: statistics, and the map of visible pages. A city at work has both."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


if __name__ == "__main__":
    main()
