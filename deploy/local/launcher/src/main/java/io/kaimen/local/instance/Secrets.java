package io.kaimen.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The instance's secrets, generated when they are first asked for and the same from then on. */
public final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /**
     * The secret: letters, digits, {@code -} and {@code _} only, or plain base64 for {@link
     * Secret#TOKEN}.
     *
     * @throws UncheckedIOException when it can be neither read nor written
     */
    public String get(Secret secret) {
        var file = file(secret);
        try {
            if (!Files.exists(file)) {
                generate(secret, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file + ".", e);
        }
    }

    /** Where a person finds it; only the owner can read the file. */
    public Path file(Secret secret) {
        return folder.resolve(secret.fileName());
    }

    private void generate(Secret secret, Path file) throws IOException {
        PrivateFiles.createFolder(folder);
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var encoder =
                secret == Secret.TOKEN
                        ? Base64.getEncoder()
                        : Base64.getUrlEncoder().withoutPadding();
        PrivateFiles.write(file, encoder.encodeToString(bytes) + "\n");
    }
}
