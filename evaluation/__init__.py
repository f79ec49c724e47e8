"""What Recoupe finds measured against marked answers. Not shipped."""
