"""Where a desk is served: an address that nobody else has."""

import pytest

from dragoman.desk.errors import Refused
from dragoman.desk.serving import taking

HERE = "127.0.0.1"


def test_any_free_port_may_be_taken():
    with taking(HERE, 0) as one, taking(HERE, 0) as other:
        assert one.getsockname()[1] != other.getsockname()[1]


def test_a_port_that_is_taken_is_named():
    with taking(HERE, 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(Refused, match=rf"127\.0\.0\.1, port {port}: the desk cannot be there"):
            taking(HERE, port)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(Refused, match=r"192\.0\.2\.1, port 0"):  # of a network for examples, RFC 5737
        taking("192.0.2.1", 0)
