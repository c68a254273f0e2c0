package io.kaimen.comm.server;

import static io.kaimen.comm.server.ServerFixture.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.DoorReported;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client's library really wrote: connect, subscribe, publish an event, disconnect; a frame a
 * line. However TCP cuts it, it is the same story.
 */
class RecordedFramesTest {

    private final ServerFixture server = new ServerFixture();
    private final EmbeddedChannel channel = server.open();

    @ParameterizedTest
    @ValueSource(
            strings = {"hivemq-client-1.3.10-mqtt-3.1.1.hex", "hivemq-client-1.3.10-mqtt-5.hex"})
    void frameByFrame(String recording) throws Exception {
        List<byte[]> frames = frames(recording);
        channel.writeInbound(Unpooled.wrappedBuffer(frames.get(0)));
        server.judge(channel);
        assertThat(written(channel)).startsWith("20");
        channel.writeInbound(Unpooled.wrappedBuffer(frames.get(1)));
        assertThat(written(channel)).startsWith("90");
        channel.writeInbound(Unpooled.wrappedBuffer(frames.get(2)));
        assertTheEventIsStored();
        assertThat(written(channel)).startsWith("4002");
        channel.writeInbound(Unpooled.wrappedBuffer(frames.get(3)));
        assertItLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hivemq-client-1.3.10-mqtt-3.1.1.hex", "hivemq-client-1.3.10-mqtt-5.hex"})
    void byteByByte(String recording) throws Exception {
        for (byte[] frame : frames(recording).subList(0, 3)) {
            for (byte one : frame) {
                channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {one}));
            }
        }
        server.judge(channel);
        assertTheEventIsStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hivemq-client-1.3.10-mqtt-3.1.1.hex", "hivemq-client-1.3.10-mqtt-5.hex"})
    void allAtOnce(String recording) throws Exception {
        byte[][] frames = frames(recording).toArray(byte[][]::new);
        channel.writeInbound(Unpooled.wrappedBuffer(frames));
        server.judge(channel);
        assertTheEventIsStored();
        assertItLeft();
    }

    private void assertTheEventIsStored() {
        var sent = server.comm.sender.only(Topic.DOOR_REPORTED);
        assertThat(sent.payload())
                .extracting(event -> ((DoorReported) event).kind())
                .isEqualTo(DoorReported.Kind.OPENED);
        sent.stored().complete(null);
    }

    private void assertItLeft() {
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.sender.only(Topic.CABINET_GONE).payload())
                .extracting(gone -> ((CabinetGone) gone).reason())
                .isEqualTo("left");
    }

    private static List<byte[]> frames(String recording) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        RecordedFramesTest.class.getResourceAsStream("/frames/" + recording))) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(text.split("\n")).map(HexFormat.of()::parseHex).toList();
        }
    }
}
