from django.urls import path

from wian.asks.views.ask_for_time import ask_for_time_page
from wian.asks.views.close import close_page, reopen_page
from wian.asks.views.corrections import corrections_page
from wian.asks.views.decide import decide_page
from wian.asks.views.exempt import end_exemption_page, exempt_page
from wian.asks.views.extend import extend_page
from wian.asks.views.from_issued import from_issued_page
from wian.asks.views.launch import launch_page
from wian.asks.views.matrix import matrix_page, matrix_sheet
from wian.asks.views.original import original
from wian.asks.views.proposal import proposal_page
from wian.asks.views.put_aside import put_aside_page
from wian.asks.views.reached import reached_page
from wian.asks.views.read_in import read_in_page
from wian.asks.views.receive import receive_page
from wian.asks.views.remind import remind_page

app_name = "asks"
urlpatterns = [
    path("<int:recipient>/receive/", receive_page, name="receive"),
    path("<int:recipient>/ask-for-time/", ask_for_time_page, name="ask_for_time"),
    path("<int:circular>/matrix/", matrix_page, name="matrix"),
    path("<int:circular>/matrix.xlsx", matrix_sheet, name="matrix_sheet"),
    path("<int:circular>/extend/", extend_page, name="extend"),
    path("<int:circular>/remind/", remind_page, name="remind"),
    path("<int:circular>/reached/", reached_page, name="reached"),
    path("<int:asked>/decide/", decide_page, name="decide"),
    path("<int:ask>/close/", close_page, name="close"),
    path("<int:ask>/reopen/", reopen_page, name="reopen"),
    path("<int:obligation>/exempt/", exempt_page, name="exempt"),
    path("<int:obligation>/end-exemption/", end_exemption_page, name="end_exemption"),
    path("read-in/", read_in_page, name="read_in"),
    path("from-issued/<int:letter>/", from_issued_page, name="from_issued"),
    path("<int:read_in>/proposal/", proposal_page, name="proposal"),
    path("<int:read_in>/original/", original, name="original"),
    path("<int:read_in>/corrections/", corrections_page, name="corrections"),
    path("<int:read_in>/put-aside/", put_aside_page, name="put_aside"),
    path("<int:read_in>/launch/", launch_page, name="launch"),
]
