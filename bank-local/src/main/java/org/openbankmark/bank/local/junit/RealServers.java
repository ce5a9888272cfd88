package org.openbankmark.bank.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class real servers as parameters of constructors, methods, {@code @BeforeAll} and
 * {@code @BeforeEach}: a {@code KafkaCluster}, a {@code SchemaRegistryServer}, a {@code PostgresServer}. Each is started when a
 * test first asks for it and shared by all test classes of the JVM, so tests use names (topics, groups, subjects) of their
 * own, and never stop a shared server. With {@link Own} a test gets servers that it may kill.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServersExtension.class)
public @interface RealServers {}
