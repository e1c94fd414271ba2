package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class SameMachineTests {

    private final SameMachine plain = new SameMachine(new MockEnvironment());

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void loopbackIsThisMachine(String address) {
        assertThat(plain.isClient(from(address, "localhost:8080"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "10.0.0.1", "2001:db8::1", "0.0.0.0", "localhost", "", "evil.example"})
    void everyOtherAddressIsNot(String address) {
        assertThat(plain.isClient(from(address, "localhost:8080"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080"})
    void ownNamesAreThisMachine(String host) {
        assertThat(plain.isClient(from("127.0.0.1", host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost:8080:1",
                "127.0.0.2",
                "localhost:",
                ""
            })
    void aNameThatOnlyPointsHereIsNot(String host) {
        assertThat(plain.isClient(from("127.0.0.1", host))).isFalse();
    }

    @Test
    void noHostOrTwoAreNot() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        assertThat(plain.isClient(request)).isFalse();
        MockHttpServletRequest two = from("127.0.0.1", "localhost");
        two.addHeader("Host", "localhost");
        assertThat(plain.isClient(two)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "X-Forwarded-Anything",
                "X-Forwarded",
                "X-Real-IP",
                "Via",
                "CF-Connecting-IP",
                "True-Client-IP",
                "X-Client-IP",
                "X-Cluster-Client-IP",
                "Fastly-Client-IP",
                "Forwarded-For",
                "CDN-Loop",
                "X-Envoy-External-Address",
                "X-Original-Host"
            })
    void anyTraceOfAProxyIsANo(String header) {
        for (String value : new String[] {"127.0.0.1", ""}) {
            MockHttpServletRequest request = from("127.0.0.1", "localhost:8080");
            request.addHeader(header, value);
            assertThat(plain.isClient(request)).as(header + ": " + value).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy, none, true",
        "server.forward-headers-strategy, NONE, true",
        "server.forward-headers-strategy, native, false",
        "server.forward-headers-strategy, framework, false",
        "server.tomcat.remoteip.remote-ip-header, x-forwarded-for, false",
        "server.tomcat.remoteip.protocol-header, x-forwarded-proto, false",
        "spring.main.cloud-platform, kubernetes, false",
        "spring.main.cloud-platform, none, true"
    })
    void whereForwardedAddressesAreBelievedNobodyIs(String setting, String value, boolean expected) {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty(setting, value);
        assertThat(new SameMachine(environment).isClient(from("127.0.0.1", "localhost")))
                .isEqualTo(expected);
    }

    private static MockHttpServletRequest from(String address, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("Host", host);
        return request;
    }
}
