/** Room for what the embedded AWS writes. */
package dev.sluice.local.aws.disk;
