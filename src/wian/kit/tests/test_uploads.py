"""Choosing files, and how much one request may carry."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.utils.datastructures import MultiValueDict

from wian.kit import uploads
from wian.kit.forms import ActForm
from wian.kit.uploads import MOST_FILES, FilesField

KEY = "5b3ad0b0-0000-4000-8000-000000000002"


class Report(ActForm):
    text = forms.CharField(required=False)
    attached = FilesField()


def file(data: bytes = b"data", name: str = "a.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def filled(*files: SimpleUploadedFile) -> Report:
    return Report(QueryDict(f"key={KEY}&text="), MultiValueDict({"attached": list(files)}))


def keyed(*files: SimpleUploadedFile):
    form = filled(*files)
    assert form.is_valid()
    return form.once_key("/x/")


def test_all_chosen_files_arrive_also_empty_ones():
    form = filled(file(), file(b""))
    assert form.is_valid()
    assert [chosen.size for chosen in form.cleaned_data["attached"]] == [4, 0]


def test_no_file_is_no_mistake_unless_one_is_required():
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["attached"] == []
    with pytest.raises(forms.ValidationError):
        FilesField(required=True).clean([])


def test_more_than_five_are_refused():
    assert filled(*[file()] * MOST_FILES).is_valid()
    assert filled(*[file()] * (MOST_FILES + 1)).errors["attached"].as_data()[0].code == "too_many"


def test_it_is_drawn_in_the_look_of_the_site_with_what_may_be_chosen():
    drawn = Report().as_div()
    assert 'type="file"' in drawn
    assert " multiple" in drawn
    assert 'accept=".pdf,image/jpeg,image/png,.docx,.xlsx"' in drawn
    assert 'class="form-control"' in drawn
    assert Report().is_multipart()


def test_another_file_of_the_same_name_and_size_is_another_act():
    assert keyed(file(b"1000")) == keyed(file(b"1000"))
    assert (
        len({keyed(file(b"1000")), keyed(file(b"2000")), keyed(file(b"1000"), file(b"1000")), keyed()}) == 4
    )


def test_the_key_leaves_the_files_to_be_read():
    form = filled(file())
    assert form.is_valid()
    form.once_key("/x/")
    assert form.cleaned_data["attached"][0].read() == b"data"


@pytest.mark.django_db
def test_a_request_that_carries_too_much_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 10_000)
    answered = Client().post("/accounts/login/", {"login": "x", "files": file(bytes(10_000))})
    assert answered.status_code == 413
    assert "๑๐ เมกะไบต์" in answered.content.decode()
    assert Client().post("/accounts/login/", {"login": "x", "files": file(bytes(5_000))}).status_code == 200


def test_what_is_small_enough_arrives():
    request = RequestFactory().post("/", {"files": [file(b"one"), file(b"two")]})
    assert [one.read() for one in request.FILES.getlist("files")] == [b"one", b"two"]
