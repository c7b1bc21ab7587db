"""The client's pages: one module for each step of the journey."""
