from wian.directory.models.office import OVERSEERS, STAFF, Holding, Post, PostRole, Role
from wian.directory.models.person import Person
from wian.directory.models.unit import Unit, UnitType

__all__ = ["OVERSEERS", "STAFF", "Holding", "Person", "Post", "PostRole", "Role", "Unit", "UnitType"]
