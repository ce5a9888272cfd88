package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** TCP ports of the loopback interface. */
public final class Ports {
    /**
     * Free ports are looked for below the range from which the kernel takes the ports of outgoing connections (32768 and
     * up on Linux): the port of a killed server stays free for its restart, and no client that keeps dialling it can by
     * chance be given that same port and so connect to itself.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private Ports() {}

    /** Different ports that nobody listens on now. */
    public static List<Integer> free(int count) {
        return free(count, new SplittableRandom());
    }

    static List<Integer> free(int count, RandomGenerator random) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int attempt = 0; found.size() < count; attempt++) {
            if (attempt > (LAST - FIRST)) {
                throw new ServerStartException("no " + count + " free ports from " + FIRST + " to " + LAST);
            }
            int port = random.nextInt(FIRST, LAST);
            if (isFree(port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    /** The first of so many ports in a row that nobody listens on now, as a cluster's brokers have them. */
    public static int freeBlock(int count) {
        SplittableRandom random = new SplittableRandom();
        for (int attempt = 0; attempt < LAST - FIRST; attempt++) {
            int first = random.nextInt(FIRST, LAST - count);
            if (IntStream.range(first, first + count).allMatch(Ports::isFree)) {
                return first;
            }
        }
        throw new ServerStartException("no " + count + " free ports in a row from " + FIRST + " to " + LAST);
    }

    /** Whether a server could listen on this port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Refuses a port that is taken.
     *
     * @param server what wants to listen there, as the message shall call it
     * @throws PortInUseException with the process that holds the port
     */
    public static void requireFree(String server, int port) {
        if (!isFree(port)) {
            throw new PortInUseException(server, port, PortHolder.of(port));
        }
    }
}
