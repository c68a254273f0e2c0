package io.kaimen.local.rocketmq;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Runs the name server and the broker until it is asked to stop.
 *
 * <p>Its one argument is a properties file, see {@link Settings}. Once every topic is known to the
 * name server it writes the file {@link Settings#readyFile()}, which is gone while it starts.
 */
public final class RocketMqApplication {

    /**
     * A full stop of the broker waits for idle threads; what was acknowledged is safe without that.
     */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private RocketMqApplication() {}

    /** Starts both servers; the process ends with status 1 when either cannot start. */
    public static void main(String[] args) {
        try {
            var settings = Settings.read(Path.of(args[0]));
            Files.createDirectories(settings.data());
            Files.deleteIfExists(settings.readyFile());
            start(settings);
            Files.writeString(settings.readyFile(), String.valueOf(ProcessHandle.current().pid()));
        } catch (Throwable failed) {
            failed.printStackTrace();
            // RocketMQ's threads are no daemons and would keep a half-started process alive.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void start(Settings settings) throws Exception {
        // RocketMQ and RocksDB put files below the user's home folder.
        System.setProperty("user.home", settings.data().toString());
        System.setProperty("rmq.logback.configurationFile", "quiet.logback.xml");
        // Without the version the broker leaves its topics out when it registers at the name
        // server.
        System.setProperty(
                RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        var nameServer = NameServer.start(settings);
        var broker = Broker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop"));
        nameServer.awaitRoutes(settings.allTopics(), broker::register);
    }

    private static void stop(Broker broker) {
        try {
            var stopping = Thread.ofPlatform().daemon().start(broker::stop);
            if (!stopping.join(STOP_WITHIN)) {
                System.err.println("The store did not close within " + STOP_WITHIN + ".");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
