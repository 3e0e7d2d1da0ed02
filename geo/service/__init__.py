"""What can be asked of Vigie; geo.service.service.Service is the one door."""

from geo.service.service import Parts, Service

__all__ = ["Parts", "Service"]
