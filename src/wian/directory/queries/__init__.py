"""Reads of the directory. `on` is always a date: who held what *then*."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from saraban.words import fold
from wian.directory.models import STAFF, Holding, Person, Post, Role, Unit, UnitType
from wian.directory.refusals import UnitAmbiguous
from wian.kit.actor import Actor


def unit_named(name: str, *, within: Unit | None = None) -> Unit | None:
    """The unit of that name, whatever look-alike letters, digits and spaces it was typed with.

    `within` is whose letter names it: a division of the same name in another ministry or department is
    another unit. Of several that remain the nearest one is meant. Raises UnitAmbiguous.
    """
    found = units_named([name], within=within).get(fold(name), [])
    if len(found) > 1:
        raise UnitAmbiguous(name=name)
    return found[0] if found else None


def units_named(names: Collection[str], *, within: Unit | None = None) -> dict[str, list[Unit]]:
    """The same for many names at once: by the key of each name the unit that it means.

    More than one where it is ambiguous; a name that means no unit is left out. Two statements, however many names.
    """
    found = list(Unit.objects.filter(key__in={fold(name) for name in names}))
    if within:
        foreign = {one for unit in found for one in unit.ancestors[:-1]}.difference(within.ancestors)
        rows = Unit.objects.filter(pk__in=foreign, type=UnitType.DEPARTMENT)
        departments = set(rows.values_list("pk", flat=True))
        found = [unit for unit in found if not is_elsewhere(unit, within, departments)]
    by_key: dict[str, list[Unit]] = {}
    for unit in found:
        by_key.setdefault(unit.key, []).append(unit)
    return {key: nearest(units, within) if within else units for key, units in by_key.items()}


def unit_under(parent: Unit | None, name: str) -> Unit | None:
    """The unit of that name directly under `parent` (None: at the top)."""
    return Unit.objects.filter(parent=parent, key=fold(name)).first()


def units_under(actor: Actor) -> QuerySet[Unit]:
    """The actor's own unit and all below it, in the order of the tree."""
    below = Unit.objects.filter(path__startswith=actor.path) if actor.path else Unit.objects.none()
    return below.order_by("path")


def department_of(unit: Unit) -> Unit:
    """The department that the unit belongs to, itself counting; the top of its tree when it is in none."""
    above = sorted(Unit.objects.filter(pk__in=unit.ancestors), key=lambda one: len(one.path))
    return next((one for one in above if one.type == UnitType.DEPARTMENT), above[0])


def is_elsewhere(unit: Unit, within: Unit, departments: Collection[int]) -> bool:
    """Is the unit in another tree, or in a department (one of `departments`) that `within` is not in?"""
    above, ours = unit.ancestors[:-1], within.ancestors
    return bool(above) and (above[0] not in ours or any(one in departments for one in above))


def nearness(unit: Unit, within: Unit) -> int:
    """How many units are above both, or are one of them."""
    return len(set(unit.ancestors) & set(within.ancestors))


def nearest(units: Collection[Unit], within: Unit) -> list[Unit]:
    """Those of `units` that no other is nearer to `within` than."""
    most = max(nearness(unit, within) for unit in units)
    return [unit for unit in units if nearness(unit, within) == most]


def levels_of(agency: str) -> list[str]:
    """The units in an agency's name, the highest first, however it was written ("กอง… กรม…", "กระทรวง… สถาบัน…").

    A word that begins no unit belongs to the one before.
    """
    levels: list[str] = []
    for word in agency.split():
        if levels and UnitType.of(word) is UnitType.OTHER:
            levels[-1] += f" {word}"
        else:
            levels.append(word)
    return sorted(levels, key=lambda name: UnitType.of(name).rank)


def holdings_on(on: date) -> QuerySet[Holding]:
    """Every holding in force on that day."""
    return Holding.objects.filter(Q(until__isnull=True) | Q(until__gte=on), since__lte=on)


def offices_of(person: Person, *, on: date) -> list[Actor]:
    """The capacities in which `person` may act on that day, their own posts first. One statement."""
    rows = holdings_on(on).filter(person=person).select_related("post__unit")
    held: dict[int, Holding] = {}
    roles: dict[int, set[str]] = defaultdict(set)
    for row in rows.annotate(role=F("post__roles__role")):
        row.person = person
        held[row.pk] = row
        if row.role:
            roles[row.pk].add(row.role)
    own_first = sorted(held.values(), key=lambda one: (one.kind != Holding.Kind.SUBSTANTIVE, one.pk))
    return [_actor(holding, roles[holding.pk]) for holding in own_first]


def actor_of(holding: Holding) -> Actor:
    """The actor that a holding makes of its person."""
    return _actor(holding, [role.role for role in holding.post.roles.all()])


def _actor(holding: Holding, roles: Iterable[str]) -> Actor:
    post, unit = holding.post, holding.post.unit
    title = post.title
    if holding.kind != Holding.Kind.SUBSTANTIVE:
        title = f"{ACTING_WORDS[holding.kind]}{title}"
    return Actor(
        key=f"holding:{holding.pk}",
        title=title,
        name=str(holding.person),
        person=holding.person_id,
        post=post.pk,
        unit=unit.pk,
        unit_name=unit.name,
        path=unit.path,
        roles=frozenset(roles),
    )


# As a signature block names them, before the title of the post; official Thai whatever the screen's language.
ACTING_WORDS: dict[str, str] = {
    Holding.Kind.ACTING_GOVERNMENT: "รักษาราชการแทน",
    Holding.Kind.ACTING_POST: "รักษาการในตำแหน่ง",
    Holding.Kind.ON_BEHALF: "ปฏิบัติราชการแทน",
}


def staff_of(unit: int, *, on: date) -> int:
    """How many people hold or act in a post of the unit on that day."""
    return holdings_on(on).filter(post__unit=unit).values("person").distinct().count()


def heads_of(unit: int, *, on: date) -> list[Person]:
    """Who heads the unit on that day: the holder of the post first, then who acts for the head."""
    rows = holdings_on(on).filter(post__unit=unit, post__roles__role=Role.HEAD).select_related("person")
    own_first = sorted(rows, key=lambda row: (row.kind != Holding.Kind.SUBSTANTIVE, row.pk))
    return [row.person for row in own_first]


def post_with(role: Role, unit: Unit) -> Post | None:
    """The unit's first post that carries `role`."""
    return Post.objects.filter(unit=unit, roles__role=role).order_by("pk").first()


def whom_to_call(units: Collection[int], *, on: date) -> dict[int, Person]:
    """One person a unit to telephone on that day: the preparer, else the clerk, else the head."""
    order = [Role.HEAD, Role.CLERK, Role.PREPARER]
    held = holdings_on(on).filter(post__unit__in=units, post__roles__role__in=order)
    rows = held.annotate(role=F("post__roles__role"), of=F("post__unit")).select_related("person")
    ranked = sorted(rows, key=lambda row: (order.index(Role(row.role)), -row.pk))
    return {row.of: row.person for row in ranked}


def offices_in_units(*, on: date) -> QuerySet[Unit]:
    """Every unit in the order of the tree, with its posts, their roles, and who holds them on that day."""
    held = Prefetch("holdings", holdings_on(on).select_related("person"), to_attr="held")
    posts = Prefetch("posts", Post.objects.prefetch_related("roles", held))
    return Unit.objects.prefetch_related(posts).order_by("path")


def staff_in(units: Collection[int], *, on: date) -> dict[int, list[int]]:
    """The people (ids) who answer for each of `units` (ids) on that day. One statement, however many units."""
    held = holdings_on(on).filter(post__unit__in=units, post__roles__role__in=STAFF)
    people: dict[int, list[int]] = {unit: [] for unit in units}
    for unit, person in held.order_by("person").values_list("post__unit", "person").distinct():
        people[unit].append(person)
    return people


def holders_of(post: int, *, on: date) -> list[int]:
    """The people (ids) who hold the post on that day, or act in it."""
    held = holdings_on(on).filter(post=post).order_by("pk")
    return list(held.values_list("person", flat=True))
