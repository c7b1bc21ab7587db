"""The demo studio: a believable town studio with weeks of bookings behind and before it."""
