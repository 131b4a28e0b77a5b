/** Where things lie: the keys of the zones and of what runs leave behind. */
package dev.sluice.core.lake;
