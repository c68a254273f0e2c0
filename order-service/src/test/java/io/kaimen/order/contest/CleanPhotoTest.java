package io.kaimen.order.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanPhotoTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void drawsAPhotoAnewNoLargerThanAPageNeeds(String format) throws IOException {
        byte[] clean = CleanPhoto.of(picture(2400, 1200, format)).orElseThrow();

        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(drawn.getWidth()).isEqualTo(1600);
        assertThat(drawn.getHeight()).isEqualTo(800);
        assertThat(HexFormat.of().formatHex(clean, 0, 3)).isEqualTo("ffd8ff");
    }

    @Test
    void leavesASmallPhotoAsSmallAsItIs() throws IOException {
        byte[] clean = CleanPhoto.of(picture(300, 200, "png")).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(300);
    }

    @Test
    void keepsNothingOfWhereAndWhenItWasTakenAndTurnsItUpright() throws IOException {
        byte[] taken = withExif(picture(400, 200, "jpg"));
        assertThat(text(taken)).contains("Exif").contains("GPS-OF-HOME");

        byte[] clean = CleanPhoto.of(taken).orElseThrow();

        assertThat(text(clean)).doesNotContain("Exif").doesNotContain("GPS-OF-HOME");
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(upright.getHeight()).as("orientation 6: a quarter turn").isEqualTo(400);
    }

    @Test
    void refusesWhatIsNoPhotoWhateverItCallsItself() throws IOException {
        assertThat(CleanPhoto.of("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(CleanPhoto.of(new byte[0])).isEmpty();
        assertThat(CleanPhoto.of(picture(10, 10, "gif"))).isEmpty();
        assertThat(CleanPhoto.of(cutOff(picture(300, 300, "png")))).isEmpty();
    }

    @Test
    void refusesASmallFileThatWouldFillTheMemory() throws IOException {
        byte[] png = picture(10, 10, "png");
        // Width and height stand at the same place in every PNG.
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(CleanPhoto.of(png)).isEmpty();

        // Few pixels, and 64 bits of each: the byte after the height says how many of a channel.
        byte[] deep = picture(10, 10, "png");
        ByteBuffer.wrap(deep).putInt(16, 4_000).putInt(20, 4_000).put(24, (byte) 16);
        assertThat(CleanPhoto.of(deep)).isEmpty();
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, width, height);
        image.setRGB(1, 1, Color.RED.getRGB());
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] cutOff(byte[] whole) {
        byte[] part = new byte[whole.length / 3];
        System.arraycopy(whole, 0, part, 0, part.length);
        return part;
    }

    /** As cameras write it: one entry, orientation 6, and something that nobody should learn. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] secret = "GPS-OF-HOME".getBytes(StandardCharsets.US_ASCII);
        byte[] head =
                HexFormat.of()
                        .parseHex(
                                "457869660000"
                                        + "4d4d002a00000008"
                                        + "0001"
                                        + "01120003"
                                        + "00000001"
                                        + "00060000"
                                        + "00000000");
        int length = 2 + head.length + secret.length;
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 2 + length);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) length);
        out.put(head).put(secret).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
