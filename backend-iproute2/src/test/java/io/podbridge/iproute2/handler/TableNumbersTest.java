package io.podbridge.iproute2.handler;

import io.podbridge.netlink.request.Command;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableNumbersTest {

    @Test
    void protocolsAndScopesOfRoutesAndAddressesBecomeNumbers() {
        assertThat(TableNumbers.instead(Command.of("ip", "route", "replace", "10.0.0.0/8", "proto", "static", "scope", "link")))
                .isEqualTo(Command.of("ip", "route", "replace", "10.0.0.0/8", "proto", "4", "scope", "253"));
        assertThat(TableNumbers.instead(Command.of("ip", "address", "add", "10.0.0.1/8", "scope", "host")))
                .isEqualTo(Command.of("ip", "address", "add", "10.0.0.1/8", "scope", "254"));
    }

    @Test
    void numbersAndOtherWordsStay() {
        Command numbers = Command.of("ip", "route", "del", "10.0.0.0/8", "proto", "99", "scope", "7");
        Command alias = Command.of("ip", "link", "set", "dev", "eth0", "alias", "proto", "static");

        assertThat(TableNumbers.instead(numbers)).isEqualTo(numbers);
        assertThat(TableNumbers.instead(alias)).isEqualTo(alias);
    }
}
