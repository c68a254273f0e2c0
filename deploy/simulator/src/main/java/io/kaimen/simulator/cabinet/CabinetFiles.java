package io.kaimen.simulator.cabinet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The cabinets' memories, a JSON file each; private, since they hold credentials. */
public final class CabinetFiles {

    private static final String ENDING = ".json";

    private final Path folder;
    private final JsonMapper mapper = new JsonMapper();

    public CabinetFiles(Path folder) {
        this.folder = folder;
    }

    /** Every cabinet there is, by serial number. */
    public Map<String, Memory> all() {
        var memories = new TreeMap<String, Memory>();
        if (!Files.isDirectory(folder)) {
            return memories;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                String name = file.getFileName().toString();
                memories.put(
                        name.substring(0, name.length() - ENDING.length()),
                        mapper.readValue(file.toFile(), Memory.class));
            }
            return memories;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the cabinets in " + folder, e);
        }
    }

    /** Replaces the cabinet's memory, whole or not at all. */
    public void write(String sn, Memory memory) {
        try {
            Files.createDirectories(folder);
            Path draft =
                    Files.createTempFile(
                            folder,
                            sn,
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            mapper.writeValue(draft.toFile(), memory);
            Files.move(
                    draft,
                    file(sn),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write cabinet " + sn, e);
        }
    }

    public void delete(String sn) {
        try {
            Files.deleteIfExists(file(sn));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete cabinet " + sn, e);
        }
    }

    private Path file(String sn) {
        return folder.resolve(sn + ENDING);
    }
}
