"""The addresses of the client's pages, in the order of the journey."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from bookings.front import (
    amending,
    attending,
    booking,
    cancelling,
    catalogue,
    choosing,
    crawlers,
    details,
    feeds,
    guide,
    holding,
    home,
    language,
    link_cards,
    message,
    moving,
    organising,
    pictures,
    plan,
    privacy,
    questionnaire,
    result,
    review,
    theme,
    times,
    waiting,
)

app_name = "front"


class HexConverter(StringConverter):
    """Digits of hexadecimal numbers, in small letters."""

    regex = "[0-9a-f]+"


register_converter(HexConverter, "hex")

urlpatterns = [
    path("", home.home, name="home"),
    path("packages/", catalogue.packages, name="packages"),
    path("packages/<slug:slug>/", catalogue.package, name="package"),
    path("guide/", guide.guide, name="guide"),
    path("privacy/", privacy.privacy, name="privacy"),
    path("language/", language.choose_language, name="language"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("card.png", link_cards.studio_card, name="card"),
    path("packages/<slug:slug>/card.png", link_cards.package_card, name="package_card"),
    path("pictures/<hex:digest>-<int:width>.<str:form>", pictures.picture, name="picture"),
    path("theme.<hex:accent>.<hex:mark>.css", theme.theme, name="theme"),
    path("start/", questionnaire.start, name="start"),
    path("e/<str:token>/", questionnaire.resume, name="resume"),
    path("e/<str:token>/q/<slug:slug>/", questionnaire.question, name="question"),
    path("e/<str:token>/result/", result.result, name="result"),
    path("e/<str:token>/choose/<slug:slug>/", choosing.choose, name="choose"),
    path("e/<str:token>/message/", message.message, name="message"),
    path("e/<str:token>/times/", times.times, name="times"),
    path("e/<str:token>/hold/", holding.hold, name="hold"),
    path("e/<str:token>/extend/", holding.extend, name="extend"),
    path("e/<str:token>/release/", holding.release, name="release"),
    path("e/<str:token>/waiting/", waiting.waiting, name="waiting"),
    path("e/<str:token>/waiting/stop/", waiting.stop_waiting, name="stop_waiting"),
    path("e/<str:token>/details/", details.details, name="details"),
    path("e/<str:token>/review/", review.review, name="review"),
    path("b/<str:token>/", booking.booking, name="booking"),
    path("b/<str:token>/plan/", plan.tick, name="tick"),
    path("b/<str:token>/changes/<slug:slug>/", amending.amend, name="amend"),
    path("b/<str:token>/confirmed/", booking.confirmed, name="confirmed"),
    path("b/<str:token>/move/", moving.move, name="move"),
    path("b/<str:token>/cancel/", cancelling.cancel, name="cancel"),
    path("b/<str:token>/people/", organising.people, name="people"),
    path("b/<str:token>/people/print/", organising.printed, name="people_print"),
    path("b/<str:token>/people/list.csv", organising.roster_file, name="people_file"),
    path("b/<str:token>/people/<int:number>/", organising.person, name="person"),
    path("a/<str:token>/", attending.attendee, name="attendee"),
    path("a/<str:token>/q/<slug:slug>/", attending.question, name="attendee_question"),
    path("a/<str:token>/slot.ics", attending.calendar, name="attendee_calendar"),
    path("b/<str:token>/calendar.ics", booking.calendar, name="calendar"),
    path("calendar/<str:token>.ics", feeds.feed, name="feed"),
]
