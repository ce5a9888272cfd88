package org.openbankmark.bank.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.ServerFiles;

/** PostgreSQL's programs, unpacked once from the archive that zonky's artifacts carry. */
final class PostgresPrograms {
    private static final int EXECUTABLE = 0100;

    private final Path directory;

    private PostgresPrograms(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the programs beside the other servers' files, where that was not done yet. */
    static PostgresPrograms unpacked() throws IOException {
        byte[] archive = archive();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path target = ServerFiles.root().resolve("postgres-" + HexFormat.of().toHexDigits((int) checksum.getValue()));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(ServerFiles.root());
            Path partial = Files.createTempDirectory(ServerFiles.root(), "unpacking-");
            unpack(archive, partial);
            publish(partial, target);
        }
        return new PostgresPrograms(target);
    }

    /** A program with its arguments; as root in a user namespace of its own, since PostgreSQL refuses to run as root. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").split(" ", 2)[0];
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system.startsWith("Mac") ? "Darwin" : system, machine.equals("amd64") ? "x86_64" : machine)) {
            return in.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target.normalize())) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpack(entry, tar, path);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Another JVM may unpack at the same time: the first one wins, and both have whole files. */
    private static void publish(Path partial, Path target) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failed) {
            DataDirectory.removeTree(partial);
            // What file systems say of a directory that is there already differs.
            if (!Files.isDirectory(target)) {
                throw failed;
            }
        }
    }
}
