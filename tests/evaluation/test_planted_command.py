"""What the command line of the planted piles asks for."""

import pytest

from evaluation.planted.__main__ import main


def test_worst_without_a_number_says_what_it_wants(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evaluation.planted", "--worst"])
    with pytest.raises(SystemExit):
        main()
    assert "--worst wants the number of claims to show" in capsys.readouterr().err
