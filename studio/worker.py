"""`python -m studio.worker`: the worker of the queue, quiet when it is stopped while it loads."""

import os
import signal

import django
from django.core.management import call_command


def main() -> None:
    """Work until a signal comes; SIGINT lets the task in hand finish, SIGTERM cuts it off."""
    # Without a traceback while Django loads; the consumer then puts its own handler here.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studio.settings")
    django.setup()
    call_command("run_huey", "--quiet")


if __name__ == "__main__":
    main()
