package org.openbankmark.bank.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A server that this test shares with no other and so may stop and kill. It ends with the test; a parameter of
 * {@code @BeforeAll} or of a constructor shared by a class, with the class.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Own {
    /** How many brokers a Kafka cluster has. */
    int brokers() default 1;

    /** Further properties of each broker, as {@code name=value}. */
    String[] properties() default {};
}
