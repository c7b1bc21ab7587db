"""The business: what is sold, who does it when, who booked it, and the papers around it."""
