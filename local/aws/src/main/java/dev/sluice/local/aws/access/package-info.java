/**
 * Who calls the embedded AWS and what they may do: credentials of roles, the policies of the
 * templates, and a record of what was used and what was refused.
 */
package dev.sluice.local.aws.access;
