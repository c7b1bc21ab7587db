"""The booking itself: client, enquiry, booking and its events; its life, its policy, its links."""
