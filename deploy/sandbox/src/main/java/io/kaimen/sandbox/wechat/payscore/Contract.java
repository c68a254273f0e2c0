package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.SandboxProperties.Mode;
import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.payscore.order.Body;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the merchant was granted: one mini-program, one service, its mode and its ceiling. */
@Component
class Contract {

    private final KeyRing.Merchant merchant;
    private final SandboxProperties.Payscore payscore;
    private final Authorisations authorisations;

    Contract(KeyRing keys, SandboxProperties properties, Authorisations authorisations) {
        this.merchant = keys.merchant();
        this.payscore = properties.payscore();
        this.authorisations = authorisations;
    }

    /**
     * Checks in whose name a call is made.
     *
     * @throws ApiError NO_AUTH
     */
    void check(@Nullable String appid, @Nullable String serviceId) {
        if (!merchant.appId().equals(appid)) {
            throw Refusal.APPID_NOT_BOUND.error();
        }
        if (!merchant.serviceId().equals(serviceId)) {
            throw Refusal.NO_PERMISSION.error();
        }
    }

    /** Checks in whose name a call with a body is made. */
    void check(Body body) {
        check(body.text("appid", 32), body.text("service_id", 32));
    }

    /** Checks whether an order of this kind, amount and person may be created at all. */
    void check(Terms terms) {
        check(terms.appid(), terms.serviceId());
        Mode forbidden = terms.needUserConfirm() ? Mode.NO_CONFIRM : Mode.NEED_CONFIRM;
        if (payscore.mode() == forbidden) {
            throw Refusal.NO_PERMISSION.error();
        }
        if (terms.riskFund().amount() > payscore.riskCeiling()) {
            throw Refusal.PARAM_ERROR.error("risk_fund.amount超过服务风险金额上限");
        }
    }

    /** Checks that a person who is not asked has authorised the service before. */
    void checkAuthorised(String openid) {
        if (!authorisations.covers(openid)) {
            throw Refusal.NO_PERMISSION.error();
        }
    }

    /** The most an order of the service may cost, in fen. */
    long ceiling() {
        return payscore.riskCeiling();
    }
}
