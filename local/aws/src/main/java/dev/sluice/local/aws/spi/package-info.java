/**
 * What a local service implements and what it is given: the seams between the runtime and the
 * services that it hosts.
 */
package dev.sluice.local.aws.spi;
