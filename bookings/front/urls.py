"""The addresses of the client's pages, in the order of the journey."""

from django.urls import path

from bookings.front import (
    booking,
    catalogue,
    choosing,
    details,
    holding,
    home,
    message,
    questionnaire,
    result,
    review,
    times,
)

app_name = "front"

urlpatterns = [
    path("", home.home, name="home"),
    path("packages/", catalogue.packages, name="packages"),
    path("packages/<slug:slug>/", catalogue.package, name="package"),
    path("start/", questionnaire.start, name="start"),
    path("e/<str:token>/", questionnaire.resume, name="resume"),
    path("e/<str:token>/q/<slug:slug>/", questionnaire.question, name="question"),
    path("e/<str:token>/result/", result.result, name="result"),
    path("e/<str:token>/choose/<slug:slug>/", choosing.choose, name="choose"),
    path("e/<str:token>/message/", message.message, name="message"),
    path("e/<str:token>/times/", times.times, name="times"),
    path("e/<str:token>/hold/", holding.hold, name="hold"),
    path("e/<str:token>/details/", details.details, name="details"),
    path("e/<str:token>/review/", review.review, name="review"),
    path("b/<str:token>/", booking.booking, name="booking"),
    path("b/<str:token>/confirmed/", booking.confirmed, name="confirmed"),
    path("b/<str:token>/calendar.ics", booking.calendar, name="calendar"),
]
