"""Answer sheets of Google Forms and Yandex Forms: their columns, their moments, their rows."""
