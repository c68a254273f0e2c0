package io.kaimen.local.stack;

import io.kaimen.local.instance.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A generated properties file. */
final class Settings {

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();

    Settings(Path file) {
        this.file = file;
    }

    Settings set(String key, Object value) {
        values.put(key, value.toString());
        return this;
    }

    /** Writes the file anew, readable for its owner alone. */
    Path write() throws IOException {
        var content = new StringBuilder("# Written at each start; changes are lost.\n");
        // A backslash starts an escape in such files.
        values.forEach((key, value) ->
                content.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        PrivateFiles.write(file, content.toString());
        return file;
    }
}
