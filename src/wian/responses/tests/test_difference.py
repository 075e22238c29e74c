"""What differs between two submissions: nothing when they are equal, every change once."""

import doctest
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from wian.responses import difference as module
from wian.responses.difference import Field, difference

NAME = {
    "title": "นาย",
    "given_name": "ธนวัฒน์",
    "family_name": "ใจกล้า",
    "post": "นิติกร",
    "phone": "08 1111 2222",
}
PROJECT = {"title": "โครงการนัดหมายล่วงหน้า", "horizon": "short", "money": "none", "satang": None}

words = st.text(st.sampled_from("กขคงจ ฉ"), max_size=6)
people = st.lists(
    st.fixed_dictionaries({"given_name": words, "family_name": words, "phone": st.sampled_from(["1", "2"])}),
    max_size=4,
)
projects = st.lists(
    st.fixed_dictionaries({"title": words, "satang": st.none() | st.integers(0, 2)}), max_size=4
)
files = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from(["a.pdf", "b.pdf"]), "sha256": st.sampled_from("xyz")}),
    max_size=3,
    unique_by=lambda file: file["sha256"],
)
parts = st.fixed_dictionaries(
    {"ask": st.integers(1, 2)},
    optional={
        "nothing": st.none() | words,
        "text": st.text(st.sampled_from("กข\n"), max_size=6),
        "names": people,
        "projects": projects,
        "files": files,
    },
)
contents = st.lists(parts, max_size=2, unique_by=lambda part: str(part["ask"])).map(
    lambda asks: {"asks": asks}
)


def of(**part):
    return {"asks": [{"ask": 7, **part}]}


def told(before, after):
    return [(change.what, change.how, change.before, change.after) for change in difference(before, after)]


class TestWhatever:
    @given(contents)
    def test_equal_submissions_differ_in_nothing(self, content):
        assert difference(content, content) == ()

    @given(contents, contents)
    def test_the_other_way_round_the_same_things_come_and_go(self, before, after):
        there, back = difference(before, after), difference(after, before)
        counted = Counter((change.ask, change.what, change.before, change.after) for change in there)
        assert counted == Counter((change.ask, change.what, change.after, change.before) for change in back)

    @given(people, people)
    def test_everybody_is_told_once_or_stands_as_before(self, before, after):
        changes = difference(of(names=before), of(names=after))
        come = sum(change.how == "added" for change in changes)
        gone = sum(change.how == "removed" for change in changes)
        assert len(before) - gone == len(after) - come
        changed = sum(change.how == "changed" for change in changes)
        assert come + changed <= len(after)
        assert all(field.before != field.after for change in changes for field in change.fields)

    @given(st.text(st.sampled_from("กข\n"), max_size=12), st.text(st.sampled_from("กข\n"), max_size=12))
    def test_the_lines_of_a_text_that_are_told_are_those_that_differ(self, before, after):
        changes = difference(of(text=before), of(text=after))
        assert bool(changes) == (before.splitlines() != after.splitlines())
        gone = [line for change in changes for field in change.fields for line in field.before.splitlines()]
        assert not Counter(gone) - Counter(before.splitlines())


class TestPeople:
    def test_a_field_that_was_corrected(self):
        corrected = {**NAME, "phone": "08 1111 3333"}
        [change] = difference(of(names=[NAME]), of(names=[corrected]))
        assert (change.how, change.after) == ("changed", "นายธนวัฒน์ ใจกล้า")
        assert change.fields == (Field("phone", "08 1111 2222", "08 1111 3333"),)

    def test_a_name_spelled_better_is_the_same_person(self):
        better = {**NAME, "family_name": "ใจกล้าหาญ"}
        assert told(of(names=[NAME]), of(names=[better])) == [
            ("name", "changed", "นายธนวัฒน์ ใจกล้า", "นายธนวัฒน์ ใจกล้าหาญ")
        ]

    def test_somebody_else_in_the_same_place_is_somebody_else(self):
        other = {**NAME, "given_name": "สิริกร", "family_name": "พงษ์ดี", "title": "นางสาว"}
        assert told(of(names=[NAME]), of(names=[other])) == [
            ("name", "added", "", "นางสาวสิริกร พงษ์ดี"),
            ("name", "removed", "นายธนวัฒน์ ใจกล้า", ""),
        ]

    def test_another_order_is_no_change(self):
        other = {**NAME, "given_name": "สิริกร"}
        assert told(of(names=[NAME, other]), of(names=[other, NAME])) == []

    def test_of_two_alike_each_becomes_the_one_most_like_it(self):
        first, second = {**NAME, "given_name": "สมชาย"}, {**NAME, "given_name": "สมหญิง"}
        one, two = {**first, "given_name": "สมชายน์"}, {**second, "given_name": "สมหญิงค์"}
        assert [(was, now) for _, _, was, now in told(of(names=[first, second]), of(names=[two, one]))] == [
            ("นายสมหญิง ใจกล้า", "นายสมหญิงค์ ใจกล้า"),
            ("นายสมชาย ใจกล้า", "นายสมชายน์ ใจกล้า"),
        ]


class TestTheRest:
    def test_a_project_is_known_again_by_a_title_much_like_it(self):
        renamed = {**PROJECT, "title": "โครงการนัดหมายล่วงหน้า ๒๔ ชั่วโมง", "money": "extra", "satang": 12000000}
        [change] = difference(of(projects=[PROJECT]), of(projects=[renamed]))
        assert [field.name for field in change.fields] == ["title", "money", "satang"]
        assert change.fields[-1] == Field("satang", "", "12000000")

    def test_another_file_under_the_same_name_is_another_file(self):
        before, after = ({"name": "แผน.pdf", "sha256": digest} for digest in ("aa", "bb"))
        assert told(of(files=[before]), of(files=[after])) == [
            ("file", "added", "", "แผน.pdf"),
            ("file", "removed", "แผน.pdf", ""),
        ]

    def test_the_digest_of_a_file_is_never_told(self):
        changes = difference(of(), of(files=[{"name": "แผน.pdf", "sha256": "aa"}]))
        assert [field.name for change in changes for field in change.fields] == ["name"]

    def test_only_the_lines_of_a_text_that_changed(self):
        [change] = difference(of(text="หนึ่ง\nสอง\nสาม"), of(text="หนึ่ง\nสองกว่า\nสาม"))
        assert change.fields == (Field("text", "สอง", "สองกว่า"),)

    def test_from_names_to_nothing_to_send(self):
        assert told(of(names=[NAME], nothing=None), of(names=[], nothing="ไม่มีผู้ที่เข้าเกณฑ์")) == [
            ("nothing", "added", "", "ไม่มีผู้ที่เข้าเกณฑ์"),
            ("name", "removed", "นายธนวัฒน์ ใจกล้า", ""),
        ]

    def test_what_an_older_submission_does_not_know_is_empty(self):
        assert told(of(names=[NAME]), of(names=[NAME], text="", projects=[], files=[], nothing=None)) == []

    def test_each_ask_has_its_own_changes(self):
        before = {"asks": [{"ask": 1, "text": "ก"}, {"ask": 2, "text": "ข"}]}
        after = {"asks": [{"ask": 2, "text": "ค"}, {"ask": 1, "text": "ก"}]}
        assert [change.ask for change in difference(before, after)] == [2]


def test_the_example_in_its_docstring():
    assert doctest.testmod(module).failed == 0
