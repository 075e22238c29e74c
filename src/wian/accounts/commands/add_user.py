from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from saraban.words import split_name
from wian.accounts.commands.open_account import open_account
from wian.accounts.models import Account
from wian.accounts.refusals import NameMissing, PasswordWeak, PostHasOtherRoles, UnitUnknown
from wian.directory.commands.add_post import add_post
from wian.directory.commands.appoint import appoint
from wian.directory.models import Person, Post
from wian.directory.queries import unit_named
from wian.kit import clock
from wian.kit.act import act
from wian.kit.actor import Actor


@act
def add_user(
    username: str,
    *,
    password: str,
    name: str,
    unit: str,
    post: str,
    roles: Sequence[str],
    by: Actor,
    at: datetime,
    phone: str = "",
    email: str = "",
) -> Account:
    """Enter a person who holds `post` in `unit` from today, and let them sign in.

    A post of that title is made when the unit has none, with `roles`; one that is there has the same.
    Raises NameMissing, UnitUnknown, UnitAmbiguous, PostHasOtherRoles, PasswordWeak, UsernameTaken.
    """
    home = unit_named(unit)
    if not home:
        raise UnitUnknown(unit=unit)
    try:
        validate_password(password, Account(username=username))
    except ValidationError as weak:
        raise PasswordWeak(why=" ".join(weak.messages)) from weak
    title, given_name, family_name = split_name(name)
    if not given_name:
        raise NameMissing
    person = Person.objects.create(
        title=title, given_name=given_name, family_name=family_name, phone=phone, email=email
    )
    place = Post.objects.filter(unit=home, title=post).first() or add_post(
        home, post, roles=roles, by=by, at=at
    )
    held = {row.role for row in place.roles.all()}
    if held != set(roles):
        raise PostHasOtherRoles(post=post, roles=", ".join(sorted(held)))
    appoint(person, place, since=clock.day_of(at), by=by, at=at)
    return open_account(person, username=username, password=password, by=by, at=at)
