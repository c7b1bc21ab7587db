"""The staff's pages, one module for each subject."""
