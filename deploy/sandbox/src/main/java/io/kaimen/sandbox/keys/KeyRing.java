package io.kaimen.sandbox.keys;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * Everything the platform knows of itself and of its one merchant.
 *
 * @param merchant the merchant as registered at the platform
 * @param merchantKey verifies the merchant's requests
 * @param platformKey signs answers and notifications
 * @param platformKeyId the id under which the merchant holds the platform's public key
 */
public record KeyRing(
        Merchant merchant, PublicKey merchantKey, PrivateKey platformKey, String platformKeyId) {

    /**
     * The merchant's registration.
     *
     * @param mchId merchant number, 10 digits
     * @param appId mini-program bound to it
     * @param appSecret the mini-program's secret
     * @param serviceId Pay Score service granted to it
     * @param serial serial number of its API certificate
     * @param apiV3Key encrypts notifications, 32 characters
     * @param apiV2Key signs what the mini-program passes on, 32 characters
     */
    public record Merchant(
            String mchId,
            String appId,
            String appSecret,
            String serviceId,
            String serial,
            String apiV3Key,
            String apiV2Key) {

        @Override
        public String toString() {
            return "Merchant[" + mchId + "]";
        }
    }

    @Override
    public String toString() {
        return "KeyRing[" + merchant + ", " + platformKeyId + "]";
    }
}
