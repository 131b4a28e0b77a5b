/** Custom resources: functions that a deployment calls. */
package dev.sluice.local.services.custom;
