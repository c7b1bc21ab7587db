"""The site around the business: settings, addresses, the admin site, checks, health, error pages."""
