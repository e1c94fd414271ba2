package io.wellspring.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether a request certainly comes from a browser on the very machine Wellspring runs on. A proxy on that machine looks the same from
 * here, so any trace of one is a no; a web page elsewhere that points its own name at this machine is given away by the Host header.
 */
@Component
class SameMachine {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> TRACES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-originating-ip",
            "x-remote-ip",
            "x-remote-addr",
            "x-host",
            "cf-connecting-ip",
            "cf-connecting-ipv6",
            "cf-ray",
            "cdn-loop",
            "client-ip",
            "true-client-ip",
            "fastly-client-ip",
            "fly-client-ip",
            "x-azure-clientip",
            "x-appengine-user-ip",
            "proxy-client-ip",
            "wl-proxy-client-ip",
            "x-arr-clientcert",
            "x-original-host",
            "x-original-url",
            "x-proxyuser-ip",
            "forwarded-for",
            "forwarded-for-ip");
    private static final List<String> TRACE_BEGINNINGS = List.of("x-forwarded", "x-envoy-", "x-amzn-");

    private final boolean trustsNobody;

    SameMachine(Environment environment) {
        this.trustsNobody = trustsNobody(environment);
    }

    boolean isClient(HttpServletRequest request) {
        return trustsNobody && fromLoopback(request) && bearsNoTrace(request) && calledByOwnName(request);
    }

    /** With forwarded addresses taken at their word, the remote address is whatever somebody wrote. */
    private static boolean trustsNobody(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy", "");
        CloudPlatform platform = CloudPlatform.getActive(environment);
        boolean trustsPlatform = strategy.isEmpty() && platform != null && platform.isUsingForwardHeaders();
        return (strategy.isEmpty() || strategy.equalsIgnoreCase("none"))
                && !trustsPlatform
                && environment
                        .getProperty("server.tomcat.remoteip.remote-ip-header", "")
                        .isEmpty()
                && environment
                        .getProperty("server.tomcat.remoteip.protocol-header", "")
                        .isEmpty();
    }

    private static boolean fromLoopback(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean bearsNoTrace(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .noneMatch(name ->
                        TRACES.contains(name) || TRACE_BEGINNINGS.stream().anyMatch(name::startsWith));
    }

    private static boolean calledByOwnName(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1
                && OWN_NAMES.contains(hosts.getFirst().toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
    }
}
