"""Rows of the registers, as pages show them."""

from django import template

from wian.letters.queries.registers import number_text
from wian.letters.sheet import remark

register = template.Library()
register.filter("number_text", number_text)
register.filter("remark", remark)
