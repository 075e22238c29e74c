from django.http import HttpRequest

from wian.kit.actor import Actor

# Where a session keeps the key of the office that was chosen.
CAPACITY = "capacity"


class Request(HttpRequest):
    """What a view gets: the actor, and all the capacities that the person may choose from."""

    actor: Actor
    offices: list[Actor]
