package io.kaimen.sandbox.wechat.payscore;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.SandboxProperties.Mode;
import io.kaimen.sandbox.SettingsFixtures;
import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.keys.KeyRing.Merchant;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.payscore.order.Body;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path home;
    private Journal journal;

    @BeforeEach
    void openJournal() {
        journal = new Journal(home, MAPPER);
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BOTH, true, wx1, s1, 50000, granted",
        "BOTH, false, wx1, s1, 50000, granted",
        "NEED_CONFIRM, true, wx1, s1, 50000, granted",
        "NEED_CONFIRM, false, wx1, s1, 50000, NO_PERMISSION",
        "NO_CONFIRM, true, wx1, s1, 50000, NO_PERMISSION",
        "NO_CONFIRM, false, wx1, s1, 50000, granted",
        "BOTH, true, wx2, s1, 50000, APPID_NOT_BOUND",
        "BOTH, true, wx1, s2, 50000, NO_PERMISSION",
        "BOTH, true, wx1, s1, 50001, PARAM_ERROR",
    })
    void grantsWhatTheServiceIsFor(
            Mode mode, boolean confirm, String appid, String service, long risk, String outcome) {
        Contract contract = contract(mode, new Authorisations(journal));

        assertThat(outcome(() -> contract.check(terms(confirm, appid, service, risk))))
                .isEqualTo(outcome);
    }

    @Test
    void coversWhoeverAuthorisedTheServiceUntilTheyRevokeIt() {
        Authorisations authorisations = new Authorisations(journal);
        Contract contract = contract(Mode.BOTH, authorisations);

        assertThat(outcome(() -> contract.checkAuthorised("oP"))).isEqualTo("NO_PERMISSION");
        authorisations.set("oP", true);
        assertThat(outcome(() -> contract.checkAuthorised("oP"))).isEqualTo("granted");
        authorisations.set("oP", false);
        assertThat(outcome(() -> contract.checkAuthorised("oP"))).isEqualTo("NO_PERMISSION");
    }

    private Contract contract(Mode mode, Authorisations authorisations) {
        SandboxProperties settings = SettingsFixtures.settings(home, 10, mode);
        KeyPair unused = anyKeys();
        KeyRing keys =
                new KeyRing(
                        new Merchant("1900", "wx1", "secret", "s1", "AB", "v3", "v2"),
                        unused.getPublic(),
                        unused.getPrivate(),
                        "PUB_KEY_ID_1");
        return new Contract(keys, settings, authorisations);
    }

    private static KeyPair anyKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Terms terms(boolean confirm, String appid, String service, long risk) {
        String person = confirm ? "" : ",\"openid\":\"oP\"";
        String json =
                """
                {"out_order_no":"K-1","appid":"%s","service_id":"%s","service_introduction":"货柜",
                 "time_range":{"start_time":"OnAccept"},"need_user_confirm":%s%s,
                 "risk_fund":{"name":"ESTIMATE_ORDER_COST","amount":%d},
                 "notify_url":"https://kaimen.example/callback"}
                """
                        .formatted(appid, service, confirm, person, risk);
        return Terms.read(Body.of(MAPPER.readTree(json)));
    }

    private static String outcome(Runnable check) {
        try {
            check.run();
            return "granted";
        } catch (ApiError e) {
            return e.refusal().name();
        }
    }
}
