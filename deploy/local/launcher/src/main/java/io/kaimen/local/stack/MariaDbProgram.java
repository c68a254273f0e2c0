package io.kaimen.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * MariaDB's server program.
 *
 * @param base the folder it was unpacked to
 */
record MariaDbProgram(Path base) {

    List<String> commandLine(List<String> arguments) {
        var line = new ArrayList<String>();
        line.add(base.resolve("bin/mariadbd").toString());
        line.addAll(arguments);
        // The server refuses to run as root unless that is said.
        if ("root".equals(System.getProperty("user.name"))) {
            line.add("--user=root");
        }
        return line;
    }

    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", base.resolve("libs").toString());
    }

    Path share(String file) {
        return base.resolve("share").resolve(file);
    }
}
