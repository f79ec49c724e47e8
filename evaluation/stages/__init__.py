"""At which stage an event is told to be, and with what reserve, passage by passage."""
