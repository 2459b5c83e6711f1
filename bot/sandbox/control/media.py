"""What people send that is no text: the fields of a Message for each kind."""

from typing import Any

MEDIA: dict[str, dict[str, Any]] = {
    "sticker": {
        "sticker": {
            "file_id": "sandbox-sticker",
            "file_unique_id": "sticker",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        }
    },
    "voice": {
        "voice": {
            "file_id": "sandbox-voice",
            "file_unique_id": "voice",
            "duration": 4,
            "mime_type": "audio/ogg",
            "file_size": 9600,
        }
    },
    "photo": {},  # drawn when it is sent
    "location": {"location": {"latitude": 30.1345, "longitude": 120.0803}},
}
