"""The studio's pictures: what stands at an address never changes, so nobody asks for it twice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Picture
from bookings.catalogue.picture_files import file_of
from bookings.catalogue.pictures import FORMATS

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, digest: str, width: int, form: str) -> HttpResponse:
    """One size of a picture in one format; 404 where there is no such picture or size."""
    kept = get_object_or_404(Picture, digest=digest)
    if width not in kept.widths or form not in FORMATS:
        raise Http404
    etag = f'"{digest[:32]}-{width}-{form}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            content = file_of(kept, width, form).read_bytes()
        except FileNotFoundError as lost:
            raise Http404 from lost
        response = HttpResponse(content, content_type=f"image/{form}")
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER
    return response
