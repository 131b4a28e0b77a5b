/** EventBridge Scheduler. */
package dev.sluice.local.services.scheduler;
