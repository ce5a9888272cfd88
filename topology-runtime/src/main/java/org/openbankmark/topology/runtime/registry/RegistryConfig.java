package org.openbankmark.topology.runtime.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.runtime.settings.Settings;

/** The registry's settings, read and checked. Shows no secret. */
final class RegistryConfig {
    static final String URL = "schema.registry.url";

    private final List<URI> addresses;
    private final Optional<String> authorization;
    private final Optional<RegistryTls> tls;
    private final Duration connectTimeout;
    private final Duration timeout;
    private final int retries;
    private final Duration firstWait;
    private final Duration longestWait;

    private RegistryConfig(Settings settings) {
        List<URI> written = addresses(settings);
        this.authorization = RegistryCredentials.authorization(settings, written);
        this.addresses = written.stream().map(RegistryConfig::withoutUserInfo).toList();
        this.tls = RegistryTls.from(settings);
        this.connectTimeout = millis(settings, "http.connect.timeout.ms", 5_000);
        this.timeout = millis(settings, "http.read.timeout.ms", 10_000);
        this.retries = number(settings, "max.retries", 3);
        this.firstWait = millis(settings, "retries.wait.ms", 100);
        this.longestWait = millis(settings, "retries.max.wait.ms", 2_000);
    }

    /** @throws IllegalArgumentException if a setting is missing or wrong, naming it */
    static RegistryConfig from(Settings settings) {
        return new RegistryConfig(settings);
    }

    List<URI> addresses() {
        return addresses;
    }

    Optional<String> authorization() {
        return authorization;
    }

    Optional<RegistryTls> tls() {
        return tls;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    /** For one answer as a whole, its body included. */
    Duration timeout() {
        return timeout;
    }

    int retries() {
        return retries;
    }

    /** How long to wait before a retry, counted from 1. */
    Duration waitBefore(int retry) {
        Duration doubled = firstWait.multipliedBy(1L << Math.min(retry - 1, 20));
        return doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
    }

    /** Confluent's own clients take these with and without the prefix. */
    static Optional<String> value(Settings settings, String name) {
        return settings.get("schema.registry." + name)
                .or(() -> settings.get(name))
                .filter(value -> !value.isBlank());
    }

    private static List<URI> addresses(Settings settings) {
        String all = settings.get(URL)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the setting " + URL + " (environment: SCHEMA_REGISTRY_URL) is missing"));
        List<URI> addresses = new ArrayList<>();
        for (String part : all.split(",", -1)) {
            if (!part.isBlank()) {
                addresses.add(address(part.strip()));
            }
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("the setting " + URL + " names no address");
        }
        return addresses;
    }

    private static URI address(String text) {
        // The text is not repeated in messages: it may contain a password.
        URI address;
        try {
            address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("the setting " + URL + " contains what is not a URL");
        }
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("the setting " + URL
                    + " must be like http://host:8081 or https://host/path, several separated by ,");
        }
        return address;
    }

    private static URI withoutUserInfo(URI address) {
        if (address.getRawUserInfo() == null) {
            return address;
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(address.getScheme() + "://" + address.getHost() + port + address.getRawPath());
    }

    private static Duration millis(Settings settings, String name, int otherwise) {
        return Duration.ofMillis(number(settings, name, otherwise));
    }

    private static int number(Settings settings, String name, int otherwise) {
        Optional<String> value = value(settings, name);
        try {
            int number = value.map(String::strip).map(Integer::parseInt).orElse(otherwise);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException(notNumber(name, value), notNumber);
        }
        throw new IllegalArgumentException(notNumber(name, value));
    }

    private static String notNumber(String name, Optional<String> value) {
        return "the setting schema.registry." + name + " must be a whole number from 0, not " + value.orElse("");
    }
}
