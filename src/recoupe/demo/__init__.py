"""The made-up affair that comes with Recoupe: eight reports in `affair`, all of it invented."""
