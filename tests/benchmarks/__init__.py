"""What `make bench` measures: pages beside a bare view on the same server, in one run."""
