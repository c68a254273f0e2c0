/** Request and answer signatures of WeChat Pay APIv3. */
@NullMarked
package io.kaimen.sandbox.wechat.signing;

import org.jspecify.annotations.NullMarked;
