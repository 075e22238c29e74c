from django.urls import path

from wian.responses.views.accept import accept_answer
from wian.responses.views.answer import answer
from wian.responses.views.confirm import confirm_entry
from wian.responses.views.names import names_page, names_sheet
from wian.responses.views.nil import nil_response
from wian.responses.views.nominate import name_person
from wian.responses.views.on_behalf import on_behalf
from wian.responses.views.present import present_answer
from wian.responses.views.sign_off import sign_off_answer, sign_on_paper_answer
from wian.responses.views.withdraw import withdraw_name

app_name = "responses"
urlpatterns = [
    path("<int:recipient>/", answer, name="answer"),
    path("<int:obligation>/nominate/", name_person, name="nominate"),
    path("<int:nomination>/withdraw/", withdraw_name, name="withdraw"),
    path("<int:obligation>/nil/", nil_response, name="nil"),
    path("<int:recipient>/present/", present_answer, name="present"),
    path("<int:recipient>/sign-off/", sign_off_answer, name="sign_off"),
    path("<int:recipient>/sign-on-paper/", sign_on_paper_answer, name="sign_on_paper"),
    path("<int:recipient>/confirm/", confirm_entry, name="confirm"),
    path("<int:recipient>/on-behalf/", on_behalf, name="on_behalf"),
    path("<int:obligation>/accept/", accept_answer, name="accept"),
    path("<int:circular>/names/", names_page, name="names"),
    path("<int:circular>/names.xlsx", names_sheet, name="names_sheet"),
]
