package io.kaimen.simulator;

import io.kaimen.simulator.cabinet.Fleet;
import io.kaimen.simulator.control.ControlServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the simulator: the cabinets it knows boot again, others are started over HTTP. */
public final class SimulatorApplication {

    private static final Logger log = LoggerFactory.getLogger(SimulatorApplication.class);

    private SimulatorApplication() {}

    /**
     * @param arguments see {@link Options}
     */
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments, System::getProperty);
        } catch (IllegalArgumentException e) {
            log.error("{}; {}", e.getMessage(), Options.USAGE);
            System.exit(2);
            return;
        }
        var fleet = new Fleet(options.data(), Clock.systemUTC(), options.faults());
        var server =
                new ControlServer(new InetSocketAddress(options.bind(), options.port()), fleet);
        server.start();
        fleet.resume();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            server.stop();
                            fleet.stop();
                        }));
        log.info("controls at http://{}:{}/cabinets", options.bind(), server.port());
    }
}
