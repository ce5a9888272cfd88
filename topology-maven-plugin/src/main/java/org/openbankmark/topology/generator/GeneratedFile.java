package org.openbankmark.topology.generator;

/**
 * A file to be written.
 *
 * @param kind where it belongs
 * @param path relative to the root of its kind, with forward slashes
 * @param content its whole text, lines ended by {@code \n}
 * @param origin what it was made from, for messages: {@code topology.yaml, records.BalanceChanged}
 */
public record GeneratedFile(Kind kind, String path, String content, String origin) {

    /** Where a file belongs. */
    public enum Kind {
        /** Java of the product. */
        JAVA,
        /** Java for the tests of whoever uses the product. */
        TEST_JAVA,
        /** On the class path of the product. */
        RESOURCE
    }
}
