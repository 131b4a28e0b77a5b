/** EventBridge: the default bus, its rules and their targets. */
package dev.sluice.local.aws.services.events;
