"""What is shown to somebody signed in stays out of caches in between."""

import pytest
from django.test import Client
from django.urls import reverse

from wian.accounts.tests.support import enter


@pytest.mark.parametrize("path", ["/", "/no-such-page/"])
def test_pages_of_who_has_signed_in_are_private(story, path):
    kept = enter("owner").get(path).headers["Cache-Control"]
    assert {"private", "no-store"} <= {word.strip() for word in kept.split(",")}


def test_a_download_is_private_too(story):
    answered = enter("owner").get(reverse("responses:names_sheet", args=[story.circular.pk]))
    assert "private" in answered.headers["Cache-Control"]


def test_a_visitors_page_is_not(story):
    assert "private" not in Client().get(reverse("desks:doors")).headers.get("Cache-Control", "")
