"""What is sold: the studio and its rules, packages, add-ons; which package answers a recommendation."""
