package org.openbankmark.topology.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://registry/contexts/.staging",
                "https://registry/contexts/staging",
                "https://registry/contexts/:.staging:",
                "https://gateway/registry/contexts/.staging"
            })
    void subjectsOfTheAddressesContextAreItsOwn(String address) {
        SubjectContext context = SubjectContext.of(URI.create(address));

        assertThat(context.local(":.staging:orders-value")).isEqualTo("orders-value");
        assertThat(context.local("orders-value")).isEqualTo("orders-value");
        assertThat(context.isElsewhere(":.staging:orders-value")).isFalse();
        assertThat(context.isElsewhere(":.other:orders-value")).isTrue();
        assertThat(context.local(":.other:orders-value")).isEqualTo(":.other:orders-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://registry:8081", "http://registry/apis/ccompat/v7", "http://registry/contexts/."})
    void otherAddressesAreOfTheDefaultContext(String address) {
        SubjectContext context = SubjectContext.of(URI.create(address));

        assertThat(context.isElsewhere(":.staging:orders-value")).isTrue();
        assertThat(context.isElsewhere("orders-value")).isFalse();
        assertThat(context.local(":.:orders-value")).isEqualTo("orders-value");
        assertThat(context.isElsewhere(":begins with a colon")).isFalse();
    }

    @Test
    void whoAsksForAnotherContextGetsItsAnswer() {
        SubjectContext context = SubjectContext.of(URI.create("http://registry"));

        assertThat(context.isSubstitute("orders-value", ":.other:orders-value")).isTrue();
        assertThat(context.isSubstitute(":.other:orders-value", ":.other:orders-value"))
                .isFalse();
    }
}
