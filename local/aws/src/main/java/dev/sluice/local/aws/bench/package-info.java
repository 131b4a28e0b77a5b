/** Measurements for {@code ./sluice bench}; no part of the runtime needs them. */
package dev.sluice.local.aws.bench;
