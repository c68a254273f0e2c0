/** WeChat Pay Score in its own wire protocol, on the official SDK. */
@NullMarked
package io.kaimen.channel.wechat;

import org.jspecify.annotations.NullMarked;
