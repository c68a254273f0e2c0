/** WeChat Pay Score's calls and what follows them: risk control, deductions, notifications. */
@NullMarked
package io.kaimen.sandbox.wechat.payscore;

import org.jspecify.annotations.NullMarked;
