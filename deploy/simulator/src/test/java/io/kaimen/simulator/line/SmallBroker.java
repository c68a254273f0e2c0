package io.kaimen.simulator.line;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Just enough of an MQTT 3.1.1 server to see a line come and go; it accepts and acknowledges. */
final class SmallBroker implements AutoCloseable {

    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;

    final AtomicInteger connects = new AtomicInteger();
    final AtomicInteger connected = new AtomicInteger();
    final Queue<Integer> publishes = new ConcurrentLinkedQueue<>();
    private final ServerSocket listening;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    SmallBroker() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        connected.incrementAndGet();
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                int first = in.readUnsignedByte();
                byte[] body = in.readNBytes(length(in));
                answer(first >> 4, body, out);
            }
        } catch (IOException e) {
            // It has gone.
        } finally {
            connected.decrementAndGet();
        }
    }

    private void answer(int type, byte[] body, OutputStream out) throws IOException {
        switch (type) {
            case CONNECT -> {
                connects.incrementAndGet();
                out.write(new byte[] {0x20, 2, 0, 0});
            }
            case SUBSCRIBE -> out.write(new byte[] {(byte) 0x90, 3, body[0], body[1], 1});
            case PUBLISH -> {
                int topic = (body[0] & 0xff) << 8 | body[1] & 0xff;
                publishes.add(body.length);
                out.write(new byte[] {0x40, 2, body[2 + topic], body[3 + topic]});
            }
            case PINGREQ -> out.write(new byte[] {(byte) 0xd0, 0});
            default -> {}
        }
        out.flush();
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
