/** Signed and encrypted notifications, with WeChat's retry schedule. */
@NullMarked
package io.kaimen.sandbox.wechat.notify;

import org.jspecify.annotations.NullMarked;
