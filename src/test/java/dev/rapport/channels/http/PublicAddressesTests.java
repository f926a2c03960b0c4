package dev.rapport.channels.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.OutsideHosts;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:127.0.0.1"
            })
    void privateAndReservedAddressesAreKnown(String address) throws Exception {
        assertThat(OutsideHosts.isOutside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void publicAddressesPass(String address) throws Exception {
        assertThat(OutsideHosts.isOutside(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void onlyTheWebIsAsked() {
        PublicAddresses addresses = new PublicAddresses(new OutsideHosts("*"));

        assertThatThrownBy(() -> addresses.check(URI.create("file:///anything")))
                .isInstanceOf(Fault.Refused.class);
        assertThatThrownBy(() -> addresses.check(URI.create("ftp://example.com/x")))
                .isInstanceOf(Fault.Refused.class);
        assertThatCode(() -> addresses.check(URI.create("http://127.0.0.1/"))).doesNotThrowAnyException();
    }

    @Test
    void ownMachineIsNotAskedUnlessThatIsAllowed() {
        PublicAddresses addresses = new PublicAddresses(new OutsideHosts(""));

        assertThatThrownBy(() -> addresses.check(URI.create("http://localhost:8420/")))
                .isInstanceOf(Fault.Refused.class);
    }
}
