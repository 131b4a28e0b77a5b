/** The audit table's words: the states of a landed file, and the attributes that tell of it. */
package dev.sluice.core.audit;
