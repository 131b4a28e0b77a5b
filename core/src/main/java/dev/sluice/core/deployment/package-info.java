/** What a deployment is called, and how it tells of itself. */
package dev.sluice.core.deployment;
