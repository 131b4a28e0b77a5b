/** The life of a landed file: its states, and what each event means for the record of it. */
package dev.sluice.core.lifecycle;
