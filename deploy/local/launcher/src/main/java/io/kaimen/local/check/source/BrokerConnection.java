package io.kaimen.local.check.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * RocketMQ's remoting protocol, one request at a time: length, header length, JSON header, body.
 * RocketMQ's own admin client would bring the whole client and its threads for five requests.
 */
final class BrokerConnection implements AutoCloseable {

    private static final int TIMEOUT_MS = 10_000;
    private static final int HEADER_LENGTH_MASK = 0xFFFFFF;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int requests;

    private BrokerConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    static BrokerConnection open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            return new BrokerConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * An answer.
     *
     * @param code 0 for success
     * @param fields of the header
     */
    record Answer(int code, Map<String, String> fields, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Asks the broker; whatever it answers is returned. */
    Answer call(int code, Map<String, ?> fields) throws IOException {
        var values = new HashMap<String, String>();
        fields.forEach((name, value) -> values.put(name, String.valueOf(value)));
        var header =
                JSON.writeValueAsBytes(
                        Map.of(
                                "code",
                                code,
                                "flag",
                                0,
                                "language",
                                "JAVA",
                                "opaque",
                                ++requests,
                                "serializeTypeCurrentRPC",
                                "JSON",
                                "version",
                                0,
                                "extFields",
                                values));
        out.writeInt(Integer.BYTES + header.length);
        out.writeInt(header.length);
        out.write(header);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        int length = in.readInt();
        // Its highest byte says that the header is JSON: the answer is like the question.
        int headerLength = in.readInt() & HEADER_LENGTH_MASK;
        var header = JSON.readTree(in.readNBytes(headerLength));
        var body = in.readNBytes(length - Integer.BYTES - headerLength);
        var fields = new HashMap<String, String>();
        header.path("extFields")
                .forEachEntry((name, value) -> fields.put(name, value.asString("")));
        return new Answer(header.path("code").asInt(), fields, body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
