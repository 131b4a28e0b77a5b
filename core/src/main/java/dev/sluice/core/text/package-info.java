/** Words as people write them. */
package dev.sluice.core.text;
