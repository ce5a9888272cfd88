package org.openbankmark.topology.runtime.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.openbankmark.topology.runtime.settings.Settings;

/** Who the client says it is: the value of HTTP's Authorization header. Messages never contain it. */
final class RegistryCredentials {
    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String TOKEN = "bearer.auth.token";

    private RegistryCredentials() {}

    static Optional<String> authorization(Settings settings, List<URI> addresses) {
        Optional<String> bearer = bearer(settings);
        Optional<String> basic = basic(settings, addresses);
        if (bearer.isPresent() && basic.isPresent()) {
            throw new IllegalArgumentException("the schema registry's settings contain both a user with password and a "
                    + TOKEN + ": give one of them");
        }
        return bearer.or(() -> basic);
    }

    private static Optional<String> bearer(Settings settings) {
        Optional<String> token = RegistryConfig.value(settings, TOKEN);
        String source = RegistryConfig.value(settings, BEARER_SOURCE).orElse("STATIC_TOKEN");
        if (!source.equalsIgnoreCase("STATIC_TOKEN")) {
            throw new IllegalArgumentException(
                    "the setting " + BEARER_SOURCE + " must be STATIC_TOKEN; " + source + " is not supported");
        }
        return token.map(value -> "Bearer " + printable(value.strip()));
    }

    /** Java's HTTP client refuses the others, too, but with the token in its message. */
    private static String printable(String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("the setting " + TOKEN
                    + " contains a space, a line break or another character that no token has: was it cut or wrapped?");
        }
        return token;
    }

    private static Optional<String> basic(Settings settings, List<URI> addresses) {
        Optional<String> userInfo = RegistryConfig.value(settings, USER_INFO);
        Optional<String> source =
                RegistryConfig.value(settings, BASIC_SOURCE).map(text -> text.toUpperCase(Locale.ROOT));
        String from = source.orElse(userInfo.isPresent() ? "USER_INFO" : "URL");
        return switch (from) {
            case "USER_INFO" ->
                Optional.of(basicOf(userInfo.orElseThrow(() -> new IllegalArgumentException(
                        "the setting " + USER_INFO + " is missing, which " + BASIC_SOURCE + "=USER_INFO asks for"))));
            case "URL" -> ofUrl(addresses).map(RegistryCredentials::basicOf);
            case "SASL_INHERIT" -> Optional.of(basicOf(ofSasl(settings)));
            default ->
                throw new IllegalArgumentException(
                        "the setting " + BASIC_SOURCE + " must be URL, USER_INFO or SASL_INHERIT, not " + from);
        };
    }

    /** All addresses are one registry, so that one user serves them all. */
    private static Optional<String> ofUrl(List<URI> addresses) {
        return addresses.stream()
                .map(URI::getRawUserInfo)
                .filter(Objects::nonNull)
                .findFirst()
                // A plus sign is itself in this part of a URL.
                .map(info -> URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String ofSasl(Settings settings) {
        String jaas = settings.get(SaslConfigs.SASL_JAAS_CONFIG)
                .orElseThrow(() -> new IllegalArgumentException("the setting " + SaslConfigs.SASL_JAAS_CONFIG
                        + " is missing, which " + BASIC_SOURCE + "=SASL_INHERIT asks for"));
        Map<String, ?> options = JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas)))
                .configurationEntries()
                .get(0)
                .getOptions();
        if (!options.containsKey("username") || !options.containsKey("password")) {
            throw new IllegalArgumentException("the setting " + SaslConfigs.SASL_JAAS_CONFIG
                    + " has no username and password, which " + BASIC_SOURCE + "=SASL_INHERIT asks for");
        }
        return options.get("username") + ":" + options.get("password");
    }

    private static String basicOf(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.strip().getBytes(StandardCharsets.UTF_8));
    }
}
