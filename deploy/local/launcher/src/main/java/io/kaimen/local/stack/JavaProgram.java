package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.startup.StartupCache;
import io.kaimen.local.supervise.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the Java programs of the stack are started. */
final class JavaProgram {

    private final Instance instance;
    private final String name;
    private final String mainClass;
    private final List<Path> classPath;
    private final List<String> flags = new ArrayList<>();
    private final List<Path> settings = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    JavaProgram(Instance instance, String name, Module module) {
        this.instance = instance;
        this.name = name;
        this.mainClass = module.mainClass();
        this.classPath =
                Stream.concat(
                                module
                                        .classPath(instance.home().resolve("lib").resolve(name))
                                        .stream(),
                                Stream.of(Loopback.classPathEntry(instance)))
                        .toList();
        flags.addAll(
                List.of(
                        // Start-up costs half with the first compiler alone; nothing here runs long
                        // enough to need the second.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+HeapDumpOnOutOfMemoryError",
                        "-XX:HeapDumpPath=" + instance.logs(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        Loopback.FLAG,
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8"));
    }

    /** The largest heap, in MiB. */
    JavaProgram heap(int mebibytes) {
        return flag("-Xmx" + mebibytes + "m");
    }

    JavaProgram property(String key, String value) {
        return flag("-D" + key + "=" + value);
    }

    /** Settings files for Spring, after those named before and winning over them. */
    JavaProgram settings(Path... files) {
        settings.addAll(List.of(files));
        return this;
    }

    JavaProgram argument(String argument) {
        arguments.add(argument);
        return this;
    }

    Component.Command command() {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(new StartupCache(instance.home(), name).flags(flags, classPath));
        line.addAll(flags);
        // RocketMQ's client keeps a log of its own, under the user's home folder unless told
        // otherwise.
        line.add("-Drocketmq.log.root=" + instance.logs().resolve("rocketmq-client").resolve(name));
        line.add("-Drocketmq.log.level=warn");
        if (!settings.isEmpty()) {
            line.add(
                    "-Dspring.config.additional-location="
                            + settings.stream()
                                    .map(file -> "file:" + file)
                                    .collect(Collectors.joining(",")));
        }
        var joined =
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        line.addAll(List.of("-cp", joined, mainClass));
        line.addAll(arguments);
        return new Component.Command(line, Map.of(), instance.home());
    }

    private JavaProgram flag(String flag) {
        flags.add(flag);
        return this;
    }
}
