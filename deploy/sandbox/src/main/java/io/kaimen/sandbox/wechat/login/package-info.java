/** Mini-program login: codes and jscode2session. */
@NullMarked
package io.kaimen.sandbox.wechat.login;

import org.jspecify.annotations.NullMarked;
