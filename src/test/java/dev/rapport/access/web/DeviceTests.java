package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTests {

    @Test
    void browserAndSystemAreNamed() {
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox, Linux");
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge, Windows");
    }

    @Test
    void unknownDeviceIsEmpty() {
        assertThat(Device.of(null)).isEmpty();
        assertThat(Device.of("curl/8")).isEmpty();
    }
}
