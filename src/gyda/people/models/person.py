"""A person: who signs in, in however many hubs. Class REFERENCE; never written per request."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from gyda.keys.uuid7 import uuid7


class Language(models.TextChoices):
    """The language in which a person is written and spoken to."""

    CY = "cy", "Cymraeg"
    EN = "en", "English"


class PersonManager(BaseUserManager["Person"]):
    """Makes persons; nobody in Gyda has a password."""

    def create_user(self, *, name: str, **fields: Any) -> "Person":
        person = self.model(name=name, **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone with a name, perhaps an e-mail address or a phone, perhaps neither."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    email = models.EmailField(null=True, blank=True)
    phone = models.CharField(max_length=16, null=True, blank=True, unique=True)  # E.164
    language = models.CharField(max_length=2, choices=Language, default=Language.CY)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_login = None  # a REFERENCE row is not written at each sign-in

    objects = PersonManager()

    USERNAME_FIELD = "id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="people_person_email_uq")]

    def __str__(self) -> str:
        return self.name
