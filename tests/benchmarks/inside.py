"""`python -m tests.benchmarks.inside MODULE FUNCTION [JSON]`: one function, in the site's place.

The benchmark itself loads no Django. What needs the site's database runs here, in a process
of its own with the environment of the site that is measured.
"""

import json
import sys
from importlib import import_module

import django


def main() -> None:
    """Call the function with the arguments of the JSON list; print what it returns as JSON."""
    module, function, arguments = sys.argv[1:]
    django.setup()
    called = getattr(import_module(f"tests.benchmarks.{module}"), function)
    print(json.dumps(called(*json.loads(arguments))))


if __name__ == "__main__":
    main()
