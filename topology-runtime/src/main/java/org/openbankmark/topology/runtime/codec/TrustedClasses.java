package org.openbankmark.topology.runtime.codec;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Makes generated classes loadable by Avro, which since 1.12.2 loads only classes that it is told to trust. Safe for use
 * by several threads.
 */
public final class TrustedClasses {
    private static final Set<Class<?>> TRUSTED = ConcurrentHashMap.newKeySet();

    private TrustedClasses() {}

    /**
     * Adds classes to those that Avro trusts, and keeps what it trusts already. Idempotent.
     *
     * <p>Generated records and enums call it for themselves and for the types they contain.
     */
    public static void trust(Class<?>... classes) {
        TRUSTED.addAll(List.of(classes));
        if (!(ClassSecurityValidator.getGlobal() instanceof Trust)) {
            install();
        }
    }

    private static synchronized void install() {
        ClassSecurityPredicate present = ClassSecurityValidator.getGlobal();
        if (!(present instanceof Trust)) {
            ClassSecurityValidator.setGlobal(new Trust(present));
        }
    }

    /** Ours, or else whatever was there before. */
    private record Trust(ClassSecurityPredicate others) implements ClassSecurityPredicate {
        @Override
        public boolean isTrusted(Class<?> type) {
            return TRUSTED.contains(type) || others.isTrusted(type);
        }

        @Override
        public void forbiddenClass(String className) {
            others.forbiddenClass(className);
        }
    }
}
