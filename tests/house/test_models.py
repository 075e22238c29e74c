"""Foreign keys point down the house, protect what they point to, and leave no trace there."""

import pytest
from django.apps import apps
from django.db.models import PROTECT, ForeignKey

from wian.house.rooms import OPEN, ORDER

pytestmark = pytest.mark.static


def keys_between_rooms() -> list[ForeignKey]:
    fields = [
        field
        for room in OPEN
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.fields
    ]
    keys = [field for field in fields if isinstance(field, ForeignKey)]
    return [key for key in keys if key.related_model._meta.app_label != key.model._meta.app_label]


def test_keys_point_down():
    wrong = [
        str(key)
        for key in keys_between_rooms()
        if ORDER.index(key.related_model._meta.app_label) < ORDER.index(key.model._meta.app_label)
    ]
    assert wrong == []


def test_keys_between_rooms_protect_and_leave_no_name_behind():
    wrong = [
        str(key)
        for key in keys_between_rooms()
        if key.remote_field.on_delete is not PROTECT or key.remote_field.related_name != "+"
    ]
    assert wrong == []


def test_no_room_refers_to_an_account():
    """What an account may do comes from the offices of its person."""
    assert [
        str(key) for key in keys_between_rooms() if key.related_model._meta.label == "accounts.Account"
    ] == []


def test_there_are_keys():
    assert keys_between_rooms()
