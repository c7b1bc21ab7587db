"""What was really done: the session's record, its looks, and the consents given."""
