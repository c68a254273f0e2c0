package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.loopback.LoopbackOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A class path entry that holds nothing but {@link LoopbackOnly}. */
final class Loopback {

    /** Makes Netty look for it. */
    static final String FLAG = "-Dio.netty.bootstrap.extensions=serviceload";

    private static final String SERVICE = "io.netty.bootstrap.ChannelInitializerExtension";

    private Loopback() {}

    static Path classPathEntry(Instance instance) {
        var folder = instance.home().resolve("lib/loopback");
        try {
            var services = Files.createDirectories(folder.resolve("META-INF/services"));
            Files.writeString(services.resolve(SERVICE), LoopbackOnly.class.getName() + "\n");
            copy(LoopbackOnly.class, folder);
            for (var nested : LoopbackOnly.class.getDeclaredClasses()) {
                copy(nested, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder + ".", e);
        }
    }

    private static void copy(Class<?> type, Path folder) throws IOException {
        var resource = type.getName().replace('.', '/') + ".class";
        var target = folder.resolve(resource);
        Files.createDirectories(target.getParent());
        try (var in = type.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the launcher's class path");
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
