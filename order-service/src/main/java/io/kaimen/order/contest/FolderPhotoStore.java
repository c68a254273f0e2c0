package io.kaimen.order.contest;

import io.kaimen.order.OrderProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Keeps photos in a folder, which several instances must share. */
@Component
class FolderPhotoStore implements PhotoStore {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z]+(-[0-9]+)?\\.jpg");

    private final Path folder;

    FolderPhotoStore(OrderProperties properties) {
        this.folder = properties.contests().photos().toAbsolutePath();
    }

    @Override
    public void put(String name, byte[] content) {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "new-", ".part");
            try {
                Files.write(written, content);
                Files.move(
                        written,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep " + name, e);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a photo");
        }
        return folder.resolve(name);
    }
}
