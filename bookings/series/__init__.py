"""A company day: many people one by one in one booking, each with a slot of their own."""
