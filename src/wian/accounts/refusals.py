from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wian.kit.refusal import Refusal


class UsernameTaken(Refusal):
    code: ClassVar[str] = "username-taken"
    sentence = _("The user name “%(username)s” is taken.")
    remedy = _("Choose another user name.")


class NameMissing(Refusal):
    code: ClassVar[str] = "name-missing"
    sentence = _("The person has no name.")
    remedy = _("Give title, given and family name.")


class HasAccount(Refusal):
    code: ClassVar[str] = "has-account"
    sentence = _("%(person)s already has an account.")
    remedy = _("Let them sign in with that one.")


class UnitUnknown(Refusal):
    code: ClassVar[str] = "unit-unknown"
    sentence = _("The directory has no unit called “%(unit)s”.")
    remedy = _("Launch a letter that names it, or write the name as the directory has it.")


class PostHasOtherRoles(Refusal):
    code: ClassVar[str] = "post-has-other-roles"
    sentence = _("The post “%(post)s” already has the roles: %(roles)s.")
    remedy = _("Give the same roles, or the title of another post.")


class PasswordWeak(Refusal):
    code: ClassVar[str] = "password-weak"
    sentence = _("That password is too easy to guess. %(why)s")
    remedy = _("Choose a longer one that is hard to guess.")


class TooManyTries(Refusal):
    code: ClassVar[str] = "too-many-tries"
    sentence = _("The password was wrong too often.")
    remedy = _("Wait a few minutes, then try again. Whoever has forgotten it asks the administrator.")
