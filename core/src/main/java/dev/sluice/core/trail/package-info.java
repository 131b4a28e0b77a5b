/**
 * What an execution's history tells, free of the service that keeps it: to which step each event
 * belongs, what failed, what is done and what is left.
 */
package dev.sluice.core.trail;
