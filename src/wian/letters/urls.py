from django.urls import path

from wian.letters.views.register import register

app_name = "letters"
urlpatterns = [path("register/", register, name="register")]
