"""The HTML attributes of a widget, written in one go instead of by a template for each."""

from django import template
from django.forms.utils import flatatt

register = template.Library()
register.filter("flatatt", flatatt)
