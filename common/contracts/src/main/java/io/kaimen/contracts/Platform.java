package io.kaimen.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A payment platform that vouches for shoppers and collects from them. */
public enum Platform {
    @JsonProperty("wechat")
    WECHAT,
    @JsonProperty("alipay")
    ALIPAY
}
