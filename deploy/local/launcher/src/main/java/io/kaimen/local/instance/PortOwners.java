package io.kaimen.local.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells who listens on a port, from what Linux shows of its sockets and processes. */
public final class PortOwners {

    private static final String LISTENING = "0A";
    private static final Set<String> TAKE_A_PATH =
            Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

    private final Path proc;

    /** Reads the running system. */
    public PortOwners() {
        this(Path.of("/proc"));
    }

    PortOwners(Path proc) {
        this.proc = proc;
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /** Name, number and command of the process that listens on this port, for a person to read. */
    public String describe(int port) {
        return ownerOf(port).map(this::describeProcess).orElse("a process of another user");
    }

    Optional<Long> ownerOf(int port) {
        var sockets = listeningSockets(port);
        try (var entries = Files.list(proc)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .filter(process -> holdsAny(process, sockets))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Set<String> listeningSockets(int port) {
        var suffix = ":%04X".formatted(port);
        var sockets = new HashSet<String>();
        for (var table : List.of("net/tcp", "net/tcp6")) {
            lines(proc.resolve(table))
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9)
                    .filter(fields -> fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                    .forEach(fields -> sockets.add("socket:[" + fields[9] + "]"));
        }
        return sockets;
    }

    private static boolean holdsAny(Path process, Set<String> sockets) {
        try (var descriptors = Files.list(process.resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException notOurs) {
            return false;
        }
    }

    private String describeProcess(long pid) {
        var process = proc.resolve(Long.toString(pid));
        var name = lines(process.resolve("comm")).findFirst().orElse("unknown");
        return name
                + mainClass(process).map(main -> " " + main).orElse("")
                + " (process "
                + pid
                + ")";
    }

    /** What a Java process runs says more than its name: its first argument that is no option. */
    private static Optional<String> mainClass(Path process) {
        try {
            var arguments = List.of(Files.readString(process.resolve("cmdline")).split("\0"));
            if (!arguments.getFirst().endsWith("java")) {
                return Optional.empty();
            }
            return IntStream.range(1, arguments.size())
                    .filter(i -> !arguments.get(i).startsWith("-"))
                    .filter(i -> !TAKE_A_PATH.contains(arguments.get(i - 1)))
                    .mapToObj(arguments::get)
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
