from django.urls import include, path

from wian.house.rooms import OPEN, urls_of

urlpatterns = [
    path("" if room == "desks" else f"{room}/", include(urls)) for room in OPEN if (urls := urls_of(room))
]

handler400 = "wian.kit.errors.bad_request"
handler403 = "wian.kit.errors.forbidden"
handler404 = "wian.kit.errors.not_found"
handler500 = "wian.kit.errors.server_error"
