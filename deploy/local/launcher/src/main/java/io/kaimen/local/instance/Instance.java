package io.kaimen.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One instance of the stack: everything it keeps is below its home folder.
 *
 * @param root of the repository
 * @param home absolute
 * @param ports where its components listen
 * @param secrets what they prove themselves with
 */
public record Instance(Path root, Path home, Ports ports, Secrets secrets) {

    /** An instance about to be started; creates the folders that are missing. */
    public static Instance create(Path root, Path home, Ports ports) {
        var absolute = home.toAbsolutePath().normalize();
        var instance =
                new Instance(root, absolute, ports, new Secrets(absolute.resolve("secrets")));
        try {
            for (var folder :
                    List.of(instance.secretsFolder(), instance.config(), instance.data())) {
                PrivateFiles.createFolder(folder);
            }
            for (var folder : List.of(instance.logs(), instance.processes())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create the folders of the instance in " + absolute + ".", e);
        }
        return instance;
    }

    /**
     * An instance that was started from this home.
     *
     * @throws IllegalStateException when there is none
     */
    public static Instance existing(Path root, Path home) {
        var absolute = home.toAbsolutePath().normalize();
        var status =
                new StatusFile(absolute)
                        .read()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "No stack was started in "
                                                + absolute
                                                + "; deploy/up starts one."));
        return new Instance(
                root,
                absolute,
                Ports.of(0, status.ports()),
                new Secrets(absolute.resolve("secrets")));
    }

    /** An address of a component that speaks HTTP, without a slash at the end. */
    public String url(Port port) {
        return "http://" + address(port);
    }

    /** Host and port. */
    public String address(Port port) {
        return "127.0.0.1:" + ports.get(port);
    }

    /** Generated settings of the components; some hold passwords. */
    public Path config() {
        return home.resolve("config");
    }

    /** What components keep from one start to the next. */
    public Path data() {
        return home.resolve("data");
    }

    /** One file per component. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** One file per running process. */
    public Path processes() {
        return home.resolve("processes");
    }

    /** The sandbox writes its generated keys below this folder. */
    public Path secretsFolder() {
        return home.resolve("secrets");
    }
}
