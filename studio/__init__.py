"""The site around the business: settings, addresses, admin site, checks, health, error pages."""
