package io.kaimen.sandbox.people;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.kaimen.sandbox.people.ConfirmPage.Opened;
import io.kaimen.sandbox.wechat.payscore.order.RiskFund;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import java.math.BigDecimal;

/** The confirmation page's text. */
final class ConfirmPageHtml {

    private ConfirmPageHtml() {}

    /** The page with both buttons. */
    static String question(Opened page, String openid) {
        Terms terms = page.order().terms();
        RiskFund risk = terms.riskFund();
        // Sent to its own address without an action, the form would bring the package twice.
        String form =
                """
                <p class="amount">¥%s</p><p class="hint">%s</p>
                <form method="post" action="confirm-page">
                <input type="hidden" name="package" value="%s">
                <input type="hidden" name="ticket" value="%s">
                <label>确认人 openid<input name="openid" value="%s" required></label>
                <button name="decision" value="confirm">确认订单</button>
                <button name="decision" value="decline" class="plain" formnovalidate>暂不使用</button>
                </form><p class="hint">%s</p>
                """
                        .formatted(
                                BigDecimal.valueOf(risk.amount(), 2).toPlainString(),
                                risk.name() == RiskFund.Name.ESTIMATE_ORDER_COST
                                        ? "预估费用,先享后付,按实际金额扣款"
                                        : "免押金额,服务结束后按实际金额扣款",
                                htmlEscape(page.order().packageToken()),
                                htmlEscape(page.ticket()),
                                htmlEscape(openid),
                                htmlEscape(terms.outOrderNo()));
        return page(terms.serviceIntroduction(), form);
    }

    /** The person pressed "not now"; whoever shows this page is told, as WeChat's own call is. */
    static String declined() {
        return message("已取消", "您没有确认订单,不会产生任何费用。")
                + "<script>parent.postMessage({sandbox:'declined'},location.origin)</script>";
    }

    /** A page that only says something. */
    static String message(String title, String text) {
        return page(title, "<p class=\"hint\">" + htmlEscape(text) + "</p>");
    }

    private static String page(String title, String content) {
        return """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title><style>
        body{font:17px/1.6 system-ui,sans-serif;max-width:26rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.2rem;text-align:center}.amount{font-size:2.4rem;text-align:center;margin:0}
        .hint{color:#666;text-align:center;font-size:.9rem;overflow-wrap:anywhere}
        input,button{font:inherit;width:100%%;box-sizing:border-box;padding:.7rem;margin:.3rem 0}
        button{border:0;border-radius:.5rem;background:#07863f;color:#fff}
        button.plain{background:#eee;color:#222}
        </style></head><body><h1>%1$s</h1>%2$s
        <p class="hint">微信支付分 · 本地沙箱</p></body></html>
        """
                .formatted(htmlEscape(title), content);
    }
}
