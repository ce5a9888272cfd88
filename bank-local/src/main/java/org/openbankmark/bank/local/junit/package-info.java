/**
 * The servers as parameters of JUnit tests, shared by all test classes of a JVM. The one package that needs JUnit.
 */
@NullMarked
package org.openbankmark.bank.local.junit;

import org.jspecify.annotations.NullMarked;
