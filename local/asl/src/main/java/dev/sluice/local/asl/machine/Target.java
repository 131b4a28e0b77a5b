package dev.sluice.local.asl.machine;

/**
 * What an execution is started with.
 *
 * @param versionArn or null where the machine itself was named
 * @param aliasArn or null where no alias was named
 */
public record Target(Machine machine, String versionArn, String aliasArn) {}
