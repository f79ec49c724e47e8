"""What is particular to a language, as data: `language_pack("fr")`, `shared_pack()`."""

from recoupe.languages.loader import LANGUAGES, LanguagePack, SharedPack, language_pack, shared_pack

__all__ = ["LANGUAGES", "LanguagePack", "SharedPack", "language_pack", "shared_pack"]
