package io.kaimen.simulator;

import io.kaimen.simulator.cabinet.CabinetFiles;
import io.kaimen.simulator.control.ControlServer;
import io.kaimen.simulator.control.Fleet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Runs virtual cabinets. System properties: {@code kaimen.simulator.port} (of the controls, 18095),
 * {@code kaimen.simulator.data} (folder of the cabinets' memories, {@code data/simulator}).
 */
public final class SimulatorApplication {

    private SimulatorApplication() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.getInteger("kaimen.simulator.port", 18095);
        Path data = Path.of(System.getProperty("kaimen.simulator.data", "data/simulator"));
        var fleet = new Fleet(new CabinetFiles(data));
        fleet.wakeAll();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        new ControlServer(address, fleet).start();
    }
}
