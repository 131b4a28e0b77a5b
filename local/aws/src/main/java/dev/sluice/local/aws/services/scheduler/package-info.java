/** EventBridge Scheduler. */
package dev.sluice.local.aws.services.scheduler;
