/** What every operation of the engine has in common: refusals and pages. */
package dev.sluice.local.asl.api;
