"""What is sold: the studio and its rules, packages, add-ons; what answers a recommendation."""
