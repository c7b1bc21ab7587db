"""Letters: rows first, sent after commit by the worker, tried again, sent once."""
