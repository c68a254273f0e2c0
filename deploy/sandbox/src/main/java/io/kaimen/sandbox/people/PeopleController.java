package io.kaimen.sandbox.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kaimen.sandbox.wechat.login.LoginCodes;
import io.kaimen.sandbox.wechat.payscore.Authorisations;
import io.kaimen.sandbox.wechat.payscore.Orders;
import io.kaimen.sandbox.wechat.payscore.PayOrder;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a person does, for programs that play people. */
@RestController
@RequestMapping("/sandbox")
class PeopleController {

    private final LoginCodes codes;
    private final ConfirmPage page;
    private final Orders orders;
    private final Authorisations authorisations;
    private final PayOrder payOrder;

    PeopleController(
            LoginCodes codes,
            ConfirmPage page,
            Orders orders,
            Authorisations authorisations,
            PayOrder payOrder) {
        this.codes = codes;
        this.page = page;
        this.orders = orders;
        this.authorisations = authorisations;
        this.payOrder = payOrder;
    }

    record Person(@Nullable String openid) {}

    record Code(String code, String openid, long expiresIn) {}

    record Decision(
            @JsonProperty("package") @Nullable String packageToken, @Nullable String openid) {}

    record Outcome(
            String outOrderNo, String state, @Nullable String openid, @Nullable String queryId) {}

    /** {@code wx.login} on a person's phone; nobody named is somebody new. */
    @PostMapping("/codes")
    Code logIn(@RequestBody Person person) {
        String openid = person.openid() == null ? People.somebody() : named(person);
        return new Code(codes.issue(openid), openid, LoginCodes.LIFE.toSeconds());
    }

    /** Opens the confirmation page and confirms; nobody named is somebody new. */
    @PostMapping("/payscore/confirm")
    Outcome confirm(@RequestBody Decision decision) {
        String openid = Objects.requireNonNullElseGet(decision.openid(), People::somebody);
        Order order = page.confirm(page.open(packageOf(decision)), openid);
        return new Outcome(order.outOrderNo(), order.stage().state(), openid, order.queryId());
    }

    /** Opens the confirmation page and goes away. */
    @PostMapping("/payscore/decline")
    Outcome decline(@RequestBody Decision decision) {
        Order order = page.open(packageOf(decision)).order();
        return new Outcome(order.outOrderNo(), order.stage().state(), null, null);
    }

    /** Authorises the service once and for all. */
    @PostMapping("/payscore/authorisations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void authorise(@RequestBody Person person) {
        authorisations.set(named(person), true);
    }

    /** Revokes the authorisation, which unfinished orders forbid. */
    @DeleteMapping("/payscore/authorisations/{openid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String openid) {
        if (!orders.unfinishedOf(openid).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The person has unfinished orders");
        }
        authorisations.set(openid, false);
    }

    /** Opens the order in WeChat and pays what is due. */
    @PostMapping("/payscore/orders/{outOrderNo}/pay")
    Outcome pay(@PathVariable String outOrderNo) {
        Order order = payOrder.pay(outOrderNo);
        return new Outcome(outOrderNo, order.stage().state(), null, null);
    }

    private static String packageOf(Decision decision) {
        return Objects.requireNonNullElse(decision.packageToken(), "");
    }

    private static String named(Person person) {
        String openid = person.openid();
        if (openid == null || openid.isEmpty() || openid.length() > 128) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "openid must have 1 to 128 characters");
        }
        return openid;
    }
}
