"""Who, where and when: places, rooms, photographers, hours, closures, and what is taken."""
