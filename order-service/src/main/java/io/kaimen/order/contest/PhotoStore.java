package io.kaimen.order.contest;

import java.util.Optional;

/**
 * Where photos are kept: objects by name, beside the database and not in it. An object store in
 * production; on one machine a folder, see {@link FolderPhotoStore}.
 */
interface PhotoStore {

    /**
     * Keeps an object, in the place of one with that name.
     *
     * @throws java.io.UncheckedIOException when it could not be kept; whatever was there is as it
     *     was
     */
    void put(String name, byte[] content);

    /**
     * @throws java.io.UncheckedIOException when it could not be read
     */
    Optional<byte[]> get(String name);
}
