package dev.rapport.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.OutsideHosts.NotOutside;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideHostsTests {

    private final OutsideHosts hosts = new OutsideHosts("localhost, Forum.Internal");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "::ffff:10.0.0.1"
            })
    void addressesOfPrivateNetworksAreNotOutside(String address) throws Exception {
        assertThat(OutsideHosts.isOutside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "100.128.0.1", "2606:2800:21f:cb07::1"})
    void othersAre(String address) throws Exception {
        assertThat(OutsideHosts.isOutside(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void privateAndUnprotectedAddressesAreNotCalled() {
        assertThatThrownBy(() -> hosts.check(URI.create("https://127.0.0.1/"))).isInstanceOf(NotOutside.class);
        assertThatThrownBy(() -> hosts.check(URI.create("https://[::1]/"))).isInstanceOf(NotOutside.class);
        assertThatThrownBy(() -> hosts.check(URI.create("http://93.184.215.14/")))
                .isInstanceOf(NotOutside.class);
        assertThatThrownBy(() -> hosts.check(URI.create("https://a:b@93.184.215.14/")))
                .isInstanceOf(NotOutside.class);
        assertThatThrownBy(() -> hosts.check(URI.create("mailto:x@example.com")))
                .isInstanceOf(NotOutside.class);
        assertThatCode(() -> hosts.check(URI.create("https://93.184.215.14/"))).doesNotThrowAnyException();
    }

    @Test
    void whatTheOperatorAllowsIsCalledWhereverItIs() {
        assertThatCode(() -> hosts.check(URI.create("http://localhost:8080/hook")))
                .doesNotThrowAnyException();
        assertThatCode(() -> hosts.check(URI.create("http://forum.internal/"))).doesNotThrowAnyException();
    }
}
