package io.kaimen.sandbox.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kaimen.sandbox.keys.KeyRing.Merchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with all keys: filled at the first start, read at every later one. */
final class KeyFolder {

    private static final Logger log = LoggerFactory.getLogger(KeyFolder.class);

    private final Path merchantKeyFile;
    private final Path platformKeyFile;
    private final Path platformPublicKeyFile;
    private final Path propertiesFile;
    private final Properties properties;

    /** Opens the folder and invents what is not there. */
    KeyFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        merchantKeyFile = folder.resolve("merchant-private-key.pem");
        platformKeyFile = folder.resolve("platform-private-key.pem");
        platformPublicKeyFile = folder.resolve("platform-public-key.pem");
        propertiesFile = folder.resolve("wechat.properties");
        PrivateFiles.createFolder(folder);
        // Written last of all, so its presence says that the keys beside it are complete.
        if (Files.exists(propertiesFile)) {
            properties = WechatProperties.read(propertiesFile);
        } else {
            properties = Identities.invent();
            generateKeys();
            log.info("Generated a merchant and its keys in {}", folder);
        }
    }

    KeyRing keyRing() throws IOException, GeneralSecurityException {
        PrivateKey merchantKey = Pem.privateKey(Files.readString(merchantKeyFile, US_ASCII));
        Merchant merchant =
                new Merchant(
                        get(WechatProperties.MCH_ID),
                        get(WechatProperties.APP_ID),
                        get(WechatProperties.APP_SECRET),
                        get(WechatProperties.SERVICE_ID),
                        get(WechatProperties.MERCHANT_SERIAL),
                        get(WechatProperties.API_V3_KEY),
                        get(WechatProperties.API_V2_KEY));
        return new KeyRing(
                merchant,
                Pem.publicKey(merchantKey),
                Pem.privateKey(Files.readString(platformKeyFile, US_ASCII)),
                get(WechatProperties.PLATFORM_PUBLIC_KEY_ID));
    }

    /** Writes the merchant's properties with the address under which the sandbox now listens. */
    void publish(String baseUrl) throws IOException {
        properties.setProperty(WechatProperties.BASE_URL, baseUrl);
        properties.setProperty(WechatProperties.MINI_PROGRAM_BASE_URL, baseUrl);
        properties.setProperty(
                WechatProperties.MERCHANT_PRIVATE_KEY_FILE, merchantKeyFile.toString());
        properties.setProperty(
                WechatProperties.PLATFORM_PUBLIC_KEY_FILE, platformPublicKeyFile.toString());
        WechatProperties.write(propertiesFile, properties);
    }

    private void generateKeys() throws IOException {
        KeyPair platform = Pem.newRsaKeyPair();
        write(merchantKeyFile, Pem.of(Pem.newRsaKeyPair().getPrivate()));
        write(platformKeyFile, Pem.of(platform.getPrivate()));
        write(platformPublicKeyFile, Pem.of(platform.getPublic()));
    }

    private String get(String name) {
        return WechatProperties.get(properties, name);
    }

    private static void write(Path file, String pem) throws IOException {
        PrivateFiles.write(file, pem.getBytes(US_ASCII));
    }
}
