package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.io.InputStream;

/** A program that says what is written in its jar. */
public final class Greeting {
    private Greeting() {}

    /** Says it. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream text = Greeting.class.getResourceAsStream("/greeting")) {
            System.out.write(text.readAllBytes());
            System.out.flush();
        }
    }
}
