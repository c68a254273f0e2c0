package io.kaimen.order.contest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes a photo harmless: what is in it decides whether it is one, not what it calls itself, and
 * only its picture is kept. Drawn anew as JPEG, so place, time and camera (EXIF) and whatever else
 * was packed into the file are gone; turned upright before.
 */
final class CleanPhoto {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /**
     * Unpacked. A small file could still fill the memory, by many pixels or by many bits of each.
     * Pages make photos smaller than this before they send them.
     */
    private static final long MOST_BYTES = 48_000_000;

    private static final int LONGEST_SIDE = 1600;
    private static final double QUALITY = 0.85;

    private CleanPhoto() {}

    /**
     * The picture as JPEG; nothing when this is no JPEG or PNG, or too large a one. One at a time
     * in this process, so that many photos at once take no more memory than one.
     */
    static synchronized Optional<byte[]> of(byte[] sent) {
        try {
            int longest = longestSide(sent);
            return longest > 0
                    ? Optional.of(drawnAnew(sent, Math.min(longest, LONGEST_SIDE)))
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Readers answer broken files with all kinds of exceptions.
            return Optional.empty();
        }
    }

    /** In pixels; 0 when it is no photo, or too large a one. */
    private static int longestSide(byte[] sent) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                                && (long) width * height * bits / 8 <= MOST_BYTES
                        ? Math.max(width, height)
                        : 0;
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] drawnAnew(byte[] sent, int longest) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(new ByteArrayInputStream(sent))
                .size(longest, longest)
                .useExifOrientation(true)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }
}
