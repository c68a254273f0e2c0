package io.kaimen.sandbox;

import io.kaimen.sandbox.keys.KeyTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A sandbox on a free port, with WeChat's hours made into moments.
 *
 * @param home its home folder; a later one on the same folder is the same platform
 * @param context the running program
 */
record RunningSandbox(Path home, ConfigurableApplicationContext context) implements AutoCloseable {

    /** Starts one; more settings, and other values of those it has, as {@code --name=value}. */
    static RunningSandbox start(Path home, String... settings) {
        List<String> arguments = new ArrayList<>(settings(home));
        arguments.add("--logging.level.root=warn");
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting);
        }
        return new RunningSandbox(
                home,
                SpringApplication.run(SandboxApplication.class, arguments.toArray(String[]::new)));
    }

    /** The settings of a sandbox under test: a retry after 15 s comes after 150 ms. */
    static List<String> settings(Path home) {
        KeyTemplate.copyTo(home.resolve("keys"));
        return List.of(
                "--server.port=0",
                "--kaimen.sandbox.keys-dir=" + home.resolve("keys"),
                "--kaimen.sandbox.data-dir=" + home.resolve("data"),
                "--kaimen.sandbox.notification.delay=0ms",
                "--kaimen.sandbox.notification.deadline=5s",
                "--kaimen.sandbox.notification.time-scale=0.01",
                "--kaimen.sandbox.payscore.deduction-delay=100ms",
                "--kaimen.sandbox.payscore.deduction-retry=300ms");
    }

    /** What the merchant is configured with. */
    Properties wechat() {
        return wechat(home);
    }

    static Properties wechat(Path home) {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("keys/wechat.properties"))) {
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
