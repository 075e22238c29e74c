from allauth.account import views as allauth
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from wian.accounts.views.capacity import capacity
from wian.accounts.views.kept import kept
from wian.accounts.views.look import look

# Of allauth only what an office needs: nobody signs up by themselves. The names are allauth's own.
urlpatterns = [
    path("login/", login_not_required(allauth.login), name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/set/", allauth.password_set, name="account_set_password"),
    path("inactive/", login_not_required(allauth.account_inactive), name="account_inactive"),
    path("capacity/", capacity, name="account_capacity"),
    path("kept/<uuid:form>/", kept, name="account_kept"),
    path("look/", login_not_required(look), name="account_look"),
]
