/** Custom resources: functions that a deployment calls. */
package dev.sluice.local.aws.services.custom;
