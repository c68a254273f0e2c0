/**
 * The starter every service of the suite is built on; configures itself by being on the class path.
 */
@NullMarked
package io.kaimen.service;

import org.jspecify.annotations.NullMarked;
