/** What all of WeChat Pay's APIv3 shares: its error answers. */
@NullMarked
package io.kaimen.sandbox.wechat;

import org.jspecify.annotations.NullMarked;
