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
    "photo": {
        "photo": [
            {"file_id": "sandbox-photo-s", "file_unique_id": "photo-s", "width": 90, "height": 60, "file_size": 1400},
            {"file_id": "sandbox-photo", "file_unique_id": "photo", "width": 1280, "height": 853, "file_size": 96000},
        ]
    },
    "location": {"location": {"latitude": 30.1345, "longitude": 120.0803}},
}
