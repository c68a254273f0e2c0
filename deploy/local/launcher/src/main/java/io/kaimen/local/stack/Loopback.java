package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.loopback.LoopbackOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A class path entry that holds nothing but {@link LoopbackOnly}. */
final class Loopback {

    /** Makes Netty look for it. */
    static final String FLAG = "-Dio.netty.bootstrap.extensions=serviceload";

    private static final String SERVICE = "io.netty.bootstrap.ChannelInitializerExtension";

    private Loopback() {}

    static Path classPathEntry(Instance instance) {
        var jar = instance.home().resolve("lib/loopback.jar");
        try {
            var content = new ByteArrayOutputStream();
            try (var entries = new JarOutputStream(content)) {
                put(entries, "META-INF/services/" + SERVICE, LoopbackOnly.class.getName() + "\n");
                put(entries, LoopbackOnly.class);
                for (var nested : LoopbackOnly.class.getDeclaredClasses()) {
                    put(entries, nested);
                }
            }
            // One that is there stays as it is: a start-up cache knows it by its time.
            if (!Files.exists(jar)
                    || !Arrays.equals(Files.readAllBytes(jar), content.toByteArray())) {
                Files.createDirectories(jar.getParent());
                Files.write(jar, content.toByteArray());
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + jar + ".", e);
        }
    }

    private static void put(JarOutputStream jar, Class<?> type) throws IOException {
        var resource = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the launcher's class path");
            }
            put(jar, resource, in.readAllBytes());
        }
    }

    private static void put(JarOutputStream jar, String name, String text) throws IOException {
        put(jar, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        var entry = new JarEntry(name);
        // Always the same, so that the same classes are the same jar.
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
