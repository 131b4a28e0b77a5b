/** State machines, their versions and aliases, and the tags of everything that has an ARN. */
package dev.sluice.local.asl.machine;
