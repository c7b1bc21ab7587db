"""The waiting list: who would come on a day that is full, and to whom a freed time goes."""
