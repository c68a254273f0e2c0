package io.kaimen.local.check.source;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Redis's protocol (RESP 2), as much of it as is needed here: a client library would be many times
 * larger than the few commands sent.
 */
public final class RedisConnection implements AutoCloseable {

    /** The answer that there is no value. */
    static final Object NIL = new Object();

    private static final int TIMEOUT_MS = 5_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RedisConnection(Socket socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = out;
    }

    /** A connection of somebody who may do everything. */
    public static RedisConnection open(Instance instance) throws IOException {
        var connection = open(instance.ports().get(Port.REDIS));
        try {
            connection.call("AUTH", instance.secrets().get(Secret.REDIS));
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private static RedisConnection open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            return new RedisConnection(socket, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Sends a command.
     *
     * @return a String, a Long, a List of such, or {@link #NIL}
     * @throws IOException also when Redis answers with an error
     */
    public Object call(String... words) throws IOException {
        var command = new StringBuilder("*" + words.length + "\r\n");
        for (var word : words) {
            command.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(command.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer();
    }

    private Object answer() throws IOException {
        var line = line();
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException(rest);
        };
    }

    private Object bulk(int length) throws IOException {
        if (length < 0) {
            return NIL;
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length || in.skipBytes(2) < 2) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Object list(int size) throws IOException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(answer());
        }
        return items;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        while (next != '\r') {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
            next = in.read();
        }
        if (in.read() != '\n' || line.isEmpty()) {
            throw new IOException("not the protocol of Redis");
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
