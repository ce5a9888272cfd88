package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner can read, from the first moment on. */
final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /**
     * Makes a new file.
     *
     * @throws IOException if it is there already, or cannot be written
     */
    static void make(Path file, String text) throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        } catch (FileAlreadyExistsException another) {
            throw new IOException("somebody else makes it at the same time", another);
        }
    }
}
