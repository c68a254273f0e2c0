package io.kaimen.order.contest;

import io.kaimen.order.OrderProperties;
import io.kaimen.order.Words;
import io.kaimen.order.contest.ContestRefused.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The photos of a contest: the file first, then its row, so that no row lacks its file. */
@Component
class ContestPhotos {

    private final Contests contests;
    private final PhotoStore store;
    private final OrderProperties.Contests limits;
    private final Words words;

    ContestPhotos(Contests contests, PhotoStore store, OrderProperties properties, Words words) {
        this.contests = contests;
        this.store = store;
        this.limits = properties.contests();
        this.words = words;
    }

    /**
     * Adds a photo, or puts another in its place.
     *
     * @throws ContestRefused when it is no photo, too large, or the contest is decided
     */
    void put(Contest contest, int number, InputStream sent) {
        if (!contest.status().isOpen()) {
            throw refused(Why.CONTEST_DECIDED);
        }
        byte[] content = read(sent);
        byte[] photo = CleanPhoto.of(content).orElseThrow(() -> refused(Why.NOT_A_PHOTO));
        Runnable stored = () -> store.put(name(contest.id(), number), photo);
        if (!contests.addPhoto(contest.id(), number, photo.length, stored)) {
            throw refused(Why.CONTEST_DECIDED);
        }
    }

    Optional<byte[]> get(Contest contest, int number) {
        return contests.photos(contest.id()).contains(number)
                ? store.get(name(contest.id(), number))
                : Optional.empty();
    }

    private byte[] read(InputStream sent) {
        int most = Math.toIntExact(limits.photoSize().toBytes());
        try {
            byte[] content = sent.readNBytes(most + 1);
            if (content.length > most) {
                throw refused(Why.PHOTO_TOO_LARGE);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("the photo broke off", e);
        }
    }

    private static String name(String id, int number) {
        return id + "-" + number + ".jpg";
    }

    private ContestRefused refused(Why why) {
        return new ContestRefused(why, words.say("contest." + why.code()));
    }
}
