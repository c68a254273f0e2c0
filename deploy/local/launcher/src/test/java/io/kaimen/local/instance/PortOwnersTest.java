package io.kaimen.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOwnersTest {

    @TempDir private Path proc;

    @Test
    void findsTheProcessThatListens() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThat(PortOwners.isFree(port)).isFalse();
            assertThat(new PortOwners().ownerOf(port)).contains(ProcessHandle.current().pid());
            assertThat(new PortOwners().describe(port))
                    .startsWith("java ")
                    .endsWith("(process " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void aPortIsTakenWhenItIsListenedToOnEveryInterface() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(PortOwners.isFree(socket.getLocalPort())).isFalse();
            assertThat(new PortOwners().ownerOf(socket.getLocalPort()))
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void aPortIsFreeWhenNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(PortOwners.isFree(port)).isTrue();
        assertThat(new PortOwners().ownerOf(port)).isEmpty();
    }

    @Test
    void saysWhatAJavaProcessRuns() throws IOException {
        listener(
                0x1F90, "java", "/usr/bin/java\0-Xmx1m\0-cp\0a.jar:b.jar\0com.example.Shop\0--x\0");

        assertThat(new PortOwners(proc).describe(0x1F90))
                .isEqualTo("java com.example.Shop (process 42)");
    }

    @Test
    void ignoresConnectionsFromThatPort() throws IOException {
        listener(0x1F90, "mysqld", "mysqld\0");
        Files.writeString(
                proc.resolve("net/tcp"),
                Files.readString(proc.resolve("net/tcp")).replace(" 0A ", " 01 "));

        assertThat(new PortOwners(proc).ownerOf(0x1F90)).isEmpty();
    }

    @Test
    void saysSoWhenTheOwnerCannotBeSeen() throws IOException {
        listener(0x1F90, "mysqld", "mysqld\0");
        Files.delete(proc.resolve("42/fd/7"));

        assertThat(new PortOwners(proc).describe(0x1F90)).isEqualTo("a process of another user");
    }

    private void listener(int port, String name, String commandLine) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net/tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 77001 1 0
                """
                        .formatted(port));
        var process = Files.createDirectories(proc.resolve("42"));
        Files.writeString(process.resolve("comm"), name + "\n");
        Files.writeString(process.resolve("cmdline"), commandLine);
        Files.createDirectories(process.resolve("fd"));
        Files.createSymbolicLink(process.resolve("fd/7"), Path.of("socket:[77001]"));
    }
}
