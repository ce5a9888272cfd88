package org.openbankmark.topology.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrustedClassesTest {
    private final ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();

    @AfterEach
    void restore() {
        ClassSecurityValidator.setGlobal(before);
    }

    @Test
    void addsToWhatIsTrustedAlready() {
        ClassSecurityValidator.setGlobal(type -> type == Runtime.class);

        TrustedClasses.trust(Ours.class, Enumerated.class);

        assertThat(trusted(Ours.class)).isTrue();
        assertThat(trusted(Enumerated.class)).isTrue();
        assertThat(trusted(Runtime.class)).isTrue();
        assertThat(trusted(ProcessBuilder.class)).isFalse();
    }

    @Test
    void putsNoLayerOnAnotherWhenCalledAgain() {
        TrustedClasses.trust(Ours.class);
        ClassSecurityPredicate once = ClassSecurityValidator.getGlobal();
        TrustedClasses.trust(Ours.class);
        TrustedClasses.trust(Enumerated.class);

        assertThat(ClassSecurityValidator.getGlobal()).isSameAs(once);
    }

    @Test
    void comesBackWhenAnotherReplacedIt() {
        TrustedClasses.trust(Ours.class);
        ClassSecurityValidator.setGlobal(type -> false);

        TrustedClasses.trust(Enumerated.class);

        assertThat(trusted(Ours.class)).isTrue();
    }

    private static boolean trusted(Class<?> type) {
        return ClassSecurityValidator.getGlobal().isTrusted(type);
    }

    private static final class Ours {}

    private enum Enumerated {}
}
